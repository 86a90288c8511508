//! The root user of an account.

use awsim_plugin::collection;
use serde::{Deserialize, Serialize};

collection! {
    /// The root user of each account that made credentials for it. (The configured root credentials are the host's.)
    pub static ROOT_USER: Collection<(), RootUser> = "iam"/"root_users" version 1;
}

/// What the root user of an account has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RootUser {
    /// The ids of its access keys, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub access_keys: Vec<Box<str>>,
}
