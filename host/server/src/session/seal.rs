//! How a token is sealed: in base64, and bound to the access key id that it was issued with.

use awsim_plugin::error::ServiceError;
use awsim_plugin::session::MAX_TOKEN_SIZE;
use awsim_plugin::shape::Timestamp;
use data_encoding::BASE64;

use crate::sealer::{OVERHEAD, Sealer, Unopened};

/// The version of the format of tokens and claims.
pub(super) const VERSION: u8 = 3;

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
    sealer: &Sealer,
    mut claims: Vec<u8>,
    access_key_id: &str,
    minimum_size: usize,
    now: Timestamp,
) -> Result<String, ServiceError> {
    // Four characters hold three bytes.
    let minimum_bytes = minimum_size.div_ceil(4) * 3;
    let padded = minimum_bytes.saturating_sub(OVERHEAD).max(claims.len());
    claims.resize(padded, 0);
    let sealed = sealer.seal(&claims, access_key_id, now).map_err(super::no_randomness)?;
    Ok(BASE64.encode(&sealed))
}

/// Opens a token.
///
/// # Errors
/// [`TokenError::Invalid`] if it was not sealed here for this access key id; [`TokenError::Expired`] if it is older than any
/// session can be.
pub(super) fn open(sealer: &Sealer, token: &str, access_key_id: &str) -> Result<Vec<u8>, TokenError> {
    if token.len() > MAX_TOKEN_SIZE {
        return Err(TokenError::Invalid);
    }
    let bytes = BASE64.decode(token.as_bytes()).map_err(|_| TokenError::Invalid)?;
    sealer.open(&bytes, access_key_id).map_err(|unopened| match unopened {
        Unopened::Invalid => TokenError::Invalid,
        Unopened::Outlived => TokenError::Expired,
    })
}
