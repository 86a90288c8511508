//! What is counted of decisions.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use awsim_policy::{Decision, Layer, Verdict};

use super::exposition::{Exposition, Kind};
use super::histogram::Histogram;

const VERDICTS: [Verdict; 3] = [Verdict::Allowed, Verdict::ExplicitDeny, Verdict::ImplicitDeny];

/// The decisions on requests to one service.
#[derive(Debug, Default)]
pub(super) struct DecisionSeries {
    /// By verdict and layer.
    counts: [[AtomicU64; Layer::ALL.len()]; VERDICTS.len()],
    latency: Histogram,
}

impl DecisionSeries {
    /// Counts a decision.
    pub(super) fn record(&self, decision: &Decision, elapsed: Duration) {
        let verdict = VERDICTS.iter().position(|verdict| *verdict == decision.verdict);
        let layer = Layer::ALL.iter().position(|layer| *layer == decision.layer);
        if let (Some(verdict), Some(layer)) = (verdict, layer) {
            self.counts[verdict][layer].fetch_add(1, Ordering::Relaxed);
        }
        self.latency.observe(elapsed);
    }
}

/// Writes what was counted of the decisions of every service. What never happened is left out.
pub(super) fn write<'s>(
    text: &mut Exposition,
    services: impl Iterator<Item = (&'static str, &'s DecisionSeries)> + Clone,
) {
    text.family(
        "awsim_decisions_total",
        Kind::Counter,
        "Decisions of the policy engine by service, verdict and the layer that decided.",
    );
    let mut decided = Vec::new();
    for (service, series) in services {
        let mut total = 0;
        for (verdict, layers) in VERDICTS.iter().zip(&series.counts) {
            for (layer, count) in Layer::ALL.iter().zip(layers) {
                let count = count.load(Ordering::Relaxed);
                let labels = [("service", service), ("verdict", verdict.as_str()), ("layer", layer.as_str())];
                if count > 0 {
                    text.sample("", &labels, count);
                }
                total += count;
            }
        }
        if total > 0 {
            decided.push((service, series));
        }
    }
    text.family(
        "awsim_decision_duration_seconds",
        Kind::Histogram,
        "From the check to the decision of the policy engine, by service.",
    );
    for (service, series) in decided {
        series.latency.write(text, &[("service", service)]);
    }
}
