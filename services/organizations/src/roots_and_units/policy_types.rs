//! `EnablePolicyType`, `DisablePolicyType`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::roots::description;
use crate::attachments;
use crate::generated::PolicyType;
use crate::generated::operations::{DisablePolicyType, EnablePolicyType};
use crate::generated::{
    DisablePolicyTypeRequest, DisablePolicyTypeResponse, EnablePolicyTypeRequest, EnablePolicyTypeResponse,
};
use crate::policy_ref;
use crate::state::{ORGANIZATIONS, POLICIES, TRUSTED_SERVICES};
use crate::{Organizations, access, errors};

impl Handler<EnablePolicyType> for Organizations {
    type Mode = Write;

    fn access(
        &self,
        input: &EnablePolicyTypeRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::with_type(
            access::on("organizations:EnablePolicyType", cx, state, &input.root_id),
            Some(input.policy_type),
        )])
    }

    fn call(
        &self,
        input: EnablePolicyTypeRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<EnablePolicyTypeResponse, ServiceError> {
        let seat = self.seat::<EnablePolicyType>(&input, cx, state)?;
        let organization = seat.record(state)?;
        if *seat.root != *input.root_id {
            return Err(errors::no_such_root());
        }
        if !organization.all_features {
            return Err(errors::type_not_available());
        }
        if organization.has_enabled(input.policy_type) {
            return Err(errors::type_already_enabled());
        }
        if let Some(service) = needs_service(input.policy_type)
            && !state.contains(&TRUSTED_SERVICES, seat.management, service)
        {
            return Err(errors::constraint(
                "SERVICE_ACCESS_NOT_ENABLED",
                format!("You must enable service access for {service} first."),
            ));
        }
        state.update(&ORGANIZATIONS, seat.management, &(), |organization| {
            organization.enabled_types.push(input.policy_type)
        });
        if policy_ref::default_of(input.policy_type).is_some() {
            for target in attachments::every_target(state, &seat) {
                attachments::attach_defaults(state, &seat, &target, cx.now)?;
            }
        }
        Ok(EnablePolicyTypeResponse { root: Some(description(&seat, seat.record(state)?)) })
    }
}

impl Handler<DisablePolicyType> for Organizations {
    type Mode = Write;

    fn access(
        &self,
        input: &DisablePolicyTypeRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::with_type(
            access::on("organizations:DisablePolicyType", cx, state, &input.root_id),
            Some(input.policy_type),
        )])
    }

    fn call(
        &self,
        input: DisablePolicyTypeRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<DisablePolicyTypeResponse, ServiceError> {
        let seat = self.seat::<DisablePolicyType>(&input, cx, state)?;
        let organization = seat.record(state)?;
        if *seat.root != *input.root_id {
            return Err(errors::no_such_root());
        }
        if !organization.has_enabled(input.policy_type) {
            return Err(errors::type_not_enabled());
        }
        state.update(&ORGANIZATIONS, seat.management, &(), |organization| {
            organization.enabled_types.retain(|kind| *kind != input.policy_type)
        });
        // "The policies are detached from all entities in the root" ("Disabling a policy type" in the User Guide).
        let own =
            state.iter(&POLICIES, seat.management).filter(|(_, policy)| policy.kind == input.policy_type);
        let mut policies: Vec<String> = own.map(|(id, _)| id.clone()).collect();
        policies.extend(policy_ref::default_of(input.policy_type).map(|policy| policy.id.to_owned()));
        for policy in policies {
            attachments::detach_everywhere(state, &seat, &policy, cx.now);
        }
        Ok(DisablePolicyTypeResponse { root: Some(description(&seat, seat.record(state)?)) })
    }
}

/// The service that must be trusted before a type can be enabled (`SERVICE_ACCESS_NOT_ENABLED` in the API reference).
pub(crate) fn needs_service(kind: PolicyType) -> Option<&'static str> {
    match kind {
        PolicyType::SecurityhubPolicy => Some("securityhub.amazonaws.com"),
        PolicyType::InspectorPolicy => Some("inspector2.amazonaws.com"),
        _ => None,
    }
}
