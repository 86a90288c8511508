//! Entries: rows as a table's tree holds them.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::sync::Arc;

use equivalent::{Comparable, Equivalent};

/// A key and its value behind one pointer, ordered by the key. A change copies the path to its row, and so the entries of
/// a few nodes: they are copied as pointers, however long the keys are.
pub(crate) struct Entry<K, V>(Arc<(K, V)>);

impl<K, V> Entry<K, V> {
    pub(crate) fn new(key: K, value: V) -> Self {
        Self(Arc::new((key, value)))
    }

    pub(crate) fn key(&self) -> &K {
        &self.0.0
    }

    pub(crate) fn value(&self) -> &V {
        &self.0.1
    }

    /// Both, as iterators give them.
    pub(crate) fn parts(&self) -> (&K, &V) {
        (self.key(), self.value())
    }

    /// Whether both are the same entry, not only equal ones.
    pub(crate) fn ptr_eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<K, V> Clone for Entry<K, V> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<K: Ord, V> PartialEq for Entry<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl<K: Ord, V> Eq for Entry<K, V> {}

impl<K: Ord, V> PartialOrd for Entry<K, V> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<K: Ord, V> Ord for Entry<K, V> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key().cmp(other.key())
    }
}

/// The key of an entry that is looked for.
pub(crate) struct ByKey<'q, Q: ?Sized>(pub(crate) &'q Q);

impl<K: Borrow<Q>, V, Q: Ord + ?Sized> Equivalent<Entry<K, V>> for ByKey<'_, Q> {
    fn equivalent(&self, entry: &Entry<K, V>) -> bool {
        self.0 == entry.key().borrow()
    }
}

impl<K: Borrow<Q>, V, Q: Ord + ?Sized> Comparable<Entry<K, V>> for ByKey<'_, Q> {
    fn compare(&self, entry: &Entry<K, V>) -> Ordering {
        self.0.cmp(entry.key().borrow())
    }
}
