//! `GetDelegationRequest`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use super::{access, describe, find, permission_check};
use crate::Iam;
use crate::generated::operations::GetDelegationRequest;
use crate::generated::{GetDelegationRequestRequest, GetDelegationRequestResponse};

impl Handler<GetDelegationRequest> for Iam {
    type Mode = Read;

    fn access(
        &self,
        input: &GetDelegationRequestRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(access("iam:GetDelegationRequest", cx, state, &input.delegation_request_id))
    }

    fn call(
        &self,
        input: GetDelegationRequestRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<GetDelegationRequestResponse, ServiceError> {
        let found = find(state, cx, &input.delegation_request_id)?;
        let (status, result) = match input.delegation_permission_check {
            Some(true) => permission_check::check(self, cx, state, &found.request.policy),
            _ => (None, None),
        };
        Ok(GetDelegationRequestResponse {
            delegation_request: Some(describe::described(&found, state, cx.now)),
            permission_check_status: status,
            permission_check_result: result,
        })
    }
}
