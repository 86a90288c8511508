//! Instance profiles.

use awsim_plugin::collection;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::Collection;
use serde::{Deserialize, Serialize};

use super::resource::Resource;
use crate::names::Path;
use crate::tagging::Taggable;
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

impl Resource for InstanceProfile {
    const ARN_TYPE: &'static str = "instance-profile";

    fn collection() -> &'static Collection<String, Self> {
        &INSTANCE_PROFILES
    }

    fn name(&self) -> &str {
        &self.name
    }

    fn path(&self) -> &Path {
        &self.path
    }

    fn tags(&self) -> &Tags {
        &self.tags
    }

    fn not_found(name: &str) -> String {
        format!("Instance Profile {name} cannot be found.")
    }

    fn already_exists(name: &str) -> String {
        format!("Instance Profile {name} already exists.")
    }
}

impl Taggable for InstanceProfile {
    const KIND: &'static str = "InstanceProfile";

    fn tags_mut(&mut self) -> &mut Tags {
        &mut self.tags
    }
}
