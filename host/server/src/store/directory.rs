//! The data directory and the lock on it.

use std::fs::{DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::thread::{self, JoinHandle};

use super::StoreError;

/// The name of the file that holds the lock and the id of the process that has it.
const LOCK: &str = "awsim.lock";
/// The name of the database.
const DATABASE: &str = "awsim.sqlite";

/// A data directory that this process has for itself as long as the value lives.
pub(super) struct DataDirectory {
    path: PathBuf,
    /// Makes the entry of a new directory durable, which takes as long as everything else of a start together.
    entry: Option<JoinHandle<io::Result<()>>>,
    /// The operating system releases the lock when the file is closed, however the process ends.
    lock: File,
}

impl Drop for DataDirectory {
    /// Releases the lock at once. Merely closed, it would outlive this in a child that another thread is just starting,
    /// which has the file open until it becomes another program.
    fn drop(&mut self) {
        // It is closed in any case.
        let _ = self.lock.unlock();
    }
}

impl DataDirectory {
    /// Makes the directory if it is not there and takes it. A new one is not durable before [`Self::settle`].
    pub(super) fn take(path: &Path) -> Result<Self, StoreError> {
        let failed = |reason| StoreError::Directory { path: path.to_owned(), reason };
        let entry = make(path).map_err(failed)?;
        // SQLite takes a relative name that begins with `file:` for a URI.
        let path = path.canonicalize().map_err(failed)?;
        let mut lock = private().open(path.join(LOCK)).map_err(failed)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(StoreError::InUse { process: holder(&mut lock), path });
            }
            Err(TryLockError::Error(reason)) => return Err(failed(reason)),
        }
        lock.set_len(0).and_then(|()| writeln!(lock, "{}", std::process::id())).map_err(failed)?;
        Ok(Self { path, entry, lock })
    }

    /// Waits until the directory is durable.
    pub(super) fn settle(&mut self) -> Result<(), StoreError> {
        let settled = match self.entry.take().map(JoinHandle::join) {
            Some(Ok(synced)) => synced,
            Some(Err(_)) => Err(io::Error::other("the thread that makes it durable failed")),
            None => Ok(()),
        };
        settled.map_err(|reason| StoreError::Directory { path: self.path.clone(), reason })
    }

    /// The path of the database; an empty file, readable by its owner alone, if there was none.
    pub(super) fn database(&self) -> Result<PathBuf, StoreError> {
        let file = self.path.join(DATABASE);
        match private().open(&file) {
            Ok(_) => Ok(file),
            Err(reason) => Err(StoreError::Directory { path: self.path.clone(), reason }),
        }
    }
}

/// Makes the directory for the owner alone, as its files hold secret keys, and begins to make its entry in the parent
/// durable.
fn make(path: &Path) -> io::Result<Option<JoinHandle<io::Result<()>>>> {
    if path.is_dir() {
        return Ok(None);
    }
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)?;
    #[cfg(unix)]
    if let Some(parent) = path.canonicalize()?.parent() {
        let parent = File::open(parent)?;
        let begun =
            thread::Builder::new().name("awsim-directory".to_owned()).spawn(move || parent.sync_all())?;
        return Ok(Some(begun));
    }
    Ok(None)
}

fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// The process that says it has the lock.
fn holder(lock: &mut File) -> Option<u32> {
    let mut text = String::new();
    lock.rewind().ok()?;
    lock.take(20).read_to_string(&mut text).ok()?;
    text.trim().parse().ok()
}
