//! When users, roles and the root user last called which service, and which action of it.
//!
//! A row for each principal and service they called: what is asked for is always that. Rows go with the user or role.

use std::collections::BTreeMap;
use std::ops::Bound;

use awsim_plugin::account::AccountId;
use awsim_plugin::collection;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::{Transaction, View};
use serde::{Deserialize, Serialize};

collection! {
    /// Last accesses by the principal's unique id (or [`ROOT`]) and the service's namespace.
    pub static LAST_ACCESSES: Collection<(String, String), ServiceAccess> = "iam"/"last_accesses" version 1;
}

/// What stands for the unique id of the root user.
pub const ROOT: &str = "root";

/// How long accesses are told of, in seconds: 400 days (API reference, `GenerateServiceLastAccessedDetails`).
const TRACKING_PERIOD: i64 = 400 * 24 * 60 * 60;

/// How many seconds later a further access of the same kind is worth a write.
const RESOLUTION: i64 = 60;

/// The last access to a service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceAccess {
    /// When, and where from.
    #[serde(flatten)]
    pub last: LastAccess,
    /// The last access to each action of it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub actions: BTreeMap<Box<str>, LastAccess>,
}

/// An access.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastAccess {
    /// When.
    pub at: Timestamp,
    /// In which region.
    pub region: Box<str>,
}

impl LastAccess {
    /// Whether a later access says more than this one.
    fn is_outdone_by(&self, later: &LastAccess) -> bool {
        later.at >= self.at
            && (later.region != self.region || later.at.seconds() >= self.at.seconds() + RESOLUTION)
    }
}

/// The time before which accesses are not told of at `now`.
pub(crate) fn tracked_since(now: Timestamp) -> Timestamp {
    Timestamp::from_seconds(now.seconds() - TRACKING_PERIOD)
}

/// Notes that a principal called an action of a service; `action` is none if the service has no action of the name.
pub(crate) fn note(
    state: &mut Transaction,
    account: AccountId,
    principal: &str,
    service: &str,
    action: Option<&str>,
    access: &LastAccess,
) {
    let key = (principal.to_owned(), service.to_owned());
    let known = state.get(&LAST_ACCESSES, account, &key);
    let is_news = known.is_none_or(|known| {
        let of_action = action
            .is_some_and(|action| known.actions.get(action).is_none_or(|last| last.is_outdone_by(access)));
        of_action || known.last.is_outdone_by(access)
    });
    if !is_news {
        return;
    }
    let mut row =
        known.cloned().unwrap_or_else(|| ServiceAccess { last: access.clone(), actions: BTreeMap::new() });
    if access.at >= row.last.at {
        row.last = access.clone();
    }
    let since = tracked_since(row.last.at);
    row.actions.retain(|_, access| access.at >= since);
    if let Some(action) = action {
        row.actions.insert(action.into(), access.clone());
    }
    state.insert(&LAST_ACCESSES, account, key, row);
}

/// The services that a principal called since then, by their namespaces.
pub(crate) fn of_principal<'v>(
    state: &'v View,
    account: AccountId,
    principal: &'v str,
    since: Timestamp,
) -> impl Iterator<Item = (&'v str, &'v ServiceAccess)> + use<'v> {
    let from = (principal.to_owned(), String::new());
    state
        .iter_from(&LAST_ACCESSES, account, Bound::Excluded(&from))
        .take_while(move |((of, _), _)| of == principal)
        .map(|((_, service), access)| (service.as_str(), access))
        .filter(move |(_, access)| access.last.at >= since)
}

/// The last access of a principal to one service since then.
pub(crate) fn to_service<'v>(
    state: &'v View,
    account: AccountId,
    principal: &str,
    service: &str,
    since: Timestamp,
) -> Option<&'v ServiceAccess> {
    let key = (principal.to_owned(), service.to_owned());
    state.get(&LAST_ACCESSES, account, &key).filter(|access| access.last.at >= since)
}

/// Forgets the accesses of a user or role that is deleted.
pub(crate) fn forget(state: &mut Transaction, account: AccountId, principal: &str) {
    let from = (principal.to_owned(), String::new());
    let rows: Vec<(String, String)> = state
        .iter_from(&LAST_ACCESSES, account, Bound::Excluded(&from))
        .map(|(key, _)| key)
        .take_while(|(of, _)| of == principal)
        .cloned()
        .collect();
    for row in rows {
        state.remove(&LAST_ACCESSES, account, &row);
    }
}
