//! Long-term access keys.

use awsim_plugin::collection;
use awsim_plugin::shape::Timestamp;
use serde::{Deserialize, Serialize};

collection! {
    /// Access keys by id.
    pub static ACCESS_KEYS: Collection<String, AccessKey> = "iam"/"access_keys" version 1;
}

/// A long-term access key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessKey {
    /// The key of the user that it belongs to; none for the root user's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user: Option<Box<str>>,
    /// The secret access key.
    pub secret: Box<str>,
    /// False if it has been made inactive.
    pub active: bool,
    /// When it was made.
    pub created: Timestamp,
    /// When it was last made active or inactive, if ever.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<Timestamp>,
    /// Its last use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_used: Option<Box<KeyUse>>,
}

/// A use of an access key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyUse {
    /// When.
    pub at: Timestamp,
    /// The signing name of the service that was called.
    pub service: Box<str>,
    /// In which region.
    pub region: Box<str>,
}
