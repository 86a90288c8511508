//! `GetFederationToken`.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::caller::{Principal, Session};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use crate::Sts;
use crate::errors::access_denied;
use crate::generated::operations::GetFederationToken;
use crate::generated::{FederatedUser, GetFederationTokenRequest, GetFederationTokenResponse};
use crate::session::{self, packed, policies, tags};

impl Handler<GetFederationToken> for Sts {
    type Mode = Read;

    fn access(
        &self,
        input: &GetFederationTokenRequest,
        cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        let resource = cx.arn("sts", "", cx.account(), format_args!("federated-user/{}", input.name));
        let requested = input.tags.as_deref().unwrap_or_default();
        let check = |action: &'static str| {
            Check::on(action, resource.clone())
                .with_request_tags(requested.iter().map(|tag| (&*tag.key, &*tag.value)))
        };
        let mut access = vec![check("sts:GetFederationToken")];
        if !requested.is_empty() {
            access.push(check("sts:TagSession"));
        }
        Ok(access)
    }

    fn call(
        &self,
        input: GetFederationTokenRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<GetFederationTokenResponse, ServiceError> {
        if cx.caller.session.is_some() {
            return Err(access_denied("Cannot call GetFederationToken with session credentials"));
        }
        let account = cx.account();
        let tags = tags::of_session(None, input.tags.as_deref().unwrap_or_default(), &[])?;
        let policies = policies::checked(cx, state, account, input.policy, input.policy_arns)?;
        let packed = packed::size(&policies, &tags)?;

        let principal = federated_by(&cx.caller.principal, input.name);
        let session = Session {
            policies: policies.documents,
            policy_arns: policies.arns,
            tags,
            ..session::starting(cx, session::duration_of_long_term(cx, input.duration_seconds))
        };
        let issued = session::issue(cx, account, &principal, &session, input.minimum_session_token_size)?;
        let federated = awsim_plugin::caller::Caller { principal, ..cx.caller.clone() };
        Ok(GetFederationTokenResponse {
            credentials: Some(issued.credentials),
            federated_user: Some(FederatedUser {
                federated_user_id: federated.user_id(),
                arn: federated.arn(cx.partition),
            }),
            // Unlike AssumeRole, this says so even if there was nothing to pack.
            packed_policy_size: Some(packed.unwrap_or(0)),
            session_token_utilization: issued.token_utilization,
            session_token_size: issued.token_size,
        })
    }
}

fn federated_by(issuer: &Principal, name: String) -> Principal {
    match issuer {
        Principal::User { id, name: issuer_name, path } => Principal::FederatedUser {
            name,
            issuer_id: Some(id.clone()),
            issuer_name: Some(issuer_name.clone()),
            issuer_path: Some(path.clone()),
        },
        _ => Principal::FederatedUser { name, issuer_id: None, issuer_name: None, issuer_path: None },
    }
}
