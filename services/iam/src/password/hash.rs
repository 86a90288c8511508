//! Hashes of passwords, which are never kept themselves.
//!
//! All hashes of a login profile share its salt: whether a new password was used before is then one hash and some
//! comparisons, however long the history is.

use argon2::{Algorithm, Argon2, Params, Version};
use awsim_plugin::context::{Host, apart};
use awsim_plugin::error::ServiceError;
use data_encoding::BASE64;

use crate::random;

/// The memory that one hash takes, in KiB, and how often it is gone through: milliseconds on any machine. They are part
/// of the stored form: a hash that is made with others equals none that was made with these.
const MEMORY: u32 = 4096;
const PASSES: u32 = 2;

/// The bytes of a salt.
const SALT: usize = 16;

/// The bytes of a hash.
const LENGTH: usize = 32;

/// A salt for a new login profile, as text.
///
/// # Errors
/// `ServiceFailure` if no random numbers are to be had.
pub(crate) fn new_salt() -> Result<Box<str>, ServiceError> {
    Ok(BASE64.encode(&random::bytes::<SALT>()?).into())
}

/// Whether a text is a salt.
pub(crate) fn is_salt(text: &str) -> bool {
    has_bytes(text, SALT)
}

/// Whether a text is a hash.
pub(crate) fn is_hash(text: &str) -> bool {
    has_bytes(text, LENGTH)
}

fn has_bytes(text: &str, count: usize) -> bool {
    BASE64.decode(text.as_bytes()).is_ok_and(|bytes| bytes.len() == count)
}

/// The Argon2id hash of a password, as text.
///
/// # Errors
/// `ServiceFailure` if it cannot be computed.
pub(crate) fn of(password: &str, salt: &str) -> Result<Box<str>, ServiceError> {
    let failure =
        |error: argon2::Error| ServiceError::failure(format!("the password cannot be hashed: {error}"));
    let params = Params::new(MEMORY, PASSES, 1, Some(LENGTH)).map_err(failure)?;
    let mut hash = [0; LENGTH];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(password.as_bytes(), salt.as_bytes(), &mut hash)
        .map_err(failure)?;
    Ok(BASE64.encode(&hash).into())
}

/// The hashes of passwords, worked out away from the threads that serve requests.
///
/// # Errors
/// `ServiceFailure` if they cannot be computed.
pub(crate) async fn all<const N: usize>(
    host: &dyn Host,
    passwords: [&str; N],
    salt: &str,
) -> Result<[Box<str>; N], ServiceError> {
    let (mut hashes, salt) = (passwords.map(Box::<str>::from), salt.to_owned());
    let work = move || {
        for hash in &mut hashes {
            *hash = of(hash, &salt)?;
        }
        Ok(hashes)
    };
    apart(host, work).await?
}
