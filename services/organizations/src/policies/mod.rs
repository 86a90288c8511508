//! Policies: made, changed, described, listed, deleted. What may stand in them is for `document` to say.

mod create;
mod delete;
mod describe;
pub(crate) mod document;
mod list;
mod update;

#[cfg(test)]
mod tests;

use awsim_plugin::error::ServiceError;
use awsim_plugin::store::View;

use crate::errors;
use crate::generated::{self, PolicyType};
use crate::policy_ref::{self, PolicyRef};
use crate::seat::Seat;
use crate::state::POLICIES;

/// The policy as answers have it.
fn description(seat: &Seat, policy: &PolicyRef<'_>) -> generated::Policy {
    generated::Policy {
        policy_summary: Some(policy.summary(&seat.arns())),
        content: Some(policy.content().to_string()),
    }
}

/// Refuses a name that another policy of the type has.
///
/// # Errors
/// `DuplicatePolicyException`.
fn refuse_taken(state: &View, seat: &Seat, kind: PolicyType, name: &str) -> Result<(), ServiceError> {
    let mut policies = state.iter(&POLICIES, seat.management);
    let taken = policies.any(|(_, policy)| policy.kind == kind && *policy.name == *name);
    let aws = policy_ref::default_of(kind).is_some_and(|policy| policy.name == name);
    if taken || aws { Err(errors::duplicate_policy()) } else { Ok(()) }
}
