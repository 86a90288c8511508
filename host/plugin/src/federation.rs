//! Identities from elsewhere, and identities for elsewhere.
//!
//! IAM keeps the identity providers that an account trusts and whether it has tokens issued; STS reads what providers
//! signed, and signs tokens itself; the host gets the keys of issuers, from wherever they are.

use std::sync::Arc;

use async_trait::async_trait;

use crate::account::AccountId;
use crate::shape::Timestamp;
use crate::store::View;

/// The identity providers of the accounts; offered by IAM, used by STS.
pub trait IdentityProviders: Send + Sync {
    /// The OpenID Connect provider with this URL, without its `https://`.
    fn oidc_provider(&self, state: &View, account: AccountId, url: &str) -> Option<OidcProviderRecord>;
    /// The SAML provider of this name.
    fn saml_provider(&self, state: &View, account: AccountId, name: &str) -> Option<SamlProviderRecord>;
    /// The issuer of the tokens that the account's principals can have, if it ever had one.
    fn outbound_issuer(&self, state: &View, account: AccountId) -> Option<OutboundIssuer>;
    /// The account whose issuer has this id.
    fn account_of_issuer(&self, state: &View, issuer_id: &str) -> Option<AccountId>;
}

/// An OpenID Connect provider, as far as others than IAM need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OidcProviderRecord {
    /// Its ARN.
    pub arn: String,
    /// Its URL, without `https://`: what its condition keys begin with.
    pub url: String,
    /// The client ids, one of which a token must be for.
    pub client_ids: Vec<String>,
}

/// A SAML provider, as far as others than IAM need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SamlProviderRecord {
    /// Its ARN.
    pub arn: String,
    /// Its name.
    pub name: String,
    /// The identity providers that its metadata describes, one for most.
    pub entities: Vec<SamlEntityRecord>,
    /// When its metadata stops being valid.
    pub valid_until: Timestamp,
    /// Whether assertions must be encrypted.
    pub requires_encryption: bool,
    /// The private keys for encrypted assertions, in PEM.
    pub private_keys: Vec<Arc<str>>,
}

/// An identity provider in the metadata of a SAML provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SamlEntityRecord {
    /// The entity id: the issuer of its assertions.
    pub id: String,
    /// The certificates with which it signs, in base64.
    pub certificates: Vec<String>,
}

/// The issuer of an account's tokens for other services.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutboundIssuer {
    /// Its id, the first label of its URL.
    pub id: String,
    /// Whether tokens are issued at present.
    pub enabled: bool,
}

/// The keys that the host publishes for an account's issuer; offered by STS, which signs with them.
pub trait TokenSigner: Send + Sync {
    /// The public keys as a JSON Web Key Set; none if nothing was ever signed for the account.
    fn published_keys(&self, state: &View, account: AccountId) -> Option<String>;
    /// The names of the algorithms (RFC 7518) that it signs with.
    fn algorithms(&self) -> &'static [&'static str];
}

/// The keys of issuers of web identity tokens; offered by the host.
#[async_trait]
pub trait IssuerKeys: Send + Sync {
    /// The JSON Web Key Set of an issuer, as the issuer publishes it or as it was given to the host.
    ///
    /// # Errors
    /// [`KeysError`] if it cannot be had.
    async fn keys(&self, issuer: &str, freshness: Freshness) -> Result<Arc<str>, KeysError>;

    /// The last of the certificates, in DER, that the server shows where an issuer has its keys: that of the authority
    /// which is nearest to a root. None if the keys are at hand, or not behind HTTPS. Nobody need vouch for the certificate.
    ///
    /// # Errors
    /// [`KeysError`] if the issuer does not say where its keys are, or the server there is not to be reached.
    async fn certificate(&self, issuer: &str) -> Result<Option<Vec<u8>>, KeysError>;

    /// Whether an issuer may be called by plain HTTP, and its tokens name it so.
    fn allows_plain_http(&self) -> bool;

    /// Whether tokens are believed that nobody signed.
    fn allows_unsigned(&self) -> bool;
}

/// How old keys may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freshness {
    /// As old as the host sees fit.
    Remembered,
    /// Asked for anew, because a key was missing; though not again and again.
    Renewed,
}

/// Why keys cannot be had.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeysError {
    /// The issuer does not answer.
    #[error("{0}")]
    Unreachable(String),
    /// The issuer answers something else than its keys.
    #[error("{0}")]
    Invalid(String),
}

/// What a context provider, such as IAM Identity Center, says of the end user for whom a role is assumed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssertedContext {
    /// The ARN of the provider.
    pub provider: String,
    /// Condition keys (`identitystore:UserId`) with their values.
    pub keys: Vec<(String, String)>,
}

/// Why a context assertion is not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AssertionRefusal {
    /// It was not sealed here, or it was altered.
    #[error("the assertion was not sealed here, or it was altered")]
    Invalid,
    /// Its time is over.
    #[error("the time of the assertion is over")]
    Expired,
}
