//! The decisions of the policy engine, with their reasons.

use std::sync::Arc;

use serde::Serialize;

use super::answer::{Answer, Refusal};
use super::events::EventStream;
use crate::config::EnforcementMode;
use crate::core::Core;
use crate::decisions::{Entry, Filter, LeastPrivilege, Wanted};
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
    let filter = filter(core, incoming.query())?;
    let (page, more) = filter.page(core.decisions.latest());
    let next_before = page.last().filter(|_| more).map(|(number, _)| *number);
    // Reasons are worked out here, and are not to hold up other requests.
    let sealer = Arc::clone(&core.messages);
    let entries = tokio::task::spawn_blocking(move || {
        page.iter().map(|(number, record)| Entry::with_message(*number, record, &sealer)).collect()
    });
    let decisions = entries.await.map_err(|error| Refusal::new(500, "InternalFailure", error.to_string()))?;
    Answer::json(&Page { decisions, next_before, missed_by_file: core.decisions.missed_by_file() })
}

/// The decisions that are made from now on, as the query chooses them.
///
/// # Errors
/// 400 for a query that says something else.
pub(super) fn stream(core: &Core, incoming: &Incoming) -> Result<EventStream, Refusal> {
    Ok(EventStream::of(core.decisions.listen(), filter(core, incoming.query())?, Arc::clone(&core.messages)))
}

/// The least-privilege policy for what a principal did, as far as it is remembered: `principal=…`, and whatever else
/// chooses decisions.
///
/// # Errors
/// 400 for a query that says something else or names no principal, 404 if nothing is remembered that a policy could
/// allow.
pub(super) async fn policy(core: &Core, incoming: &Incoming) -> Result<Answer, Refusal> {
    let (wanted, query) = wanted(incoming.query())?;
    let filter = filter(core, &query)?;
    let Some(principal) = filter.principal().map(str::to_owned) else {
        return Err(invalid("principal is needed: the ARN of whoever the policy is for"));
    };
    let mut decisions = core.decisions.latest();
    decisions.reverse();
    let generated = tokio::task::spawn_blocking(move || {
        decisions.retain(|(_, record)| filter.admits(record));
        LeastPrivilege::of(&decisions, wanted)
    });
    match generated.await.map_err(|error| Refusal::new(500, "InternalFailure", error.to_string()))? {
        Some(generated) => Answer::json(&generated),
        None => Err(nothing_to_allow(core, &principal)),
    }
}

fn nothing_to_allow(core: &Core, principal: &str) -> Refusal {
    let mode = core.config.iam_enforce;
    let why = match mode {
        EnforcementMode::Off => {
            "iam_enforce is \"off\", so that nothing is decided: \"audit\" decides and lets through"
        }
        EnforcementMode::Audit | EnforcementMode::On => {
            "the latest decisions have no request of it that was let through"
        }
    };
    Refusal::new(404, "NoDecisions", format!("There is nothing to allow {principal}: {why}."))
}

/// Takes `merge_from=…` out of a query.
fn wanted(query: &str) -> Result<(Wanted, String), Refusal> {
    let mut wanted = Wanted::default();
    let mut rest = Vec::new();
    for parameter in query.split('&') {
        match parameter.strip_prefix("merge_from=") {
            None => rest.push(parameter),
            Some(number) => {
                wanted.merge_from = number.parse().map_err(|_| invalid("merge_from is a whole number"))?;
            }
        }
    }
    Ok((wanted, rest.join("&")))
}

fn filter(core: &Core, query: &str) -> Result<Filter, Refusal> {
    Filter::parse(query, core.clock.now()).map_err(invalid)
}

fn invalid(complaint: impl Into<String>) -> Refusal {
    Refusal::new(400, "InvalidQuery", complaint)
}
