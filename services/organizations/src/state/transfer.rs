//! Transfers of responsibility: one organization's management account takes something over for another organization.

use awsim_plugin::account::AccountId;
use awsim_plugin::collection;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::View;
use serde::{Deserialize, Serialize};

use crate::tags::Tags;

collection! {
    /// The transfers that let an organization act for others (inbound), by id.
    pub static TRANSFERS: Collection<String, Transfer> = "organizations"/"transfers" version 1;
}

collection! {
    /// The transfers that let others act for an account's organization (outbound), by id: the account that acts.
    pub static OUTBOUND: Collection<String, AccountId> = "organizations"/"outbound_transfers" version 1;
}

/// A transfer. Whether it was agreed to, its handshake says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transfer {
    /// The name that the organization that acts gave it.
    pub name: Box<str>,
    /// The account for whose organization it is; none while it is only known by an e-mail address.
    pub source: Option<AccountId>,
    /// The e-mail address of that account's owner.
    pub source_email: Box<str>,
    /// When it begins.
    pub starts: Timestamp,
    /// When it ends, if somebody has ended it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends: Option<Timestamp>,
    /// The handshake that offers it.
    pub handshake: Box<str>,
    /// The tags.
    #[serde(default, skip_serializing_if = "Tags::is_empty")]
    pub tags: Tags,
}

impl Transfer {
    /// The transfer with this id that `account` takes part in, and the account that acts.
    pub fn find<'v>(state: &'v View, account: AccountId, id: &str) -> Option<(AccountId, &'v Self)> {
        let target = state.get(&OUTBOUND, account, id).copied().unwrap_or(account);
        Some((target, state.get(&TRANSFERS, target, id)?))
    }
}
