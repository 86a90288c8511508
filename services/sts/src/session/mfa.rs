//! Multi-factor authentication in a request that makes a session.

use awsim_plugin::context::Context;
use awsim_plugin::directory::MfaRefusal;
use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::Transaction;

use crate::errors::access_denied;

/// A second factor: a device of the caller and the one-time password that it shows.
#[derive(Debug)]
pub(crate) struct Factor {
    serial_number: String,
    code: String,
}

impl Factor {
    /// The second factor in a request, if there is one.
    ///
    /// # Errors
    /// `AccessDenied` (403) if only one of device and code is there.
    pub(crate) fn of_request(
        serial_number: Option<String>,
        code: Option<String>,
    ) -> Result<Option<Self>, ServiceError> {
        match (serial_number, code) {
            (None, None) => Ok(None),
            (Some(serial_number), Some(code)) => Ok(Some(Self { serial_number, code })),
            _ => Err(access_denied(
                "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.",
            )),
        }
    }

    /// Authenticates the caller, and says when: now. The one-time password is used up with it.
    ///
    /// # Errors
    /// `AccessDenied` (403) if the device is not one of the caller's, or does not show this code.
    pub(crate) fn authenticate(
        self,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<Timestamp, ServiceError> {
        let refusal = match cx.host.identity_directory() {
            Some(directory) => {
                let (account, principal) = (cx.account(), &cx.caller.principal);
                directory
                    .authenticate_mfa(state, account, principal, &self.serial_number, &self.code, cx.now)
                    .err()
            }
            None => Some(MfaRefusal::UnknownDevice),
        };
        match refusal {
            None => Ok(cx.now.to_the_second()),
            Some(MfaRefusal::UnknownDevice) => Err(access_denied(
                "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number \
                 is valid and associated with this user.",
            )),
            Some(MfaRefusal::InvalidCode) => {
                Err(access_denied("MultiFactorAuthentication failed with invalid MFA one time pass code. "))
            }
        }
    }
}
