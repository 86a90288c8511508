//! The decisions of the policy engine, as people look at them.
//!
//! On the way of a request a decision is only put away: who asked for what, and references to the policies that were
//! evaluated. Its reasons are worked out when somebody reads it, by asking the engine the same question again with
//! everything watched. The latest decisions are kept in memory; a file gets all of them, from a thread of its own; and
//! whoever listens hears them as they are made.

mod entry;
mod file;
mod filter;
mod moment;
mod parts;
mod policy;
#[cfg(test)]
mod tests;

use std::collections::VecDeque;
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::broadcast;

pub use entry::Entry;
pub(crate) use filter::Filter;
pub use moment::moment;
pub use parts::{
    ConditionEntry, GrantEntry, LayerEntry, MissedEntry, ObstacleEntry, Place, RemedyEntry, StatementEntry,
};
pub use policy::{LeastPrivilege, Unmet, Wanted};

use crate::authorize::Decided;
use file::DecisionFile;

/// How many decisions a listener may lag behind before it misses some.
const LAG: usize = 1024;

/// A decision as it is put away.
#[derive(Debug)]
pub(crate) struct Record {
    /// The id of the request.
    pub(crate) request_id: String,
    /// The signing name of the service.
    pub(crate) service: &'static str,
    /// The operation.
    pub(crate) operation: &'static str,
    /// Whether a denial was carried out.
    pub(crate) enforced: bool,
    /// The decision.
    pub(crate) decided: Decided,
}

/// A decision with its number: they are counted from the start of the host, from 1.
pub(crate) type Numbered = (u64, Arc<Record>);

/// What listeners hear: a decision, or that the host stops and there will be no more.
pub(crate) type Heard = Option<Numbered>;

/// The decisions that were made.
#[derive(Debug)]
pub(crate) struct DecisionLog {
    latest: Mutex<Latest>,
    keep: usize,
    listeners: broadcast::Sender<Heard>,
    file: Option<DecisionFile>,
}

#[derive(Debug, Default)]
struct Latest {
    records: VecDeque<Numbered>,
    number: u64,
}

impl DecisionLog {
    /// A log that keeps the latest `keep` decisions in memory and appends all of them to a file, if one is named.
    ///
    /// # Errors
    /// What keeps the file from being opened.
    pub(crate) fn open(keep: usize, file: Option<&Path>) -> io::Result<Self> {
        let file = file.map(DecisionFile::open).transpose()?;
        let (listeners, _) = broadcast::channel(LAG);
        Ok(Self { latest: Mutex::default(), keep, listeners, file })
    }

    /// Puts a decision away.
    pub(crate) fn note(&self, record: Record) {
        let record = Arc::new(record);
        let forgotten = {
            let mut latest = self.latest.lock().unwrap_or_else(PoisonError::into_inner);
            latest.number += 1;
            let numbered = (latest.number, record);
            // Within the lock, so that file and listeners have them in order; neither makes anybody wait.
            if let Some(file) = &self.file {
                file.append(numbered.clone());
            }
            if self.listeners.receiver_count() > 0 {
                // An error says that the last listener has just left.
                let _ = self.listeners.send(Some(numbered.clone()));
            }
            let forgotten = (latest.records.len() >= self.keep).then(|| latest.records.pop_front());
            if self.keep > 0 {
                latest.records.push_back(numbered);
            }
            forgotten
        };
        // Its memory is given back after the lock.
        drop(forgotten);
    }

    /// The decisions that are still in memory, the latest first.
    pub(crate) fn latest(&self) -> Vec<Numbered> {
        let latest = self.latest.lock().unwrap_or_else(PoisonError::into_inner);
        latest.records.iter().rev().cloned().collect()
    }

    /// The decisions that are made from now on.
    pub(crate) fn listen(&self) -> broadcast::Receiver<Heard> {
        self.listeners.subscribe()
    }

    /// Tells the listeners that there will be no more.
    pub(crate) fn end(&self) {
        // An error says that nobody listens.
        let _ = self.listeners.send(None);
    }

    /// How many decisions the file has missed because it could not be written fast enough, or at all.
    pub(crate) fn missed_by_file(&self) -> u64 {
        self.file.as_ref().map_or(0, DecisionFile::missed)
    }
}
