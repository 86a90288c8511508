//! Latencies.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use super::exposition::Exposition;

/// The upper bounds of the buckets, in microseconds, and as the label `le` has them, in seconds: from a decision of
/// the policy engine to a request that waited for a bad disk.
const BOUNDS: [(u64, &str); 18] = [
    (1, "0.000001"),
    (2, "0.000002"),
    (5, "0.000005"),
    (10, "0.00001"),
    (25, "0.000025"),
    (50, "0.00005"),
    (100, "0.0001"),
    (250, "0.00025"),
    (500, "0.0005"),
    (1_000, "0.001"),
    (2_500, "0.0025"),
    (5_000, "0.005"),
    (10_000, "0.01"),
    (25_000, "0.025"),
    (100_000, "0.1"),
    (250_000, "0.25"),
    (1_000_000, "1"),
    (10_000_000, "10"),
];

/// How long something took, in buckets.
#[derive(Debug, Default)]
pub(super) struct Histogram {
    /// One for each bound, and one for what is beyond the last.
    buckets: [AtomicU64; BOUNDS.len() + 1],
    nanos: AtomicU64,
}

impl Histogram {
    /// Counts one that took `elapsed`.
    pub(super) fn observe(&self, elapsed: Duration) {
        let nanos = u64::try_from(elapsed.as_nanos()).unwrap_or(u64::MAX);
        let bucket = BOUNDS.partition_point(|(bound, _)| bound * 1_000 < nanos);
        self.buckets[bucket].fetch_add(1, Ordering::Relaxed);
        self.nanos.fetch_add(nanos, Ordering::Relaxed);
    }

    /// Writes the samples of a histogram with these labels.
    pub(super) fn write(&self, text: &mut Exposition, labels: &[(&str, &str)]) {
        let bounds = BOUNDS.iter().map(|(_, label)| *label).chain(["+Inf"]);
        let mut count = 0;
        for (bound, bucket) in bounds.zip(&self.buckets) {
            count += bucket.load(Ordering::Relaxed);
            text.sample("_bucket", &[labels, &[("le", bound)]].concat(), count);
        }
        let nanos = self.nanos.load(Ordering::Relaxed);
        let seconds = format_args!("{}.{:09}", nanos / 1_000_000_000, nanos % 1_000_000_000).to_string();
        text.sample("_sum", labels, seconds);
        text.sample("_count", labels, count);
    }
}
