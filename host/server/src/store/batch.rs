//! A batch of changes as the database takes it.

use awsim_plugin::store::{Change, collections};

/// The rows that a batch of transactions changes: the last change of each row counts.
#[derive(Debug)]
pub(super) struct Batch {
    /// Rows that are added or replaced.
    pub(super) written: Vec<BatchRow>,
    /// Rows that are removed.
    pub(super) removed: Vec<BatchRow>,
}

/// A row with its columns.
#[derive(Debug)]
pub(super) struct BatchRow {
    pub(super) service: &'static str,
    pub(super) collection: &'static str,
    pub(super) account: String,
    pub(super) key: String,
    /// The value in JSON; none if the row is removed.
    pub(super) value: Option<String>,
}

impl Batch {
    /// The batch of these changes, given in the order in which they were made.
    pub(super) fn new<'c>(changes: impl Iterator<Item = &'c Change>) -> Self {
        let mut changes: Vec<_> = changes.collect();
        // Neighbours in the file are written one after the other; of the changes of one row, the last comes first.
        changes.reverse();
        changes.sort_by(|one, other| place(one).cmp(&place(other)));
        changes.dedup_by(|earlier, last| place(earlier) == place(last));
        let rows = changes.into_iter().filter_map(BatchRow::of);
        let (written, removed) = rows.partition(|row| row.value.is_some());
        Self { written, removed }
    }

    /// All rows.
    pub(super) fn rows(&self) -> impl Iterator<Item = &BatchRow> {
        self.written.iter().chain(&self.removed)
    }

    pub(super) fn len(&self) -> usize {
        self.written.len() + self.removed.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl BatchRow {
    /// The row of a change. There is one of every change: a transaction that puts something elsewhere than into a collection
    /// that is announced fails.
    fn of(change: &Change) -> Option<Self> {
        let collection = collections().get(change.slot)?;
        Some(Self {
            service: collection.service(),
            collection: collection.name(),
            account: change.account.to_string(),
            key: change.key.clone(),
            value: change.value.clone(),
        })
    }
}

/// What tells rows apart, in the order of the file.
fn place(change: &Change) -> (usize, u64, &str) {
    (change.slot, change.account.number(), &change.key)
}
