//! What a configuration declares to be there from the start: accounts, and the identities in them.
//!
//! A service makes of it what is its own, at every start: what is missing is made, what differs is changed, what is as
//! declared stays as it is. Where a declaration says nothing of something, that is left alone.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::account::AccountId;

/// Everything that is declared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Bootstrap {
    /// The accounts.
    pub accounts: Vec<DeclaredAccount>,
}

impl Bootstrap {
    /// All access keys, those of root users included.
    pub fn access_keys(&self) -> impl Iterator<Item = &DeclaredKey> {
        self.accounts.iter().flat_map(|account| {
            let of_users = account.users.iter().flat_map(|user| &user.access_keys);
            account.root.iter().chain(of_users)
        })
    }
}

/// An account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeclaredAccount {
    /// Its id.
    pub id: AccountId,
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The e-mail address of its owner.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// The access key of its root user.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub root: Option<DeclaredKey>,
    /// Its own managed policies.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub policies: Vec<DeclaredPolicy>,
    /// Its groups.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<DeclaredGroup>,
    /// Its users.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub users: Vec<DeclaredUser>,
    /// Its roles.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<DeclaredRole>,
}

/// A long-term access key.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeclaredKey {
    /// Its id.
    pub access_key_id: String,
    /// Its secret.
    pub secret_access_key: String,
}

impl std::fmt::Debug for DeclaredKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("DeclaredKey").field("access_key_id", &self.access_key_id).finish_non_exhaustive()
    }
}

/// A managed policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeclaredPolicy {
    /// Its name.
    pub name: String,
    /// Its path.
    #[serde(default = "root_path")]
    pub path: String,
    /// Its document.
    pub document: String,
    /// Its description, which never changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Its tags.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tags: Option<BTreeMap<String, String>>,
}

/// The policies of a user, group or role.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DeclaredPolicies {
    /// The ARNs of the attached managed policies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub managed: Option<Vec<String>>,
    /// The documents of the inline policies by their names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inline: Option<BTreeMap<String, String>>,
}

/// A group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeclaredGroup {
    /// Its name.
    pub name: String,
    /// Its path.
    #[serde(default = "root_path")]
    pub path: String,
    /// Its policies.
    #[serde(default)]
    pub policies: DeclaredPolicies,
}

/// A user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeclaredUser {
    /// Its name.
    pub name: String,
    /// Its path.
    #[serde(default = "root_path")]
    pub path: String,
    /// The names of the groups that it is in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub groups: Option<Vec<String>>,
    /// Its policies.
    #[serde(default)]
    pub policies: DeclaredPolicies,
    /// The ARN of its permissions boundary.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub permissions_boundary: Option<String>,
    /// Its tags.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tags: Option<BTreeMap<String, String>>,
    /// Its access keys; it may have made others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub access_keys: Vec<DeclaredKey>,
}

/// A role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeclaredRole {
    /// Its name.
    pub name: String,
    /// Its path.
    #[serde(default = "root_path")]
    pub path: String,
    /// Who may assume it.
    pub trust_policy: String,
    /// The longest session that may be asked for, in seconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_session_duration: Option<i32>,
    /// Its description.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Its policies.
    #[serde(default)]
    pub policies: DeclaredPolicies,
    /// The ARN of its permissions boundary.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub permissions_boundary: Option<String>,
    /// Its tags.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tags: Option<BTreeMap<String, String>>,
}

fn root_path() -> String {
    "/".to_owned()
}
