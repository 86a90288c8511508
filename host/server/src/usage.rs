//! How credentials are used, noted off every caller's time.
//!
//! A request leaves one fact per access key, service and operation; a task collects them and hands them to the plugins
//! in a transaction of its own. A burst of requests by one key is one fact, so that the memory is bounded by the number
//! of distinct keys and operations in one interval, and by a limit beyond that. A repeated request only moves the time
//! of its fact.

use std::collections::HashMap;
use std::collections::hash_map::{Entry, RandomState};
use std::hash::BuildHasher;
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
    /// By the hash of caller, service and operation: of two facts with one hash the later counts.
    pending: Mutex<HashMap<u64, Usage>>,
    hashing: RandomState,
    noted: Notify,
}

impl UsageLog {
    /// Notes that `caller` called an operation. Anonymous callers leave no trace: no report tells of them.
    pub(crate) fn note(
        &self,
        caller: &Caller,
        service: &'static str,
        operation: &'static str,
        region: &str,
        at: Timestamp,
    ) {
        if caller.principal == Principal::Anonymous {
            return;
        }
        let hash = match &caller.access_key_id {
            Some(key) => self.hashing.hash_one((key, service, operation)),
            None => self.hashing.hash_one((caller.user_id(), service, operation)),
        };
        let mut pending = self.pending.lock().unwrap_or_else(PoisonError::into_inner);
        let (was_empty, is_full) = (pending.is_empty(), pending.len() >= LIMIT);
        let usage = || Usage {
            account: caller.account,
            principal: caller.principal.clone(),
            access_key_id: caller.access_key_id.clone(),
            service,
            operation,
            region: region.to_owned(),
            at,
        };
        match pending.entry(hash) {
            Entry::Occupied(mut known) => {
                let known = known.get_mut();
                let is_the_same = known.access_key_id == caller.access_key_id
                    && known.principal == caller.principal
                    && (known.operation, known.region.as_str()) == (operation, region);
                if is_the_same {
                    known.at = at;
                } else {
                    *known = usage();
                }
            }
            Entry::Vacant(_) if is_full => {}
            Entry::Vacant(place) => {
                place.insert(usage());
            }
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use awsim_plugin::account::AccountId;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_seconds(second)
    }

    fn key(id: &str) -> Caller {
        Caller { access_key_id: Some(id.to_owned()), ..Caller::root(AccountId::default()) }
    }

    #[test]
    fn a_burst_is_one_fact_of_its_last_request() {
        let log = UsageLog::default();
        for second in 0..3 {
            log.note(&key("A"), "iam", "GetUser", "us-east-1", at(second));
        }
        log.note(&key("A"), "iam", "ListUsers", "us-east-1", at(1));
        log.note(&key("B"), "iam", "GetUser", "eu-west-1", at(1));
        log.note(&Caller::anonymous(AccountId::default()), "sts", "AssumeRoleWithSAML", "us-east-1", at(1));
        let mut facts: Vec<_> =
            log.take().into_iter().map(|one| (one.access_key_id, one.operation, one.at)).collect();
        facts.sort();
        let fact = |key: &str, operation, second| (Some(key.to_owned()), operation, at(second));
        assert_eq!(facts, [fact("A", "GetUser", 2), fact("A", "ListUsers", 1), fact("B", "GetUser", 1)]);
        assert!(log.take().is_empty());
    }

    #[test]
    fn there_is_a_limit() {
        let log = UsageLog::default();
        for number in 0..LIMIT + 5 {
            log.note(&key(&number.to_string()), "iam", "GetUser", "us-east-1", at(0));
        }
        assert_eq!(log.take().len(), LIMIT);
    }
}
