//! What the configuration says of a service that nothing else here knows.

use awsim_plugin::upstream::UpstreamSettings;
use serde::{Deserialize, Serialize};

/// The settings of such a service.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct GenericSettings {
    /// Where it runs, and how it is spoken to.
    #[serde(flatten)]
    pub(super) upstream: UpstreamSettings,
    /// The file with botocore's model of its API, plain or compressed with gzip.
    pub(super) model: String,
}
