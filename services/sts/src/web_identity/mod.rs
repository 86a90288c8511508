//! `AssumeRoleWithWebIdentity`: credentials of a role for whoever an OpenID Connect provider vouches for.
//!
//! Nobody signs such a request; the proof is the token in it. [`jws`] finds out whether a key of the issuer signed it,
//! [`claims`] what it says and whether it is valid now, [`provider`] whether the account trusts the issuer and the
//! token is for it, [`conditions`] what the role's trust policy can ask about it. Then the host is asked whether the role
//! trusts the bearer.

mod claims;
mod conditions;
mod jwk;
mod jws;
mod provider;
mod verification;

#[cfg(test)]
mod tests;

use async_trait::async_trait;
use awsim_plugin::access::Access;
use awsim_plugin::caller::Session;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::AsyncHandler;
use awsim_plugin::store::{Store, View};

use crate::Sts;
use crate::errors::invalid_parameter;
use crate::federated::{self, Federated};
use crate::generated::operations::AssumeRoleWithWebIdentity;
use crate::generated::{AssumeRoleWithWebIdentityRequest, AssumeRoleWithWebIdentityResponse, ErrorCode};
use crate::role_arn::RoleArn;
use crate::session::{self, packed, policies};

const OPERATION: &str = "AssumeRoleWithWebIdentity";

#[async_trait]
impl AsyncHandler<AssumeRoleWithWebIdentity> for Sts {
    /// Nothing is asked here: who asks stands in the token, so that `call` asks once it has read it.
    fn access(
        &self,
        _input: &AssumeRoleWithWebIdentityRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(Vec::new())
    }

    async fn call(
        &self,
        input: AssumeRoleWithWebIdentityRequest,
        cx: &Context<'_>,
        decided: &View,
        store: &dyn Store,
    ) -> Result<AssumeRoleWithWebIdentityResponse, ServiceError> {
        refuse_access_tokens(input.provider_id.as_deref())?;
        let arn = RoleArn::parse(&input.role_arn)?;
        let account = arn.account().ok_or_else(|| federated::not_authorized(OPERATION))?;
        let claims = verification::signed(cx, decided, account, &input.web_identity_token).await?;
        // The issuer may have taken its time: what counts is who is trusted now, the issuer itself as well as the bearer.
        let state = store.view();
        let verified = verification::accepted(cx, &state, account, claims)?;

        let tags = verified.claims.session_tags()?;
        let source_identity = verified.claims.source_identity()?;
        let role = federated::role(cx, &state, arn, OPERATION)?;
        let asker = Federated {
            provider: &verified.provider.principal,
            session_name: &input.role_session_name,
            source_identity: source_identity.as_deref(),
            tags: &tags,
        };
        let context = conditions::of_trust(&verified);
        asker.ask(cx, &state, &role, "sts:AssumeRoleWithWebIdentity", &context)?;

        let seconds = session::of_role(&role, input.duration_seconds)?;
        let policies = policies::checked(cx, &state, account, input.policy, input.policy_arns)?;
        let packed_policy_size = packed::size(&policies, &tags)?;
        let session = Session {
            policies: policies.documents,
            policy_arns: policies.arns,
            tags,
            source_identity: source_identity.clone(),
            federated_provider: Some(verified.provider.principal.clone()),
            federated_context: conditions::of_session(&verified),
            ..session::starting(cx, seconds)
        };
        let assumed = federated::assumed(account, role, input.role_session_name);
        let issued =
            session::issue(cx, account, &assumed.principal, &session, input.minimum_session_token_size)?;
        Ok(AssumeRoleWithWebIdentityResponse {
            credentials: Some(issued.credentials),
            subject_from_web_identity_token: Some(verified.claims.sub),
            assumed_role_user: Some(federated::assumed_user(cx, &assumed)),
            packed_policy_size,
            provider: Some(verified.claims.iss),
            audience: Some(verified.audience),
            source_identity,
            session_token_utilization: issued.token_utilization,
            session_token_size: issued.token_size,
        })
    }
}

/// Refuses OAuth access tokens: only their issuers, Login with Amazon and Facebook, could say whom they are of.
///
/// # Errors
/// `IDPCommunicationError` (400) for the two that AWS asks, `InvalidParameterValue` (400) for any other.
fn refuse_access_tokens(provider_id: Option<&str>) -> Result<(), ServiceError> {
    match provider_id {
        None => Ok(()),
        Some(provider @ ("www.amazon.com" | "graph.facebook.com")) => {
            Err(ErrorCode::IDPCommunicationError.with(format!(
                "Access tokens of {provider} can only be verified by {provider} itself, which AWSim does not ask."
            )))
        }
        Some(_) => Err(invalid_parameter("The specified ProviderId is not supported.")),
    }
}

/// Reads whatever text as a token, and verifies it with whatever text as a key set.
#[cfg(feature = "fuzzing")]
pub(crate) fn read_anything(token: &str, key_set: &str) {
    let Ok(token) = jws::Token::parse(token) else { return };
    if let Some(set) = jwk::KeySet::parse(key_set) {
        let signed = set.candidates(token.header.kid.as_deref()).any(|key| token.is_signed_by(key));
        assert!(!(signed && token.is_unsigned()), "nobody signed this");
    }
    if let Ok(claims) = claims::Claims::parse(&token.payload) {
        // Whether they are accepted does not matter, only that it is found out.
        let _ = claims.session_tags();
        let _ = claims.source_identity();
        let _ = claims.check_time(awsim_plugin::shape::Timestamp::default());
    }
}
