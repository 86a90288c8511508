//! Whether a token is to be believed.

use awsim_plugin::account::AccountId;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::federation::{Freshness, IssuerKeys, KeysError};
use awsim_plugin::store::View;

use super::claims::Claims;
use super::jwk::KeySet;
use super::jws::Token;
use super::provider::Provider;
use crate::generated::ErrorCode;

/// A token that is to be believed.
pub(super) struct Verified {
    /// What it says.
    pub(super) claims: Claims,
    /// The provider that vouches for it.
    pub(super) provider: Provider,
    /// For whom it is.
    pub(super) audience: String,
}

/// The text is no token.
pub(super) fn not_a_token() -> ServiceError {
    ErrorCode::InvalidIdentityToken.with(
        "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)",
    )
}

/// What a token says, once it is certain that its issuer says so: the account trusts the issuer, and a key of the issuer signed
/// it.
///
/// # Errors
/// `InvalidIdentityToken` (400), or `IDPCommunicationError` (400) if the issuer does not give out its keys.
pub(super) async fn signed(
    cx: &Context<'_>,
    state: &View,
    account: AccountId,
    text: &str,
) -> Result<Claims, ServiceError> {
    let token = Token::parse(text).map_err(|_| not_a_token())?;
    let claims = Claims::parse(&token.payload)?;
    // Only issuers that are trusted are asked for keys.
    Provider::of(cx, state, account, &claims.iss)?;
    let keys = cx.host.issuer_keys().ok_or_else(no_key)?;
    if !(token.is_unsigned() && keys.allows_unsigned()) {
        verify(keys, &token, &claims.iss).await?;
    }
    Ok(claims)
}

/// Accepts a signed token for a role in `account`: the account trusts its issuer in this state, it is valid now, and it is for
/// the account.
///
/// # Errors
/// `InvalidIdentityToken` (400) or `ExpiredTokenException` (400).
pub(super) fn accepted(
    cx: &Context<'_>,
    state: &View,
    account: AccountId,
    claims: Claims,
) -> Result<Verified, ServiceError> {
    let provider = Provider::of(cx, state, account, &claims.iss)?;
    claims.check_time(cx.now)?;
    let audience = provider.audience(&claims)?;
    Ok(Verified { claims, provider, audience })
}

/// Verifies the signature; if none of the keys that are remembered is the right one, with those of now.
async fn verify(keys: &dyn IssuerKeys, token: &Token<'_>, issuer: &str) -> Result<(), ServiceError> {
    if token.algorithm().is_none() {
        return Err(
            ErrorCode::InvalidIdentityToken.with("The token is not signed with a supported algorithm")
        );
    }
    for freshness in [Freshness::Remembered, Freshness::Renewed] {
        let set = keys.keys(&url(issuer), freshness).await.map_err(not_given)?;
        let set = KeySet::parse(&set).ok_or_else(no_key)?;
        let mut candidates = set.candidates(token.header.kid.as_deref()).peekable();
        if candidates.peek().is_none() {
            continue;
        }
        let signed = candidates.any(|key| token.is_signed_by(key));
        let invalid = || ErrorCode::InvalidIdentityToken.with("The token's signature cannot be verified");
        return if signed { Ok(()) } else { Err(invalid()) };
    }
    Err(no_key())
}

/// The URL of an issuer, also of one that is named without its scheme.
fn url(issuer: &str) -> String {
    if issuer.contains("://") { issuer.to_owned() } else { format!("https://{issuer}") }
}

fn not_given(error: KeysError) -> ServiceError {
    match error {
        KeysError::Unreachable(reason) => ErrorCode::IDPCommunicationError
            .with(format!("The identity provider could not be reached to verify the token: {reason}")),
        KeysError::Invalid(_) => no_key(),
    }
}

fn no_key() -> ServiceError {
    ErrorCode::InvalidIdentityToken.with(
        "Couldn't retrieve verification key from your identity provider, please reference AssumeRoleWithWebIdentity \
         documentation for requirements",
    )
}
