//! Changes of what is known of the resources of a service that runs elsewhere.
//!
//! They are carried one after another. What is asked of the upstream while one is under way may be true no longer when the
//! answer comes; [`Changes::watch`] tells.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use tokio::sync::{Mutex, OwnedMutexGuard};

/// The changes of a service's resources, past and under way.
#[derive(Debug, Default)]
pub(crate) struct Changes {
    turn: Arc<Mutex<()>>,
    begun: AtomicU64,
    ended: Arc<AtomicU64>,
}

/// A change that is under way until this is dropped.
#[derive(Debug)]
pub(crate) struct Change {
    ended: Arc<AtomicU64>,
    _turn: OwnedMutexGuard<()>,
}

impl Changes {
    /// Begins a change when those before it have ended.
    pub(super) async fn begin(&self) -> Change {
        let turn = Arc::clone(&self.turn).lock_owned().await;
        self.begun.fetch_add(1, Ordering::SeqCst);
        Change { ended: Arc::clone(&self.ended), _turn: turn }
    }

    /// What tells whether a change is under way now or has begun since.
    pub(super) fn watch(&self) -> impl Fn() -> bool + Sync {
        let ended = self.ended.load(Ordering::SeqCst);
        let begun = self.begun.load(Ordering::SeqCst);
        move || begun != ended || self.begun.load(Ordering::SeqCst) != begun
    }
}

impl Drop for Change {
    fn drop(&mut self) {
        self.ended.fetch_add(1, Ordering::SeqCst);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_is_asked_beside_a_change_is_in_doubt() {
        let changes = Changes::default();
        let before = changes.watch();
        assert!(!before());
        let change = changes.begin().await;
        let during = changes.watch();
        assert!(before() && during());
        drop(change);
        assert!(before() && during());
        assert!(!changes.watch()());
    }
}
