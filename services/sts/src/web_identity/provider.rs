//! Whether the account trusts an issuer, and whether a token is for the account.

use awsim_plugin::account::AccountId;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::View;

use super::claims::Claims;
use crate::generated::ErrorCode;

/// The issuers that every account trusts without a provider of its own ("If you are using an OIDC identity provider from
/// Google, Facebook, or Amazon Cognito, you don't need to create a separate IAM identity provider").
const BUILT_IN: [&str; 2] = ["accounts.google.com", "cognito-identity.amazonaws.com"];

/// A provider that the account trusts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Provider {
    /// As trust policies name it in `Principal: {"Federated": …}`: its ARN, or its domain.
    pub(super) principal: String,
    /// What its condition keys begin with.
    pub(super) prefix: String,
    /// The audiences that tokens may be for; none for a provider of every account, of whose tokens trust policies must
    /// ask for whom they are.
    client_ids: Option<Vec<String>>,
}

impl Provider {
    /// The provider of an issuer.
    ///
    /// # Errors
    /// `InvalidIdentityToken` (400) if the account has none, or the issuer is no URL.
    pub(super) fn of(
        cx: &Context<'_>,
        state: &View,
        account: AccountId,
        issuer: &str,
    ) -> Result<Self, ServiceError> {
        let plain_http = cx.host.issuer_keys().is_some_and(|keys| keys.allows_plain_http());
        let url = issuer
            .strip_prefix("https://")
            .or_else(|| issuer.strip_prefix("http://").filter(|_| plain_http))
            // Google's tokens may name it without the scheme.
            .or_else(|| BUILT_IN.contains(&issuer).then_some(issuer));
        let Some(url) = url else {
            return Err(ErrorCode::InvalidIdentityToken.with("Issuer must be a valid URL"));
        };
        let providers = cx.host.identity_providers();
        if let Some(found) = providers.and_then(|providers| providers.oidc_provider(state, account, url)) {
            return Ok(Self { principal: found.arn, prefix: found.url, client_ids: Some(found.client_ids) });
        }
        if BUILT_IN.contains(&url) {
            return Ok(Self { principal: url.to_owned(), prefix: url.to_owned(), client_ids: None });
        }
        let message = format!("No OpenIDConnect provider found in your account for {issuer}");
        Err(ErrorCode::InvalidIdentityToken.with(message))
    }

    /// For whom the token is: whoever asked for it (`azp`) if it says so, else its audience.
    ///
    /// # Errors
    /// `InvalidIdentityToken` (400) if that is none of the provider's client ids.
    pub(super) fn audience(&self, claims: &Claims) -> Result<String, ServiceError> {
        let named = match &claims.azp {
            Some(azp) => std::slice::from_ref(azp),
            None => claims.aud.as_slice(),
        };
        let is_known = |audience: &&String| self.client_ids.as_ref().is_none_or(|ids| ids.contains(audience));
        let audience = named.iter().find(is_known).filter(|audience| !audience.is_empty());
        audience.cloned().ok_or_else(|| ErrorCode::InvalidIdentityToken.with("Incorrect token audience"))
    }
}
