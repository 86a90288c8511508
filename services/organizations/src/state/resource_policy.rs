//! The resource policy of an organization, which lets member accounts do what else only its management account may.

use std::sync::Arc;

use awsim_plugin::collection;
use serde::{Deserialize, Serialize};

use crate::tags::Tags;

collection! {
    /// The resource policy.
    pub static RESOURCE_POLICIES: Collection<(), ResourcePolicy> = "organizations"/"resource_policies" version 1;
}

/// A resource policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResourcePolicy {
    /// The id, `rp-…`.
    pub id: Box<str>,
    /// The document, as sent.
    pub content: Arc<str>,
    /// The tags.
    #[serde(default, skip_serializing_if = "Tags::is_empty")]
    pub tags: Tags,
}
