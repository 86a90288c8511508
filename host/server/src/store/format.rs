//! The format of the file.

use std::fmt;

/// `application_id` of AWSim's files: "AWSm".
pub(super) const APPLICATION_ID: i64 = 0x4157_536d;

/// The version of the layout of a file (`user_version` of SQLite).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FormatVersion(pub(super) i64);

impl FormatVersion {
    /// The version that this program reads and writes.
    pub const CURRENT: FormatVersion = FormatVersion(1);
}

impl fmt::Display for FormatVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
