//! What conditions ask for of keys and of cryptographic operations ("AWS KMS condition keys" in the KMS Developer Guide).

use awsim_plugin::access::{Check, ContextValue};
use awsim_plugin::shape::Timestamp;
use awsim_plugin::upstream::Input;

use crate::ask::Ask;

/// The members of requests whose texts are condition keys, and the keys' names.
const TEXTS: [(&str, &str); 11] = [
    ("SigningAlgorithm", "kms:SigningAlgorithm"),
    ("MessageType", "kms:MessageType"),
    ("MacAlgorithm", "kms:MacAlgorithm"),
    ("KeyPairSpec", "kms:DataKeyPairSpec"),
    ("KeyAgreementAlgorithm", "kms:KeyAgreementAlgorithm"),
    ("WrappingAlgorithm", "kms:WrappingAlgorithm"),
    ("WrappingKeySpec", "kms:WrappingKeySpec"),
    ("ExpirationModel", "kms:ExpirationModel"),
    ("ReplicaRegion", "kms:ReplicaRegion"),
    ("PrimaryRegion", "kms:PrimaryRegion"),
    ("EncapsulationAlgorithm", "kms:EncapsulationAlgorithm"),
];

/// What keys themselves say.
const FACTS: [&str; 4] = ["kms:KeySpec", "kms:KeyUsage", "kms:KeyOrigin", "kms:MultiRegionKeyType"];

/// A check with the account of the caller, which all requests have.
pub(super) fn of_caller(ask: &Ask<'_>, check: Check) -> Check {
    check.with_string("kms:CallerAccount", Some(ask.request.cx.account().to_string()))
}

/// A check on a key, with what is known of it and what the request says.
pub(super) fn of_key(ask: &Ask<'_>, action: &str, arn: String) -> Check {
    let known = ask.resource(&arn);
    let mut check = request(ask, ask.action(action, arn));
    let Some(key) = known else { return check };
    for fact in FACTS {
        check = check.with_string(fact, key.fact(fact));
    }
    if let Some(several) = key.fact("kms:MultiRegion") {
        check = check.with("kms:MultiRegion", ContextValue::Boolean(several == "true"));
    }
    match key.fact("kms:ResourceAliases") {
        Some(aliases) => {
            let aliases = aliases.split(',').map(str::to_owned).collect();
            check.with("kms:ResourceAliases", ContextValue::Strings(aliases))
        }
        None => check,
    }
}

/// A check with what the request says.
fn request(ask: &Ask<'_>, check: Check) -> Check {
    let mut check = of_caller(ask, check);
    for (member, key) in TEXTS {
        check = check.with_string(key, ask.text(member));
    }
    let alias = ask.text("KeyId").filter(|id| id.contains("alias/"));
    let alias = alias.and_then(|id| id.find("alias/").map(|at| id[at..].to_owned()));
    check = check.with_string("kms:RequestAlias", alias);
    for (member, key) in [
        ("PendingWindowInDays", "kms:ScheduleKeyDeletionPendingWindowInDays"),
        ("RotationPeriodInDays", "kms:RotationPeriodInDays"),
    ] {
        if let Some(days) = ask.text(member).and_then(|days| days.parse().ok()) {
            check = check.with(key, ContextValue::Number(days));
        }
    }
    // In seconds, of which there may be parts.
    if let Some(until) = ask.text("ValidTo").and_then(|seconds| seconds.parse::<f64>().ok()) {
        let until = Timestamp::from_seconds(until as i64);
        check = check.with("kms:ValidTo", ContextValue::Timestamp(until));
    }
    check
}

/// A check with whether the policy of a key may be one that nobody could replace.
pub(super) fn bypassing(ask: &Ask<'_>, check: Check) -> Check {
    let bypasses = ask.input().is_true("BypassPolicyLockoutSafetyCheck");
    check.with("kms:BypassPolicyLockoutSafetyCheck", ContextValue::Boolean(bypasses))
}

/// A check with the algorithm that texts are encrypted with: KMS uses this one where the request names none.
pub(super) fn algorithm(ask: &Ask<'_>, check: Check, member: &str) -> Check {
    let algorithm = ask.text(member).unwrap_or_else(|| "SYMMETRIC_DEFAULT".to_owned());
    check.with_string("kms:EncryptionAlgorithm", Some(algorithm))
}

/// A check with an encryption context (`kms:EncryptionContext:…`, `kms:EncryptionContextKeys`), which only symmetric
/// encryption has.
pub(super) fn encryption(input: &dyn Input, mut check: Check, members: &[&str]) -> Check {
    let pairs: Vec<(String, String)> = members.iter().flat_map(|member| input.texts(member)).collect();
    for (key, value) in &pairs {
        check = check.with_string(format!("kms:EncryptionContext:{key}"), Some(value));
    }
    let keys: Vec<String> = pairs.into_iter().map(|(key, _)| key).collect();
    match keys.is_empty() {
        true => check,
        false => check.with("kms:EncryptionContextKeys", ContextValue::Strings(keys)),
    }
}
