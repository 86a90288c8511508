//! How long changes take to be felt.
//!
//! AWS carries changes of IAM to all of its regions, which takes seconds ("Changes that I make are not always immediately
//! visible", IAM User Guide). With `enforcement.propagation_delay` decisions rest on the policies as they were that long
//! ago, so that a client can be tried against it. Who calls, and what calls answer, is always up to date.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::View;

/// The most states that are remembered. With more changes within one delay the latest stand for those before them.
const LIMIT: usize = 1024;

/// The states of the last while.
pub(crate) struct Propagation {
    delay: i64,
    /// States with the time from which they were there, oldest first.
    history: Mutex<VecDeque<(Timestamp, Arc<View>)>>,
}

impl Propagation {
    /// Changes take so long, beginning with what is there when the host starts.
    pub(crate) fn new(delay: Duration, at_start: Arc<View>) -> Self {
        let delay = i64::try_from(delay.as_millis()).unwrap_or(i64::MAX);
        let first = (Timestamp::from_millis(i64::MIN), at_start);
        let history = if delay > 0 { VecDeque::from([first]) } else { VecDeque::new() };
        Self { delay, history: Mutex::new(history) }
    }

    /// Notes that the state is this now. Nothing is remembered if changes are felt at once.
    pub(crate) fn note(&self, state: impl FnOnce() -> Arc<View>, now: Timestamp) {
        if self.delay == 0 {
            return;
        }
        let state = state();
        let mut history = self.history.lock().unwrap_or_else(PoisonError::into_inner);
        not_later_than(now, &mut history);
        if history.back().is_some_and(|(_, last)| Arc::ptr_eq(last, &state)) {
            return;
        }
        if history.len() >= LIMIT {
            history.pop_back();
        }
        history.push_back((now, state));
    }

    /// The state that decisions rest on now.
    pub(crate) fn felt(&self, present: impl FnOnce() -> Arc<View>, now: Timestamp) -> Arc<View> {
        self.earlier(now).unwrap_or_else(present)
    }

    /// The state that decisions rest on now in the place of the present one; none if changes are felt at once.
    pub(crate) fn earlier(&self, now: Timestamp) -> Option<Arc<View>> {
        if self.delay == 0 {
            return None;
        }
        let felt_from = now.millis().saturating_sub(self.delay);
        let mut history = self.history.lock().unwrap_or_else(PoisonError::into_inner);
        while history.get(1).is_some_and(|(from, _)| from.millis() <= felt_from) {
            history.pop_front();
        }
        history.front().map(|(_, state)| Arc::clone(state))
    }
}

/// Where the clock was moved back, what was there later was there now: or else it would not be felt until the clock is
/// where it was.
fn not_later_than(now: Timestamp, history: &mut VecDeque<(Timestamp, Arc<View>)>) {
    let later = history.iter_mut().rev().take_while(|(from, _)| *from > now);
    later.for_each(|(from, _)| *from = now);
}

#[cfg(test)]
mod tests {
    use awsim_plugin::account::AccountId;
    use awsim_plugin::collection;
    use awsim_plugin::store::Transaction;

    use super::*;

    collection! {
        static NOTES: Collection<String, u32> = "propagation"/"notes" version 1;
    }

    fn written(before: &View, number: u32) -> Arc<View> {
        let mut transaction = Transaction::begin(before);
        transaction.insert(&NOTES, AccountId::default(), "note".to_owned(), number);
        Arc::new(transaction.finish().unwrap().0)
    }

    fn read(state: &View) -> Option<u32> {
        state.get(&NOTES, AccountId::default(), "note").copied()
    }

    #[test]
    fn a_change_is_felt_when_its_time_has_come() {
        let start = Arc::new(View::empty());
        let propagation = Propagation::new(Duration::from_secs(2), start.clone());
        let at = Timestamp::from_seconds;
        let (one, two) = (written(&start, 1), written(&start, 2));
        propagation.note(|| one.clone(), at(10));
        propagation.note(|| one.clone(), at(11));
        propagation.note(|| two.clone(), at(12));
        for (seconds, felt) in
            [(10, None), (11, None), (12, Some(1)), (13, Some(1)), (14, Some(2)), (99, Some(2))]
        {
            assert_eq!(read(&propagation.felt(|| two.clone(), at(seconds))), felt, "{seconds}");
        }
    }

    #[test]
    fn a_clock_that_is_moved_back_holds_up_no_change() {
        let start = Arc::new(View::empty());
        let propagation = Propagation::new(Duration::from_secs(2), start.clone());
        let at = Timestamp::from_seconds;
        let states: Vec<_> = (1..=3).map(|number| written(&start, number)).collect();
        let felt = |seconds| read(&propagation.felt(|| start.clone(), at(seconds)));
        for (state, seconds) in states.iter().zip([90_000, 90_001, 10]) {
            propagation.note(|| state.clone(), at(seconds));
        }
        assert_eq!((felt(11), felt(12)), (None, Some(3)));
        // Also without any further change: every request notes what there is.
        propagation.note(|| states[0].clone(), at(90_000));
        propagation.note(|| states[0].clone(), at(20));
        assert_eq!((felt(21), felt(22)), (Some(3), Some(1)));
    }

    #[test]
    fn without_a_delay_everything_is_felt_at_once() {
        let propagation = Propagation::new(Duration::ZERO, Arc::new(View::empty()));
        let one = written(&View::empty(), 1);
        propagation.note(|| unreachable!("nothing is remembered"), Timestamp::from_seconds(1));
        assert_eq!(read(&propagation.felt(|| one.clone(), Timestamp::from_seconds(1))), Some(1));
    }

    #[test]
    fn what_is_remembered_is_bounded() {
        let propagation = Propagation::new(Duration::from_secs(1), Arc::new(View::empty()));
        for number in 0..3000 {
            propagation.note(|| written(&View::empty(), number), Timestamp::from_seconds(5));
        }
        assert_eq!(propagation.history.lock().unwrap().len(), LIMIT);
        assert_eq!(
            read(&propagation.felt(|| Arc::new(View::empty()), Timestamp::from_seconds(6))),
            Some(2999)
        );
    }
}
