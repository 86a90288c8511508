//! The keys with which the host seals what it gives away, kept in the data directory.
//!
//! Every so often a new key takes over. The earlier ones open what they have sealed as long as any of it may be good: the
//! longest session lasts 36 hours (`GetSessionToken`, `GetFederationToken`), so a key is dropped 36 hours after the next one
//! took over. The time is that of the host's clock. Whatever is sealed names its key by a [`KeyId`], so that what is from
//! another host can be told from what a key of this one sealed that was dropped since.
//!
//! `key` is a key, `file` how the ring is kept.

mod file;
mod key;

#[cfg(test)]
mod tests;

use std::io;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use arc_swap::ArcSwap;
use awsim_plugin::shape::Timestamp;

use crate::config::{DataDir, SessionSettings};
use key::SealingKey;

/// How long anything that is sealed may be good, in seconds: as long as the longest session.
pub(crate) const LONGEST_LIFE: i64 = 36 * 3600;

/// The bytes of a [`KeyId`].
pub(crate) const KEY_ID: usize = 8;

/// Names a key: the random number of its ring, and its number in the ring.
pub(crate) type KeyId = [u8; KEY_ID];

/// The keys of a host.
#[derive(Debug)]
pub struct KeyRing {
    keys: ArcSwap<Keys>,
    /// Held while a new key takes over.
    turning: Mutex<()>,
    /// For how many milliseconds a key seals.
    rotation: i64,
    /// Where the ring is kept, if it is.
    path: Option<PathBuf>,
}

/// What a ring consists of at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Keys {
    /// The random number of the ring.
    ring: u32,
    newest: Numbered,
    /// The earlier ones, newest first.
    earlier: Vec<Numbered>,
}

/// A key with its number and the time from which it seals, to the second, as sessions begin.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Numbered {
    number: u32,
    since: Timestamp,
    key: SealingKey,
}

/// What is known of the key that something was sealed with.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Known {
    /// It is here; this is what it comes to for the purpose.
    Here([u8; 32]),
    /// It was one of the ring's, so long ago that nothing that it sealed is good any more.
    Dropped,
    /// It was never one of the ring's.
    Nobodys,
}

/// Why there are no keys.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The file cannot be read or written.
    #[error("the session keys {path} cannot be {attempt}: {source}")]
    Io {
        /// The file.
        path: PathBuf,
        /// What was attempted.
        attempt: &'static str,
        /// What went wrong.
        source: io::Error,
    },
    /// The file holds something else.
    #[error(
        "{0} does not hold session keys of this version of AWSim; move it away to have new ones made (temporary \
         credentials issued so far stop working then)"
    )]
    Malformed(PathBuf),
    /// The operating system gives no random numbers.
    #[error("no session key can be made: the operating system gives no random numbers: {0}")]
    NoRandomness(#[from] getrandom::Error),
}

impl KeyRing {
    /// The ring of a host that keeps its state here: the one in the directory, which is made if there is none, or a new one
    /// for a host that keeps nothing.
    ///
    /// # Errors
    /// [`KeyError`] if the keys cannot be read or made.
    pub fn open(data_dir: &DataDir, settings: &SessionSettings, now: Timestamp) -> Result<Self, KeyError> {
        let (keys, path) = match data_dir {
            DataDir::Memory => (Keys::new(SealingKey::random()?, now)?, None),
            DataDir::Path(directory) => {
                let path = directory.join(file::NAME);
                (file::load_or_create(&path, now)?, Some(path))
            }
        };
        let rotation = i64::try_from(settings.key_rotation.as_millis()).unwrap_or(i64::MAX);
        Ok(Self { keys: ArcSwap::from_pointee(keys), turning: Mutex::new(()), rotation, path })
    }

    /// A ring with the usual settings that is kept nowhere.
    ///
    /// # Errors
    /// [`KeyError::NoRandomness`].
    pub fn ephemeral() -> Result<Self, KeyError> {
        Self::open(&DataDir::Memory, &SessionSettings::default(), Timestamp::default())
    }

    /// What the key that seals at a time comes to for a purpose. Where its time is over, a new one takes over first. If
    /// that cannot be had or kept, the present one goes on, so that whoever asks for credentials gets some.
    pub(crate) fn sealing(&self, purpose: &[u8], now: Timestamp) -> (KeyId, [u8; 32]) {
        if self.is_over(now) {
            let _turning = self.turning.lock().unwrap_or_else(PoisonError::into_inner);
            if self.is_over(now)
                && let Err(error) = self.turn(now)
            {
                tracing::error!(%error, "no new session key takes over");
            }
        }
        let keys = self.keys.load();
        (keys.id(&keys.newest), keys.newest.key.derived(purpose))
    }

    /// What the key with this id comes to for a purpose.
    pub(crate) fn opening(&self, purpose: &[u8], id: KeyId) -> Known {
        let keys = self.keys.load();
        let all = || std::iter::once(&keys.newest).chain(&keys.earlier);
        if let Some(found) = all().find(|numbered| keys.id(numbered) == id) {
            return Known::Here(found.key.derived(purpose));
        }
        let oldest = all().map(|numbered| numbered.number).min();
        match keys.number(id) {
            Some(number) if oldest.is_some_and(|oldest| number < oldest) => Known::Dropped,
            _ => Known::Nobodys,
        }
    }

    fn is_over(&self, now: Timestamp) -> bool {
        now.millis() >= self.keys.load().newest.since.millis().saturating_add(self.rotation)
    }

    fn turn(&self, now: Timestamp) -> Result<(), KeyError> {
        let turned = self.keys.load().turned(SealingKey::random()?, now);
        if let Some(path) = &self.path {
            file::write(path, &turned)?;
        }
        self.keys.store(turned.into());
        Ok(())
    }
}

impl Keys {
    /// A ring of one key.
    fn new(key: SealingKey, now: Timestamp) -> Result<Self, KeyError> {
        let newest = Numbered { number: 1, since: now.to_the_second(), key };
        Ok(Self { ring: getrandom::u32()?, newest, earlier: Vec::new() })
    }

    /// The ring with a new key, and without those that nothing good can have been sealed with.
    fn turned(&self, key: SealingKey, now: Timestamp) -> Self {
        let number = self.newest.number.saturating_add(1);
        let newest = Numbered { number, since: now.to_the_second(), key };
        let mut replaced_at = now;
        let is_needed = |earlier: &&Numbered| {
            let needed = now < replaced_at.plus_seconds(LONGEST_LIFE);
            replaced_at = earlier.since;
            needed
        };
        let earlier = std::iter::once(&self.newest).chain(&self.earlier).take_while(is_needed).cloned();
        Self { ring: self.ring, newest, earlier: earlier.collect() }
    }

    fn id(&self, numbered: &Numbered) -> KeyId {
        let [ring, number] = [self.ring, numbered.number].map(u32::to_be_bytes);
        let mut id = [0; KEY_ID];
        id[..4].copy_from_slice(&ring);
        id[4..].copy_from_slice(&number);
        id
    }

    /// The number in an id, if it is one of this ring's.
    fn number(&self, id: KeyId) -> Option<u32> {
        let [a, b, c, d, number @ ..] = id;
        (u32::from_be_bytes([a, b, c, d]) == self.ring).then(|| u32::from_be_bytes(number))
    }
}

/// How long a key seals unless the configuration says otherwise.
pub(crate) const USUAL_ROTATION: Duration = Duration::from_secs(12 * 3600);
