//! Temporary credentials.

use crate::account::AccountId;
use crate::caller::{Principal, Session};
use crate::error::ServiceError;
use crate::shape::Timestamp;

/// Issues temporary credentials. Nothing is stored: everything about the session is sealed into its token, which the
/// host opens again when the credentials are used, on any service, also after a restart.
pub trait SessionIssuer: Send + Sync {
    /// Credentials for a session.
    ///
    /// # Errors
    /// `ServiceFailure` if no random numbers are to be had.
    fn issue(
        &self,
        account: AccountId,
        principal: &Principal,
        session: &Session,
    ) -> Result<TemporaryCredentials, ServiceError>;
}

/// Temporary credentials.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemporaryCredentials {
    /// `ASIA…`
    pub access_key_id: String,
    /// The secret access key.
    pub secret_access_key: String,
    /// The sealed session.
    pub session_token: String,
    /// When they stop working.
    pub expiration: Timestamp,
}
