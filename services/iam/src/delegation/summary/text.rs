//! The text.

use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::View;
use awsim_policy::{Policy, PolicyKind};

use super::Reach;
use super::locale::Language;
use crate::delegation::{Found, describe, lifecycle};

/// How many services are named; of a policy that reaches more, the rest is counted.
const MOST_SERVICES: usize = 40;

/// A request in plain words.
///
/// # Errors
/// `ServiceFailure` (500) if its policy cannot be read.
pub(super) fn summary(
    found: &Found<'_>,
    state: &View,
    now: Timestamp,
    language: &Language,
) -> Result<String, ServiceError> {
    let request = found.request;
    let policy = Policy::parse_stored(PolicyKind::Identity, &request.policy)
        .map_err(|error| ServiceError::failure(format!("The permission policy cannot be read: {error}")))?;
    let account = request.owner_account.map(|account| account.to_string());
    let mut lines = vec![
        fill(
            language.request,
            &[
                &describe::requestor_name(state, found.requestor),
                &found.requestor.to_string(),
                account.as_deref().unwrap_or(language.any_account),
            ],
        ),
        fill(language.purpose, &[&request.description]),
    ];
    lines.extend(request.message.iter().map(|message| fill(language.message, &[message])));
    lines.extend(reached(&Reach::of(&policy), language));
    let minutes = request.session_duration / 60;
    lines.push(fill(language.duration, &[&(minutes / 60).to_string(), &(minutes % 60).to_string()]));
    lines.push(format!("{} ({})", lifecycle::state(request, now).as_str(), request.expires));
    Ok(lines.join("\n"))
}

fn reached(reach: &Reach, language: &Language) -> Vec<String> {
    if reach.services.is_empty() {
        return vec![language.nothing.to_owned()];
    }
    let mut lines = vec![language.reach.to_owned()];
    for (service, levels) in reach.services.iter().take(MOST_SERVICES) {
        let levels: Vec<_> = levels.iter().map(|level| language.level(*level)).collect();
        lines.push(fill(language.service, &[service.name(), &levels.join(", ")]));
    }
    if let Some(more) = reach.services.len().checked_sub(MOST_SERVICES).filter(|more| *more > 0) {
        lines.push(fill(language.more, &[&more.to_string()]));
    }
    if reach.makes_roles {
        lines.push(language.roles.to_owned());
    }
    lines
}

/// A phrase with what belongs in its places.
fn fill(phrase: &str, values: &[&str]) -> String {
    let mut parts = phrase.split("{}");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for (value, part) in values.iter().zip(parts) {
        text.push_str(value);
        text.push_str(part);
    }
    text
}
