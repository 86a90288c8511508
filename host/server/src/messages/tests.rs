use awsim_plugin::access::{Asking, Check, ContextValue};
use awsim_plugin::caller::Caller;
use serde_json::{Value, json};

use super::*;
use crate::authorize::testing::{self, NOW, ann, decide, decided};

const ACCOUNT: u64 = 123_456_789_012;

fn sealer() -> MessageSealer {
    MessageSealer::new(&Arc::new(KeyRing::ephemeral().unwrap()))
}

fn account(number: u64) -> AccountId {
    AccountId::from_number(number).unwrap()
}

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_seconds(NOW + seconds)
}

fn decoded(decided: &Decided) -> Value {
    let sealer = sealer();
    let message = sealer.seal(decided).unwrap();
    assert!(message.len() <= LONGEST, "{}", message.len());
    let account = decided.account().parse().unwrap();
    serde_json::from_str(&sealer.open(account, &message, at(0)).unwrap()).unwrap()
}

fn condition<'v>(told: &'v Value, key: &str) -> Option<&'v Value> {
    let conditions = told["context"]["conditions"]["items"].as_array().unwrap();
    conditions.iter().find(|condition| condition["key"] == key).map(|condition| &condition["values"])
}

#[test]
fn a_denial_is_told_in_the_form_of_aws() {
    let check = Check::on("iam:GetUser", "arn:aws:iam::123456789012:user/zoe")
        .with("aws:TagKeys", ContextValue::Strings(vec!["a".to_owned(), "b".to_owned()]))
        .with_string("iam:ResourceTag/Team", Some("red"));
    let told = decoded(&decide(&ann(), Asking::Caller, check));
    assert_eq!(told["allowed"], json!(false));
    assert_eq!(told["explicitDeny"], json!(false));
    assert_eq!(told["matchedStatements"], json!({ "items": [] }));
    assert_eq!(told["failures"], json!({ "items": [] }));
    let context = &told["context"];
    assert_eq!(context["principal"], json!({ "id": "AIDAANN", "arn": "arn:aws:iam::123456789012:user/ann" }));
    assert_eq!(context["action"], "iam:GetUser");
    assert_eq!(context["resource"], "arn:aws:iam::123456789012:user/zoe");
    let values = |values: &[&str]| {
        let items: Vec<_> = values.iter().map(|value| json!({ "value": value })).collect();
        json!({ "items": items })
    };
    for (key, expected) in [
        ("aws:CurrentTime", &["2026-04-21T08:15:30Z"][..]),
        ("aws:PrincipalArn", &["arn:aws:iam::123456789012:user/ann"]),
        ("aws:ResourceAccount", &["123456789012"]),
        ("aws:SourceIp", &["192.0.2.1"]),
        ("aws:TagKeys", &["a", "b"]),
        ("aws:userid", &["AIDAANN"]),
        ("iam:ResourceTag/Team", &["red"]),
    ] {
        assert_eq!(condition(&told, key), Some(&values(expected)), "{key}");
    }
    assert_eq!(condition(&told, "aws:MultiFactorAuthPresent"), None);
}

#[test]
fn the_statements_that_deny_are_told() {
    let told = decoded(&decided("iam:GetUser", testing::FORBIDDEN));
    assert_eq!(told["explicitDeny"], json!(true));
    assert_eq!(
        told["matchedStatements"],
        json!({ "items": [{
            "statementId": "Never",
            "effect": "DENY",
            "principals": { "items": [{ "value": "AIDAANN" }] },
            "principalGroups": { "items": [] },
            "actions": { "items": [{ "value": "iam:*" }] },
            "resources": { "items": [{ "value": testing::FORBIDDEN }] },
            "conditions": { "items": [{
                "key": "aws:PrincipalType", "values": { "items": [{ "value": "User" }] }
            }] },
        }] })
    );
}

#[test]
fn who_belongs_to_no_account_is_told_of_to_the_one_that_was_asked() {
    let nobody = Caller::anonymous(account(210_987_654_321));
    let decided = decide(
        &nobody,
        Asking::Federated { provider: "accounts.google.com" },
        Check::on("sts:AssumeRoleWithWebIdentity", "arn:aws:iam::123456789012:role/app"),
    );
    let told = decoded(&decided);
    assert_eq!(decided.account(), "123456789012");
    assert_eq!(told["context"]["principal"], json!({ "arn": "accounts.google.com" }));
}

#[test]
fn messages_open_whole_in_time_and_for_their_account_only() {
    let (sealer, other) = (sealer(), sealer());
    let message = sealer.seal(&decided("iam:GetUser", "*")).unwrap();
    let open = |message: &str| sealer.open(account(ACCOUNT), message, at(0));
    assert!(open(&message).is_some());
    assert!(sealer.open(account(ACCOUNT), &message, at(LIFETIME - 1)).is_some());
    assert_eq!(sealer.open(account(ACCOUNT), &message, at(LIFETIME)), None);
    assert_eq!(sealer.open(account(210_987_654_321), &message, at(0)), None);
    assert_eq!(other.open(account(ACCOUNT), &message, at(0)), None);

    for place in 0..message.len() {
        let changed = if message.as_bytes()[place] == b'A' { "B" } else { "A" };
        let altered = [&message[..place], changed, &message[place + 1..]].concat();
        assert_eq!(open(&altered), None, "{place}");
        assert_eq!(open(&message[..place]), None, "{place}");
    }
    for altered in [format!("{message}\n"), format!("{message}A"), String::new(), "\u{e4}".to_owned()] {
        assert_eq!(open(&altered), None, "{altered:?}");
    }
}

/// Texts that do not compress, far more of them than a message can hold.
#[test]
fn a_message_is_never_longer_than_can_be_decoded() {
    let mut state = 1_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from(b'!' + (state >> 24) as u8 % 90)
    };
    let mut text = |length: usize| (0..length).map(|_| next()).collect::<String>();
    let tags: Vec<_> = (0..50).map(|_| (text(128), text(256))).collect();
    let check = Check::on("iam:GetUser", "*")
        .with_request_tags(tags.iter().map(|(key, value)| (key.as_str(), value.as_str())));
    let told = decoded(&decide(&ann(), Asking::Caller, check));
    assert_eq!(told["context"]["conditions"], json!({ "items": [] }));
    assert_eq!(told["context"]["action"], "iam:GetUser");

    let endless = decided("iam:GetUser", &text(20_000));
    assert_eq!(sealer().seal(&endless), None);
}
