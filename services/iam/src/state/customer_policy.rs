//! Managed policies of an account's own.

use std::sync::Arc;

use awsim_plugin::account::AccountId;
use awsim_plugin::collection;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::View;
use serde::{Deserialize, Serialize};

use super::resource::resource;
use crate::names::Path;
use crate::tags::Tags;

collection! {
    /// Managed policies of the account by name in lower case: names are unique whatever the path.
    pub static CUSTOMER_POLICIES: Collection<String, CustomerPolicy> = "iam"/"policies" version 1;
}

/// A managed policy that the account made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerPolicy {
    /// The name, as written.
    pub name: Box<str>,
    /// The unique id, `ANPA…`.
    pub id: Box<str>,
    /// The path.
    #[serde(default, skip_serializing_if = "Path::is_root")]
    pub path: Path,
    /// When it was made.
    pub created: Timestamp,
    /// When a version was last made or chosen.
    pub updated: Timestamp,
    /// The description, which never changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Box<str>>,
    /// The number of the version in force.
    pub default_version: u32,
    /// The number of the newest version there has been: numbers are not used again.
    pub last_version: u32,
    /// The versions, oldest first.
    pub versions: Vec<PolicyVersion>,
    /// The tags.
    #[serde(default, skip_serializing_if = "Tags::is_empty")]
    pub tags: Tags,
}

/// A version of a managed policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyVersion {
    /// The number: 1 for `v1`.
    pub number: u32,
    /// When it was made.
    pub created: Timestamp,
    /// The document, as sent.
    pub document: Arc<str>,
}

impl CustomerPolicy {
    /// How many versions the account's policies have together.
    pub(crate) fn versions_in_use(state: &View, account: AccountId) -> usize {
        state.iter(&CUSTOMER_POLICIES, account).map(|(_, policy)| policy.versions.len()).sum()
    }

    /// The version with this number.
    pub fn version(&self, number: u32) -> Option<&PolicyVersion> {
        self.versions.iter().find(|version| version.number == number)
    }

    /// The document in force.
    pub fn default_document(&self) -> Option<&Arc<str>> {
        self.version(self.default_version).map(|version| &version.document)
    }
}

resource! {
    CustomerPolicy: "policy" in CUSTOMER_POLICIES,
    name name, path path, tags tags,
    not_found |name| format!("The policy with name {name} cannot be found."),
    already_exists |name| format!("A policy called {name} already exists. Duplicate names are not allowed."),
}
