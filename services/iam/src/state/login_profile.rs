//! Login profiles: what is kept of passwords.

use awsim_plugin::shape::Timestamp;
use serde::{Deserialize, Serialize};

/// A password for signing in, and the ones before it, as hashes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoginProfile {
    /// When it was made.
    pub created: Timestamp,
    /// When the password was last set.
    pub password_set: Timestamp,
    /// Whether a new password must be chosen at the next sign-in.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub reset_required: bool,
    /// The salt of all the hashes.
    pub salt: Box<str>,
    /// The hashes of the passwords, newest first. A root user that is yet to recover its password has none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub passwords: Vec<Box<str>>,
}

impl LoginProfile {
    /// The most passwords that a policy can ask to remember.
    pub(crate) const LONGEST_HISTORY: usize = 24;

    /// Sets a new password.
    pub(crate) fn set_password(&mut self, hash: Box<str>, now: Timestamp) {
        self.passwords.insert(0, hash);
        self.passwords.truncate(Self::LONGEST_HISTORY);
        self.password_set = now;
    }

    /// Whether this is the hash of the password in force.
    pub(crate) fn has_password(&self, hash: &str) -> bool {
        self.passwords.first().is_some_and(|present| **present == *hash)
    }
}
