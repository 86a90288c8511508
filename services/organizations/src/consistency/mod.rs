//! Whether a state from elsewhere fits together: what the operations keep true is checked here after the fact. Quotas do
//! not count: they may have been others where the state is from.

mod attachments;
mod handshakes;
mod membership;
mod owners;
mod policies;
mod tags;
#[cfg(test)]
mod tests;
mod tree;

use awsim_plugin::account::AccountId;
use awsim_plugin::store::View;

use crate::state::{ORGANIZATIONS, Organization};

/// A check of one subject in the organization that an account manages.
type Check = fn(&View, AccountId, &Organization) -> Result<(), String>;

/// What is checked in each organization.
const CHECKS: [Check; 5] = [membership::check, tree::check, policies::check, attachments::check, tags::check];

/// Whether all organizations fit together, and what accounts have by themselves.
///
/// # Errors
/// The first thing that does not, for people.
pub(crate) fn check(state: &View) -> Result<(), String> {
    membership::check_everywhere(state)?;
    owners::check(state)?;
    for management in state.accounts(&ORGANIZATIONS) {
        if let Some(organization) = state.get(&ORGANIZATIONS, management, &()) {
            for check in CHECKS {
                check(state, management, organization)
                    .map_err(|reason| format!("organization {}: {reason}", organization.id))?;
            }
        }
    }
    handshakes::check(state)
}
