//! What conditions ask for of keys and of cryptographic operations ("AWS KMS condition keys" in the KMS Developer Guide).

use awsim_plugin::access::{Check, ContextValue};

use crate::ask::Ask;

/// The members of requests whose texts are condition keys, and the keys' names.
const TEXTS: [(&str, &str); 17] = [
    ("EncryptionAlgorithm", "kms:EncryptionAlgorithm"),
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
    ("GranteePrincipal", "kms:GranteePrincipal"),
    ("RetiringPrincipal", "kms:RetiringPrincipal"),
    ("KeySpec", "kms:KeySpec"),
    ("KeyUsage", "kms:KeyUsage"),
    ("Origin", "kms:KeyOrigin"),
    ("EncapsulationAlgorithm", "kms:EncapsulationAlgorithm"),
];

/// What keys themselves say.
const FACTS: [&str; 4] = ["kms:KeySpec", "kms:KeyUsage", "kms:KeyOrigin", "kms:MultiRegionKeyType"];

/// A check on a key, with what is known of it and what the request says.
pub(super) fn of_key(ask: &Ask<'_>, action: &str, arn: String) -> Check {
    let known = ask.resource(&arn);
    let mut check = request(ask, ask.action(action, arn), known.is_none());
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

/// A check with what a request says: of a key that is to be made, also what it shall be.
pub(super) fn request(ask: &Ask<'_>, check: Check, is_new: bool) -> Check {
    let account = ask.request.cx.account().to_string();
    let mut check = check.with_string("kms:CallerAccount", Some(account));
    let of_new = |key: &str| matches!(key, "kms:KeySpec" | "kms:KeyUsage" | "kms:KeyOrigin");
    for (member, key) in TEXTS {
        if is_new || !of_new(key) {
            check = check.with_string(key, ask.text(member));
        }
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
    let bypasses = ask.input().is_true("BypassPolicyLockoutSafetyCheck");
    check.with("kms:BypassPolicyLockoutSafetyCheck", ContextValue::Boolean(bypasses))
}

/// A check with an encryption context (`kms:EncryptionContext:…`, `kms:EncryptionContextKeys`), which only symmetric
/// encryption has.
pub(super) fn encryption(ask: &Ask<'_>, check: Check, member: &str) -> Check {
    let pairs = ask.input().texts(member);
    let mut check = check;
    for (key, value) in &pairs {
        check = check.with_string(format!("kms:EncryptionContext:{key}"), Some(value));
    }
    let keys: Vec<String> = pairs.into_iter().map(|(key, _)| key).collect();
    match keys.is_empty() {
        true => check,
        false => check.with("kms:EncryptionContextKeys", ContextValue::Strings(keys)),
    }
}
