//! Connections to the file.

use std::path::Path;
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Connection, Executor};

use super::statements::PREPARED;
use crate::config::Durability;

/// How long a commit waits for another program that writes to the file, for example a person with `sqlite3`.
const PATIENCE: Duration = Duration::from_secs(5);

/// Opens the file and changes nothing in it.
pub(super) async fn connect(path: &Path) -> Result<SqliteConnection, sqlx::Error> {
    SqliteConnectOptions::new()
        .filename(path)
        .busy_timeout(PATIENCE)
        .statement_cache_capacity(PREPARED)
        .thread_name(|_| "awsim-sqlite".to_owned())
        .disable_statement_logging()
        .connect()
        .await
}

/// Whether there is something in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileState {
    /// It has just been made.
    Fresh,
    /// It has a database.
    Used,
}

/// Prepares a connection for writing.
///
/// Memory is bounded: everything is kept in memory already, so the page cache only serves the inner pages. Checkpoints
/// are made beside the commits, not by them (see [`checkpoint`](super::checkpoint)). A fresh file has nothing that a
/// journal would have to save, so it becomes one with a log without writing a journal first.
pub(super) async fn prepare(
    connection: &mut SqliteConnection,
    durability: Durability,
    state: FileState,
) -> Result<(), sqlx::Error> {
    if state == FileState::Fresh {
        connection.execute("PRAGMA journal_mode = MEMORY").await?;
    }
    let pragmas = "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = -2048";
    connection.execute(pragmas).await?;
    let synchronous = match durability {
        Durability::Full => "PRAGMA synchronous = FULL",
        Durability::Normal => "PRAGMA synchronous = NORMAL",
    };
    connection.execute(synchronous).await?;
    Ok(())
}

/// Closes a connection. Being the last one, it writes everything into the file itself and removes the log.
pub(super) async fn close(connection: SqliteConnection) {
    if let Err(error) = connection.close().await {
        tracing::warn!(%error, "a connection to the database did not close");
    }
}
