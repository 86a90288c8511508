//! `DeletePolicy`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::lookup::{self, changeable};
use crate::generated::operations::DeletePolicy;
use crate::generated::{DeletePolicyRequest, ErrorCode};
use crate::state::{CUSTOMER_POLICIES, PolicyUsage, policy_usage};
use crate::{Iam, names};

impl Handler<DeletePolicy> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &DeletePolicyRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![lookup::check("iam:DeletePolicy", cx, state, &input.policy_arn)])
    }

    fn call(
        &self,
        input: DeletePolicyRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let policy = changeable(state, cx, &input.policy_arn, "iam:DeletePolicy")?;
        let key = names::key(&policy.name);
        if policy_usage::counts(state, cx.account(), &input.policy_arn) != PolicyUsage::default() {
            return Err(ErrorCode::DeleteConflict.with("Cannot delete a policy attached to entities."));
        }
        if policy.versions.len() > 1 {
            return Err(ErrorCode::DeleteConflict.with(
                "This policy has more than one version. Before you delete a policy, you must delete the policy's \
                 versions. The default version is deleted with the policy.",
            ));
        }
        state.remove(&CUSTOMER_POLICIES, cx.account(), &key);
        Ok(())
    }
}
