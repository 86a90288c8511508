//! The tree of an organization: a root, units in it and in each other, accounts as its leaves.

use std::ops::Bound;

use awsim_plugin::account::AccountId;
use awsim_plugin::collection;
use awsim_plugin::store::{Transaction, View};

use super::{ACCOUNTS, Account, Organization, UNITS, Unit};

collection! {
    /// The id of a parent, and the id of a child in it.
    pub static CHILDREN: Collection<(String, String), ()> = "organizations"/"children" version 1;
}

/// A place that accounts and units can be in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Container {
    Root,
    Unit,
}

/// What a container is, if there is one of this id.
pub(crate) fn container(
    state: &View,
    management: AccountId,
    organization: &Organization,
    id: &str,
) -> Option<Container> {
    if *organization.root_id == *id {
        Some(Container::Root)
    } else {
        state.contains(&UNITS, management, id).then_some(Container::Unit)
    }
}

/// The id of what a unit or account is in.
pub(crate) fn parent<'v>(state: &'v View, management: AccountId, child: &str) -> Option<&'v str> {
    let unit = || state.get(&UNITS, management, child).map(|unit| &*unit.parent);
    Account::get(state, management, child).map(|account| &*account.parent).or_else(unit)
}

/// The ids from the root down to what is asked for, both included. Empty if there is no such unit or account.
pub(crate) fn way_to(state: &View, management: AccountId, root: &str, id: &str) -> Vec<String> {
    let mut way = vec![id.to_owned()];
    let mut here = id.to_owned();
    while here != root {
        match parent(state, management, &here) {
            Some(above) => here = above.to_owned(),
            None => return Vec::new(),
        }
        way.push(here.clone());
    }
    way.reverse();
    way
}

/// The path of a unit or the root, itself included: `o-…/r-…/ou-…/`; of an account, the path of what it is in.
pub(crate) fn path(
    state: &View,
    management: AccountId,
    organization: &Organization,
    container: &str,
) -> String {
    let mut path = format!("{}/", organization.id);
    for id in way_to(state, management, &organization.root_id, container) {
        path.push_str(&id);
        path.push('/');
    }
    path
}

/// The ids of the units (or accounts) in a container, after `after`.
pub(crate) fn children<'v>(
    state: &'v View,
    management: AccountId,
    parent: &'v str,
    accounts: bool,
    after: Option<&str>,
) -> impl Iterator<Item = &'v str> + use<'v> {
    let from = (parent.to_owned(), after.unwrap_or_default().to_owned());
    state
        .iter_from(&CHILDREN, management, Bound::Excluded(&from))
        .map_while(move |((of, child), ())| (*of == *parent).then_some(child.as_str()))
        .filter(move |child| child.starts_with("ou-") != accounts)
}

/// Puts an account into its parent.
pub(crate) fn insert_account(state: &mut Transaction, management: AccountId, account: Account) {
    let id = account.id.to_string();
    state.insert(&CHILDREN, management, (account.parent.to_string(), id.clone()), ());
    state.insert(&ACCOUNTS, management, id, account);
}

/// Moves an account.
pub(crate) fn move_account(state: &mut Transaction, management: AccountId, id: &str, to: &str) {
    if let Some(from) = parent(state, management, id).map(str::to_owned) {
        state.remove(&CHILDREN, management, &(from, id.to_owned()));
        state.insert(&CHILDREN, management, (to.to_owned(), id.to_owned()), ());
        state.update(&ACCOUNTS, management, id, |account| account.parent = to.into());
    }
}

/// Takes an account out of the tree.
pub(crate) fn remove_account(state: &mut Transaction, management: AccountId, id: &str) {
    if let Some(account) = state.remove(&ACCOUNTS, management, &id.to_owned()) {
        state.remove(&CHILDREN, management, &(account.parent.to_string(), id.to_owned()));
    }
}

/// Puts a unit into its parent.
pub(crate) fn insert_unit(state: &mut Transaction, management: AccountId, id: String, unit: Unit) {
    state.insert(&CHILDREN, management, (unit.parent.to_string(), id.clone()), ());
    state.insert(&UNITS, management, id, unit);
}

/// Takes a unit, which is empty, out of the tree.
pub(crate) fn remove_unit(state: &mut Transaction, management: AccountId, id: &str) {
    if let Some(unit) = state.remove(&UNITS, management, &id.to_owned()) {
        state.remove(&CHILDREN, management, &(unit.parent.to_string(), id.to_owned()));
    }
}
