//! Groups.

use awsim_plugin::collection;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::Collection;
use serde::{Deserialize, Serialize};

use super::identity::{HeldPolicies, Identity, IdentityKind};
use super::resource::Resource;
use crate::names::Path;
use crate::tags::Tags;

collection! {
    /// Groups by name in lower case.
    pub static GROUPS: Collection<String, Group> = "iam"/"groups" version 1;
}

/// A group. Who is in it stands in [`MEMBERS`](super::MEMBERS).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// The name, as written.
    pub name: Box<str>,
    /// The unique id, `AGPA…`.
    pub id: Box<str>,
    /// The path.
    #[serde(default, skip_serializing_if = "Path::is_root")]
    pub path: Path,
    /// When it was made.
    pub created: Timestamp,
    /// The policies.
    #[serde(default, skip_serializing_if = "HeldPolicies::is_empty")]
    pub policies: HeldPolicies,
}

impl Resource for Group {
    const ARN_TYPE: &'static str = "group";

    fn collection() -> &'static Collection<String, Self> {
        &GROUPS
    }

    fn name(&self) -> &str {
        &self.name
    }

    fn path(&self) -> &Path {
        &self.path
    }

    fn tags(&self) -> &Tags {
        static NONE: Tags = Tags::NONE;
        &NONE
    }

    fn not_found(name: &str) -> String {
        format!("The group with name {name} cannot be found.")
    }

    fn already_exists(name: &str) -> String {
        format!("Group with name {name} already exists.")
    }
}

impl Identity for Group {
    const KIND: IdentityKind = IdentityKind::Group;

    fn policies(&self) -> &HeldPolicies {
        &self.policies
    }

    fn policies_mut(&mut self) -> &mut HeldPolicies {
        &mut self.policies
    }

    fn id(&self) -> &str {
        &self.id
    }

    fn boundary(&self) -> Option<&str> {
        None
    }
}
