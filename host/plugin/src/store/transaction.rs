//! Transactions: changes that are applied as a whole or not at all.

use std::borrow::Borrow;
use std::ops::Deref;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::entry::{ByKey, Entry};
use super::{Collection, Key, View};
use crate::account::AccountId;
use crate::error::ServiceError;

/// A transaction: a view that can be changed. It derefs to a [`View`] that shows its own changes.
pub struct Transaction {
    view: View,
    changes: Vec<Change>,
    failure: Option<String>,
}

/// One changed row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The slot of the collection.
    pub slot: usize,
    /// The account that the value belongs to.
    pub account: AccountId,
    /// The key.
    pub key: String,
    /// The new value in JSON; none if the row is removed.
    pub value: Option<String>,
}

impl Transaction {
    /// Starts a transaction on a state.
    pub fn begin(view: &View) -> Self {
        Self { view: view.clone(), changes: Vec::new(), failure: None }
    }

    /// Adds a value or replaces the one with the same key.
    pub fn insert<K, V>(
        &mut self,
        collection: &'static Collection<K, V>,
        account: AccountId,
        key: K,
        value: V,
    ) where
        K: Key,
        V: Serialize + DeserializeOwned + Clone + Send + Sync + 'static,
    {
        match serde_json::to_string(&value) {
            Ok(json) => self.note(collection.slot(), account, &key, Some(json)),
            Err(error) => self.fail(error),
        }
        if let Some(table) = self.view.table_mut(collection) {
            table.accounts.entry(account).or_default().insert(Entry::new(key, value));
        }
    }

    /// Removes the value with this key and returns it.
    pub fn remove<K, V>(
        &mut self,
        collection: &'static Collection<K, V>,
        account: AccountId,
        key: &K,
    ) -> Option<V>
    where
        K: Key,
        V: Serialize + DeserializeOwned + Clone + Send + Sync + 'static,
    {
        let removed = self.view.table_mut(collection)?.accounts.get_mut(&account)?.remove(&ByKey(key))?;
        self.note(collection.slot(), account, key, None);
        Some(removed.value().clone())
    }

    /// Changes the value with this key and returns what `change` returns; none if there is no such value.
    pub fn update<K, V, Q, R>(
        &mut self,
        collection: &'static Collection<K, V>,
        account: AccountId,
        key: &Q,
        change: impl FnOnce(&mut V) -> R,
    ) -> Option<R>
    where
        K: Key + Borrow<Q>,
        V: Serialize + DeserializeOwned + Clone + Send + Sync + 'static,
        Q: Ord + ?Sized,
    {
        let rows = self.view.table_mut(collection)?.accounts.get_mut(&account)?;
        let (key, value) = rows.get(&ByKey(key))?.parts();
        let (key, mut value) = (key.clone(), value.clone());
        let result = change(&mut value);
        self.insert(collection, account, key, value);
        Some(result)
    }

    /// The rows that were changed so far, in order.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// Ends the transaction: the new state and the changed rows, in order.
    ///
    /// # Errors
    /// `ServiceFailure` if a value could not be turned into a row.
    pub fn finish(self) -> Result<(View, Vec<Change>), ServiceError> {
        match self.failure {
            Some(reason) => Err(ServiceError::failure(format!("the change could not be stored: {reason}"))),
            None => Ok((self.view, self.changes)),
        }
    }

    fn note<K: Key>(&mut self, slot: usize, account: AccountId, key: &K, value: Option<String>) {
        self.changes.push(Change { slot, account, key: key.encode(), value });
    }

    fn fail(&mut self, error: serde_json::Error) {
        self.failure.get_or_insert(error.to_string());
    }
}

impl Deref for Transaction {
    type Target = View;

    fn deref(&self) -> &View {
        &self.view
    }
}
