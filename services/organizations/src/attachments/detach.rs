//! `DetachPolicy`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::{Target, is_detachable, of_type};
use crate::generated::DetachPolicyRequest;
use crate::generated::PolicyType;
use crate::generated::operations::DetachPolicy;
use crate::policy_ref::PolicyRef;
use crate::state::attachment;
use crate::{Organizations, access, errors};

impl Handler<DetachPolicy> for Organizations {
    type Mode = Write;

    fn access(
        &self,
        input: &DetachPolicyRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(access::on_attachment("organizations:DetachPolicy", cx, state, &input.policy_id, &input.target_id))
    }

    fn call(
        &self,
        input: DetachPolicyRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let seat = self.seat::<DetachPolicy>(&input, cx, state)?;
        let kind = PolicyRef::get(state, seat.management, &input.policy_id)?.kind();
        Target::get(state, &seat, &input.target_id)?;
        if !attachment::is_attached(state, seat.management, &input.policy_id, &input.target_id) {
            return Err(errors::not_attached());
        }
        if !is_detachable(&input.policy_id) {
            let message = "You can't detach this AWS Managed Policy.";
            return Err(errors::invalid("NON_DETACHABLE_POLICY", message));
        }
        let last = || of_type(state, &seat, &input.target_id, kind).len() == 1;
        if kind == PolicyType::ServiceControlPolicy && last() {
            let message = "You cannot remove the last policy attached to the specified target. You must have at least one attached at all times.";
            return Err(errors::constraint("MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED", message));
        }
        attachment::detach(state, seat.management, &input.policy_id, &input.target_id, cx.now);
        Ok(())
    }
}
