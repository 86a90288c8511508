//! `GetSessionToken`.

use awsim_plugin::access::Access;
use awsim_plugin::caller::Session;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use crate::Sts;
use crate::errors::access_denied;
use crate::generated::operations::GetSessionToken;
use crate::generated::{GetSessionTokenRequest, GetSessionTokenResponse};
use crate::session::{self, mfa};

impl Handler<GetSessionToken> for Sts {
    type Mode = Read;

    /// No permission is needed: the operation authenticates, and policies do not control authentication.
    fn access(
        &self,
        _input: &GetSessionTokenRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(Vec::new())
    }

    fn call(
        &self,
        input: GetSessionTokenRequest,
        cx: &Context<'_>,
        _state: &View,
    ) -> Result<GetSessionTokenResponse, ServiceError> {
        if cx.caller.session.is_some() {
            return Err(access_denied("Cannot call GetSessionToken with session credentials"));
        }
        let mfa_authenticated_at =
            mfa::authenticated_at(input.serial_number.as_deref(), input.token_code.as_deref())?;
        let seconds = session::duration_of_long_term(cx, input.duration_seconds);
        let session = Session { mfa_authenticated_at, ..session::starting(cx, seconds) };
        let caller = cx.caller;
        let issued = session::issue(
            cx,
            caller.account,
            &caller.principal,
            &session,
            input.minimum_session_token_size,
        )?;
        Ok(GetSessionTokenResponse {
            credentials: Some(issued.credentials),
            session_token_utilization: issued.token_utilization,
            session_token_size: issued.token_size,
        })
    }
}
