//! `GetWebIdentityToken`: a token that tells other services who the caller is.
//!
//! An account has an issuer of its own once it enables outbound federation in IAM. [`keys`] keeps what the issuer signs
//! with and tells the public half, [`claims`] writes what a token says. Any service can verify tokens with the keys that
//! the host publishes, and STS itself takes them in `AssumeRoleWithWebIdentity` like anybody's.

mod claims;
mod keys;

#[cfg(test)]
mod tests;

use async_trait::async_trait;
use awsim_plugin::access::{Access, Check, ContextValue};
use awsim_plugin::account::AccountId;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::federation::TokenSigner;
use awsim_plugin::handler::AsyncHandler;
use awsim_plugin::store::{Store, View};

use crate::Sts;
use crate::errors::constraint;
use crate::generated::operations::GetWebIdentityToken;
use crate::generated::{ErrorCode, GetWebIdentityTokenRequest, GetWebIdentityTokenResponse};
use crate::session::tags;
use keys::Algorithm;

/// How long a token is valid if the request does not say, in seconds.
const FIVE_MINUTES: i64 = 300;

#[async_trait]
impl AsyncHandler<GetWebIdentityToken> for Sts {
    /// `sts:GetWebIdentityToken`, and `sts:TagGetWebIdentityToken` if the token is to have tags.
    fn access(
        &self,
        input: &GetWebIdentityTokenRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        let requested = input.tags.as_deref().unwrap_or_default();
        let check = |action: &'static str| {
            Check::on_any(action).with_request_tags(requested.iter().map(|tag| (&*tag.key, &*tag.value)))
        };
        let token = check("sts:GetWebIdentityToken")
            .with("sts:IdentityTokenAudience", ContextValue::Strings(input.audience.clone()))
            .with("sts:SigningAlgorithm", ContextValue::String(input.signing_algorithm.clone()))
            .with("sts:DurationSeconds", ContextValue::Number(duration(input)));
        let mut access = vec![token];
        if !requested.is_empty() {
            access.push(check("sts:TagGetWebIdentityToken"));
        }
        Ok(access)
    }

    async fn call(
        &self,
        input: GetWebIdentityTokenRequest,
        cx: &Context<'_>,
        decided: &View,
        store: &dyn Store,
    ) -> Result<GetWebIdentityTokenResponse, ServiceError> {
        let algorithm = Algorithm::named(&input.signing_algorithm).ok_or_else(|| {
            let rule = "Member must satisfy enum value set: [RS256, ES384]";
            constraint("signingAlgorithm", &input.signing_algorithm, rule)
        })?;
        crate::session::refuse_unreachable(cx, "GetWebIdentityToken")?;
        let requested = tags::of_session(None, input.tags.as_deref().unwrap_or_default(), &[])?;
        let providers = cx.host.identity_providers();
        let issuer = providers.and_then(|providers| providers.outbound_issuer(decided, cx.account()));
        let issuer = issuer.filter(|issuer| issuer.enabled).ok_or_else(|| {
            ErrorCode::OutboundWebIdentityFederationDisabled
                .with("Outbound web identity federation is not enabled for this account.")
        })?;
        let issued_at = cx.now.to_the_second();
        let expiration = issued_at.plus_seconds(duration(&input));
        if cx.caller.session.as_deref().is_some_and(|session| expiration > session.expires_at) {
            return Err(ErrorCode::SessionDurationEscalation.with(
                "The requested token duration would extend the session beyond its original expiration time.",
            ));
        }
        let asked = claims::Asked { audience: &input.audience, tags: &requested, issued_at, expiration };
        let payload = claims::written(cx, decided, &cx.host.token_issuer_url(&issuer.id), &asked)?;
        let keys = keys::of_account(store, cx.account()).await?;
        Ok(GetWebIdentityTokenResponse {
            web_identity_token: Some(keys.sign(algorithm, &payload)?),
            expiration: Some(expiration),
        })
    }
}

fn duration(input: &GetWebIdentityTokenRequest) -> i64 {
    input.duration_seconds.map_or(FIVE_MINUTES, i64::from)
}

impl TokenSigner for Sts {
    fn published_keys(&self, state: &View, account: AccountId) -> Option<String> {
        keys::published(state, account)
    }

    fn algorithms(&self) -> &'static [&'static str] {
        &Algorithm::NAMES
    }
}
