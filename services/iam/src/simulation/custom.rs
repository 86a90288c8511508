//! `SimulateCustomPolicy`: policies that come with the request.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;
use awsim_policy::{ContextMap, PolicyKind};

use super::resources::Resources;
use super::simulation::{self, Simulation};
use super::sources::Source;
use super::{caller, conditions, results, sources};
use crate::Iam;
use crate::generated::operations::SimulateCustomPolicy;
use crate::generated::{
    ErrorCode, OrderedOrganizationPolicyType, PolicySourceType, SimulateCustomPolicyRequest,
    SimulatePolicyResponse,
};

impl Handler<SimulateCustomPolicy> for Iam {
    type Mode = Read;

    fn access(
        &self,
        _: &SimulateCustomPolicyRequest,
        _: &Context<'_>,
        _: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![Check::on_any("iam:SimulateCustomPolicy")])
    }

    fn call(
        &self,
        input: SimulateCustomPolicyRequest,
        cx: &Context<'_>,
        _: &View,
    ) -> Result<SimulatePolicyResponse, ServiceError> {
        simulation::check_actions(&input.action_names)?;
        let identity = sources::given(
            "PolicyInputList",
            PolicyKind::Identity,
            PolicySourceType::IAMPolicy,
            &input.policy_input_list,
        )?;
        let boundary = sources::given_boundary(input.permissions_boundary_policy_input_list.as_deref())?;
        let resources = Resources::new(input.resource_arns, input.resource_handling_option.as_deref())?;
        let caller = input.caller_arn.as_deref().map(caller::user).transpose()?;
        let mut context = ContextMap::new();
        conditions::add(&mut context, input.context_entries.as_deref())?;
        let simulation = Simulation {
            identity,
            boundary,
            organization: organization(input.ordered_organization_policy_input_list.as_deref())?,
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
        results::page(
            &simulation,
            "SimulateCustomPolicy",
            &input.action_names,
            input.marker.as_deref(),
            input.max_items,
        )
    }
}

/// The levels of the organization in a request.
fn organization(levels: Option<&[OrderedOrganizationPolicyType]>) -> Result<Vec<Vec<Source>>, ServiceError> {
    let numbered = (1..).zip(levels.unwrap_or_default());
    numbered
        .map(|(number, level)| {
            let texts = level.service_control_policy_input_list.as_deref().unwrap_or_default();
            if texts.is_empty() {
                let message = format!(
                    "Level {number} of OrderedOrganizationPolicyInputList must have at least one service control policy."
                );
                return Err(ErrorCode::InvalidInput.with(message));
            }
            let list = format!("OrderedOrganizationPolicyInputList.{number}.ServiceControlPolicyInputList");
            sources::given(&list, PolicyKind::ServiceControl, PolicySourceType::None, texts)
        })
        .collect()
}
