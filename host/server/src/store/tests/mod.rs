//! Tests of the store as a whole, on files in temporary directories.

mod commit;
mod concurrent;
mod crash;
mod failure;
mod import;
mod open;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use awsim_plugin::account::AccountId;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::{Store, Transaction};
use serde::{Deserialize, Serialize};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Executor};
use tempfile::TempDir;

use super::{SqliteStore, StoreError, StoreOptions};
use crate::config::{DataDir, Durability};

/// What the tests store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Note {
    text: String,
    #[serde(default)]
    count: u64,
}

awsim_plugin::collection! {
    static NOTES: Collection<String, Note> = "store-tests"/"notes" version 2;
}
awsim_plugin::collection! {
    static PAIRS: Collection<(String, String), Note> = "store-tests"/"pairs" version 1;
}
awsim_plugin::collection! {
    static OTHERS: Collection<String, Note> = "store-tests-other"/"notes" version 1;
}

const HERE: AccountId = AccountId::from_number(1).unwrap();
const THERE: AccountId = AccountId::from_number(222_222_222_222).unwrap();

fn note(text: &str) -> Note {
    Note { text: text.to_owned(), count: 0 }
}

/// A data directory that goes away with the value.
struct Place(TempDir);

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn options(&self) -> StoreOptions {
        StoreOptions { data_dir: DataDir::Path(self.directory()), durability: Durability::Full }
    }

    fn directory(&self) -> PathBuf {
        self.0.path().join("data")
    }

    fn database(&self) -> PathBuf {
        self.directory().join("awsim.sqlite")
    }

    async fn open(&self) -> Arc<SqliteStore> {
        self.try_open().await.unwrap()
    }

    async fn try_open(&self) -> Result<Arc<SqliteStore>, StoreError> {
        SqliteStore::open(&self.options()).await
    }

    /// Runs SQL in the file, as another program would.
    async fn sql(&self, sql: &str) {
        sql_in(&self.database(), sql).await;
    }

    /// Everything that the file holds once it is opened anew, as a document.
    async fn reopened(&self) -> String {
        let store = self.open().await;
        let document = document(&store);
        store.close().await;
        document
    }
}

async fn connect(path: &Path) -> SqliteConnection {
    SqliteConnectOptions::new().filename(path).create_if_missing(true).connect().await.unwrap()
}

async fn sql_in(path: &Path, sql: &str) {
    let mut connection = connect(path).await;
    connection.execute(AssertSqlSafe(sql.to_owned())).await.unwrap();
    connection.close().await.unwrap();
}

fn document(store: &SqliteStore) -> String {
    serde_json::to_string(&store.export(None)).unwrap()
}

fn in_memory() -> StoreOptions {
    StoreOptions { data_dir: DataDir::Memory, durability: Durability::Full }
}

async fn transact(
    store: &SqliteStore,
    mut work: impl FnMut(&mut Transaction) -> Result<(), ServiceError> + Send,
) -> Result<(), ServiceError> {
    store.transact(&mut work).await
}

async fn put(store: &SqliteStore, key: &str, text: &str) -> Result<(), ServiceError> {
    transact(store, |transaction| {
        transaction.insert(&NOTES, HERE, key.to_owned(), note(text));
        Ok(())
    })
    .await
}

fn get(store: &SqliteStore, key: &str) -> Option<String> {
    store.view().get(&NOTES, HERE, key).map(|note| note.text.clone())
}
