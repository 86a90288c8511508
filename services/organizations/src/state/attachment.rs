//! Which policy is attached to what: the root, units and accounts.

use std::ops::Bound;

use awsim_plugin::account::AccountId;
use awsim_plugin::collection;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::{Transaction, View};
use serde::{Deserialize, Serialize};

collection! {
    /// The policies of a target by the target's id.
    pub static ATTACHED: Collection<String, Attached> = "organizations"/"attached" version 1;
}

collection! {
    /// The id of a policy, and the id of a target that it is attached to.
    pub static TARGETS: Collection<(String, String), ()> = "organizations"/"targets" version 1;
}

/// The policies of a target.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attached {
    /// Their ids, in the order in which they were attached: that is the order in which they are merged ("Conflicts with
    /// appending values at same hierarchy level" in the Organizations User Guide).
    pub policies: Vec<Box<str>>,
    /// When that last changed.
    pub changed: Timestamp,
}

/// The ids of the policies that are attached to a target, in the order in which they were attached.
pub(crate) fn policies_of<'v>(
    state: &'v View,
    management: AccountId,
    target: &str,
) -> impl Iterator<Item = &'v str> + use<'v> {
    state
        .get(&ATTACHED, management, target)
        .into_iter()
        .flat_map(|attached| attached.policies.iter().map(|id| &**id))
}

/// The ids of the targets of a policy, after `after`.
pub(crate) fn targets_of<'v>(
    state: &'v View,
    management: AccountId,
    policy: &'v str,
    after: Option<&str>,
) -> impl Iterator<Item = &'v str> + use<'v> {
    let from = (policy.to_owned(), after.unwrap_or_default().to_owned());
    state
        .iter_from(&TARGETS, management, Bound::Excluded(&from))
        .map_while(move |((of, target), ())| (*of == *policy).then_some(target.as_str()))
}

/// Whether a policy is attached to a target.
pub(crate) fn is_attached(state: &View, management: AccountId, policy: &str, target: &str) -> bool {
    policies_of(state, management, target).any(|attached| attached == policy)
}

/// Attaches a policy, if it is not attached.
pub(crate) fn attach(
    state: &mut Transaction,
    management: AccountId,
    policy: &str,
    target: &str,
    now: Timestamp,
) {
    if is_attached(state, management, policy, target) {
        return;
    }
    let mut attached = state.get(&ATTACHED, management, target).cloned().unwrap_or_default();
    attached.policies.push(policy.into());
    attached.changed = now;
    state.insert(&ATTACHED, management, target.to_owned(), attached);
    state.insert(&TARGETS, management, (policy.to_owned(), target.to_owned()), ());
}

/// Detaches a policy, if it is attached.
pub(crate) fn detach(
    state: &mut Transaction,
    management: AccountId,
    policy: &str,
    target: &str,
    now: Timestamp,
) {
    if state.remove(&TARGETS, management, &(policy.to_owned(), target.to_owned())).is_some() {
        state.update(&ATTACHED, management, target, |attached| {
            attached.policies.retain(|id| **id != *policy);
            attached.changed = now;
        });
    }
}

/// Detaches everything from a target, which is gone.
pub(crate) fn forget(state: &mut Transaction, management: AccountId, target: &str) {
    let target = target.to_owned();
    if let Some(attached) = state.remove(&ATTACHED, management, &target) {
        for policy in &attached.policies {
            state.remove(&TARGETS, management, &(policy.to_string(), target.clone()));
        }
    }
}
