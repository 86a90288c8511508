//! Whether a state from elsewhere fits together: what the operations keep true is checked here after the fact.
//!
//! Each file is one relation between collections: two sides tell of the same facts, so one is worked out from the other
//! and compared.

mod access_keys;
mod instance_profiles;
mod memberships;
mod mfa_devices;
mod names;
mod policies;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::fmt::Debug;

use awsim_plugin::account::AccountId;
use awsim_plugin::store::View;

use crate::state::{
    ACCESS_KEYS, CUSTOMER_POLICIES, GROUPS, INSTANCE_PROFILES, MEMBERS, MFA_DEVICES, POLICY_HOLDERS,
    POLICY_USAGE, RENAMED_USERS, ROLES, ROOT_USER, SERVER_CERTIFICATES, USERS,
};

/// A check of one kind of reference in the state of an account.
type Check = fn(&View, AccountId) -> Result<(), String>;

/// What is checked in each account.
const CHECKS: [Check; 6] = [
    names::check,
    memberships::check,
    policies::check,
    access_keys::check,
    mfa_devices::check,
    instance_profiles::check,
];

/// Whether the state of every account fits together.
///
/// # Errors
/// The first thing that does not, for people.
pub(crate) fn check(state: &View) -> Result<(), String> {
    for account in accounts(state) {
        for check in CHECKS {
            check(state, account).map_err(|reason| format!("account {account}: {reason}"))?;
        }
    }
    Ok(())
}

/// The accounts that have rows in one of the collections that are checked.
fn accounts(state: &View) -> BTreeSet<AccountId> {
    let resources = state
        .accounts(&USERS)
        .chain(state.accounts(&GROUPS))
        .chain(state.accounts(&ROLES))
        .chain(state.accounts(&CUSTOMER_POLICIES))
        .chain(state.accounts(&INSTANCE_PROFILES))
        .chain(state.accounts(&SERVER_CERTIFICATES));
    let relations = state
        .accounts(&MEMBERS)
        .chain(state.accounts(&POLICY_HOLDERS))
        .chain(state.accounts(&POLICY_USAGE))
        .chain(state.accounts(&ACCESS_KEYS))
        .chain(state.accounts(&MFA_DEVICES))
        .chain(state.accounts(&ROOT_USER))
        .chain(state.accounts(&RENAMED_USERS));
    resources.chain(relations).collect()
}

/// Refuses the first fact that one side has and the other has not.
fn refuse_difference<T: Ord + Debug>(
    one: (&str, BTreeSet<T>),
    other: (&str, BTreeSet<T>),
) -> Result<(), String> {
    for ((has, facts), (lacks, others)) in [(&one, &other), (&other, &one)] {
        if let Some(fact) = facts.difference(others).next() {
            return Err(format!("{has} have {fact:?}, and {lacks} do not"));
        }
    }
    Ok(())
}

/// Refuses a list that is not in ascending order without repetitions, as look-ups in it take it to be.
fn refuse_disorder<'a>(what: &str, list: impl Iterator<Item = &'a str> + Clone) -> Result<(), String> {
    if list.is_sorted_by(|one, next| one < next) { Ok(()) } else { Err(format!("{what} are not in order")) }
}
