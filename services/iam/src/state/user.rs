//! Users.

use awsim_plugin::collection;
use awsim_plugin::shape::Timestamp;
use serde::{Deserialize, Serialize};

use super::identity::{HeldPolicies, principal};
use super::rare::{Rare, Vacant};
use super::resource::resource;
use super::sign_in::SignIn;
use super::{ServiceSpecificCredential, SigningCertificate, SshPublicKey};
use crate::names::Path;
use crate::tags::Tags;

collection! {
    /// Users by name in lower case.
    pub static USERS: Collection<String, User> = "iam"/"users" version 1;
}

/// A user. There may be a hundred thousand of them, most with nothing but what stands here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct User {
    /// The name, as written.
    pub name: Box<str>,
    /// The unique id, `AIDA…`.
    pub id: Box<str>,
    /// The path.
    #[serde(default, skip_serializing_if = "Path::is_root")]
    pub path: Path,
    /// When it was made.
    pub created: Timestamp,
    /// What few users have.
    #[serde(default, skip_serializing_if = "Rare::is_vacant")]
    pub details: Rare<UserDetails>,
}

/// What few users have.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct UserDetails {
    /// The tags.
    #[serde(skip_serializing_if = "Tags::is_empty")]
    pub tags: Tags,
    /// The ARN of the permissions boundary.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub boundary: Option<Box<str>>,
    /// The policies.
    #[serde(skip_serializing_if = "HeldPolicies::is_empty")]
    pub policies: HeldPolicies,
    /// The keys of the groups that it is in, in ascending order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<Box<str>>,
    /// The ids of its access keys, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub access_keys: Vec<Box<str>>,
    /// What it signs in with.
    #[serde(skip_serializing_if = "SignIn::is_none")]
    pub sign_in: SignIn,
    /// The certificates that it signs with, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub signing_certificates: Vec<SigningCertificate>,
    /// The public keys that it is known by over SSH, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ssh_public_keys: Vec<SshPublicKey>,
    /// The credentials for single services, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub service_specific_credentials: Vec<ServiceSpecificCredential>,
    /// When it last signed in with its password.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub password_last_used: Option<Timestamp>,
}

impl Vacant for UserDetails {
    fn vacant() -> &'static Self {
        static VACANT: UserDetails = UserDetails {
            tags: Tags::NONE,
            boundary: None,
            policies: HeldPolicies::NONE,
            groups: Vec::new(),
            access_keys: Vec::new(),
            sign_in: SignIn::NONE,
            signing_certificates: Vec::new(),
            ssh_public_keys: Vec::new(),
            service_specific_credentials: Vec::new(),
            password_last_used: None,
        };
        &VACANT
    }
}

resource! {
    User: "user" in USERS,
    name name, path path, tags details.tags in any case,
    not_found |name| format!("The user with name {name} cannot be found."),
    already_exists |name| format!("User with name {name} already exists."),
}

principal! { User, }
