//! The state in memory: what is published, and what is on its way to the disk.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use arc_swap::ArcSwap;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::{Change, View};
use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore, oneshot};

use super::statistics::Counters;

/// How many transactions may be on their way to the disk; more wait before they begin.
const IN_FLIGHT: usize = 1024;

/// The state in memory.
///
/// Readers load `published`, which is durable. Transactions run one after another on the tip, which may be ahead of it
/// by those whose commit is under way. The committer publishes what has become durable, or throws the tip back.
pub(super) struct State {
    published: ArcSwap<View>,
    tip: Mutex<Tip>,
    /// Rung whenever there is something for the committer.
    arrived: Notify,
    room: Arc<Semaphore>,
    pub(super) counters: Counters,
}

struct Tip {
    view: Arc<View>,
    /// What the committer has not taken yet.
    queue: Vec<Pending>,
    /// How many transactions the tip is ahead of what is published: those in the queue and those the committer has.
    unsettled: usize,
    /// Nothing is accepted any more.
    closed: bool,
}

/// A transaction on its way to the disk.
pub(super) struct Pending {
    /// Its changed rows; none if it only has to wait for those it has seen.
    pub(super) changes: Vec<Change>,
    /// The state after it.
    pub(super) view: Arc<View>,
    /// Told when it is durable, or cannot be.
    done: oneshot::Sender<Result<(), ServiceError>>,
    /// Its place among those that are in flight.
    _room: OwnedSemaphorePermit,
}

/// A new state and the rows in which it differs from the one before.
pub(super) type Changed = (View, Vec<Change>);

impl State {
    pub(super) fn new(view: Arc<View>) -> Self {
        Self {
            published: ArcSwap::new(Arc::clone(&view)),
            tip: Mutex::new(Tip { view, queue: Vec::new(), unsettled: 0, closed: false }),
            arrived: Notify::new(),
            room: Arc::new(Semaphore::new(IN_FLIGHT)),
            counters: Counters::default(),
        }
    }

    /// What is durable.
    pub(super) fn published(&self) -> Arc<View> {
        self.published.load_full()
    }

    /// Runs a transaction on the tip, publishes its result at once, and keeps it nowhere.
    pub(super) fn change_in_memory<E>(
        &self,
        work: impl FnOnce(&View) -> Result<Changed, E>,
    ) -> Result<(), E> {
        let mut tip = self.tip();
        let (view, changes) = work(&tip.view)?;
        if !changes.is_empty() {
            tip.view = Arc::new(view);
            self.published.store(Arc::clone(&tip.view));
            self.counters.transaction();
        }
        Ok(())
    }

    /// Runs a transaction on the tip and waits until its changes are durable.
    ///
    /// Whatever the outcome, it may rest on transactions that are not durable yet. So every outcome waits for them, a
    /// refusal too, and fails if they fail: nobody is told of a state that never comes to be.
    pub(super) async fn change<E: From<ServiceError>>(
        &self,
        work: impl FnOnce(&View) -> Result<Changed, E>,
    ) -> Result<(), E> {
        let room = Arc::clone(&self.room).acquire_owned().await.map_err(|_| closed())?;
        let (outcome, done) = {
            let mut tip = self.tip();
            if tip.closed {
                return Err(closed().into());
            }
            let (outcome, view, changes) = match work(&tip.view) {
                Ok((view, changes)) if !changes.is_empty() => (Ok(()), Arc::new(view), changes),
                outcome => (outcome.map(drop), Arc::clone(&tip.view), Vec::new()),
            };
            if changes.is_empty() && tip.unsettled == 0 {
                return outcome;
            }
            let (sender, done) = oneshot::channel();
            tip.view = Arc::clone(&view);
            tip.queue.push(Pending { changes, view, done: sender, _room: room });
            tip.unsettled += 1;
            (outcome, done)
        };
        self.arrived.notify_one();
        match done.await {
            Ok(Ok(())) => outcome,
            Ok(Err(failure)) => Err(failure.into()),
            Err(_) => Err(closed().into()),
        }
    }

    /// Takes everything that waits to be committed, in order; none once the store is closed and nothing is left.
    pub(super) async fn next_batch(&self) -> Option<Vec<Pending>> {
        loop {
            {
                let mut tip = self.tip();
                if !tip.queue.is_empty() {
                    return Some(std::mem::take(&mut tip.queue));
                }
                if tip.closed {
                    return None;
                }
            }
            self.arrived.notified().await;
        }
    }

    /// Publishes a batch that has become durable and tells those who wait for it.
    pub(super) fn publish(&self, batch: Vec<Pending>) {
        if let Some(last) = batch.last() {
            self.published.store(Arc::clone(&last.view));
        }
        self.tip().unsettled -= batch.len();
        for pending in batch {
            if !pending.changes.is_empty() {
                self.counters.transaction();
            }
            // Nobody may be waiting any more; the transaction is committed all the same.
            let _ = pending.done.send(Ok(()));
        }
    }

    /// Throws away a batch that could not be made durable and everything that was built on it.
    pub(super) fn fail(&self, batch: Vec<Pending>, failure: &ServiceError) {
        let built_on_it = self.rewind(self.published());
        for pending in batch.into_iter().chain(built_on_it) {
            // Nobody may be waiting any more.
            let _ = pending.done.send(Err(failure.clone()));
        }
    }

    /// Publishes a state that has turned out to be the durable one, and fails everything that was built on another.
    pub(super) fn adopt(&self, view: Arc<View>, batch: Vec<Pending>, failure: &ServiceError) {
        self.published.store(view);
        self.fail(batch, failure);
    }

    /// Accepts nothing any more; what is queued is still committed.
    pub(super) fn close(&self) {
        self.tip().closed = true;
        self.arrived.notify_one();
    }

    /// Accepts nothing any more and throws away what is queued.
    pub(super) fn abandon(&self) {
        self.close();
        // Who waits learns from the channel's end that there is nobody to commit.
        drop(self.rewind(self.published()));
    }

    fn rewind(&self, view: Arc<View>) -> Vec<Pending> {
        let mut tip = self.tip();
        tip.view = view;
        tip.unsettled = 0;
        std::mem::take(&mut tip.queue)
    }

    fn tip(&self) -> MutexGuard<'_, Tip> {
        // A transaction that panicked has changed nothing here.
        self.tip.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn closed() -> ServiceError {
    ServiceError::failure("the store is closed")
}
