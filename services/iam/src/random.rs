//! Random bytes of the operating system.

use awsim_plugin::error::ServiceError;

/// Random bytes, fit for secrets.
///
/// # Errors
/// `ServiceFailure` if the operating system has none.
pub(crate) fn bytes<const N: usize>() -> Result<[u8; N], ServiceError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)
        .map_err(|error| ServiceError::failure(format!("no random numbers are to be had: {error}")))?;
    Ok(bytes)
}
