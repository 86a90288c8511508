//! The password policy of an account.

use awsim_plugin::account::AccountId;
use awsim_plugin::collection;
use awsim_plugin::store::View;
use serde::{Deserialize, Serialize};

collection! {
    /// The password policy of each account that has set one.
    pub static PASSWORD_POLICY: Collection<(), PasswordPolicy> = "iam"/"password_policies" version 1;
}

/// What the passwords of an account's users must be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PasswordPolicy {
    /// The least characters.
    pub minimum_length: u32,
    /// Whether a symbol must be among them.
    pub require_symbols: bool,
    /// Whether a digit must be among them.
    pub require_numbers: bool,
    /// Whether an upper-case letter must be among them.
    pub require_uppercase: bool,
    /// Whether a lower-case letter must be among them.
    pub require_lowercase: bool,
    /// Whether users may change their own passwords without a permission for it.
    pub allow_users_to_change: bool,
    /// After how many days a password expires.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_age: Option<u32>,
    /// How many passwords, the present one among them, may not be used again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reuse_prevention: Option<u32>,
    /// Whether an expired password can only be reset by an administrator, if the policy says so or not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hard_expiry: Option<bool>,
}

impl Default for PasswordPolicy {
    /// The defaults of `UpdateAccountPasswordPolicy`.
    fn default() -> Self {
        Self {
            minimum_length: 6,
            require_symbols: false,
            require_numbers: false,
            require_uppercase: false,
            require_lowercase: false,
            allow_users_to_change: false,
            max_age: None,
            reuse_prevention: None,
            hard_expiry: None,
        }
    }
}

impl PasswordPolicy {
    /// The policy of an account, if it has set one.
    pub(crate) fn of(state: &View, account: AccountId) -> Option<&Self> {
        state.get(&PASSWORD_POLICY, account, &())
    }
}
