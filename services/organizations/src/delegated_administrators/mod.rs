//! Accounts that administer a service for their organization.

mod deregister;
mod list;
mod register;
mod services;

#[cfg(test)]
mod tests;

use awsim_plugin::account::AccountId;
use awsim_plugin::store::View;

use crate::state::{ACCOUNTS, Account};

/// The accounts that administer a service, or any service if none is named, ordered by their ids.
pub(crate) fn of<'v>(
    state: &'v View,
    management: AccountId,
    principal: Option<&'v str>,
) -> impl Iterator<Item = (&'v str, &'v Account)> {
    let administers = move |account: &Account| match principal {
        Some(principal) => account.administers_since(principal).is_some(),
        None => !account.administers.is_empty(),
    };
    let accounts = state.iter(&ACCOUNTS, management).map(|(id, account)| (id.as_str(), account));
    accounts.filter(move |(_, account)| administers(account))
}
