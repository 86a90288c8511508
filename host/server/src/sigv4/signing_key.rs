//! Signing keys: derived from a secret for a day, region and service, and remembered, as a client signs with the same
//! one all day.

use std::hash::{BuildHasher, RandomState};
use std::sync::{Mutex, PoisonError};

use hmac::{Hmac, KeyInit, Mac};
use p256::ecdsa::VerifyingKey;
use sha2::Sha256;

use super::scope::TERMINATOR;
use super::{Algorithm, Scope, Signature, asymmetric};

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

/// How many keys are remembered.
const SLOTS: usize = 256;

/// The signing keys last used. Each has one place; another that wants it takes it, so that memory is bounded.
pub struct SigningKeys {
    slots: Box<[Mutex<Option<Slot>>]>,
    hasher: RandomState,
}

struct Slot {
    purpose: Purpose,
    key: Key,
}

/// What a key is derived from.
#[derive(PartialEq, Eq, Hash)]
struct Purpose {
    algorithm: Algorithm,
    secret: Box<str>,
    /// The credential scope for symmetric keys; asymmetric ones are for all days and services.
    scope: Box<str>,
}

impl Purpose {
    fn of(secret: &str, signature: &Signature<'_>) -> Self {
        let scope = match signature.algorithm {
            Algorithm::HmacSha256 => signature.scope.signed().into(),
            Algorithm::EcdsaP256Sha256 => (*signature.scope.access_key_id).into(),
        };
        Self { algorithm: signature.algorithm, secret: secret.into(), scope }
    }
}

impl Default for SigningKeys {
    fn default() -> Self {
        Self { slots: (0..SLOTS).map(|_| Mutex::new(None)).collect(), hasher: RandomState::new() }
    }
}

impl SigningKeys {
    /// What a signature that was made with `secret` is checked with; none if no key follows from it, which never happens.
    pub(super) fn key(&self, secret: &str, signature: &Signature<'_>) -> Option<Key> {
        let purpose = Purpose::of(secret, signature);
        let hash = self.hasher.hash_one(&purpose);
        let slot = self.slots.get(usize::try_from(hash % SLOTS as u64).ok()?)?;
        // What is in a slot is replaced as a whole, so a panic elsewhere cannot have left it half done.
        let lock = || slot.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = lock().as_ref().filter(|known| known.purpose == purpose) {
            return Some(known.key.clone());
        }
        let key = match signature.algorithm {
            Algorithm::HmacSha256 => Key::Symmetric(derive(secret, &signature.scope)?),
            Algorithm::EcdsaP256Sha256 => {
                let pair = asymmetric::derive(&signature.scope.access_key_id, secret)?;
                Key::Asymmetric(Box::new(*pair.verifying_key()))
            }
        };
        *lock() = Some(Slot { purpose, key: key.clone() });
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
