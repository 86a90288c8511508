//! `GetCallerIdentity`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use crate::Sts;
use crate::generated::operations::GetCallerIdentity;
use crate::generated::{GetCallerIdentityRequest, GetCallerIdentityResponse};

impl Handler<GetCallerIdentity> for Sts {
    type Mode = Read;

    /// No permission is needed, and none can be denied: AWS tells the same in every denial.
    fn access(
        &self,
        _input: &GetCallerIdentityRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(Vec::new())
    }

    fn call(
        &self,
        _input: GetCallerIdentityRequest,
        cx: &Context<'_>,
        _state: &View,
    ) -> Result<GetCallerIdentityResponse, ServiceError> {
        Ok(GetCallerIdentityResponse {
            user_id: Some(cx.caller.user_id()),
            account: Some(cx.account().to_string()),
            arn: Some(cx.caller.arn(cx.partition)),
        })
    }
}
