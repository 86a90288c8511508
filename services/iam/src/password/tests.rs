use awsim_plugin::shape::Timestamp;

use super::{hash, rules};
use crate::state::{LoginProfile, PasswordPolicy};
use crate::testing::{START, refusal};

fn strict() -> PasswordPolicy {
    PasswordPolicy {
        minimum_length: 10,
        require_uppercase: true,
        require_lowercase: true,
        require_numbers: true,
        require_symbols: true,
        ..PasswordPolicy::default()
    }
}

#[test]
fn a_hash_depends_on_password_and_salt_and_tells_neither() {
    let salt = hash::new_salt().unwrap();
    let one = hash::of("correct horse", &salt).unwrap();
    assert_eq!(one, hash::of("correct horse", &salt).unwrap());
    assert_ne!(one, hash::of("correct horsf", &salt).unwrap());
    assert_ne!(one, hash::of("correct horse", &hash::new_salt().unwrap()).unwrap());
    assert!(!one.contains("correct"));
}

/// A hash of today must be known tomorrow: rows outlive the program that wrote them.
#[test]
fn hashes_stay_the_same_from_version_to_version() {
    assert_eq!(
        &*hash::of("correct horse", "AAAAAAAAAAAAAAAAAAAAAA==").unwrap(),
        "IpJo5p/82ECJiefkgEmROx+hwU+KjBhzcK6mgCTZ+/w="
    );
}

#[test]
fn a_policy_says_all_that_is_missing() {
    assert_eq!(
        refusal(rules::refuse_weak(Some(&strict()), "é")),
        "PasswordPolicyViolation (400): Password should have a minimum length of 10, Password should have at least \
         one uppercase letter, Password should have at least one lowercase letter, Password should have at least one \
         number, Password should have at least one symbol"
    );
    for (password, complaint) in [
        ("aaaaaaaa1!", "Password should have at least one uppercase letter"),
        ("AAAAAAAA1!", "Password should have at least one lowercase letter"),
        ("aaaaaAAAA!", "Password should have at least one number"),
        ("aaaaaAAAA1", "Password should have at least one symbol"),
        ("aA1!", "Password should have a minimum length of 10"),
    ] {
        assert_eq!(
            refusal(rules::refuse_weak(Some(&strict()), password)),
            format!("PasswordPolicyViolation (400): {complaint}")
        );
    }
    rules::refuse_weak(Some(&strict()), "aaaaaaA1'é").unwrap();
    rules::refuse_weak(Some(&PasswordPolicy::default()), "aaaaaa").unwrap();
}

#[test]
fn without_a_policy_three_kinds_of_characters_are_asked_for() {
    for password in ["aaaaaaA1", "aaaaaa1!", "AAAAAA1!", "aaaaAA!!"] {
        rules::refuse_weak(None, password).unwrap();
    }
    assert_eq!(
        refusal(rules::refuse_weak(None, "aaaaaaa1")),
        "PasswordPolicyViolation (400): Password should meet 1 more of the following requirements: Password should \
         have at least one uppercase letter, Password should have at least one symbol"
    );
    assert_eq!(
        refusal(rules::refuse_weak(None, "aA1!")),
        "PasswordPolicyViolation (400): Password should have a minimum length of 8"
    );
}

#[test]
fn only_so_many_passwords_are_remembered() {
    let profile = LoginProfile {
        created: Timestamp::from_seconds(START),
        password_set: Timestamp::from_seconds(START),
        reset_required: false,
        salt: "salt".into(),
        passwords: vec!["now".into(), "before".into(), "long ago".into()],
    };
    let two = PasswordPolicy { reuse_prevention: Some(2), max_age: Some(90), ..PasswordPolicy::default() };
    for hash in ["now", "before"] {
        assert!(rules::refuse_reused(Some(&two), &profile, hash).is_err(), "{hash}");
    }
    rules::refuse_reused(Some(&two), &profile, "long ago").unwrap();
    rules::refuse_reused(None, &profile, "now").unwrap();
    assert_eq!(rules::expiry(Some(&two), &profile), Some(Timestamp::from_seconds(START + 90 * 86_400)));
    assert_eq!(rules::expiry(Some(&PasswordPolicy::default()), &profile), None);
}
