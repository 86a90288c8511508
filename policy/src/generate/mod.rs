//! Least privilege: from requests that were made to a policy that allows them and little else.
//!
//! An action stands in one statement, with the resources that it was used on; actions of a service that were used on the same
//! resources share it. `condense` turns many resources with a common prefix into one pattern.

mod condense;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue;
use crate::draft::{Draft, DraftStatement, exactly, spelled};

/// A request that is to be allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Need<'a> {
    /// The action, such as `s3:GetObject`.
    pub action: &'a str,
    /// The ARN of the resource, or `*`.
    pub resource: &'a str,
}

/// An action and what it was used on.
#[derive(Default)]
struct Use {
    action: String,
    /// Patterns, each for one resource.
    resources: BTreeSet<String>,
}

/// An identity-based policy that allows all of these requests, and no other action than theirs; `None` if there are none.
///
/// `merge_from` resources with a common prefix, and at least two, become one pattern: `arn:aws:s3:::b/a`, `…/b` and `…/c` become
/// `arn:aws:s3:::b/*` if it is 3. Actions that take no resource are allowed on `*`, and so are those on resources that no ARN names.
/// What is no action of a service is left out: no policy could speak of it. The policy may be longer than IAM takes.
pub fn generate<'a>(needs: impl IntoIterator<Item = Need<'a>>, merge_from: usize) -> Option<Draft> {
    let mut uses: BTreeMap<String, Use> = BTreeMap::new();
    for need in needs.into_iter().filter(|need| is_action(need.action)) {
        let entry = uses.entry(need.action.to_ascii_lowercase()).or_default();
        if entry.action.is_empty() {
            entry.action = spelled(need.action);
        }
        let takes_resource = catalogue::takes_resource(need.action) != Some(false);
        entry.resources.insert(if takes_resource { exactly(need.resource) } else { "*".to_owned() });
    }
    let mut grouped: BTreeMap<(String, Vec<String>), Vec<String>> = BTreeMap::new();
    for (lower, Use { action, resources }) in uses {
        let service = lower.split(':').next().unwrap_or_default().to_owned();
        grouped.entry((service, condense::condense(resources, merge_from))).or_default().push(action);
    }
    let statements: Vec<DraftStatement> = grouped
        .into_iter()
        .map(|((_, resources), actions)| DraftStatement::allow(actions, resources))
        .collect();
    (!statements.is_empty()).then(|| Draft::new(statements))
}

/// Whether a policy can speak of an action, and of it alone: a service, a colon, and a name without wildcards.
fn is_action(action: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    action.split_once(':').is_some_and(|(service, name)| {
        [service, name].iter().all(|part| !part.is_empty() && part.bytes().all(plain))
    })
}
