//! Instance profiles.

use awsim_plugin::collection;
use awsim_plugin::shape::Timestamp;
use serde::{Deserialize, Serialize};

use super::resource::resource;
use crate::names::Path;
use crate::tagging::taggable;
use crate::tags::Tags;

collection! {
    /// Instance profiles by name in lower case.
    pub static INSTANCE_PROFILES: Collection<String, InstanceProfile> = "iam"/"instance_profiles" version 1;
}

/// An instance profile: what hands a role to an EC2 instance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InstanceProfile {
    /// The name, as written.
    pub name: Box<str>,
    /// The unique id, `AIPA…`.
    pub id: Box<str>,
    /// The path.
    #[serde(default, skip_serializing_if = "Path::is_root")]
    pub path: Path,
    /// When it was made.
    pub created: Timestamp,
    /// The key of the role in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Box<str>>,
    /// The tags.
    #[serde(default, skip_serializing_if = "Tags::is_empty")]
    pub tags: Tags,
}

resource! {
    InstanceProfile: "instance-profile" in INSTANCE_PROFILES,
    name name, path path, tags tags,
    not_found |name| format!("Instance Profile {name} cannot be found."),
    already_exists |name| format!("Instance Profile {name} already exists."),
}

taggable! { InstanceProfile: "InstanceProfile" }
