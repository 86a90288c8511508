//! `GetPolicy`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use super::lookup;
use crate::Iam;
use crate::generated::operations::GetPolicy;
use crate::generated::{GetPolicyRequest, GetPolicyResponse};

impl Handler<GetPolicy> for Iam {
    type Mode = Read;

    fn access(
        &self,
        input: &GetPolicyRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![lookup::check("iam:GetPolicy", cx, state, &input.policy_arn)])
    }

    fn call(
        &self,
        input: GetPolicyRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<GetPolicyResponse, ServiceError> {
        let policy = lookup::find(state, cx, &input.policy_arn)?;
        Ok(GetPolicyResponse { policy: Some(policy.details(state, cx)) })
    }
}
