//! Whether a state from elsewhere fits together: what the operations keep true is checked here after the fact.
//!
//! Each file is one subject: a relation between collections, where two sides tell of the same facts, so that one is
//! worked out from the other and compared; or what single records must be for the operations to rely on them. Quotas do
//! not count: they may have been others where the state is from.

mod access_keys;
mod across;
mod certificates;
mod credentials;
mod delegation;
mod instance_profiles;
mod last_accesses;
mod memberships;
mod mfa_devices;
mod names;
mod policies;
mod providers;
mod reports;
mod settings;
mod sign_in;
mod tags;
#[cfg(test)]
mod tests;
mod trust;

use awsim_plugin::account::AccountId;
use awsim_plugin::store::View;

/// A check of one subject in the state of an account.
type Check = fn(&View, AccountId) -> Result<(), String>;

/// What is checked in each account.
const CHECKS: [Check; 16] = [
    names::check,
    tags::check,
    memberships::check,
    policies::check,
    trust::check,
    access_keys::check,
    mfa_devices::check,
    sign_in::check,
    credentials::check,
    instance_profiles::check,
    certificates::check,
    providers::check,
    delegation::check,
    last_accesses::check,
    reports::check,
    settings::check,
];

/// Whether the state of every account fits together, and the accounts with each other.
///
/// # Errors
/// The first thing that does not, for people.
pub(crate) fn check(state: &View) -> Result<(), String> {
    for account in state.accounts_of_service(crate::generated::MODEL.signing_name) {
        for check in CHECKS {
            check(state, account).map_err(|reason| format!("account {account}: {reason}"))?;
        }
    }
    across::check(state)
}
