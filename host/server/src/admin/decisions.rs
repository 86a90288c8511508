//! The decisions of the policy engine, with their reasons.

use serde::Serialize;

use super::answer::{Answer, Refusal};
use super::events::EventStream;
use crate::core::Core;
use crate::decisions::{Entry, Filter};
use crate::incoming::Incoming;

/// A page of decisions.
#[derive(Serialize)]
struct Page {
    /// The latest first.
    decisions: Vec<Entry>,
    /// `before` of the next page; none if this is the last.
    next_before: Option<u64>,
    /// How many decisions the file has missed.
    missed_by_file: u64,
}

/// The latest decisions, as the query chooses them.
///
/// # Errors
/// 400 for a query that says something else.
pub(super) async fn list(core: &Core, incoming: &Incoming) -> Result<Answer, Refusal> {
    let filter = filter(incoming)?;
    let (page, more) = filter.page(core.decisions.latest());
    let next_before = page.last().filter(|_| more).map(|(number, _)| *number);
    // Reasons are worked out here, and are not to hold up other requests.
    let entries = tokio::task::spawn_blocking(move || {
        page.iter().map(|(number, record)| Entry::of(*number, record)).collect()
    });
    let decisions = entries.await.map_err(|error| Refusal::new(500, "InternalFailure", error.to_string()))?;
    Answer::json(&Page { decisions, next_before, missed_by_file: core.decisions.missed_by_file() })
}

/// The decisions that are made from now on, as the query chooses them.
///
/// # Errors
/// 400 for a query that says something else.
pub(super) fn stream(core: &Core, incoming: &Incoming) -> Result<EventStream, Refusal> {
    Ok(EventStream::of(core.decisions.listen(), filter(incoming)?))
}

fn filter(incoming: &Incoming) -> Result<Filter, Refusal> {
    Filter::parse(incoming.query()).map_err(|complaint| Refusal::new(400, "InvalidQuery", complaint))
}
