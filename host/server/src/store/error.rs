//! Why a store does not open.

use std::path::PathBuf;

use super::format::FormatVersion;

/// Why a store does not open. Nothing in the data directory is changed then.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The data directory cannot be made or read.
    #[error("the data directory {} cannot be used: {reason}", path.display())]
    Directory {
        /// The directory.
        path: PathBuf,
        /// What the operating system says.
        reason: std::io::Error,
    },
    /// Another process uses the data directory.
    #[error(
        "the data directory {} is in use by another AWSim{}; stop it, or choose another directory with --data-dir",
        path.display(),
        process.map(|id| format!(" (process {id})")).unwrap_or_default()
    )]
    InUse {
        /// The directory.
        path: PathBuf,
        /// The process that uses it, if it is known.
        process: Option<u32>,
    },
    /// The file is a SQLite database, but not one of AWSim.
    #[error("{} is a database of another program; AWSim leaves it as it is", path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// The file was written by a newer AWSim.
    #[error(
        "{} was written by a newer AWSim (format {found}, this one knows up to {}); it is left as it is",
        path.display(),
        FormatVersion::CURRENT
    )]
    NewerFormat {
        /// The file.
        path: PathBuf,
        /// The format of the file.
        found: FormatVersion,
    },
    /// The migrations that made the file are not those of this program.
    #[error("{} was written by another version of AWSim: {reason}; it is left as it is", path.display())]
    Migration {
        /// The file.
        path: PathBuf,
        /// What does not fit.
        reason: sqlx::migrate::MigrateError,
    },
    /// The rows of a collection were written by a newer AWSim.
    #[error(
        "{} has the collection {service}/{collection} in version {found} of its form, which is newer than this \
         AWSim knows ({known}); it is left as it is",
        path.display()
    )]
    NewerCollection {
        /// The file.
        path: PathBuf,
        /// The signing name of the service.
        service: &'static str,
        /// The name of the collection.
        collection: &'static str,
        /// The version in the file.
        found: u32,
        /// The version that this program writes.
        known: u32,
    },
    /// The file is damaged.
    #[error("{} is damaged: {reason}; it is left as it is", path.display())]
    Corrupt {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// The database failed.
    #[error("the database {} failed: {reason}", path.display())]
    Database {
        /// The file.
        path: PathBuf,
        /// What SQLite says.
        reason: sqlx::Error,
    },
}
