//! Sealing: what the host gives away and must recognize when it comes back.
//!
//! Session tokens, encoded authorization messages and context assertions are all sealed alike. A sealed text is the
//! version of its format (one byte), the id of its key (eight bytes), a random nonce (24 bytes), and the text under
//! XChaCha20-Poly1305, whose nonces are long enough to be picked at random for ever. Version and key id are authenticated
//! along, and so is whatever the text is bound to.

use std::sync::Arc;

use awsim_plugin::shape::Timestamp;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};

use crate::keys::{KEY_ID, KeyId, KeyRing, Known};

const NONCE: usize = 24;
const TAG: usize = 16;

/// The bytes before the nonce: the version and the id of the key.
const HEAD: usize = 1 + KEY_ID;

/// How many bytes longer a sealed text is.
pub(crate) const OVERHEAD: usize = HEAD + NONCE + TAG;

/// Seals and opens texts of one format, with keys of its own.
#[derive(Debug)]
pub(crate) struct Sealer {
    ring: Arc<KeyRing>,
    /// What the keys are for: those for other formats are others.
    purpose: &'static [u8],
    version: u8,
}

/// Why a text does not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unopened {
    /// It was not sealed here in this way, or was altered.
    Invalid,
    /// It says that it was sealed so long ago that the key is gone, and with it all that was ever good of it.
    Outlived,
}

impl Sealer {
    /// A sealer that takes its keys from this ring.
    pub(crate) fn new(ring: &Arc<KeyRing>, purpose: &'static [u8], version: u8) -> Self {
        Self { ring: Arc::clone(ring), purpose, version }
    }

    /// Seals a text at a time; it can be opened only by whoever knows what it is bound to.
    ///
    /// # Errors
    /// [`getrandom::Error`] if the operating system gives no random numbers, or the text is too long for the cipher.
    pub(crate) fn seal(
        &self,
        text: &[u8],
        bound_to: &str,
        now: Timestamp,
    ) -> Result<Vec<u8>, getrandom::Error> {
        let (id, key) = self.ring.sealing(self.purpose, now);
        let mut nonce = [0; NONCE];
        getrandom::fill(&mut nonce)?;
        let head = self.head(id);
        let payload = Payload { msg: text, aad: &[&head, bound_to.as_bytes()].concat() };
        let sealed = XChaCha20Poly1305::new(&key.into()).encrypt(&XNonce::from(nonce), payload);
        let sealed = sealed.map_err(|_| getrandom::Error::UNEXPECTED)?;
        Ok([&head[..], &nonce, &sealed].concat())
    }

    /// Opens a text.
    ///
    /// # Errors
    /// [`Unopened`].
    pub(crate) fn open(&self, sealed: &[u8], bound_to: &str) -> Result<Vec<u8>, Unopened> {
        let (head, rest) = sealed.split_first_chunk::<HEAD>().ok_or(Unopened::Invalid)?;
        let [version, id @ ..] = *head;
        let (nonce, sealed) = rest
            .split_first_chunk::<NONCE>()
            .filter(|(_, sealed)| version == self.version && sealed.len() >= TAG)
            .ok_or(Unopened::Invalid)?;
        let key = match self.ring.opening(self.purpose, id) {
            Known::Here(key) => key,
            Known::Dropped => return Err(Unopened::Outlived),
            Known::Nobodys => return Err(Unopened::Invalid),
        };
        let payload = Payload { msg: sealed, aad: &[head, bound_to.as_bytes()].concat() };
        let opened = XChaCha20Poly1305::new(&key.into()).decrypt(&XNonce::from(*nonce), payload);
        opened.map_err(|_| Unopened::Invalid)
    }

    fn head(&self, id: KeyId) -> [u8; HEAD] {
        let mut head = [self.version; HEAD];
        head[1..].copy_from_slice(&id);
        head
    }
}
