//! Sealed session tokens: temporary credentials that nobody has to remember.
//!
//! Everything about a session (who it is, until when, with which policies and tags, even its secret access key) is
//! encrypted and authenticated into the session token that the client sends along, as AWS does it. So a million
//! sessions cost no memory, they outlive a restart, and any host with the same [`KeyRing`] accepts them.
//!
//! `claims` is what a token says, `policies` how it says the session policies, `seal` how it is sealed.

mod claims;
#[cfg(feature = "fuzzing")]
pub mod fuzzing;
mod policies;
mod seal;

#[cfg(test)]
mod tests;

pub use seal::TokenError;

use std::sync::Arc;

use awsim_plugin::access_key;
use awsim_plugin::account::AccountId;
use awsim_plugin::caller::{Caller, Principal, Session};
use awsim_plugin::error::ServiceError;
use awsim_plugin::session::{MAX_TOKEN_SIZE, SessionIssuer, TemporaryCredentials};
use awsim_plugin::shape::Timestamp;

use claims::Claims;

use crate::keys::KeyRing;
use crate::sealer::Sealer;

/// Seals and unseals session tokens.
#[derive(Debug)]
pub struct TokenSealer(Sealer);

/// A session as its token tells it.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenedSession {
    /// Who calls.
    pub caller: Caller,
    /// The secret access key that belongs to the token.
    pub secret_access_key: String,
}

impl TokenSealer {
    /// A sealer with the keys of this ring.
    pub fn new(ring: &Arc<KeyRing>) -> Self {
        Self(Sealer::new(ring, b"session token", seal::VERSION))
    }

    /// Unseals a token that came together with an access key id.
    ///
    /// # Errors
    /// [`TokenError::Invalid`] if the token was not sealed with a key of the ring for this access key id;
    /// [`TokenError::Expired`] if it was, and the session is over, or if it was so long ago that the key is gone.
    pub fn unseal(
        &self,
        token: &str,
        access_key_id: &str,
        now: Timestamp,
    ) -> Result<OpenedSession, TokenError> {
        let plaintext = seal::open(&self.0, token, access_key_id)?;
        let (account, principal, session, secret) = Claims::decode(&plaintext)?.into_parts()?;
        if session.expires_at <= now {
            return Err(TokenError::Expired);
        }
        let caller = Caller {
            account,
            principal,
            access_key_id: Some(access_key_id.to_owned()),
            session: Some(Arc::new(session)),
        };
        Ok(OpenedSession { caller, secret_access_key: access_key::new_secret(&secret) })
    }
}

impl SessionIssuer for TokenSealer {
    fn issue(
        &self,
        account: AccountId,
        principal: &Principal,
        session: &Session,
        minimum_token_size: usize,
    ) -> Result<TemporaryCredentials, ServiceError> {
        let id = getrandom::u64().map_err(no_randomness)?;
        let mut secret = [0; access_key::SECRET_BYTES];
        getrandom::fill(&mut secret).map_err(no_randomness)?;

        let access_key_id = access_key::new_id(access_key::TEMPORARY, account, id);
        let claims = Claims::of(account, principal, session, secret)?.encode()?;
        let minimum = minimum_token_size.min(MAX_TOKEN_SIZE);
        let session_token = seal::seal(&self.0, claims, &access_key_id, minimum, session.issued_at)?;
        if session_token.len() > MAX_TOKEN_SIZE {
            return Err(too_large());
        }
        Ok(TemporaryCredentials {
            access_key_id,
            secret_access_key: access_key::new_secret(&secret),
            session_token,
            expiration: session.expires_at,
        })
    }
}

/// The session says more than a token can.
fn too_large() -> ServiceError {
    ServiceError::sender("PackedPolicyTooLarge", 400, "Serialized token too large for session")
}

fn no_randomness(error: getrandom::Error) -> ServiceError {
    ServiceError::failure(format!("the operating system gives no random numbers: {error}"))
}
