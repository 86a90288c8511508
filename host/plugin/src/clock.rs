//! The one place where the time of day is read.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use crate::shape::Timestamp;

/// A clock. The host owns one; tests set theirs.
pub trait Clock: Send + Sync {
    /// The time of day.
    fn now(&self) -> Timestamp;
}

/// The machine's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[allow(clippy::disallowed_methods, reason = "this is the clock module")]
    fn now(&self) -> Timestamp {
        let now = std::time::SystemTime::now();
        let millis = match now.duration_since(std::time::UNIX_EPOCH) {
            Ok(since) => i64::try_from(since.as_millis()).unwrap_or(i64::MAX),
            Err(before) => -i64::try_from(before.duration().as_millis()).unwrap_or(i64::MAX),
        };
        Timestamp::from_millis(millis)
    }
}

/// A clock that can be moved: it goes on at the pace of another one, from wherever it was moved to.
pub struct MovableClock {
    under: Arc<dyn Clock>,
    offset_millis: AtomicI64,
}

partial_debug!(MovableClock, |clock| now = clock.now());

impl MovableClock {
    /// A clock that shows the time of `under` until it is moved.
    pub fn over(under: Arc<dyn Clock>) -> Self {
        Self { under, offset_millis: AtomicI64::new(0) }
    }

    /// Moves the clock to a time.
    pub fn move_to(&self, time: Timestamp) {
        self.move_by(time.millis().saturating_sub(self.under.now().millis()));
    }

    /// Lets the clock differ from the one under it by so many milliseconds; 0 moves it back.
    pub fn move_by(&self, millis: i64) {
        self.offset_millis.store(millis, Ordering::Relaxed);
    }

    /// By how many milliseconds the clock differs from the one under it.
    pub fn offset_millis(&self) -> i64 {
        self.offset_millis.load(Ordering::Relaxed)
    }
}

impl Clock for MovableClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_millis(self.under.now().millis().saturating_add(self.offset_millis()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Fixed(i64);

    impl Clock for Fixed {
        fn now(&self) -> Timestamp {
            Timestamp::from_seconds(self.0)
        }
    }

    #[test]
    fn a_clock_is_moved_and_moved_back() {
        let clock = MovableClock::over(Arc::new(Fixed(1000)));
        assert_eq!(clock.now(), Timestamp::from_seconds(1000));
        clock.move_to(Timestamp::from_seconds(900));
        assert_eq!((clock.now(), clock.offset_millis()), (Timestamp::from_seconds(900), -100_000));
        clock.move_by(i64::MAX);
        assert_eq!(clock.now(), Timestamp::from_millis(i64::MAX));
        clock.move_by(0);
        assert_eq!(clock.now(), Timestamp::from_seconds(1000));
    }
}
