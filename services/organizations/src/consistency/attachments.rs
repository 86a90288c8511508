//! Which policy is attached to what: as the targets have it, and as the policies have it; and that both are there.

use std::collections::BTreeSet;

use awsim_plugin::account::AccountId;
use awsim_plugin::consistency::{demand, refuse_difference, refuse_repetition};
use awsim_plugin::store::View;

use crate::policy_ref::PolicyRef;
use crate::state::{ACCOUNTS, ATTACHED, Organization, TARGETS, UNITS};

pub(super) fn check(state: &View, management: AccountId, organization: &Organization) -> Result<(), String> {
    let mut of_targets = BTreeSet::new();
    for (target, attached) in state.iter(&ATTACHED, management) {
        let is_there = *organization.root_id == **target
            || state.contains(&UNITS, management, target)
            || state.contains(&ACCOUNTS, management, target);
        demand(is_there, || format!("policies are attached to {target:?}, which is not there"))?;
        refuse_repetition(&format!("policies on {target:?},"), &attached.policies)?;
        for policy in &attached.policies {
            demand(PolicyRef::find(state, management, policy).is_some(), || {
                format!("the policy {policy:?} is attached to {target:?}, and is not there")
            })?;
            of_targets.insert((&**policy, target.as_str()));
        }
    }
    let of_policies = state.iter(&TARGETS, management).map(|((policy, target), ())| (&**policy, &**target));
    refuse_difference(("the targets' policies", of_targets), ("the policies' targets", of_policies.collect()))
}
