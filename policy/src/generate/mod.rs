//! Least privilege: from requests that were made to a policy that allows them and little else.
//!
//! An action on a resource stands in one statement, with the resources that it was used on in the same way; actions of a service
//! that were used alike share it. `condense` turns many resources with a common prefix into one pattern. Actions that hand
//! something on are narrowed to whom it was handed to ([`narrowing_key`]).

mod condense;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue;
use crate::draft::{Draft, DraftCondition, DraftStatement, exactly, spelled};

/// A request that is to be allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Need<'a> {
    /// The action, such as `s3:GetObject`.
    pub action: &'a str,
    /// The ARN of the resource, or `*`.
    pub resource: &'a str,
    /// The value of the action's [`narrowing_key`] in the request, if it has both.
    pub narrowed: Option<&'a str>,
}

/// The condition key to which a policy is narrowed that allows an action, if every request on a resource had it: which service a
/// role is passed to, and by which external id another account knows for whom its role is assumed. Whoever may do the one could
/// do more with the other ("Grant a user permissions to pass a role to an AWS service" and "The confused deputy problem" in the IAM
/// User Guide).
pub fn narrowing_key(action: &str) -> Option<&'static str> {
    match action.to_ascii_lowercase().as_str() {
        "iam:passrole" => Some("iam:PassedToService"),
        "sts:assumerole" => Some("sts:ExternalId"),
        _ => None,
    }
}

/// The values that a resource is narrowed to; empty if it is not.
type Narrowing = BTreeSet<String>;

/// An action and what it was used on.
#[derive(Default)]
struct Use {
    action: String,
    /// Patterns, each for one resource, with the values of the narrowing key; none once a request did not have it.
    resources: BTreeMap<String, Option<Narrowing>>,
}

impl Use {
    fn note(&mut self, pattern: String, narrowed: Option<&str>) {
        let values = self.resources.entry(pattern).or_insert_with(|| Some(Narrowing::new()));
        match narrowed {
            Some(value) => {
                if let Some(values) = values {
                    values.insert(value.to_owned());
                }
            }
            None => *values = None,
        }
    }

    /// The resources by what they are narrowed to.
    fn by_narrowing(self) -> BTreeMap<Narrowing, BTreeSet<String>> {
        let mut alike: BTreeMap<Narrowing, BTreeSet<String>> = BTreeMap::new();
        for (pattern, values) in self.resources {
            alike.entry(values.unwrap_or_default()).or_default().insert(pattern);
        }
        alike
    }
}

/// What the actions of a statement have in common: the service, the condition key with its values, and the resources.
type Alike = (String, Option<(&'static str, Narrowing)>, Vec<String>);

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
        let pattern = if takes_resource { exactly(need.resource) } else { "*".to_owned() };
        entry.note(pattern, need.narrowed.filter(|_| narrowing_key(need.action).is_some()));
    }
    let mut grouped: BTreeMap<Alike, Vec<String>> = BTreeMap::new();
    for (lower, used) in uses {
        let service = lower.split(':').next().unwrap_or_default();
        let action = used.action.clone();
        for (values, resources) in used.by_narrowing() {
            let narrowing = narrowing_key(&lower).filter(|_| !values.is_empty()).map(|key| (key, values));
            let alike = (service.to_owned(), narrowing, condense::condense(resources, merge_from));
            grouped.entry(alike).or_default().push(action.clone());
        }
    }
    let statements: Vec<DraftStatement> = grouped
        .into_iter()
        .map(|((_, narrowing, resources), actions)| DraftStatement {
            condition: narrowing.map(|(key, values)| DraftCondition::equals(key, &values)),
            ..DraftStatement::allow(actions, resources)
        })
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
