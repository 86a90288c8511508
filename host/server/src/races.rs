//! Two requests that change the same thing at the same time.
//!
//! Transactions run one after the other, and each sees what the one before it did; so nothing is ever lost, whoever comes
//! second. But whoever comes second was authorized, and made up its mind, before it could know. AWS refuses such a change
//! now and then, and a service can do so here.

use std::sync::Arc;

use async_trait::async_trait;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::{Store, Transaction, View, Work};

/// The store as a request sees it whose service refuses races.
pub(crate) struct Racing<'r> {
    /// The store.
    pub(crate) store: &'r dyn Store,
    /// What the request was authorized with.
    pub(crate) seen: &'r View,
    /// The answer to a request that came second; none if it is to be carried out all the same.
    pub(crate) refusal: Option<ServiceError>,
}

#[async_trait]
impl Store for Racing<'_> {
    fn view(&self) -> Arc<View> {
        self.store.view()
    }

    async fn transact(&self, work: &mut Work<'_>) -> Result<(), ServiceError> {
        let Some(refusal) = &self.refusal else { return self.store.transact(work).await };
        let mut work = |transaction: &mut Transaction| {
            let before = View::clone(transaction);
            work(transaction)?;
            let overtaken = transaction.changes().iter().any(|change| !before.shares_row(self.seen, change));
            if overtaken { Err(refusal.clone()) } else { Ok(()) }
        };
        self.store.transact(&mut work).await
    }
}

#[cfg(test)]
mod tests {
    use awsim_plugin::account::AccountId;

    use super::*;
    use crate::config::{DataDir, Durability};
    use crate::store::{SqliteStore, StoreOptions};

    awsim_plugin::collection! {
        static NOTES: Collection<String, String> = "race-tests"/"notes" version 1;
    }

    const HERE: AccountId = AccountId::from_number(1).unwrap();

    fn refusal() -> Option<ServiceError> {
        Some(ServiceError::sender("Race", 409, "too late"))
    }

    async fn put(store: &dyn Store, key: &str, text: &str) -> Result<(), ServiceError> {
        let insert = |state: &mut Transaction| {
            state.insert(&NOTES, HERE, key.to_owned(), text.to_owned());
            Ok(())
        };
        awsim_plugin::store::transact(store, insert).await
    }

    #[tokio::test]
    async fn whoever_comes_second_is_refused_and_changes_nothing() {
        let options = StoreOptions { data_dir: DataDir::Memory, durability: Durability::Full };
        let store = SqliteStore::open(&options).await.unwrap();
        put(store.as_ref(), "a", "first").await.unwrap();
        let seen = store.view();
        put(store.as_ref(), "a", "second").await.unwrap();

        let late = Racing { store: store.as_ref(), seen: &seen, refusal: refusal() };
        assert_eq!(put(&late, "a", "third").await.unwrap_err().to_string(), "Race (409): too late");
        assert_eq!(store.view().get(&NOTES, HERE, "a").map(String::as_str), Some("second"));

        put(&late, "b", "another").await.unwrap();
        put(&Racing { refusal: None, ..late }, "a", "third").await.unwrap();
        assert_eq!(store.view().get(&NOTES, HERE, "a").map(String::as_str), Some("third"));

        let now = store.view();
        let timely = Racing { store: store.as_ref(), seen: &now, refusal: refusal() };
        put(&timely, "a", "fourth").await.unwrap();
        assert!(put(&timely, "a", "fifth").await.is_err(), "what the request has seen is old by now");
    }
}
