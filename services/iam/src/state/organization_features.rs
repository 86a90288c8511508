//! What an organization manages centrally of root access to its member accounts.

use awsim_plugin::collection;
use serde::{Deserialize, Serialize};

collection! {
    /// The features that are on, in the management account of each organization that ever had one on.
    pub static ORGANIZATION_FEATURES: Collection<(), OrganizationFeatures> = "iam"/"organization_features" version 1;
}

/// The features of an organization.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OrganizationFeatures {
    /// Whether root credentials of member accounts are managed.
    pub root_credentials_management: bool,
    /// Whether privileged tasks are done in root sessions.
    pub root_sessions: bool,
}
