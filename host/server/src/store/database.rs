//! The database while it is open: batches go in, and it is asked what it holds.

use std::path::{Path, PathBuf};

use sqlx::Executor;
use sqlx::sqlite::SqliteConnection;

use super::batch::Batch;
use super::checkpoint::Checkpoints;
use super::connection::{FileState, close, connect, prepare};
use super::directory::DataDirectory;
use super::statements::statements;
use crate::config::Durability;

const VALUE: &str =
    "SELECT value FROM entry WHERE service = ? AND collection = ? AND account = ? AND key = ?";

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
        let mut statements = statements(&batch.written).chain(statements(&batch.removed));
        // A statement by itself is a transaction.
        match (statements.next(), statements.next()) {
            (Some(first), Some(second)) => {
                connection.execute("BEGIN IMMEDIATE").await?;
                for statement in [first, second].into_iter().chain(statements) {
                    statement.execute(connection).await?;
                }
                connection.execute("COMMIT").await?;
            }
            (Some(only), None) => only.execute(connection).await?,
            (None, _) => {}
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
        for row in batch.rows() {
            let found: Option<String> = sqlx::query_scalar(VALUE)
                .bind(row.service)
                .bind(row.collection)
                .bind(&*row.account)
                .bind(&*row.key)
                .persistent(false)
                .fetch_optional(&mut *connection)
                .await?;
            if found != row.value {
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
