//! What a password must be: the account's password policy, or AWS's default one ("Set an account password policy for IAM
//! users" in the IAM User Guide).

use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;

use crate::generated::ErrorCode;
use crate::state::{LoginProfile, PasswordPolicy};

/// The least characters under the default policy.
const DEFAULT_LENGTH: u32 = 8;

/// How many of the four kinds of characters the default policy asks for.
const DEFAULT_KINDS: usize = 3;

/// The seconds of a day.
const DAY: i64 = 86_400;

/// A kind of characters that a policy can ask for.
struct Kind {
    has: fn(char) -> bool,
    complaint: &'static str,
}

const UPPERCASE: Kind = Kind {
    has: |character| character.is_ascii_uppercase(),
    complaint: "Password should have at least one uppercase letter",
};
const LOWERCASE: Kind = Kind {
    has: |character| character.is_ascii_lowercase(),
    complaint: "Password should have at least one lowercase letter",
};
const NUMBER: Kind = Kind {
    has: |character| character.is_ascii_digit(),
    complaint: "Password should have at least one number",
};
const SYMBOL: Kind = Kind {
    has: |character| "!@#$%^&*()_+-=[]{}|'".contains(character),
    complaint: "Password should have at least one symbol",
};

/// Refuses a password that the policy does not permit.
///
/// # Errors
/// `PasswordPolicyViolation` (400).
pub(crate) fn refuse_weak(policy: Option<&PasswordPolicy>, password: &str) -> Result<(), ServiceError> {
    match policy {
        Some(policy) => refuse_against(policy, password),
        None => refuse_against_default(password),
    }
}

fn refuse_against(policy: &PasswordPolicy, password: &str) -> Result<(), ServiceError> {
    let mut complaints: Vec<String> = too_short(policy.minimum_length, password).into_iter().collect();
    let asked_for = [
        (policy.require_uppercase, &UPPERCASE),
        (policy.require_lowercase, &LOWERCASE),
        (policy.require_numbers, &NUMBER),
        (policy.require_symbols, &SYMBOL),
    ];
    let missing = asked_for.into_iter().filter(|(required, kind)| *required && !password.contains(kind.has));
    complaints.extend(missing.map(|(_, kind)| kind.complaint.to_owned()));
    if complaints.is_empty() { Ok(()) } else { Err(violation(complaints.join(", "))) }
}

fn refuse_against_default(password: &str) -> Result<(), ServiceError> {
    if let Some(complaint) = too_short(DEFAULT_LENGTH, password) {
        return Err(violation(complaint));
    }
    let missing: Vec<&str> = [UPPERCASE, LOWERCASE, NUMBER, SYMBOL]
        .iter()
        .filter(|kind| !password.contains(kind.has))
        .map(|kind| kind.complaint)
        .collect();
    let kinds = 4 - missing.len();
    if kinds >= DEFAULT_KINDS {
        return Ok(());
    }
    Err(violation(format!(
        "Password should meet {} more of the following requirements: {}",
        DEFAULT_KINDS - kinds,
        missing.join(", ")
    )))
}

fn too_short(minimum: u32, password: &str) -> Option<String> {
    let is_short = password.chars().count() < minimum as usize;
    is_short.then(|| format!("Password should have a minimum length of {minimum}"))
}

fn violation(message: impl Into<String>) -> ServiceError {
    ErrorCode::PasswordPolicyViolation.with(message)
}

/// Refuses a password that the policy forbids to use again: one of as many as it says, the present one among them.
///
/// # Errors
/// `PasswordPolicyViolation` (400).
pub(crate) fn refuse_reused(
    policy: Option<&PasswordPolicy>,
    profile: &LoginProfile,
    hash: &str,
) -> Result<(), ServiceError> {
    let remembered = policy.and_then(|policy| policy.reuse_prevention).unwrap_or_default();
    if profile.passwords.iter().take(remembered as usize).any(|earlier| **earlier == *hash) {
        return Err(violation(
            "Policy constraint violation with password reuse prevention during password change.",
        ));
    }
    Ok(())
}

/// When a password has to be replaced, if the policy lets passwords expire.
pub(crate) fn expiry(policy: Option<&PasswordPolicy>, profile: &LoginProfile) -> Option<Timestamp> {
    let days = policy?.max_age?;
    Some(profile.password_set.plus_seconds(i64::from(days) * DAY))
}
