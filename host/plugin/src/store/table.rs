//! Tables: the rows of one collection in memory.

use std::any::Any;
use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use imbl::{OrdMap, OrdSet};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Key;
use super::entry::{ByKey, Entry};
use crate::account::AccountId;

/// The rows of a collection. A persistent map: cloning shares everything, and a change copies only the path to it.
#[derive(Clone)]
pub(crate) struct Table<K, V> {
    pub(crate) accounts: OrdMap<AccountId, Rows<K, V>>,
}

/// The rows of an account.
pub(crate) type Rows<K, V> = OrdSet<Entry<K, V>>;

impl<K: Ord, V> Table<K, V> {
    fn entry(&self, account: AccountId, key: &K) -> Option<&Entry<K, V>> {
        self.accounts.get(&account)?.get(&ByKey(key))
    }
}

impl<K, V> Default for Table<K, V> {
    fn default() -> Self {
        Self { accounts: OrdMap::new() }
    }
}

/// A row as it is stored and exported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The account that the value belongs to.
    pub account: AccountId,
    /// The key.
    pub key: String,
    /// The value in JSON.
    pub value: String,
}

/// A stored row that its collection does not understand.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct RowError(pub String);

/// The tables of a service as they were in a view, by their slots. While somebody holds them no table is changed in its place, so that
/// another version of one is always found at another.
#[derive(Clone)]
pub struct ServiceTables(pub(super) Vec<(usize, Arc<dyn AnyTable>)>);

impl fmt::Debug for ServiceTables {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ServiceTables").field(&self.0.len()).finish()
    }
}

/// What is done with a row in which two tables differ.
pub type VisitDifference<'v> = dyn FnMut(AccountId, String, Option<String>) + 'v;

/// A table without its types, as the host sees it.
pub trait AnyTable: Any + Send + Sync {
    /// A table that shares all rows with this one.
    fn share(&self) -> Arc<dyn AnyTable>;
    /// Adds a row.
    ///
    /// # Errors
    /// [`RowError`] if key or value are not of this collection, or if there is a row with this key.
    fn load(&mut self, account: AccountId, key: &str, value: &str) -> Result<(), RowError>;
    /// Hands every row to `visit`, ordered by account and key.
    ///
    /// # Errors
    /// [`RowError`] if a value cannot be written as JSON.
    fn rows(&self, visit: &mut dyn FnMut(Row)) -> Result<(), RowError>;
    /// Hands the rows in which `other` differs from this table to `visit`: account, key, and the value there in JSON
    /// or none if the row is not there. Rows that both share count as equal and cost next to nothing.
    ///
    /// # Errors
    /// [`RowError`] if the tables are of different collections or a value cannot be written as JSON.
    fn difference(&self, other: &dyn AnyTable, visit: &mut VisitDifference<'_>) -> Result<(), RowError>;
    /// Whether a row is the same in both tables: the very same entry, not one with an equal value, or there in neither.
    fn shares_row(&self, other: &dyn AnyTable, account: AccountId, key: &str) -> bool;
    /// The accounts that have rows, in order.
    fn accounts(&self) -> Box<dyn Iterator<Item = AccountId> + '_>;
    /// The number of rows.
    fn len(&self) -> usize;
    /// Whether there are no rows.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl<K: Key, V: Serialize + DeserializeOwned + Clone + Send + Sync + 'static> AnyTable for Table<K, V> {
    fn share(&self) -> Arc<dyn AnyTable> {
        Arc::new(self.clone())
    }

    fn load(&mut self, account: AccountId, key: &str, value: &str) -> Result<(), RowError> {
        let key = K::decode(key).map_err(|error| RowError(error.to_string()))?;
        let value = serde_json::from_str(value).map_err(|error| RowError(error.to_string()))?;
        match self.accounts.entry(account).or_default().insert(Entry::new(key, value)) {
            None => Ok(()),
            Some(_) => Err(RowError("the row is there twice".to_owned())),
        }
    }

    fn rows(&self, visit: &mut dyn FnMut(Row)) -> Result<(), RowError> {
        for (account, values) in &self.accounts {
            for (key, value) in values.iter().map(Entry::parts) {
                let value = json(value)?;
                visit(Row { account: *account, key: key.encode(), value });
            }
        }
        Ok(())
    }

    fn difference(&self, other: &dyn AnyTable, visit: &mut VisitDifference<'_>) -> Result<(), RowError> {
        let other: &dyn Any = other;
        let other: &Self =
            other.downcast_ref().ok_or_else(|| RowError("a table of another collection".to_owned()))?;
        let none = OrdSet::new();
        for account in merged(self.accounts.keys(), other.accounts.keys()) {
            let rows = self.accounts.get(account).unwrap_or(&none);
            let others = other.accounts.get(account).unwrap_or(&none);
            if rows.ptr_eq(others) {
                continue;
            }
            for entry in merged(rows.iter(), others.iter()) {
                match (rows.get(entry), others.get(entry)) {
                    (Some(entry), Some(other)) if entry.ptr_eq(other) => {}
                    (_, Some(other)) => visit(*account, other.key().encode(), Some(json(other.value())?)),
                    (_, None) => visit(*account, entry.key().encode(), None),
                }
            }
        }
        Ok(())
    }

    fn shares_row(&self, other: &dyn AnyTable, account: AccountId, key: &str) -> bool {
        let other: &dyn Any = other;
        let (Some(other), Ok(key)) = (other.downcast_ref::<Self>(), K::decode(key)) else { return false };
        match (self.entry(account, &key), other.entry(account, &key)) {
            (Some(entry), Some(other)) => entry.ptr_eq(other),
            (None, None) => true,
            _ => false,
        }
    }

    fn accounts(&self) -> Box<dyn Iterator<Item = AccountId> + '_> {
        let with_rows = self.accounts.iter().filter(|(_, rows)| !rows.is_empty());
        Box::new(with_rows.map(|(account, _)| *account))
    }

    fn len(&self) -> usize {
        self.accounts.values().map(OrdSet::len).sum()
    }
}

fn json(value: &impl Serialize) -> Result<String, RowError> {
    serde_json::to_string(value).map_err(|error| RowError(error.to_string()))
}

/// The keys that are in either of two ordered lists, in order, each once.
fn merged<'k, K: Ord + 'k>(
    one: impl Iterator<Item = &'k K>,
    other: impl Iterator<Item = &'k K>,
) -> impl Iterator<Item = &'k K> {
    let (mut one, mut other) = (one.peekable(), other.peekable());
    std::iter::from_fn(move || match (one.peek(), other.peek()) {
        (Some(left), Some(right)) => match left.cmp(right) {
            Ordering::Less => one.next(),
            Ordering::Greater => other.next(),
            Ordering::Equal => {
                other.next();
                one.next()
            }
        },
        (Some(_), None) => one.next(),
        (None, _) => other.next(),
    })
}
