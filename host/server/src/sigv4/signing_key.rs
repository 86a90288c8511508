//! Signing keys: derived from a secret for a day, region and service, and remembered, as a client signs with the same
//! one all day.

use std::fmt;
use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;

use hmac::{Hmac, KeyInit, Mac};
use p256::ecdsa::VerifyingKey;
use sha2::Sha256;

use super::scope::TERMINATOR;
use super::{Algorithm, Scope, Signature, asymmetric};
use crate::recent::Recent;

/// HMAC with SHA-256, keyed and ready for its message.
type Keyed = Hmac<Sha256>;

/// What a signature is checked with.
#[derive(Clone)]
pub(super) enum Key {
    /// The signing key of a day, region and service.
    Symmetric(Keyed),
    /// The public key of an access key.
    Asymmetric(Box<VerifyingKey>),
}

impl Key {
    /// Whether `signature` is one of the message. Compares in constant time.
    pub(super) fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        match self {
            Self::Symmetric(keyed) => {
                let mut keyed = keyed.clone();
                keyed.update(message);
                keyed.verify_slice(signature).is_ok()
            }
            Self::Asymmetric(key) => asymmetric::verifies(key, message, signature),
        }
    }
}

/// How many keys a generation of those remembered has.
const KEYS: usize = 16_384;

/// The signing keys last used, by the hash of what they are derived from.
#[derive(Debug)]
pub struct SigningKeys {
    recent: Recent<u64, Arc<Derived>>,
    hasher: RandomState,
}

/// A key with what it was derived from: two of those may have one hash.
struct Derived {
    purpose: Purpose<Box<str>>,
    key: Key,
}

impl fmt::Debug for Derived {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Derived").finish_non_exhaustive()
    }
}

/// What a key is derived from.
#[derive(PartialEq, Eq, Hash)]
struct Purpose<S> {
    algorithm: Algorithm,
    secret: S,
    /// Day, region and service for symmetric keys; asymmetric ones are for all of them, and for one access key id.
    scope: [S; 3],
}

impl<'a> Purpose<&'a str> {
    fn of(secret: &'a str, signature: &'a Signature<'_>) -> Self {
        let Scope { access_key_id, date, region, service } = &signature.scope;
        let scope: [&str; 3] = match signature.algorithm {
            Algorithm::HmacSha256 => [date, region, service],
            Algorithm::EcdsaP256Sha256 => [access_key_id, "", ""],
        };
        Self { algorithm: signature.algorithm, secret, scope }
    }

    fn kept(&self) -> Purpose<Box<str>> {
        Purpose { algorithm: self.algorithm, secret: self.secret.into(), scope: self.scope.map(Box::from) }
    }
}

impl Purpose<Box<str>> {
    fn is(&self, other: &Purpose<&str>) -> bool {
        self.algorithm == other.algorithm
            && *self.secret == *other.secret
            && self.scope.iter().zip(other.scope).all(|(one, other)| **one == *other)
    }
}

impl Default for SigningKeys {
    fn default() -> Self {
        Self { recent: Recent::new(KEYS), hasher: RandomState::new() }
    }
}

impl SigningKeys {
    /// What a signature that was made with `secret` is checked with; none if no key follows from it, which never happens.
    pub(super) fn key(&self, secret: &str, signature: &Signature<'_>) -> Option<Key> {
        let purpose = Purpose::of(secret, signature);
        let hash = self.hasher.hash_one(&purpose);
        if let Some(known) = self.recent.get(&hash).filter(|known| known.purpose.is(&purpose)) {
            return Some(known.key.clone());
        }
        let key = match signature.algorithm {
            Algorithm::HmacSha256 => Key::Symmetric(derive(secret, &signature.scope)?),
            Algorithm::EcdsaP256Sha256 => {
                let pair = asymmetric::derive(&signature.scope.access_key_id, secret)?;
                Key::Asymmetric(Box::new(*pair.verifying_key()))
            }
        };
        self.recent.insert(hash, Arc::new(Derived { purpose: purpose.kept(), key: key.clone() }), 1);
        Some(key)
    }
}

/// The signing key; none never happens, as HMAC takes keys of every length.
pub(super) fn derive(secret: &str, scope: &Scope<'_>) -> Option<Keyed> {
    let mut keyed = Keyed::new_from_slice(format!("AWS4{secret}").as_bytes()).ok()?;
    for part in [&*scope.date, &*scope.region, &*scope.service, TERMINATOR] {
        keyed.update(part.as_bytes());
        keyed = Keyed::new_from_slice(&keyed.finalize().into_bytes()).ok()?;
    }
    Some(keyed)
}
