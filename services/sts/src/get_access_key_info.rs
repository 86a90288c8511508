//! `GetAccessKeyInfo`.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::access_key;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use crate::Sts;
use crate::generated::operations::GetAccessKeyInfo;
use crate::generated::{GetAccessKeyInfoRequest, GetAccessKeyInfoResponse};
use crate::session;

impl Handler<GetAccessKeyInfo> for Sts {
    type Mode = Read;

    fn access(
        &self,
        _input: &GetAccessKeyInfoRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![Check::on_any("sts:GetAccessKeyInfo")])
    }

    /// The account stands in the id itself, so that it is told of keys that were deleted or never were; only ids that
    /// do not say are looked up.
    fn call(
        &self,
        input: GetAccessKeyInfoRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<GetAccessKeyInfoResponse, ServiceError> {
        session::refuse_unreachable(cx, "GetAccessKeyInfo")?;
        let id = &input.access_key_id;
        let known = || Some(cx.host.identity_directory()?.access_key(state, id)?.account);
        let account = access_key::account_of(id)
            .or_else(known)
            .ok_or_else(|| ServiceError::validation(format!("Invalid access key ID: {id}")))?;
        Ok(GetAccessKeyInfoResponse { account: Some(account.to_string()) })
    }
}
