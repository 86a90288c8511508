//! What the host did, for Prometheus.

use super::answer::Answer;
use super::info::VERSION;
use crate::core::Core;
use crate::metrics::{Exposition, Kind};
use crate::store::StoreStatistics;

/// The answer of `metrics`.
pub(super) fn render(core: &Core) -> Answer {
    let mut text = Exposition::default();
    text.family("awsim_info", Kind::Gauge, "The version of AWSim, as a label.");
    text.sample("", &[("version", VERSION)], 1);
    core.metrics.write(&mut text);
    store(&mut text, &core.store.statistics());
    if let Some(bytes) = resident_bytes() {
        text.single("process_resident_memory_bytes", Kind::Gauge, "Resident memory of the process.", bytes);
    }
    Answer::of(Exposition::CONTENT_TYPE, text.finish())
}

fn store(text: &mut Exposition, statistics: &StoreStatistics) {
    text.single(
        "awsim_store_transactions_total",
        Kind::Counter,
        "Transactions that changed something and were acknowledged.",
        statistics.transactions,
    );
    text.single(
        "awsim_store_commits_total",
        Kind::Counter,
        "Commits of the database; one carries all transactions that waited for it.",
        statistics.commits,
    );
    text.single(
        "awsim_store_rows_written_total",
        Kind::Counter,
        "Rows that the commits wrote or removed.",
        statistics.rows_written,
    );
    text.single("awsim_store_failures_total", Kind::Counter, "Commits that failed.", statistics.failures);
    text.single("awsim_store_rows", Kind::Gauge, "Rows in memory.", statistics.rows);
    text.single("awsim_store_bytes", Kind::Gauge, "Size of the files of the store.", statistics.bytes);
}

/// The resident memory of this process, where the operating system tells it in `/proc`.
fn resident_bytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024)
}
