//! The durable store: SQLite behind state in memory.
//!
//! All state is an immutable [`View`] in memory. Reading loads a pointer to it: no lock, no disk. A transaction goes
//! this way:
//!
//! 1. It runs on the *tip*, the newest state, one transaction at a time ([`state`]).
//! 2. Its changed rows wait in a queue. The committer takes all that wait and writes them as one SQLite transaction
//!    ([`committer`], [`batch`], [`database`]): concurrent transactions share one wait for the disk.
//! 3. When the commit is durable, the state after the batch is published and everybody who waits is told. So nobody
//!    ever sees what is not durable.
//!
//! If a commit fails, the batch and everything that was built on it fails, and the tip goes back to what is published.
//! When it is not clear whether the commit failed before or after it became durable, the file is opened anew and asked
//! ([`database`]), so memory and disk stay equal.
//!
//! The file has one table of rows for all collections (see the folder `migrations`), readable with `sqlite3`:
//! a new service needs no migration. With `:memory:` there is no SQLite at all.

mod batch;
mod checkpoint;
mod committer;
mod connection;
mod database;
mod directory;
mod distinct;
mod document;
mod error;
mod format;
mod load;
mod open;
mod options;
mod state;
mod statements;
mod statistics;

#[cfg(test)]
mod tests;

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::{Store, Transaction, View, Work};
use bytes::Bytes;
use tokio::task::JoinHandle;

pub use document::{Export, ImportError};
pub use error::StoreError;
pub use format::FormatVersion;
pub use options::StoreOptions;
pub use statistics::StoreStatistics;

use crate::config::DataDir;
use committer::Committer;
use state::{Changed, State};

/// The store of a host.
pub struct SqliteStore {
    state: Arc<State>,
    /// What [`Self::reset`] goes back to.
    start: Mutex<Arc<View>>,
    /// None in memory.
    file: Option<File>,
}

awsim_plugin::partial_debug!(SqliteStore, |store| path = store.file.as_ref().map(|file| &file.path));

/// What a store on disk has beside its state.
struct File {
    path: PathBuf,
    /// None once the store is closed.
    committer: Mutex<Option<JoinHandle<()>>>,
}

impl SqliteStore {
    /// Opens a store and reads all rows into memory. It commits on the runtime that this is called on.
    ///
    /// # Errors
    /// [`StoreError`], with nothing changed in the data directory.
    pub async fn open(options: &StoreOptions) -> Result<Arc<Self>, StoreError> {
        match &options.data_dir {
            DataDir::Memory => Ok(Arc::new(Self::new(State::new(Arc::new(View::empty())).into(), None))),
            DataDir::Path(directory) => {
                let (database, view) = open::open(directory, options).await?;
                let path = database.path().to_owned();
                let state = Arc::new(State::new(Arc::new(view)));
                let committer = tokio::spawn(Committer::new(Arc::clone(&state), database).run());
                Ok(Arc::new(Self::on_disk(state, path, committer)))
            }
        }
    }

    fn on_disk(state: Arc<State>, path: PathBuf, committer: JoinHandle<()>) -> Self {
        Self::new(state, Some(File { path, committer: Mutex::new(Some(committer)) }))
    }

    fn new(state: Arc<State>, file: Option<File>) -> Self {
        let start = Mutex::new(state.published());
        Self { state, start, file }
    }

    /// Makes the present state the one that [`Self::reset`] goes back to; at first it is the one that was read.
    pub fn keep_as_start(&self) {
        *self.start.lock().unwrap_or_else(PoisonError::into_inner) = self.state.published();
    }

    /// Goes back to the state after the start. Rows that are as they were are not written.
    ///
    /// # Errors
    /// `ServiceFailure` if it could not be made durable, with nothing changed.
    pub async fn reset(&self) -> Result<(), ServiceError> {
        let start = Arc::clone(&self.start.lock().unwrap_or_else(PoisonError::into_inner));
        self.change(|tip| Ok((View::clone(&start), document::difference(tip, &start)?))).await
    }

    /// The present state, of all services or of one, to be written as a JSON document.
    pub fn export(&self, service: Option<&str>) -> Export {
        Export::new(self.state.published(), service)
    }

    /// Replaces the state of all services, or of one, by that of a JSON document as [`Self::export`] gives it. Services
    /// that the document does not have end up without state. `complete` is given the state as it would be,
    /// to add what it lacks or to refuse it.
    ///
    /// # Errors
    /// [`ImportError`], with nothing changed: everything is checked first and written in one transaction.
    pub async fn import(
        &self,
        document: impl Into<Bytes>,
        service: Option<&str>,
        complete: impl FnOnce(&mut Transaction) -> Result<(), ImportError>,
    ) -> Result<(), ImportError> {
        let (document, service) = (document.into(), service.map(str::to_owned));
        // Megabytes of JSON are not to hold up other requests.
        let read = tokio::task::spawn_blocking(move || document::Import::read(&document, service.as_deref()));
        let import = read.await.map_err(|error| ServiceError::failure(error.to_string()))??;
        self.change(|tip| import.onto(tip, complete)).await
    }

    /// Commits what is under way, accepts nothing more, and closes the file.
    pub async fn close(&self) {
        self.state.close();
        let committer = self
            .file
            .as_ref()
            .and_then(|file| file.committer.lock().unwrap_or_else(PoisonError::into_inner).take());
        if let Some(Err(error)) = match committer {
            Some(committer) => Some(committer.await),
            None => None,
        } {
            tracing::error!(%error, "the committer failed");
        }
    }

    /// What the store has done and what it holds.
    pub fn statistics(&self) -> StoreStatistics {
        let view = self.state.published();
        let tables = (0..).map_while(|slot| view.any_table(slot));
        let rows = tables.map(|table| table.len() as u64).sum();
        let bytes = self.file.as_ref().map_or(0, |file| {
            ["", "-wal"]
                .iter()
                .filter_map(|suffix| {
                    let mut name = file.path.clone().into_os_string();
                    name.push(suffix);
                    std::fs::metadata(name).ok()
                })
                .map(|metadata| metadata.len())
                .sum()
        });
        StoreStatistics { rows, bytes, ..self.state.counters.snapshot() }
    }

    async fn change<E: From<ServiceError>>(
        &self,
        work: impl FnOnce(&View) -> Result<Changed, E>,
    ) -> Result<(), E> {
        match self.file {
            Some(_) => self.state.change(work).await,
            None => self.state.change_in_memory(work),
        }
    }
}

impl Drop for SqliteStore {
    /// Lets the committer end: it would keep the data directory from others.
    fn drop(&mut self) {
        self.state.close();
    }
}

#[async_trait]
impl Store for SqliteStore {
    fn view(&self) -> Arc<View> {
        self.state.published()
    }

    async fn transact(&self, work: &mut Work<'_>) -> Result<(), ServiceError> {
        self.change(|tip| {
            let mut transaction = Transaction::begin(tip);
            work(&mut transaction)?;
            transaction.finish()
        })
        .await
    }
}
