//! Private keys for encrypted assertions: two at most, so that one can take the other's place.

use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;

use crate::generated::ErrorCode;
use crate::quotas::refuse_more;
use crate::random;
use crate::state::{SamlPrivateKey, SamlProvider};
use crate::x509::PrivateKey;

/// The most keys of a provider.
const MOST: u32 = 2;

/// The labels of RSA keys in PEM that are not encrypted themselves.
const LABELS: [&str; 2] = ["PRIVATE KEY", "RSA PRIVATE KEY"];

/// Adds a key.
///
/// # Errors
/// `InvalidInput` (400) if it is no private key of RSA in PEM; `LimitExceeded` (409) if there are two already.
pub(super) fn add(provider: &mut SamlProvider, pem: String, now: Timestamp) -> Result<(), ServiceError> {
    if !is_private_key(&pem) {
        return Err(ErrorCode::InvalidInput.with("The private key is not a valid key in PEM format."));
    }
    refuse_more(provider.private_keys.len(), MOST, "PrivateKeysPerSAMLProvider")?;
    provider.private_keys.push(SamlPrivateKey { id: new_id()?, pem: pem.into(), added: now.to_the_second() });
    Ok(())
}

/// Removes a key.
///
/// # Errors
/// `NoSuchEntity` (404).
pub(super) fn remove(provider: &mut SamlProvider, id: &str) -> Result<(), ServiceError> {
    let place = provider.private_keys.iter().position(|key| *key.id == *id);
    let place = place.ok_or_else(|| {
        ErrorCode::NoSuchEntity.with(format!("The private key with ID {id} cannot be found."))
    })?;
    provider.private_keys.remove(place);
    Ok(())
}

/// A new id of a key or a provider: upper-case letters and digits.
///
/// # Errors
/// `ServiceFailure` if no random numbers are to be had.
pub(super) fn new_id() -> Result<Box<str>, ServiceError> {
    Ok(data_encoding::BASE32_NOPAD.encode(&random::bytes::<16>()?).into())
}

/// Whether a text is a private key in PEM, and nothing else, that is not encrypted itself. It must be one of RSA: the keys
/// of assertions are encrypted with no other ("XML Encryption Syntax and Processing", 5.5).
pub(super) fn is_private_key(pem: &str) -> bool {
    let is_alone = LABELS.iter().any(|label| {
        let body = pem.trim().strip_prefix(&format!("-----BEGIN {label}-----"));
        let body = body.and_then(|rest| rest.strip_suffix(&format!("-----END {label}-----")));
        body.is_some_and(|body| !body.contains("-----"))
    });
    is_alone && matches!(PrivateKey::read(pem), Ok(PrivateKey::Rsa { .. }))
}
