//! Signing keys: derived from a secret for a day, region and service, and remembered, as a client signs with the same
//! one all day.

use std::hash::{BuildHasher, RandomState};
use std::sync::{Mutex, PoisonError};

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::Scope;
use super::scope::TERMINATOR;

/// HMAC with SHA-256, keyed and ready for its message.
type Keyed = Hmac<Sha256>;

/// How many keys are remembered.
const SLOTS: usize = 256;

/// The signing keys last used. Each has one place; another that wants it takes it, so that memory is bounded.
pub struct SigningKeys {
    slots: Box<[Mutex<Option<Slot>>]>,
    hasher: RandomState,
}

struct Slot {
    secret: Box<str>,
    date: Box<str>,
    region: Box<str>,
    service: Box<str>,
    keyed: Keyed,
}

impl Slot {
    fn is_for(&self, secret: &str, scope: &Scope<'_>) -> bool {
        *self.secret == *secret
            && *self.date == *scope.date
            && *self.region == *scope.region
            && *self.service == *scope.service
    }
}

impl Default for SigningKeys {
    fn default() -> Self {
        Self { slots: (0..SLOTS).map(|_| Mutex::new(None)).collect(), hasher: RandomState::new() }
    }
}

impl SigningKeys {
    /// Whether `signature` is the one that `secret` gives `string_to_sign`. Compares in constant time.
    pub(super) fn verifies(
        &self,
        secret: &str,
        scope: &Scope<'_>,
        string_to_sign: &str,
        signature: &[u8],
    ) -> bool {
        let Some(mut keyed) = self.keyed(secret, scope) else { return false };
        keyed.update(string_to_sign.as_bytes());
        keyed.verify_slice(signature).is_ok()
    }

    fn keyed(&self, secret: &str, scope: &Scope<'_>) -> Option<Keyed> {
        let hash = self.hasher.hash_one((secret, &scope.date, &scope.region, &scope.service));
        let slot = self.slots.get(usize::try_from(hash % SLOTS as u64).ok()?)?;
        // What is in a slot is replaced as a whole, so a panic elsewhere cannot have left it half done.
        let mut slot = slot.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = slot.as_ref().filter(|known| known.is_for(secret, scope)) {
            return Some(known.keyed.clone());
        }
        let keyed = derive(secret, scope)?;
        *slot = Some(Slot {
            secret: secret.into(),
            date: (*scope.date).into(),
            region: (*scope.region).into(),
            service: (*scope.service).into(),
            keyed: keyed.clone(),
        });
        Some(keyed)
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
