//! Sealing: what the host gives away and must recognize when it comes back.
//!
//! Session tokens, encoded authorization messages and context assertions are all sealed alike. A sealed text is the
//! version of its format (one byte), a random nonce (24 bytes), and the text under XChaCha20-Poly1305, whose nonces are long
//! enough to be picked at random for ever. The version is authenticated along, and so is whatever the text is bound to.

use std::fmt;

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};

const NONCE: usize = 24;
const TAG: usize = 16;

/// How many bytes longer a sealed text is.
pub(crate) const OVERHEAD: usize = 1 + NONCE + TAG;

/// Seals and opens texts of one format.
pub(crate) struct Sealer {
    cipher: XChaCha20Poly1305,
    version: u8,
}

impl Sealer {
    /// A sealer with a key of its own.
    pub(crate) fn new(key: [u8; 32], version: u8) -> Self {
        Self { cipher: XChaCha20Poly1305::new(&key.into()), version }
    }

    /// Seals a text; it can be opened only by whoever knows what it is bound to.
    ///
    /// # Errors
    /// [`getrandom::Error`] if the operating system gives no random numbers, or the text is too long for the cipher.
    pub(crate) fn seal(&self, text: &[u8], bound_to: &str) -> Result<Vec<u8>, getrandom::Error> {
        let mut nonce = [0; NONCE];
        getrandom::fill(&mut nonce)?;
        let payload = Payload { msg: text, aad: &self.associated(bound_to) };
        let sealed = self.cipher.encrypt(&XNonce::from(nonce), payload);
        let sealed = sealed.map_err(|_| getrandom::Error::UNEXPECTED)?;
        Ok([&[self.version], &nonce[..], &sealed].concat())
    }

    /// Opens a text; none if it was not sealed in this way, or was altered.
    pub(crate) fn open(&self, sealed: &[u8], bound_to: &str) -> Option<Vec<u8>> {
        let (version, rest) = sealed.split_first()?;
        let (nonce, sealed) = rest.split_first_chunk::<NONCE>().filter(|_| *version == self.version)?;
        let payload = Payload { msg: sealed, aad: &self.associated(bound_to) };
        self.cipher.decrypt(&XNonce::from(*nonce), payload).ok()
    }

    fn associated(&self, bound_to: &str) -> Vec<u8> {
        [&[self.version], bound_to.as_bytes()].concat()
    }
}

/// The key is never shown.
impl fmt::Debug for Sealer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sealer(…)")
    }
}
