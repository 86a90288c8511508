//! Roles.

use std::sync::Arc;

use awsim_plugin::collection;
use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;
use serde::{Deserialize, Serialize};

use super::TrustedPrincipal;
use super::identity::{HeldPolicies, principal};
use super::rare::{Rare, Vacant};
use super::resource::resource;
use crate::names::Path;
use crate::tags::Tags;
use crate::{errors, service_linked_roles};

collection! {
    /// Roles by name in lower case.
    pub static ROLES: Collection<String, Role> = "iam"/"roles" version 1;
}

/// A role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Role {
    /// The name, as written.
    pub name: Box<str>,
    /// The unique id, `AROA…`.
    pub id: Box<str>,
    /// The path.
    #[serde(default, skip_serializing_if = "Path::is_root")]
    pub path: Path,
    /// When it was made.
    pub created: Timestamp,
    /// Who may assume it: the trust policy, as sent but for users and roles, which stand there by their unique ids.
    pub trust_policy: Arc<str>,
    /// The longest session that may be asked for, in seconds.
    pub max_session_duration: i32,
    /// The description; an empty one is not the same as none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Box<str>>,
    /// What few roles have.
    #[serde(default, skip_serializing_if = "Rare::is_vacant")]
    pub details: Rare<RoleDetails>,
}

/// What few roles have.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RoleDetails {
    /// The tags.
    #[serde(skip_serializing_if = "Tags::is_empty")]
    pub tags: Tags,
    /// The ARN of the permissions boundary.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub boundary: Option<Box<str>>,
    /// The policies.
    #[serde(skip_serializing_if = "HeldPolicies::is_empty")]
    pub policies: HeldPolicies,
    /// The keys of the instance profiles that it is in, in ascending order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub instance_profiles: Vec<Box<str>>,
    /// The users and roles that the trust policy names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub trusted: Vec<TrustedPrincipal>,
    /// Its last use.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_used: Option<RoleUse>,
    /// The template that it was made from, if it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub template: Option<SourceTemplate>,
}

/// A version of a role template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceTemplate {
    /// The ARN, with the major version.
    pub arn: Box<str>,
    /// The minor version.
    pub minor_version: i32,
}

/// A use of a role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleUse {
    /// When.
    pub at: Timestamp,
    /// In which region.
    pub region: Box<str>,
}

impl Vacant for RoleDetails {
    fn vacant() -> &'static Self {
        static VACANT: RoleDetails = RoleDetails {
            tags: Tags::NONE,
            boundary: None,
            policies: HeldPolicies::NONE,
            instance_profiles: Vec::new(),
            trusted: Vec::new(),
            last_used: None,
            template: None,
        };
        &VACANT
    }
}

resource! {
    Role: "role" in ROLES,
    name name, path path, tags details.tags in any case,
    not_found |name| format!("The role with name {name} cannot be found."),
    already_exists |name| format!("Role with name {name} already exists."),
}

principal! {
    Role,

    fn refuse_protected(&self) -> Result<(), ServiceError> {
        if self.path.has_prefix(Some(service_linked_roles::PATH_PREFIX)) {
            return Err(errors::protected_role(&self.name));
        }
        Ok(())
    }
}
