//! How a token is sealed.
//!
//! In base64: the version of the format (one byte), a random nonce (24 bytes), and the claims under
//! XChaCha20-Poly1305, whose nonces are long enough to be picked at random for ever. The access key id and the version
//! are authenticated along: a token opens only together with the key id that it was issued with.

use awsim_plugin::error::ServiceError;
use awsim_plugin::session::MAX_TOKEN_SIZE;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use data_encoding::BASE64;

use super::SessionKey;

/// The version of the format of tokens and claims.
const VERSION: u8 = 2;

const NONCE: usize = 24;
const TAG: usize = 16;

/// Why a token is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TokenError {
    /// It was not issued here with this access key id, or it was altered.
    #[error("the session token is invalid")]
    Invalid,
    /// It was issued here, and its time is over.
    #[error("the session token is expired")]
    Expired,
}

/// Seals claims into a token of at least `minimum_size` characters.
///
/// # Errors
/// `ServiceFailure` if no random numbers are to be had.
pub(super) fn seal(
    key: &SessionKey,
    mut claims: Vec<u8>,
    access_key_id: &str,
    minimum_size: usize,
) -> Result<String, ServiceError> {
    // Four characters hold three bytes.
    let minimum_bytes = minimum_size.div_ceil(4) * 3;
    let padded = minimum_bytes.saturating_sub(1 + NONCE + TAG).max(claims.len());
    claims.resize(padded, 0);

    let mut nonce = [0; NONCE];
    getrandom::fill(&mut nonce).map_err(super::no_randomness)?;
    let payload = Payload { msg: &claims, aad: &associated(access_key_id) };
    let sealed = cipher(key)
        .encrypt(&XNonce::from(nonce), payload)
        .map_err(|_| ServiceError::failure("the session cannot be sealed"))?;
    Ok(BASE64.encode(&[&[VERSION], &nonce[..], &sealed].concat()))
}

/// Opens a token.
///
/// # Errors
/// [`TokenError::Invalid`] if it was not sealed with this key for this access key id.
pub(super) fn open(key: &SessionKey, token: &str, access_key_id: &str) -> Result<Vec<u8>, TokenError> {
    if token.len() > MAX_TOKEN_SIZE {
        return Err(TokenError::Invalid);
    }
    let bytes = BASE64.decode(token.as_bytes()).map_err(|_| TokenError::Invalid)?;
    let Some((&VERSION, rest)) = bytes.split_first() else { return Err(TokenError::Invalid) };
    let (nonce, sealed) = rest.split_first_chunk::<NONCE>().ok_or(TokenError::Invalid)?;
    let payload = Payload { msg: sealed, aad: &associated(access_key_id) };
    cipher(key).decrypt(&XNonce::from(*nonce), payload).map_err(|_| TokenError::Invalid)
}

fn cipher(key: &SessionKey) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&key.bytes().into())
}

fn associated(access_key_id: &str) -> Vec<u8> {
    [&[VERSION], access_key_id.as_bytes()].concat()
}
