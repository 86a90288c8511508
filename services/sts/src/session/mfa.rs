//! Multi-factor authentication in a request that makes a session.

use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;

use crate::errors::access_denied;

/// When the caller authenticated with a second factor in this request: never, if it names no device.
///
/// # Errors
/// `AccessDenied` (403) if only one of device and code is there, or if the device is not one of the caller's. No
/// service offers MFA devices yet, so no device ever is.
pub(crate) fn authenticated_at(
    serial_number: Option<&str>,
    token_code: Option<&str>,
) -> Result<Option<Timestamp>, ServiceError> {
    match (serial_number, token_code) {
        (None, None) => Ok(None),
        (Some(_), Some(_)) => Err(access_denied(
            "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is \
             valid and associated with this user.",
        )),
        _ => Err(access_denied(
            "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.",
        )),
    }
}
