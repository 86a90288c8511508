//! Policies: they can be read as what they are for, and no two of a type have the same name.

use awsim_plugin::account::AccountId;
use awsim_plugin::consistency::{demand, refuse_repetition};
use awsim_plugin::store::View;
use awsim_policy::validate::Strictness;
use awsim_policy::{Policy, PolicyKind};

use crate::ids;
use crate::policies::document::is_well_formed;
use crate::policy_ref::AWS_POLICIES;
use crate::state::{Organization, POLICIES, RESOURCE_POLICIES};

pub(super) fn check(state: &View, management: AccountId, _organization: &Organization) -> Result<(), String> {
    let policies = || state.iter(&POLICIES, management);
    for (id, policy) in policies() {
        let is_own = ids::POLICY.fits(id) && !AWS_POLICIES.iter().any(|policy| policy.id == id);
        demand(is_own, || format!("{id:?} is no id of an organization's own policy"))?;
        demand(is_well_formed(policy.kind, Strictness::Stored, &policy.content), || {
            format!("the policy {id:?} is no {}", policy.kind.as_str())
        })?;
    }
    let named = policies().map(|(_, policy)| (policy.kind.as_str(), &policy.name));
    refuse_repetition("policies with type and name", named)?;

    match state.get(&RESOURCE_POLICIES, management, &()) {
        Some(policy) => match Policy::parse_stored(PolicyKind::Resource, &policy.content) {
            Ok(_) => Ok(()),
            Err(error) => Err(format!("the resource policy is none: {error}")),
        },
        None => Ok(()),
    }
}
