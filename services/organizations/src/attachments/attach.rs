//! `AttachPolicy`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::{Target, of_type};
use crate::generated::AttachPolicyRequest;
use crate::generated::PolicyType;
use crate::generated::operations::AttachPolicy;
use crate::policy_ref::PolicyRef;
use crate::quotas::Quotas;
use crate::state::attachment;
use crate::{Organizations, access, errors};

impl Handler<AttachPolicy> for Organizations {
    type Mode = Write;

    fn access(
        &self,
        input: &AttachPolicyRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(access::on_attachment("organizations:AttachPolicy", cx, state, &input.policy_id, &input.target_id))
    }

    fn call(
        &self,
        input: AttachPolicyRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let seat = self.seat::<AttachPolicy>(&input, cx, state)?;
        let kind = PolicyRef::get(state, seat.management, &input.policy_id)?.kind();
        Target::get(state, &seat, &input.target_id)?;
        if !seat.record(state)?.has_enabled(kind) {
            return Err(errors::type_not_enabled());
        }
        if attachment::is_attached(state, seat.management, &input.policy_id, &input.target_id) {
            return Err(errors::duplicate_attachment());
        }
        if of_type(state, &seat, &input.target_id, kind).len() >= most(self.quotas(), kind) as usize {
            let message = "You have attached the maximum number of policies to the specified target.";
            return Err(errors::constraint("MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED", message));
        }
        attachment::attach(state, seat.management, &input.policy_id, &input.target_id, cx.now);
        Ok(())
    }
}

/// How many policies of a type may be attached to a target.
fn most(quotas: &Quotas, kind: PolicyType) -> u32 {
    match kind {
        PolicyType::ServiceControlPolicy => quotas.service_control_policies,
        PolicyType::ResourceControlPolicy => quotas.resource_control_policies,
        _ => quotas.management_policies,
    }
}
