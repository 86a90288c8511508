//! Services that an organization trusts.

use awsim_plugin::collection;
use awsim_plugin::shape::Timestamp;
use serde::{Deserialize, Serialize};

collection! {
    /// Trusted services by their principals.
    pub static TRUSTED_SERVICES: Collection<String, TrustedService> = "organizations"/"trusted_services" version 1;
}

/// A trusted service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrustedService {
    /// Since when.
    pub since: Timestamp,
}
