//! An organization's own policies.

use std::sync::Arc;

use awsim_plugin::collection;
use awsim_plugin::shape::Timestamp;
use serde::{Deserialize, Serialize};

use crate::generated::PolicyType;
use crate::tags::Tags;

collection! {
    /// Policies by id.
    pub static POLICIES: Collection<String, Policy> = "organizations"/"policies" version 1;
}

/// A policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policy {
    /// The name, unique within its type.
    pub name: Box<str>,
    /// The description, which may be empty.
    pub description: Box<str>,
    /// What it is for.
    pub kind: PolicyType,
    /// The document, as sent.
    pub content: Arc<str>,
    /// When it was made.
    pub created: Timestamp,
    /// When it was last changed.
    pub updated: Timestamp,
    /// The tags.
    #[serde(default, skip_serializing_if = "Tags::is_empty")]
    pub tags: Tags,
}
