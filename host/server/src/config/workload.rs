//! Credentials that programs get because of where they run.

use std::net::{IpAddr, Ipv4Addr};

use serde::{Deserialize, Serialize};

use super::text;
use crate::workload::role::RoleArn;

/// The endpoint for containers.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContainerCredentials {
    /// The role whose credentials are handed out; none, and nothing is.
    #[serde(with = "text::optional")]
    pub role_arn: Option<RoleArn>,
    /// What the header `Authorization` of a request must hold.
    #[serde(deserialize_with = "text::string")]
    pub authorization_token: String,
}

impl std::fmt::Debug for ContainerCredentials {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ContainerCredentials").field("role_arn", &self.role_arn).finish_non_exhaustive()
    }
}

/// The instance metadata service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InstanceMetadataSettings {
    /// The role whose credentials are handed out; none, and the service is not there.
    #[serde(with = "text::optional")]
    pub role_arn: Option<RoleArn>,
    /// The address to listen on.
    #[serde(deserialize_with = "text::parsed")]
    pub address: IpAddr,
    /// The port to listen on; 0 lets the kernel choose.
    #[serde(deserialize_with = "text::port")]
    pub port: u16,
}

impl Default for InstanceMetadataSettings {
    fn default() -> Self {
        Self { role_arn: None, address: Ipv4Addr::LOCALHOST.into(), port: 1338 }
    }
}
