//! `DeletePolicy`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use crate::generated::DeletePolicyRequest;
use crate::generated::operations::DeletePolicy;
use crate::policy_ref::PolicyRef;
use crate::state::{POLICIES, attachment};
use crate::{Organizations, access, errors};

impl Handler<DeletePolicy> for Organizations {
    type Mode = Write;

    fn access(
        &self,
        input: &DeletePolicyRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::on("organizations:DeletePolicy", cx, state, &input.policy_id)])
    }

    fn call(
        &self,
        input: DeletePolicyRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let seat = self.seat::<DeletePolicy>(&input, cx, state)?;
        if let PolicyRef::Aws(_) = PolicyRef::get(state, seat.management, &input.policy_id)? {
            return Err(errors::immutable_policy());
        }
        if attachment::targets_of(state, seat.management, &input.policy_id, None).next().is_some() {
            return Err(errors::policy_in_use());
        }
        state.remove(&POLICIES, seat.management, &input.policy_id);
        Ok(())
    }
}
