//! `GetSessionToken`.

use async_trait::async_trait;
use awsim_plugin::access::Access;
use awsim_plugin::caller::Session;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::AsyncHandler;
use awsim_plugin::store::{Store, Transaction, View, transact};

use crate::Sts;
use crate::errors::access_denied;
use crate::generated::operations::GetSessionToken;
use crate::generated::{GetSessionTokenRequest, GetSessionTokenResponse};
use crate::session;
use crate::session::mfa::Factor;

#[async_trait]
impl AsyncHandler<GetSessionToken> for Sts {
    /// No permission is needed: the operation authenticates, and policies do not control authentication.
    fn access(
        &self,
        _input: &GetSessionTokenRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(Vec::new())
    }

    async fn call(
        &self,
        input: GetSessionTokenRequest,
        cx: &Context<'_>,
        _decided: &View,
        store: &dyn Store,
    ) -> Result<GetSessionTokenResponse, ServiceError> {
        if cx.caller.session.is_some() {
            return Err(access_denied("Cannot call GetSessionToken with session credentials"));
        }
        // Only a second factor changes anything: its code is used up.
        let factor = Factor::of_request(input.serial_number, input.token_code)?;
        let mfa_authenticated_at = match factor {
            Some(factor) => {
                let authenticate = |state: &mut Transaction| factor.authenticate(cx, state);
                Some(transact(store, authenticate).await?)
            }
            None => None,
        };
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
