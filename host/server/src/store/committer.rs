//! The committer: it makes durable what transactions have changed, many in one commit.

use std::sync::Arc;

use awsim_plugin::error::ServiceError;
use awsim_plugin::store::View;

use super::batch::Batch;
use super::database::Database;
use super::state::{Pending, State};

/// A task that commits everything that waits, again and again, until the store is closed.
pub(super) struct Committer {
    state: Arc<State>,
    database: Database,
    doubt: Option<Doubt>,
}

/// A batch of which it is not known whether it is durable: its commit failed, and the database could not be asked.
struct Doubt {
    batch: Batch,
    view: Arc<View>,
}

impl Committer {
    pub(super) fn new(state: Arc<State>, database: Database) -> Self {
        Self { state, database, doubt: None }
    }

    /// Commits until the store is closed.
    pub(super) async fn run(mut self) {
        let abandon = Abandon(Arc::clone(&self.state));
        while let Some(pending) = self.state.next_batch().await {
            self.commit(pending).await;
        }
        self.database.close().await;
        drop(abandon);
    }

    async fn commit(&mut self, pending: Vec<Pending>) {
        let Some(pending) = self.settle(pending).await else { return };
        let batch = Batch::new(pending.iter().flat_map(|pending| &pending.changes));
        if batch.is_empty() {
            self.state.publish(pending);
            return;
        }
        match self.database.write(&batch).await {
            Ok(()) => {
                self.state.counters.commit(batch.len());
                self.state.publish(pending);
                self.database.tidy(batch.len()).await;
            }
            Err(error) => self.recover(batch, pending, &error).await,
        }
    }

    /// A commit has failed. Whether its rows are there is for the database to say: it may have failed after they were.
    async fn recover(&mut self, batch: Batch, pending: Vec<Pending>, error: &sqlx::Error) {
        tracing::error!(%error, rows = batch.len(), "a commit failed");
        match self.database.holds(&batch).await {
            Ok(true) => {
                self.state.counters.commit(batch.len());
                self.state.publish(pending);
            }
            Ok(false) => self.fail(pending, error),
            Err(silence) => {
                tracing::error!(error = %silence, "the database does not say what it holds");
                self.doubt = pending.last().map(|last| Doubt { batch, view: Arc::clone(&last.view) });
                self.fail(pending, error);
            }
        }
    }

    /// Asks again after a batch in doubt, and hands back what is still to be committed.
    async fn settle(&mut self, pending: Vec<Pending>) -> Option<Vec<Pending>> {
        let Some(doubt) = self.doubt.take() else { return Some(pending) };
        match self.database.holds(&doubt.batch).await {
            Ok(false) => Some(pending),
            Ok(true) => {
                let reason = "the state turned out to be newer than the one the request was checked against";
                self.state.adopt(doubt.view, pending, &ServiceError::failure(reason));
                None
            }
            Err(error) => {
                self.doubt = Some(doubt);
                self.fail(pending, &error);
                None
            }
        }
    }

    fn fail(&self, pending: Vec<Pending>, error: &sqlx::Error) {
        let reason = format!("the change could not be stored: {error}");
        self.state.counters.failure(&reason);
        self.state.fail(pending, &ServiceError::failure(reason));
    }
}

/// However the committer ends: without it nothing may be accepted.
struct Abandon(Arc<State>);

impl Drop for Abandon {
    fn drop(&mut self) {
        self.0.abandon();
    }
}
