//! `SimulatePrincipalPolicy`: the policies of a user, group or role, and what comes with the request.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;
use awsim_policy::{ContextMap, OwnedPrincipal, PolicyKind};

use super::exclusions::Exclusions;
use super::resources::Resources;
use super::simulation::{self, Simulation};
use super::{caller, conditions, entity, results, sources};
use crate::Iam;
use crate::entity::Entity;
use crate::generated::operations::SimulatePrincipalPolicy;
use crate::generated::{
    PolicyIdentifierPolicyType, PolicySourceType, SimulatePolicyResponse, SimulatePrincipalPolicyRequest,
};
use crate::state::Resource;

impl Handler<SimulatePrincipalPolicy> for Iam {
    type Mode = Read;

    fn access(
        &self,
        input: &SimulatePrincipalPolicyRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![Entity::check("iam:SimulatePrincipalPolicy", cx, state, &input.policy_source_arn)])
    }

    fn call(
        &self,
        input: SimulatePrincipalPolicyRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<SimulatePolicyResponse, ServiceError> {
        simulation::check_actions(&input.action_names)?;
        let principal = Entity::find(state, cx.account(), &input.policy_source_arn)?;
        let excluded = Exclusions::new(input.policy_exclusion_list.as_deref())?;
        let mut identity = entity::policies(principal, cx, state, &excluded)?;
        identity.extend(sources::given(
            "PolicyInputList",
            PolicyKind::Identity,
            PolicySourceType::IAMPolicy,
            input.policy_input_list.as_deref().unwrap_or_default(),
        )?);
        // A boundary in the request takes the place of the attached one.
        let boundary = match sources::given_boundary(input.permissions_boundary_policy_input_list.as_deref())?
        {
            Some(given) => Some(given),
            None if excluded.all(PolicyIdentifierPolicyType::PermissionBoundary) => None,
            None => entity::boundary(principal, cx, state)?,
        };
        let organization = match excluded.all(PolicyIdentifierPolicyType::Scp) {
            true => Vec::new(),
            false => sources::of_organization(cx, state)?,
        };
        let resources = Resources::new(input.resource_arns, input.resource_handling_option.as_deref())?;
        let mut context = ContextMap::new();
        let caller = match input.caller_arn.as_deref() {
            Some(arn) if arn != input.policy_source_arn => Some(caller::user(arn)?),
            Some(arn) => caller::user(arn).map(|_| itself(principal, &mut context, arn))?,
            None => itself(principal, &mut context, &input.policy_source_arn),
        };
        conditions::add(&mut context, input.context_entries.as_deref())?;
        let simulation = Simulation {
            identity,
            boundary,
            organization,
            resource_policy: simulation::resource_policy(
                input.resource_policy.as_deref(),
                caller.as_ref(),
                &resources,
            )?,
            caller,
            account: cx.account().to_string(),
            owner: input.resource_owner.as_deref().map(caller::owner).transpose()?.map(str::to_owned),
            context,
            resources,
        };
        let listing = format!("SimulatePrincipalPolicy {}", input.policy_source_arn);
        results::page(&simulation, &listing, &input.action_names, input.marker.as_deref(), input.max_items)
    }
}

/// The identity as the caller, with the condition keys that follow from what it is. A group cannot call.
fn itself(entity: Entity<'_>, context: &mut ContextMap, arn: &str) -> Option<OwnedPrincipal> {
    let tags = match entity {
        Entity::User(user) => {
            context.set("aws:userid", &*user.id);
            user.tags()
        }
        Entity::Role(role) => role.tags(),
        Entity::Group(_) => return None,
    };
    for (key, value) in tags.iter() {
        context.set(&format!("aws:PrincipalTag/{key}"), value);
    }
    OwnedPrincipal::parse(arn)
}
