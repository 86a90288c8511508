//! Organizations, and who is in which.

use awsim_plugin::account::AccountId;
use awsim_plugin::collection;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::View;
use serde::{Deserialize, Serialize};

use crate::generated::PolicyType;
use crate::tags::Tags;

collection! {
    /// The organization that an account manages.
    pub static ORGANIZATIONS: Collection<(), Organization> = "organizations"/"organizations" version 1;
}

collection! {
    /// The organization that an account is in, also the one that it manages.
    pub static MEMBERSHIPS: Collection<(), Membership> = "organizations"/"memberships" version 1;
}

/// An organization.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organization {
    /// The id, `o-…`.
    pub id: Box<str>,
    /// When it was made.
    pub created: Timestamp,
    /// Whether it has all features, not only consolidated billing.
    pub all_features: bool,
    /// The id of its root, `r-…`.
    pub root_id: Box<str>,
    /// The policy types that are enabled in its root, in the order in which they were enabled.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub enabled_types: Vec<PolicyType>,
    /// The tags of its root.
    #[serde(default, skip_serializing_if = "Tags::is_empty")]
    pub root_tags: Tags,
}

/// The membership of an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Membership {
    /// The account that manages the organization.
    pub management: AccountId,
}

impl Organization {
    /// The organization that an account is in, and the account that manages it.
    pub fn of(state: &View, account: AccountId) -> Option<(AccountId, &Self)> {
        let management = state.get(&MEMBERSHIPS, account, &())?.management;
        Some((management, state.get(&ORGANIZATIONS, management, &())?))
    }

    /// Whether a policy type is enabled in the root.
    pub fn has_enabled(&self, kind: PolicyType) -> bool {
        self.enabled_types.contains(&kind)
    }
}
