//! Sealed session tokens: temporary credentials that nobody has to remember.
//!
//! Everything about a session (who it is, until when, with which policies and tags, even its secret access key) is
//! encrypted and authenticated into the session token that the client sends along, as AWS does it. So a million
//! sessions cost no memory, they outlive a restart, and any host with the same [`SessionKey`] accepts them.
//!
//! `claims` is what a token says, `seal` how it is sealed, `key` where the key is kept.

mod claims;
mod key;
mod seal;

#[cfg(test)]
mod tests;

pub use key::{SessionKey, SessionKeyError};
pub use seal::TokenError;

use awsim_plugin::access_key;
use awsim_plugin::account::AccountId;
use awsim_plugin::caller::{Caller, Principal, Session};
use awsim_plugin::error::ServiceError;
use awsim_plugin::session::{MAX_TOKEN_SIZE, SessionIssuer, TemporaryCredentials};
use awsim_plugin::shape::Timestamp;

use claims::Claims;

use crate::config::DataDir;
use crate::sealer::Sealer;

/// Seals and unseals session tokens.
#[derive(Debug)]
pub struct TokenSealer {
    key: SessionKey,
    sealer: Sealer,
}

/// A session as its token tells it.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenedSession {
    /// Who calls.
    pub caller: Caller,
    /// The secret access key that belongs to the token.
    pub secret_access_key: String,
}

impl TokenSealer {
    /// The sealer of a host that keeps its state here: with the key in the directory, which is made if there is none,
    /// or with a new key for a host that keeps nothing.
    ///
    /// # Errors
    /// [`SessionKeyError`] if the key cannot be read or made.
    pub fn open(data_dir: &DataDir) -> Result<Self, SessionKeyError> {
        match data_dir {
            DataDir::Memory => SessionKey::random(),
            DataDir::Path(directory) => SessionKey::load_or_create(directory),
        }
        .map(Self::new)
    }

    /// A sealer with this key.
    pub fn new(key: SessionKey) -> Self {
        let sealer = Sealer::new(key.bytes(), seal::VERSION);
        Self { key, sealer }
    }

    /// The key, from which keys for other purposes are derived.
    pub(crate) fn key(&self) -> &SessionKey {
        &self.key
    }

    /// Unseals a token that came together with an access key id.
    ///
    /// # Errors
    /// [`TokenError::Invalid`] if the token was not sealed with this key for this access key id;
    /// [`TokenError::Expired`] if it was, and the session is over.
    pub fn unseal(
        &self,
        token: &str,
        access_key_id: &str,
        now: Timestamp,
    ) -> Result<OpenedSession, TokenError> {
        let plaintext = seal::open(&self.sealer, token, access_key_id)?;
        let (account, principal, session, secret) = Claims::decode(&plaintext)?.into_parts()?;
        if session.expires_at <= now {
            return Err(TokenError::Expired);
        }
        let caller = Caller {
            account,
            principal,
            access_key_id: Some(access_key_id.to_owned()),
            session: Some(std::sync::Arc::new(session)),
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
        let claims = Claims::of(account, principal, session, secret).encode()?;
        let session_token =
            seal::seal(&self.sealer, claims, &access_key_id, minimum_token_size.min(MAX_TOKEN_SIZE))?;
        if session_token.len() > MAX_TOKEN_SIZE {
            return Err(ServiceError::sender(
                "PackedPolicyTooLarge",
                400,
                "Serialized token too large for session",
            ));
        }
        Ok(TemporaryCredentials {
            access_key_id,
            secret_access_key: access_key::new_secret(&secret),
            session_token,
            expiration: session.expires_at,
        })
    }
}

fn no_randomness(error: getrandom::Error) -> ServiceError {
    ServiceError::failure(format!("the operating system gives no random numbers: {error}"))
}
