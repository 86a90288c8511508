//! What the store has done.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

/// What a store has done since it was opened, and what it holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoreStatistics {
    /// Transactions that changed something and were acknowledged.
    pub transactions: u64,
    /// Commits of the database; a commit carries all transactions that waited for it.
    pub commits: u64,
    /// Rows that the commits wrote or removed.
    pub rows_written: u64,
    /// Commits that failed.
    pub failures: u64,
    /// Why the last commit that failed did.
    pub last_error: Option<String>,
    /// Rows in memory.
    pub rows: u64,
    /// The size of the files in bytes; zero in memory.
    pub bytes: u64,
}

/// Counts of what the store does.
#[derive(Default)]
pub(super) struct Counters {
    transactions: AtomicU64,
    commits: AtomicU64,
    rows_written: AtomicU64,
    failures: AtomicU64,
    last_error: Mutex<Option<String>>,
}

impl Counters {
    /// A transaction was acknowledged.
    pub(super) fn transaction(&self) {
        self.transactions.fetch_add(1, Ordering::Relaxed);
    }

    /// A commit with this many rows became durable.
    pub(super) fn commit(&self, rows: usize) {
        self.commits.fetch_add(1, Ordering::Relaxed);
        self.rows_written.fetch_add(rows as u64, Ordering::Relaxed);
    }

    /// A commit failed.
    pub(super) fn failure(&self, reason: &str) {
        self.failures.fetch_add(1, Ordering::Relaxed);
        *self.last_error.lock().unwrap_or_else(PoisonError::into_inner) = Some(reason.to_owned());
    }

    /// The counts now.
    pub(super) fn snapshot(&self) -> StoreStatistics {
        StoreStatistics {
            transactions: self.transactions.load(Ordering::Relaxed),
            commits: self.commits.load(Ordering::Relaxed),
            rows_written: self.rows_written.load(Ordering::Relaxed),
            failures: self.failures.load(Ordering::Relaxed),
            last_error: self.last_error.lock().unwrap_or_else(PoisonError::into_inner).clone(),
            rows: 0,
            bytes: 0,
        }
    }
}
