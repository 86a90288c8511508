//! `DescribePolicy`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use super::description;
use crate::generated::operations::DescribePolicy;
use crate::generated::{DescribePolicyRequest, DescribePolicyResponse};
use crate::policy_ref::PolicyRef;
use crate::{Organizations, access};

impl Handler<DescribePolicy> for Organizations {
    type Mode = Read;

    fn access(
        &self,
        input: &DescribePolicyRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::on("organizations:DescribePolicy", cx, state, &input.policy_id)])
    }

    fn call(
        &self,
        input: DescribePolicyRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<DescribePolicyResponse, ServiceError> {
        let seat = self.seat::<DescribePolicy>(&input, cx, state)?;
        let policy = PolicyRef::get(state, seat.management, &input.policy_id)?;
        Ok(DescribePolicyResponse { policy: Some(description(&seat, &policy)) })
    }
}
