//! Views: immutable pictures of all collections.

use std::any::Any;
use std::borrow::Borrow;
use std::collections::BTreeSet;
use std::ops::Bound;
use std::sync::Arc;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::entry::{ByKey, Entry};
use super::table::{AnyTable, Rows, ServiceTables, Table};
use super::{Change, Collection, Key, collections};
use crate::account::AccountId;

/// An immutable picture of all collections. Cloning it copies a handful of pointers.
#[derive(Clone)]
pub struct View {
    tables: Vec<Arc<dyn AnyTable>>,
}

partial_debug!(View, |view| tables = view.tables.len());

impl View {
    /// A view without rows.
    pub fn empty() -> Self {
        Self { tables: collections().iter().map(|collection| collection.empty_table()).collect() }
    }

    /// The value with this key.
    pub fn get<K, V, Q>(
        &self,
        collection: &'static Collection<K, V>,
        account: AccountId,
        key: &Q,
    ) -> Option<&V>
    where
        K: Key + Borrow<Q>,
        V: Serialize + DeserializeOwned + Clone + Send + Sync + 'static,
        Q: Ord + ?Sized,
    {
        self.rows(collection, account)?.get(&ByKey(key)).map(Entry::value)
    }

    /// Whether there is a value with this key.
    pub fn contains<K, V, Q>(
        &self,
        collection: &'static Collection<K, V>,
        account: AccountId,
        key: &Q,
    ) -> bool
    where
        K: Key + Borrow<Q>,
        V: Serialize + DeserializeOwned + Clone + Send + Sync + 'static,
        Q: Ord + ?Sized,
    {
        self.get(collection, account, key).is_some()
    }

    /// The values of an account in the order of their keys.
    pub fn iter<K, V>(
        &self,
        collection: &'static Collection<K, V>,
        account: AccountId,
    ) -> impl Iterator<Item = (&K, &V)>
    where
        K: Key,
        V: Serialize + DeserializeOwned + Clone + Send + Sync + 'static,
    {
        self.rows(collection, account).into_iter().flat_map(|rows| rows.iter()).map(Entry::parts)
    }

    /// The values of an account from a key on, in the order of their keys. Finding the first costs the logarithm of
    /// the number of values.
    pub fn iter_from<'v, K, V, Q>(
        &'v self,
        collection: &'static Collection<K, V>,
        account: AccountId,
        from: Bound<&Q>,
    ) -> impl Iterator<Item = (&'v K, &'v V)> + use<'v, K, V, Q>
    where
        K: Key + Borrow<Q>,
        V: Serialize + DeserializeOwned + Clone + Send + Sync + 'static,
        Q: Ord + ?Sized,
    {
        self.rows(collection, account)
            .map(|rows| rows.range::<_, ByKey<'_, Q>>((from.map(ByKey), Bound::Unbounded)))
            .into_iter()
            .flatten()
            .map(Entry::parts)
    }

    /// The number of values of an account.
    pub fn count<K, V>(&self, collection: &'static Collection<K, V>, account: AccountId) -> usize
    where
        K: Key,
        V: Serialize + DeserializeOwned + Clone + Send + Sync + 'static,
    {
        self.rows(collection, account).map_or(0, imbl::OrdSet::len)
    }

    /// The accounts that have values in a collection, in order.
    pub fn accounts<K, V>(&self, collection: &'static Collection<K, V>) -> impl Iterator<Item = AccountId>
    where
        K: Key,
        V: Serialize + DeserializeOwned + Clone + Send + Sync + 'static,
    {
        self.table(collection).into_iter().flat_map(AnyTable::accounts)
    }

    /// The accounts that have values in any collection of the service with this signing name.
    pub fn accounts_of_service(&self, service: &str) -> BTreeSet<AccountId> {
        let tables = collections().iter().zip(&self.tables);
        tables
            .filter(|(collection, _)| collection.service() == service)
            .flat_map(|(_, table)| table.accounts())
            .collect()
    }

    /// Whether there is anything of an account.
    pub fn has_rows(&self, account: AccountId) -> bool {
        self.tables.iter().any(|table| table.accounts().any(|other| other == account))
    }

    /// The tables of the service with this signing name, as they are now.
    pub fn tables_of(&self, service: &str) -> ServiceTables {
        let tables = collections().iter().zip(&self.tables).enumerate();
        let own = tables.filter(|(_, (collection, _))| collection.service() == service);
        ServiceTables(own.map(|(slot, (_, table))| (slot, Arc::clone(table))).collect())
    }

    /// Whether these tables are the very same as they were. Those that were changed are others, even if they were changed
    /// back.
    pub fn has_tables(&self, tables: &ServiceTables) -> bool {
        let same = |(slot, other): &(usize, Arc<dyn AnyTable>)| {
            let present = self.tables.get(*slot);
            present.is_some_and(|table| std::ptr::addr_eq(Arc::as_ptr(table), Arc::as_ptr(other)))
        };
        tables.0.iter().all(same)
    }

    /// Whether the row that a change is of is the same in both views; see [`AnyTable::shares_row`].
    pub fn shares_row(&self, other: &View, change: &Change) -> bool {
        let tables = self.any_table(change.slot).zip(other.any_table(change.slot));
        tables.is_some_and(|(table, other)| table.shares_row(other, change.account, &change.key))
    }

    /// The table in a slot, without its types.
    pub fn any_table(&self, slot: usize) -> Option<&dyn AnyTable> {
        self.tables.get(slot).map(AsRef::as_ref)
    }

    /// The table in a slot for changing, without its types. Rows stay shared with other views until they are changed.
    pub fn any_table_mut(&mut self, slot: usize) -> Option<&mut dyn AnyTable> {
        let table = self.tables.get_mut(slot)?;
        if Arc::get_mut(table).is_none() {
            *table = table.share();
        }
        Arc::get_mut(table)
    }

    /// Puts another table of the same collection into a slot.
    pub fn replace_table(&mut self, slot: usize, table: Arc<dyn AnyTable>) {
        let given: &dyn Any = table.as_ref();
        if let Some(place) = self.tables.get_mut(slot) {
            let present: &dyn Any = place.as_ref();
            debug_assert_eq!(present.type_id(), given.type_id(), "a table of another collection");
            *place = table;
        }
    }

    fn rows<K, V>(&self, collection: &'static Collection<K, V>, account: AccountId) -> Option<&Rows<K, V>>
    where
        K: Key,
        V: Serialize + DeserializeOwned + Clone + Send + Sync + 'static,
    {
        self.table(collection)?.accounts.get(&account)
    }

    fn table<K, V>(&self, collection: &'static Collection<K, V>) -> Option<&Table<K, V>>
    where
        K: Key,
        V: Serialize + DeserializeOwned + Clone + Send + Sync + 'static,
    {
        let table: &dyn Any = self.tables.get(collection.slot())?.as_ref();
        table.downcast_ref()
    }

    pub(crate) fn table_mut<K, V>(
        &mut self,
        collection: &'static Collection<K, V>,
    ) -> Option<&mut Table<K, V>>
    where
        K: Key,
        V: Serialize + DeserializeOwned + Clone + Send + Sync + 'static,
    {
        let table: &mut dyn Any = self.any_table_mut(collection.slot())?;
        table.downcast_mut()
    }
}
