//! How the keys are kept: a line for the ring, and a line for each key, newest first.
//!
//! ```text
//! awsim-session-keys-2 8f3a01c7
//! 2 2026-04-21T20:15:30Z zQ4x…=
//! 1 2026-04-21T08:15:30Z 9fL0…=
//! ```

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

use awsim_plugin::shape::Timestamp;

use super::key::SealingKey;
use super::{KeyError, Keys, Numbered};
use crate::private_file;

/// The name of the file in the data directory.
pub(super) const NAME: &str = "session.key";

/// What the file begins with: the version of its format.
const HEADING: &str = "awsim-session-keys-2 ";

/// What it began with when it held one key, which was never replaced.
const FIRST_HEADING: &str = "awsim-session-key-1 ";

/// The keys in this file, which is made if it is not there. It is readable by its owner only, and is there completely and
/// durably, or not at all.
///
/// # Errors
/// [`KeyError`].
pub(super) fn load_or_create(path: &Path, now: Timestamp) -> Result<Keys, KeyError> {
    let only = |key: SealingKey| {
        let keys = Keys::new(key, now)?;
        write(path, &keys)?;
        Ok(keys)
    };
    match fs::read_to_string(path) {
        Ok(text) => match text.strip_prefix(FIRST_HEADING) {
            Some(key) => only(SealingKey::decoded(key.trim_end().as_bytes()).ok_or_else(|| malformed(path))?),
            None => parse(&text).ok_or_else(|| malformed(path)),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => only(SealingKey::random()?),
        Err(error) if error.kind() == io::ErrorKind::InvalidData => Err(malformed(path)),
        Err(source) => Err(KeyError::Io { path: path.to_owned(), attempt: "read", source }),
    }
}

/// Writes the file anew: under another name first, then renamed, each step made durable.
///
/// # Errors
/// [`KeyError::Io`]; the file is as it was then.
pub(super) fn write(path: &Path, keys: &Keys) -> Result<(), KeyError> {
    replace(path, shown(keys).as_bytes()).map_err(|source| KeyError::Io {
        path: path.to_owned(),
        attempt: "written",
        source,
    })
}

fn malformed(path: &Path) -> KeyError {
    KeyError::Malformed(path.to_owned())
}

fn shown(keys: &Keys) -> String {
    let mut text = format!("{HEADING}{:08x}\n", keys.ring);
    for Numbered { number, since, key } in std::iter::once(&keys.newest).chain(&keys.earlier) {
        // Writing to a string does not fail.
        let _ = writeln!(text, "{number} {since} {}", key.encoded());
    }
    text
}

fn parse(text: &str) -> Option<Keys> {
    let mut lines = text.strip_prefix(HEADING)?.lines();
    let ring = u32::from_str_radix(lines.next()?, 16).ok()?;
    let mut keys = lines.map(numbered).collect::<Option<Vec<_>>>()?.into_iter();
    let keys = Keys { ring, newest: keys.next()?, earlier: keys.collect() };
    let all = || std::iter::once(&keys.newest).chain(&keys.earlier);
    all().zip(&keys.earlier).all(|(newer, older)| newer.number > older.number).then_some(())?;
    Some(keys)
}

fn numbered(line: &str) -> Option<Numbered> {
    let mut parts = line.split(' ');
    let (number, since, key) = (parts.next()?, parts.next()?, parts.next()?);
    Some(Numbered {
        number: number.parse().ok()?,
        since: Timestamp::parse(since).ok()?,
        key: SealingKey::decoded(key.as_bytes()).filter(|_| parts.next().is_none())?,
    })
}

fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
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
