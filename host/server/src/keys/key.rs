//! One of the keys that seal.

use std::fmt;

use data_encoding::BASE64;
use sha2::{Digest, Sha256};

/// A key of 256 bits.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct SealingKey([u8; 32]);

impl SealingKey {
    /// A new key.
    ///
    /// # Errors
    /// [`getrandom::Error`] if the operating system gives no random numbers.
    pub(super) fn random() -> Result<Self, getrandom::Error> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes)?;
        Ok(Self(bytes))
    }

    /// Reads what [`encoded`](Self::encoded) wrote.
    pub(super) fn decoded(text: &[u8]) -> Option<Self> {
        BASE64.decode(text).ok()?.try_into().ok().map(Self)
    }

    /// The key for its file.
    pub(super) fn encoded(&self) -> String {
        BASE64.encode(&self.0)
    }

    /// The key for one purpose, which follows from this one and does not tell it.
    pub(super) fn derived(&self, purpose: &[u8]) -> [u8; 32] {
        Sha256::new().chain_update(purpose).chain_update(self.0).finalize().into()
    }
}

/// The key itself is never shown.
impl fmt::Debug for SealingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SealingKey(…)")
    }
}
