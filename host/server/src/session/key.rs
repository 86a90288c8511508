//! The key that seals session tokens, kept in the data directory.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use data_encoding::BASE64;
use sha2::{Digest, Sha256};

use crate::private_file;

/// The name of the key's file in the data directory.
const FILE: &str = "session.key";

/// What stands before the key in its file: the version of the file's format.
const HEADING: &str = "awsim-session-key-1 ";

/// A key of 256 bits.
#[derive(Clone, PartialEq, Eq)]
pub struct SessionKey([u8; 32]);

/// Why there is no key.
#[derive(Debug, thiserror::Error)]
pub enum SessionKeyError {
    /// The file cannot be read or written.
    #[error("the session key {path} cannot be {attempt}: {source}")]
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
        "{0} is not a session key of this version of AWSim; move it away to have a new one made (temporary credentials \
         issued so far stop working then)"
    )]
    Malformed(PathBuf),
    /// The operating system gives no random numbers.
    #[error("no session key can be made: the operating system gives no random numbers: {0}")]
    NoRandomness(#[from] getrandom::Error),
}

impl SessionKey {
    /// A new key, for a host that keeps nothing.
    ///
    /// # Errors
    /// [`SessionKeyError::NoRandomness`].
    pub fn random() -> Result<Self, SessionKeyError> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes)?;
        Ok(Self(bytes))
    }

    /// The key in this directory, which is made if there is none. The file is readable by its owner only, and is there
    /// completely and durably, or not at all.
    ///
    /// # Errors
    /// [`SessionKeyError`] if it cannot be read or made.
    pub fn load_or_create(directory: &Path) -> Result<Self, SessionKeyError> {
        let path = directory.join(FILE);
        match fs::read(&path) {
            Ok(content) => Self::parse(&content).ok_or(SessionKeyError::Malformed(path)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Self::create(&path),
            Err(source) => Err(SessionKeyError::Io { path, attempt: "read", source }),
        }
    }

    fn create(path: &Path) -> Result<Self, SessionKeyError> {
        let key = Self::random()?;
        let written = write_new(path, format!("{HEADING}{}\n", BASE64.encode(&key.0)).as_bytes());
        written.map_err(|source| SessionKeyError::Io {
            path: path.to_owned(),
            attempt: "written",
            source,
        })?;
        Ok(key)
    }

    fn parse(content: &[u8]) -> Option<Self> {
        let encoded = content.strip_prefix(HEADING.as_bytes())?.trim_ascii_end();
        BASE64.decode(encoded).ok()?.try_into().ok().map(Self)
    }

    /// A key for something else that follows from this one and does not tell it.
    pub(crate) fn derived(&self, purpose: &[u8]) -> [u8; 32] {
        Sha256::new().chain_update(purpose).chain_update(self.0).finalize().into()
    }

    pub(super) fn bytes(&self) -> [u8; 32] {
        self.0
    }
}

/// The key itself is never shown.
impl fmt::Debug for SessionKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SessionKey(…)")
    }
}

/// Writes a file that did not exist: under another name first, then renamed, each step made durable.
fn write_new(path: &Path, content: &[u8]) -> io::Result<()> {
    let temporary = path.with_extension("key.new");
    let mut file = private_file::create(&temporary)?;
    file.write_all(content)?;
    file.sync_all()?;
    fs::rename(&temporary, path)?;
    if let Some(directory) = path.parent().filter(|_| cfg!(unix)) {
        File::open(directory)?.sync_all()?;
    }
    Ok(())
}
