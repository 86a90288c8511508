//! Connections to the file.

use std::path::Path;
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Connection, Executor};

use crate::config::Durability;

/// How long a commit waits for another program that writes to the file, for example a person with `sqlite3`.
const PATIENCE: Duration = Duration::from_secs(5);

/// Opens the file and changes nothing in it.
pub(super) async fn connect(path: &Path) -> Result<SqliteConnection, sqlx::Error> {
    SqliteConnectOptions::new()
        .filename(path)
        .busy_timeout(PATIENCE)
        .statement_cache_capacity(8)
        .thread_name(|_| "awsim-sqlite".to_owned())
        .disable_statement_logging()
        .connect()
        .await
}

/// Prepares a connection for writing.
///
/// Memory is bounded: everything is kept in memory already, so the page cache only serves the inner pages. Checkpoints
/// are made beside the commits, not by them (see [`checkpoint`](super::checkpoint)).
pub(super) async fn prepare(
    connection: &mut SqliteConnection,
    durability: Durability,
) -> Result<(), sqlx::Error> {
    let pragmas = match durability {
        Durability::Full => concat!(
            "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = -2048; ",
            "PRAGMA synchronous = FULL;"
        ),
        Durability::Normal => concat!(
            "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = -2048; ",
            "PRAGMA synchronous = NORMAL;"
        ),
    };
    connection.execute(pragmas).await?;
    Ok(())
}

/// Closes a connection. Being the last one, it writes everything into the file itself and removes the log.
pub(super) async fn close(connection: SqliteConnection) {
    if let Err(error) = connection.close().await {
        tracing::warn!(%error, "a connection to the database did not close");
    }
}
