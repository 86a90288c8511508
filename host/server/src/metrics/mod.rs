//! Counters and latencies.
//!
//! Every series is made when the host starts, so that recording is a few relaxed additions without a lock; rendering
//! is for whoever scrapes.

mod decisions;
mod exposition;
mod histogram;
#[cfg(test)]
mod tests;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

pub use exposition::{Exposition, Kind};

use awsim_policy::Decision;
use decisions::DecisionSeries;
use histogram::Histogram;

use crate::services::Services;

/// What came of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was answered.
    Success,
    /// It was refused, and the client is to blame.
    ClientError,
    /// It failed here.
    ServerError,
}

impl Outcome {
    const ALL: [Outcome; 3] = [Outcome::Success, Outcome::ClientError, Outcome::ServerError];

    /// The value of the label `outcome`.
    pub fn as_str(self) -> &'static str {
        match self {
            Outcome::Success => "success",
            Outcome::ClientError => "client_error",
            Outcome::ServerError => "server_error",
        }
    }
}

/// The counters of a host.
#[derive(Debug)]
pub struct Metrics {
    services: Vec<ServiceSeries>,
    unplaced: Series,
    connections: Gauge,
    requests: Gauge,
    refused_connections: AtomicU64,
    refused_requests: AtomicU64,
}

#[derive(Debug)]
struct ServiceSeries {
    name: &'static str,
    operations: Vec<(&'static str, Series)>,
    unplaced: Series,
    decisions: DecisionSeries,
}

/// What is counted of one operation.
#[derive(Debug, Default)]
struct Series {
    outcomes: [AtomicU64; Outcome::ALL.len()],
    latency: Histogram,
}

impl Metrics {
    /// The counters for these services, all at zero.
    pub fn new(services: &Services) -> Self {
        let mut services: Vec<_> = services.iter().collect();
        services.sort_by_key(|service| service.index);
        Self::named(services.into_iter().map(|service| {
            let operations = service.operations().iter().map(|operation| operation.shape.name).collect();
            (service.model.signing_name, operations)
        }))
    }

    /// The counters for services with these names and operations.
    fn named(services: impl IntoIterator<Item = (&'static str, Vec<&'static str>)>) -> Self {
        let services = services
            .into_iter()
            .map(|(name, operations)| ServiceSeries {
                name,
                operations: operations.into_iter().map(|operation| (operation, Series::default())).collect(),
                unplaced: Series::default(),
                decisions: DecisionSeries::default(),
            })
            .collect();
        Self {
            services,
            unplaced: Series::default(),
            connections: Gauge::default(),
            requests: Gauge::default(),
            refused_connections: AtomicU64::new(0),
            refused_requests: AtomicU64::new(0),
        }
    }

    /// Counts a request. `service` and `operation` are the places that
    /// [`HostedService::index`](crate::services::HostedService::index) and
    /// [`HostedService::operation`](crate::services::HostedService::operation) give; none if the request named nothing
    /// that is hosted.
    pub fn record(
        &self,
        service: Option<usize>,
        operation: Option<usize>,
        outcome: Outcome,
        elapsed: Duration,
    ) {
        let series = match service.and_then(|service| self.services.get(service)) {
            None => &self.unplaced,
            Some(service) => match operation.and_then(|operation| service.operations.get(operation)) {
                None => &service.unplaced,
                Some((_, series)) => series,
            },
        };
        series.outcomes[outcome as usize].fetch_add(1, Ordering::Relaxed);
        series.latency.observe(elapsed);
    }

    /// Counts a decision of the policy engine on a request to the service at this place.
    pub fn decided(&self, service: usize, decision: &Decision, elapsed: Duration) {
        if let Some(service) = self.services.get(service) {
            service.decisions.record(decision, elapsed);
        }
    }

    /// Counts a connection as open until the answer is dropped.
    pub fn connection(&self) -> InFlight {
        self.connections.enter()
    }

    /// Counts a request as being carried until the answer is dropped.
    pub fn request(&self) -> InFlight {
        self.requests.enter()
    }

    /// Counts a connection that was turned away because too many are open.
    pub fn refused_connection(&self) {
        self.refused_connections.fetch_add(1, Ordering::Relaxed);
    }

    /// Counts a request that was refused because of a limit.
    pub fn refused_request(&self) {
        self.refused_requests.fetch_add(1, Ordering::Relaxed);
    }

    /// Writes everything that was counted. Operations that nobody has called are left out.
    pub fn write(&self, text: &mut Exposition) {
        let recorded: Vec<_> = self.recorded().collect();
        text.family("awsim_requests_total", Kind::Counter, "Requests by service, operation and outcome.");
        for (service, operation, series) in &recorded {
            for (outcome, count) in Outcome::ALL.iter().zip(&series.outcomes) {
                let labels =
                    [("service", *service), ("operation", *operation), ("outcome", outcome.as_str())];
                text.sample("", &labels, count.load(Ordering::Relaxed));
            }
        }
        text.family(
            "awsim_request_duration_seconds",
            Kind::Histogram,
            "From the whole request to the answer, by service and operation.",
        );
        for (service, operation, series) in &recorded {
            series.latency.write(text, &[("service", service), ("operation", operation)]);
        }
        decisions::write(text, self.services.iter().map(|service| (service.name, &service.decisions)));
        text.family("awsim_connections", Kind::Gauge, "Open connections.");
        text.sample("", &[], self.connections.now());
        text.family("awsim_requests_in_flight", Kind::Gauge, "Requests being carried.");
        text.sample("", &[], self.requests.now());
        text.family("awsim_refused_total", Kind::Counter, "What was refused because of a limit.");
        text.sample("", &[("what", "connection")], self.refused_connections.load(Ordering::Relaxed));
        text.sample("", &[("what", "request")], self.refused_requests.load(Ordering::Relaxed));
    }

    /// Everything that was called at least once, with the labels `service` and `operation`.
    fn recorded(&self) -> impl Iterator<Item = (&'static str, &'static str, &Series)> {
        let services = self.services.iter().flat_map(|service| {
            let operations =
                service.operations.iter().map(|(operation, series)| (service.name, *operation, series));
            operations.chain([(service.name, "", &service.unplaced)])
        });
        services.chain([("", "", &self.unplaced)]).filter(|(_, _, series)| !series.is_empty())
    }
}

impl Series {
    fn is_empty(&self) -> bool {
        self.outcomes.iter().all(|count| count.load(Ordering::Relaxed) == 0)
    }
}

/// How many of something there are at once.
#[derive(Debug, Default)]
struct Gauge(Arc<AtomicU64>);

impl Gauge {
    fn enter(&self) -> InFlight {
        self.0.fetch_add(1, Ordering::Relaxed);
        InFlight(Arc::clone(&self.0))
    }

    fn now(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// Something that counts as long as it lives.
#[must_use = "it counts only as long as it lives"]
#[derive(Debug)]
pub struct InFlight(Arc<AtomicU64>);

impl Drop for InFlight {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}
