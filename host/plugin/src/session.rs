//! Temporary credentials.

use crate::account::AccountId;
use crate::caller::{Principal, Session};
use crate::error::ServiceError;
use crate::shape::Timestamp;

/// The largest session token that is ever issued, in characters.
///
/// AWS fixes no maximum; this is the largest that can be asked for as `MinimumSessionTokenSize`.
pub const MAX_TOKEN_SIZE: usize = 4096;

/// Issues temporary credentials. Nothing is stored: everything about the session is sealed into its token, which the
/// host opens again when the credentials are used, on any service, also after a restart.
pub trait SessionIssuer: Send + Sync {
    /// Credentials for a session. The token has at least `minimum_token_size` characters.
    ///
    /// # Errors
    /// `PackedPolicyTooLarge` (400) if the token would be larger than [`MAX_TOKEN_SIZE`]; `ServiceFailure` if no random
    /// numbers are to be had.
    fn issue(
        &self,
        account: AccountId,
        principal: &Principal,
        session: &Session,
        minimum_token_size: usize,
    ) -> Result<TemporaryCredentials, ServiceError>;
}

/// Issues nothing: for hosts of tests that need no sessions.
#[derive(Clone, Copy, Debug)]
pub struct NoSessions;

impl SessionIssuer for NoSessions {
    fn issue(
        &self,
        _account: AccountId,
        _principal: &Principal,
        _session: &Session,
        _minimum_token_size: usize,
    ) -> Result<TemporaryCredentials, ServiceError> {
        Err(ServiceError::failure("this host issues no sessions"))
    }
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
