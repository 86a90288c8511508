//! The credential report of an account.

use awsim_plugin::collection;
use awsim_plugin::shape::Timestamp;
use serde::{Deserialize, Serialize};

collection! {
    /// The latest credential report of each account that asked for one.
    pub static CREDENTIAL_REPORT: Collection<(), CredentialReport> = "iam"/"credential_reports" version 1;
}

/// A credential report, or the beginning of one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CredentialReport {
    /// When it was asked for; it tells how things were then.
    pub started: Timestamp,
    /// The report in CSV; none while it is being made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<Box<str>>,
}
