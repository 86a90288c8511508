//! The accounts of an organization.

use awsim_plugin::account::AccountId;
use awsim_plugin::collection;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::View;
use serde::{Deserialize, Serialize};

use crate::generated::AccountJoinedMethod;
use crate::tags::Tags;

collection! {
    /// The accounts of an organization by id, the one that manages it included.
    pub static ACCOUNTS: Collection<String, Account> = "organizations"/"accounts" version 1;
}

/// An account of an organization.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// The account.
    pub id: AccountId,
    /// The id of the unit or root that it is in.
    pub parent: Box<str>,
    /// How it came into the organization.
    pub joined_method: AccountJoinedMethod,
    /// When it came into the organization.
    pub joined: Timestamp,
    /// When its closing was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<Timestamp>,
    /// The tags.
    #[serde(default, skip_serializing_if = "Tags::is_empty")]
    pub tags: Tags,
    /// The services that it administers for the organization, ordered by their principals.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub administers: Vec<DelegatedService>,
}

/// A service that an account administers for its organization.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DelegatedService {
    /// The service principal.
    pub principal: Box<str>,
    /// Since when.
    pub since: Timestamp,
}

impl Account {
    /// The account of this id in the organization that `management` manages.
    pub fn get<'v>(state: &'v View, management: AccountId, id: &str) -> Option<&'v Self> {
        state.get(&ACCOUNTS, management, id)
    }

    /// Since when it administers a service, if it does.
    pub fn administers_since(&self, principal: &str) -> Option<Timestamp> {
        self.administers.iter().find(|service| *service.principal == *principal).map(|service| service.since)
    }
}
