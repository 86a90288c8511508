//! What issuers publish: OpenID Connect Discovery 1.0 and RFC 7517.

use awsim_plugin::federation::KeysError;
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use super::fetch::Fetching;

/// Where the configuration of an issuer is, behind its URL.
pub(super) const CONFIGURATION: &str = "/.well-known/openid-configuration";

/// The configuration of an issuer, as far as it is read.
#[derive(Deserialize)]
struct Configuration {
    issuer: String,
    jwks_uri: String,
}

/// The configuration of an issuer, as it is published.
#[derive(Serialize)]
pub(super) struct Published<'a> {
    pub(super) issuer: &'a str,
    pub(super) jwks_uri: String,
    pub(super) response_types_supported: &'a [&'a str],
    pub(super) subject_types_supported: &'a [&'a str],
    pub(super) id_token_signing_alg_values_supported: &'a [&'a str],
    pub(super) claims_supported: &'a [&'a str],
}

/// A key set, as far as the host looks into it.
#[derive(Deserialize)]
struct KeySet {
    #[serde(rename = "keys")]
    _keys: Vec<IgnoredAny>,
}

/// Whether the text is a key set.
pub(crate) fn is_key_set(text: &[u8]) -> bool {
    serde_json::from_slice::<KeySet>(text).is_ok()
}

/// The configuration of the issuer whose documents are at `place`, and its URL.
async fn configuration(place: &str, fetching: &Fetching) -> Result<(Configuration, String), KeysError> {
    let url = format!("{}{CONFIGURATION}", place.trim_end_matches('/'));
    let document = fetching.get(&url).await?;
    match serde_json::from_slice(&document) {
        Ok(configuration) => Ok((configuration, url)),
        Err(error) => Err(KeysError::Invalid(format!("{url} is no configuration: {error}"))),
    }
}

/// The keys of an issuer whose documents are at `place`.
///
/// # Errors
/// [`KeysError`] if one of the documents is missing, or is not what it should be, or another issuer's.
pub(super) async fn keys(issuer: &str, place: &str, fetching: &Fetching) -> Result<String, KeysError> {
    let (configuration, url) = configuration(place, fetching).await?;
    if configuration.issuer != issuer {
        return Err(KeysError::Invalid(format!("{url} is the configuration of {}", configuration.issuer)));
    }
    let keys = fetching.get(&configuration.jwks_uri).await?;
    match String::from_utf8(keys.to_vec()) {
        Ok(keys) if is_key_set(keys.as_bytes()) => Ok(keys),
        _ => Err(KeysError::Invalid(format!("{} is no key set", configuration.jwks_uri))),
    }
}

/// The last of the certificates that the server shows where the issuer has its keys whose documents are at `place`.
///
/// # Errors
/// [`KeysError`] if the document that says where is missing, or not what it should be, or the server is not to be reached.
pub(super) async fn certificate(place: &str, fetching: &Fetching) -> Result<Option<Vec<u8>>, KeysError> {
    let (configuration, _) = configuration(place, fetching).await?;
    fetching.last_certificate(&configuration.jwks_uri).await
}
