//! How credentials are used, noted off every caller's time.
//!
//! A request leaves one fact per access key, service and operation; a task collects them and hands them to the plugins
//! in a transaction of its own. A burst of requests by one key is one fact, so that the memory is bounded by the number
//! of distinct keys and operations in one interval, and by a limit beyond that.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use awsim_plugin::caller::{Caller, Principal};
use awsim_plugin::service::Usage;
use awsim_plugin::shape::Timestamp;
use tokio::sync::Notify;

/// How long facts are collected before they are written.
const INTERVAL: Duration = Duration::from_millis(200);

/// The most facts that are kept for one interval; more are dropped, as AWS's own reports are best effort.
const LIMIT: usize = 10_000;

/// What was used since the last collection.
#[derive(Default)]
pub(crate) struct UsageLog {
    pending: Mutex<HashMap<Use, Usage>>,
    noted: Notify,
}

/// What makes two uses one fact.
#[derive(PartialEq, Eq, Hash)]
struct Use {
    who: String,
    service: &'static str,
    operation: &'static str,
}

impl UsageLog {
    /// Notes that `caller` called an operation. Root and anonymous callers leave no trace: no report tells of them by
    /// key.
    pub(crate) fn note(
        &self,
        caller: &Caller,
        service: &'static str,
        operation: &'static str,
        region: &str,
        at: Timestamp,
    ) {
        if matches!(caller.principal, Principal::Root | Principal::Anonymous) {
            return;
        }
        let who = caller.access_key_id.clone().unwrap_or_else(|| caller.user_id());
        let mut pending = self.pending.lock().unwrap_or_else(PoisonError::into_inner);
        let was_empty = pending.is_empty();
        if pending.len() >= LIMIT {
            return;
        }
        let usage = Usage {
            account: caller.account,
            principal: caller.principal.clone(),
            access_key_id: caller.access_key_id.clone(),
            service,
            operation,
            region: region.to_owned(),
            at,
        };
        pending.insert(Use { who, service, operation }, usage);
        drop(pending);
        if was_empty {
            self.noted.notify_one();
        }
    }

    /// Waits until something was used and the interval has passed, and takes what was noted.
    pub(crate) async fn collect(&self) -> Vec<Usage> {
        loop {
            self.noted.notified().await;
            tokio::time::sleep(INTERVAL).await;
            let usage = self.take();
            if !usage.is_empty() {
                return usage;
            }
        }
    }

    /// Takes what was noted so far.
    pub(crate) fn take(&self) -> Vec<Usage> {
        let mut pending = self.pending.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut *pending).into_values().collect()
    }
}
