//! Attaching policies to the root, units and accounts.

mod attach;
mod detach;
mod policies;
mod targets;

#[cfg(test)]
mod tests;

use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::{Transaction, View};

use crate::errors;
use crate::generated::{PolicyType, TargetType};
use crate::policy_ref::{self, AWS_POLICIES, PolicyRef};
use crate::roots_and_units;
use crate::seat::Seat;
use crate::state::{ACCOUNTS, UNITS, attachment, owner};

/// What policies can be attached to.
struct Target {
    kind: TargetType,
    name: String,
}

impl Target {
    /// What has this id, if policies can be attached to it.
    fn find(state: &View, seat: &Seat, id: &str) -> Option<Self> {
        if *seat.root == *id {
            return Some(Self { kind: TargetType::Root, name: roots_and_units::ROOT_NAME.to_owned() });
        }
        if let Some(unit) = state.get(&UNITS, seat.management, id) {
            return Some(Self { kind: TargetType::OrganizationalUnit, name: unit.name.to_string() });
        }
        let account = state.get(&ACCOUNTS, seat.management, id)?;
        Some(Self { kind: TargetType::Account, name: owner::of(state, account.id).name.into() })
    }

    /// What has this id.
    ///
    /// # Errors
    /// `TargetNotFoundException`.
    fn get(state: &View, seat: &Seat, id: &str) -> Result<Self, ServiceError> {
        Self::find(state, seat, id).ok_or_else(errors::no_such_target)
    }
}

/// The ids of everything that policies can be attached to.
pub(crate) fn every_target(state: &View, seat: &Seat) -> Vec<String> {
    let units = state.iter(&UNITS, seat.management).map(|(id, _)| id.clone());
    let accounts = state.iter(&ACCOUNTS, seat.management).map(|(id, _)| id.clone());
    std::iter::once(seat.root.to_string()).chain(units).chain(accounts).collect()
}

/// Attaches to a target what AWS attaches to every target while a policy type is enabled.
///
/// # Errors
/// `AWSOrganizationsNotInUseException` if the organization is gone.
pub(crate) fn attach_defaults(
    state: &mut Transaction,
    seat: &Seat,
    target: &str,
    now: Timestamp,
) -> Result<(), ServiceError> {
    let enabled = seat.record(state)?.enabled_types.clone();
    for policy in AWS_POLICIES.into_iter().filter(|policy| enabled.contains(&policy.kind)) {
        attachment::attach(state, seat.management, policy.id, target, now);
    }
    Ok(())
}

/// Detaches a policy from everything.
pub(crate) fn detach_everywhere(state: &mut Transaction, seat: &Seat, policy: &str, now: Timestamp) {
    let targets: Vec<String> =
        attachment::targets_of(state, seat.management, policy, None).map(str::to_owned).collect();
    for target in targets {
        attachment::detach(state, seat.management, policy, &target, now);
    }
}

/// The policies of a type that are attached to a target, in the order in which they were attached.
pub(crate) fn of_type<'v>(
    state: &'v View,
    seat: &Seat,
    target: &str,
    kind: PolicyType,
) -> Vec<(&'v str, PolicyRef<'v>)> {
    attachment::policies_of(state, seat.management, target)
        .filter_map(|id| Some((id, PolicyRef::find(state, seat.management, id)?)))
        .filter(|(_, policy)| policy.kind() == kind)
        .collect()
}

/// Whether AWS lets go of a policy: its own for resource control policies stays for good.
fn is_detachable(policy: &str) -> bool {
    policy != policy_ref::RESOURCE_FULL_ACCESS.id
}
