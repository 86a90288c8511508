//! Services whose resources are named by the host names that requests are sent to.

use serde::{Deserialize, Serialize};

/// How the requests of such a service are told, and which resource they name: `bucket.s3.localhost` (Amazon S3 User Guide,
/// "Virtual hosting of general purpose buckets").
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Addressing {
    /// The domains below which a name is that of a resource, besides `amazonaws.com`.
    pub domains: Vec<String>,
    /// Whether an unsigned request that says in no way which service it is for is for this one.
    pub takes_unsigned: bool,
}

impl Default for Addressing {
    fn default() -> Self {
        Self { domains: vec!["localhost".to_owned()], takes_unsigned: true }
    }
}
