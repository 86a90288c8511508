//! The database while it is open: batches go in, and it is asked what it holds.

use std::path::{Path, PathBuf};

use sqlx::sqlite::SqliteConnection;
use sqlx::{Executor, Row};

use super::batch::{Batch, Piece};
use super::checkpoint::Checkpoints;
use super::connection::{FileState, close, connect, prepare};
use super::directory::DataDirectory;
use crate::config::Durability;

/// Adds or replaces the rows of a JSON array.
macro_rules! write_rows {
    ($array:literal) => {
        concat!(
            "INSERT INTO entry (service, collection, account, key, value) \
            SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value -> 4 FROM json_each(",
            $array,
            ") WHERE true ON CONFLICT DO UPDATE SET value = excluded.value"
        )
    };
}

/// Removes the rows of a JSON array.
macro_rules! remove_rows {
    ($array:literal) => {
        concat!(
            "DELETE FROM entry WHERE (service, collection, account, key) IN \
            (SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(",
            $array,
            "))"
        )
    };
}

const WRITE: &str = write_rows!("?1");
const REMOVE: &str = remove_rows!("?1");
const BOTH: &str = concat!("BEGIN IMMEDIATE; ", write_rows!("?1"), "; ", remove_rows!("?2"), "; COMMIT");
/// How many rows of a piece are not in the file as the piece has them.
const DIFFERENT: &str = "SELECT \
    (SELECT count(*) FROM json_each(?1) AS row WHERE NOT EXISTS (SELECT 1 FROM entry \
        WHERE service = row.value ->> 0 AND collection = row.value ->> 1 AND account = row.value ->> 2 \
        AND key = row.value ->> 3 AND entry.value = row.value -> 4)) + \
    (SELECT count(*) FROM json_each(?2) AS row WHERE EXISTS (SELECT 1 FROM entry \
        WHERE service = row.value ->> 0 AND collection = row.value ->> 1 AND account = row.value ->> 2 \
        AND key = row.value ->> 3))";

/// The database while it is open.
pub(super) struct Database {
    path: PathBuf,
    durability: Durability,
    /// None after a failure, until it is opened again.
    connection: Option<SqliteConnection>,
    checkpoints: Checkpoints,
    _directory: DataDirectory,
}

impl Database {
    /// The database behind a connection that is ready for writing.
    pub(super) fn new(
        directory: DataDirectory,
        path: PathBuf,
        connection: SqliteConnection,
        durability: Durability,
    ) -> Self {
        let checkpoints = Checkpoints::new(path.clone());
        Self { path, durability, connection: Some(connection), checkpoints, _directory: directory }
    }

    /// The path of the file.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Writes a batch in one transaction; when it returns, the batch is durable.
    ///
    /// # Errors
    /// If SQLite fails. The batch may be there all the same: ask [`Self::holds`].
    pub(super) async fn write(&mut self, batch: &Batch) -> Result<(), sqlx::Error> {
        let connection = self.connection().await?;
        match batch.pieces.as_slice() {
            [piece] => write_alone(connection, piece).await?,
            pieces => write_together(connection, pieces).await?,
        }
        Ok(())
    }

    /// Keeps the log short; called between two batches with the rows of the last one.
    pub(super) async fn tidy(&mut self, rows: usize) {
        self.checkpoints.written(rows, self.connection.as_mut()).await;
    }

    /// Whether the file has every row of the batch as the batch has it. A batch is there as a whole or not at all.
    ///
    /// The file is opened anew for the answer: what a failed commit has left in the caches of a connection or in the
    /// log decides nothing, only what is found there from now on.
    pub(super) async fn holds(&mut self, batch: &Batch) -> Result<bool, sqlx::Error> {
        self.checkpoints.settle().await;
        if let Some(connection) = self.connection.take() {
            close(connection).await;
        }
        let connection = self.connection().await?;
        for piece in &batch.pieces {
            let row = sqlx::query(DIFFERENT)
                .bind(array(&piece.written))
                .bind(array(&piece.removed))
                .persistent(false)
                .fetch_one(&mut *connection)
                .await?;
            if row.try_get::<i64, _>(0)? > 0 {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Writes everything into the file itself and closes it.
    pub(super) async fn close(mut self) {
        self.checkpoints.settle().await;
        if let Some(connection) = self.connection.take() {
            close(connection).await;
        }
    }

    /// Runs a statement on the connection that writes.
    #[cfg(test)]
    pub(super) async fn execute(&mut self, sql: &'static str) -> Result<(), sqlx::Error> {
        self.connection().await?.execute(sql).await?;
        Ok(())
    }

    async fn connection(&mut self) -> Result<&mut SqliteConnection, sqlx::Error> {
        let connection = match self.connection.take() {
            Some(connection) => connection,
            None => {
                let mut connection = connect(&self.path).await?;
                prepare(&mut connection, self.durability, FileState::Used).await?;
                connection
            }
        };
        Ok(self.connection.insert(connection))
    }
}

/// A batch of one piece takes one statement, or one round trip of several.
async fn write_alone(connection: &mut SqliteConnection, piece: &Piece) -> Result<(), sqlx::Error> {
    let query = match (piece.written.is_empty(), piece.removed.is_empty()) {
        (_, true) => sqlx::query(WRITE).bind(piece.written.as_str()),
        (true, false) => sqlx::query(REMOVE).bind(piece.removed.as_str()),
        (false, false) => sqlx::query(BOTH).bind(piece.written.as_str()).bind(piece.removed.as_str()),
    };
    query.execute(connection).await?;
    Ok(())
}

async fn write_together(connection: &mut SqliteConnection, pieces: &[Piece]) -> Result<(), sqlx::Error> {
    connection.execute("BEGIN IMMEDIATE").await?;
    for piece in pieces {
        sqlx::query(WRITE).bind(array(&piece.written)).execute(&mut *connection).await?;
        sqlx::query(REMOVE).bind(array(&piece.removed)).execute(&mut *connection).await?;
    }
    connection.execute("COMMIT").await?;
    Ok(())
}

fn array(text: &str) -> &str {
    if text.is_empty() { "[]" } else { text }
}
