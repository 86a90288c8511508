//! Transactions: changes that are applied as a whole or not at all.

use std::borrow::Borrow;
use std::fmt;
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

partial_debug!(Transaction, |transaction| changes = transaction.changes.len(), failure = transaction.failure);

/// One changed row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The slot of the collection, which is announced to the host.
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
            Ok(json) => self.note(collection, account, &key, Some(json)),
            Err(error) => self.fail(error.to_string()),
        }
        match self.view.table_mut(collection) {
            Some(table) => {
                table.accounts.entry(account).or_default().insert(Entry::new(key, value));
            }
            None => self.fail(unannounced(collection)),
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
        self.note(collection, account, key, None);
        Some(removed.value().clone())
    }

    /// Removes what an account has in a collection, but for the values that `keep` says yes to.
    pub fn retain<K, V>(
        &mut self,
        collection: &'static Collection<K, V>,
        account: AccountId,
        keep: impl Fn(&K, &V) -> bool,
    ) where
        K: Key,
        V: Serialize + DeserializeOwned + Clone + Send + Sync + 'static,
    {
        let gone = self.iter(collection, account).filter(|(key, value)| !keep(key, value));
        for key in gone.map(|(key, _)| key.clone()).collect::<Vec<K>>() {
            self.remove(collection, account, &key);
        }
    }

    /// Removes everything that an account has in a collection.
    pub fn clear<K, V>(&mut self, collection: &'static Collection<K, V>, account: AccountId)
    where
        K: Key,
        V: Serialize + DeserializeOwned + Clone + Send + Sync + 'static,
    {
        self.retain(collection, account, |_, _| false);
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
    /// `ServiceFailure` if a value or its key could not be turned into a row, or belongs to a collection that is not announced
    /// to the host.
    pub fn finish(self) -> Result<(View, Vec<Change>), ServiceError> {
        match self.failure {
            Some(reason) => Err(ServiceError::failure(format!("the change could not be stored: {reason}"))),
            None => Ok((self.view, self.changes)),
        }
    }

    fn note<K, V>(
        &mut self,
        collection: &'static Collection<K, V>,
        account: AccountId,
        key: &K,
        value: Option<String>,
    ) where
        K: Key,
        V: Serialize + DeserializeOwned + Clone + Send + Sync + 'static,
    {
        let text = key.encode();
        // What comes back as another key would be lost at the next start, or take another's place.
        if K::decode(&text).as_ref() != Ok(key) {
            self.fail(format!(
                "{text:?} does not stand for the key of the collection {collection} that it was made of"
            ));
        }
        self.changes.push(Change { slot: collection.slot(), account, key: text, value });
    }

    fn fail(&mut self, reason: String) {
        self.failure.get_or_insert(reason);
    }
}

fn unannounced(collection: &impl fmt::Display) -> String {
    format!("the collection {collection} is not announced to the host, as `collection!` does")
}

impl Deref for Transaction {
    type Target = View;

    fn deref(&self) -> &View {
        &self.view
    }
}
