//! Files that only their owner reads.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::Path;

/// Makes a file that only its owner reads, in place of one that may be there, which others may have open or may read.
///
/// # Errors
/// If the file that is there cannot be removed, or the new one cannot be made.
pub(crate) fn create(path: &Path) -> io::Result<File> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)
}
