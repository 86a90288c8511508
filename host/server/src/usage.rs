//! How credentials are used, noted off every caller's time.
//!
//! A request leaves one fact per access key, service, operation and region; a task collects them and hands them to the
//! plugins in a transaction of its own. What was told is not told again for a minute: AWS itself records only the first
//! of several uses within a quarter of an hour ("Generate credential reports for your AWS account" in the IAM User
//! Guide). So a burst of requests costs a look at a table each, and the memory is bounded.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use awsim_plugin::caller::{Caller, Principal};
use awsim_plugin::service::Usage;
use awsim_plugin::shape::Timestamp;
use tokio::sync::Notify;

/// How long facts are collected before they are written.
const INTERVAL: Duration = Duration::from_millis(200);

/// The most facts that are kept for one interval; more are dropped, as AWS's own reports are best effort.
const LIMIT: usize = 10_000;

/// For how many seconds a fact that was told is not told again.
const RESOLUTION: i64 = 60;

/// How many told facts are remembered.
const REMEMBERED: usize = 65_536;

/// What was used since the last collection.
#[derive(Default)]
pub(crate) struct UsageLog {
    facts: Mutex<Facts>,
    hashing: RandomState,
    used: Notify,
}

#[derive(Default)]
struct Facts {
    /// When facts were told last, in seconds, by their hashes. Two facts with one hash are taken for one, which is as
    /// likely as a guessed key.
    told: HashMap<u64, i64>,
    pending: Vec<Usage>,
    /// Whether anything was used since the last collection, be it news or not.
    is_used: bool,
}

impl Facts {
    /// Whether a fact is worth telling, which is remembered then.
    fn is_news(&mut self, hash: u64, at: i64) -> bool {
        let is_known = |told: i64| (told..told + RESOLUTION).contains(&at);
        if self.told.get(&hash).copied().is_some_and(is_known) || self.pending.len() >= LIMIT {
            return false;
        }
        if self.told.len() >= REMEMBERED {
            self.told.retain(|_, told| is_known(*told));
        }
        if self.told.len() >= REMEMBERED {
            self.told.clear();
        }
        self.told.insert(hash, at);
        true
    }
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
            Some(key) => self.hashing.hash_one((key, service, operation, region)),
            None => self.hashing.hash_one((caller.user_id(), service, operation, region)),
        };
        let mut facts = self.facts();
        if facts.is_news(hash, at.seconds()) {
            facts.pending.push(Usage {
                account: caller.account,
                principal: caller.principal.clone(),
                access_key_id: caller.access_key_id.clone(),
                service,
                operation,
                region: region.to_owned(),
                at,
            });
        }
        let is_first = !std::mem::replace(&mut facts.is_used, true);
        drop(facts);
        if is_first {
            self.used.notify_one();
        }
    }

    /// Waits until something was used and the interval has passed.
    pub(crate) async fn interval(&self) {
        self.used.notified().await;
        tokio::time::sleep(INTERVAL).await;
    }

    /// Takes the news so far.
    pub(crate) fn take(&self) -> Vec<Usage> {
        let mut facts = self.facts();
        facts.is_used = false;
        std::mem::take(&mut facts.pending)
    }

    /// Forgets what was told: whoever was told does not know it any more.
    pub(crate) fn forget(&self) {
        self.facts().told.clear();
    }

    /// The facts, which a panic elsewhere cannot have left half done.
    fn facts(&self) -> MutexGuard<'_, Facts> {
        self.facts.lock().unwrap_or_else(PoisonError::into_inner)
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
    fn a_burst_is_one_fact_of_its_first_request() {
        let log = UsageLog::default();
        for second in 5..8 {
            log.note(&key("A"), "iam", "GetUser", "us-east-1", at(second));
        }
        log.note(&key("A"), "iam", "ListUsers", "us-east-1", at(1));
        log.note(&key("A"), "iam", "ListUsers", "eu-west-1", at(2));
        log.note(&key("B"), "iam", "GetUser", "eu-west-1", at(1));
        log.note(&Caller::anonymous(AccountId::default()), "sts", "AssumeRoleWithSAML", "us-east-1", at(1));
        let facts: Vec<_> =
            log.take().into_iter().map(|one| (one.access_key_id, one.operation, one.at)).collect();
        let fact = |key: &str, operation, second| (Some(key.to_owned()), operation, at(second));
        assert_eq!(
            facts,
            [
                fact("A", "GetUser", 5),
                fact("A", "ListUsers", 1),
                fact("A", "ListUsers", 2),
                fact("B", "GetUser", 1)
            ]
        );
        assert!(log.take().is_empty());
    }

    #[test]
    fn what_was_told_is_told_again_after_a_minute_or_when_it_was_forgotten_or_the_clock_was_put_back() {
        let log = UsageLog::default();
        let told = |second| {
            log.note(&key("A"), "iam", "GetUser", "us-east-1", at(second));
            !log.take().is_empty()
        };
        assert_eq!([100, 159, 160, 219, 220].map(told), [true, false, true, false, true]);
        assert!(told(90));
        log.forget();
        assert!(told(91));
        assert!(!told(92));
    }

    #[test]
    fn there_are_limits() {
        let log = UsageLog::default();
        for number in 0..REMEMBERED + 5 {
            if number % LIMIT == 0 {
                log.take();
            }
            log.note(&key(&number.to_string()), "iam", "GetUser", "us-east-1", at(0));
        }
        assert_eq!(log.facts().told.len(), 5);
        log.take();
        for number in 0..LIMIT + 5 {
            log.note(&key(&number.to_string()), "iam", "ListUsers", "us-east-1", at(0));
        }
        assert_eq!(log.take().len(), LIMIT);
    }

    #[tokio::test]
    async fn an_interval_without_news_ends_too() {
        let log = UsageLog::default();
        for expected in [1, 0] {
            log.note(&key("A"), "iam", "GetUser", "us-east-1", at(0));
            log.interval().await;
            assert_eq!(log.take().len(), expected);
        }
    }
}
