//! `GetDelegatedAccessToken`: credentials for what a customer has approved.
//!
//! "IAM temporary delegation", IAM User Guide: IAM keeps what was asked for and approved; whoever asked trades in the
//! token that came with the approval.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::caller::{Caller, Session};
use awsim_plugin::context::Context;
use awsim_plugin::delegation::TokenRefusal;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use crate::Sts;
use crate::errors::access_denied;
use crate::generated::operations::GetDelegatedAccessToken;
use crate::generated::{ErrorCode, GetDelegatedAccessTokenRequest, GetDelegatedAccessTokenResponse};
use crate::session::policies::SessionPolicies;
use crate::session::{self, packed};

impl Handler<GetDelegatedAccessToken> for Sts {
    type Mode = Read;

    fn access(
        &self,
        _input: &GetDelegatedAccessTokenRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![Check::on_any("sts:GetDelegatedAccessToken")])
    }

    /// A token of somebody else is as good as none, so that nobody learns which there are; so is one for an account that is
    /// closed.
    fn call(
        &self,
        input: GetDelegatedAccessTokenRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<GetDelegatedAccessTokenResponse, ServiceError> {
        session::refuse_unreachable(cx, "GetDelegatedAccessToken")?;
        let unknown = || access_denied("The trade-in token is not valid.");
        let delegations = cx.host.delegations().ok_or_else(unknown)?;
        let delegation = match delegations.delegation(state, &input.trade_in_token, cx.now) {
            Ok(delegation)
                if delegation.requestor == cx.account() && !cx.is_closed(state, delegation.account) =>
            {
                delegation
            }
            Err(TokenRefusal::Expired) => {
                let message =
                    "The trade-in token has expired and can no longer be exchanged for credentials.";
                return Err(ErrorCode::ExpiredTradeInToken.with(message));
            }
            Ok(_) | Err(TokenRefusal::Unknown) => return Err(unknown()),
        };
        let policies = SessionPolicies { documents: vec![delegation.policy.to_string()], arns: Vec::new() };
        let packed_policy_size = packed::size(&policies, &[])?;
        let left = delegation.ends_at.seconds().saturating_sub(cx.now.seconds());
        let session = Session {
            policies: policies.documents,
            ..session::starting(cx, delegation.session_duration.min(left))
        };
        let principal = delegation.approver;
        let issued = session::issue(cx, delegation.account, &principal, &session, None)?;
        let assumed = Caller { principal, ..Caller::root(delegation.account) };
        Ok(GetDelegatedAccessTokenResponse {
            credentials: Some(issued.credentials),
            packed_policy_size,
            assumed_principal: Some(assumed.arn(cx.partition)),
        })
    }
}
