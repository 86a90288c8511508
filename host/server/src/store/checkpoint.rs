//! Checkpoints: what has been committed moves from the log into the file, beside the commits.
//!
//! SQLite would make a checkpoint within a commit whenever the log is long enough, and that commit would wait for
//! hundreds of pages. Here a connection of its own does the most of it while commits go on. What was committed
//! meanwhile is little; the committer moves it between two commits, and the log begins anew from its start.

use std::path::{Path, PathBuf};

use sqlx::Executor;
use sqlx::sqlite::SqliteConnection;
use tokio::task::JoinHandle;

use super::connection::{close, connect};

/// About how many pages are written to the log between two checkpoints: 16 MB.
const INTERVAL: usize = 4096;

/// The checkpoints of a database.
pub(super) struct Checkpoints {
    path: PathBuf,
    /// About how many pages were written to the log since the last checkpoint began.
    pages: usize,
    running: Option<JoinHandle<()>>,
}

impl Checkpoints {
    pub(super) fn new(path: PathBuf) -> Self {
        Self { path, pages: 0, running: None }
    }

    /// Notes that a batch with so many rows was written through this connection, and makes a checkpoint when it is
    /// time.
    pub(super) async fn written(&mut self, rows: usize, connection: Option<&mut SqliteConnection>) {
        // A page for each row, and those above it that are split.
        self.pages += rows + 2;
        if self.running.as_ref().is_some_and(JoinHandle::is_finished) {
            self.running = None;
            if let Some(connection) = connection {
                report(passive(connection).await);
            }
        }
        if self.pages > INTERVAL && self.running.is_none() {
            self.pages = 0;
            self.running = Some(tokio::spawn(run(self.path.clone())));
        }
    }

    /// Waits for the checkpoint that is under way.
    pub(super) async fn settle(&mut self) {
        if let Some(running) = self.running.take() {
            // A checkpoint that failed has reported it; the log keeps what it could not move.
            let _ = running.await;
        }
    }
}

async fn run(path: PathBuf) {
    report(beside(&path).await);
}

async fn beside(path: &Path) -> Result<(), sqlx::Error> {
    let mut connection = connect(path).await?;
    let mut outcome = passive(&mut connection).await;
    if outcome.is_ok() {
        // What was committed during the first pass, so that next to nothing is left to the committer.
        outcome = passive(&mut connection).await;
    }
    close(connection).await;
    outcome
}

/// Moves what can be moved without waiting for anybody.
async fn passive(connection: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    connection.execute("PRAGMA wal_checkpoint(PASSIVE)").await?;
    Ok(())
}

fn report(outcome: Result<(), sqlx::Error>) {
    if let Err(error) = outcome {
        tracing::warn!(%error, "the log of the database could not be shortened");
    }
}
