//! A batch of changes as SQLite takes it.

use std::collections::HashMap;

use awsim_plugin::account::AccountId;
use awsim_plugin::store::{Change, collections};

/// The greatest length of a piece of a batch in bytes, beyond which the next piece begins.
const PIECE: usize = 1 << 20;

/// The rows that a batch of transactions changes: the last change of each row counts.
#[derive(Debug, Default)]
pub(super) struct Batch {
    pub(super) pieces: Vec<Piece>,
    pub(super) rows: usize,
}

/// A part of a batch: JSON arrays of rows.
#[derive(Debug, Default)]
pub(super) struct Piece {
    /// `[[service, collection, account, key, value], …]`; empty without rows.
    pub(super) written: String,
    /// `[[service, collection, account, key], …]`; empty without rows.
    pub(super) removed: String,
}

impl Batch {
    /// The batch of these changes, given in the order in which they were made.
    pub(super) fn new<'c>(changes: impl Iterator<Item = &'c Change>) -> Self {
        let mut last: HashMap<(usize, AccountId, &str), &Change> = HashMap::new();
        for change in changes {
            last.insert((change.slot, change.account, &change.key), change);
        }
        let mut rows: Vec<_> = last.into_values().collect();
        // Neighbours in the file are written one after the other.
        rows.sort_unstable_by_key(|change| (change.slot, change.account, &change.key));
        let mut batch = Batch { pieces: Vec::new(), rows: rows.len() };
        let mut piece = Piece::default();
        for row in rows {
            piece.add(row);
            if piece.written.len() + piece.removed.len() > PIECE {
                batch.pieces.push(std::mem::take(&mut piece).closed());
            }
        }
        if !piece.is_empty() {
            batch.pieces.push(piece.closed());
        }
        batch
    }

    pub(super) fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }
}

impl Piece {
    fn is_empty(&self) -> bool {
        self.written.is_empty() && self.removed.is_empty()
    }

    fn add(&mut self, change: &Change) {
        let Some(collection) = collections().get(change.slot) else { return };
        let array = if change.value.is_some() { &mut self.written } else { &mut self.removed };
        array.push(if array.is_empty() { '[' } else { ',' });
        // Names of services and collections and account ids have nothing to escape.
        array.push_str("[\"");
        array.push_str(collection.service());
        array.push_str("\",\"");
        array.push_str(collection.name());
        array.push_str("\",\"");
        array.push_str(&change.account.to_string());
        array.push_str("\",");
        array.push_str(&serde_json::Value::from(change.key.as_str()).to_string());
        if let Some(value) = &change.value {
            array.push(',');
            array.push_str(value);
        }
        array.push(']');
    }

    fn closed(mut self) -> Self {
        for array in [&mut self.written, &mut self.removed] {
            if !array.is_empty() {
                array.push(']');
            }
        }
        self
    }
}
