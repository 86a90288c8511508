//! The least-privilege policy of a principal, from what it did.
//!
//! What a principal did are the requests that were let through: those that were allowed, and with `iam_enforce = "audit"`
//! all. The policy is held against every one of them before it is handed out: on decisions in memory with all the other
//! policies that bore on them, in the place of those of the principal itself; on decisions from a file by itself.

use std::borrow::Cow;
use std::collections::HashSet;

use awsim_policy::catalogue::Reference;
use awsim_policy::explain::LayerOutcome;
use awsim_policy::{
    ContextMap, Draft, Layer, Layers, Named, Need, OwnedPrincipal, Policy, PolicyKind, Request, evaluate,
    generate, outline,
};
use serde::{Deserialize, Serialize};

use super::filter::matches;
use super::{Entry, Numbered};

/// How many resources with a common beginning become one pattern unless told otherwise.
const USUAL_MERGE: usize = 3;

/// The longest managed policy that IAM takes, in characters without white space ("IAM and AWS STS quotas").
const LONGEST: usize = 6144;

/// How the policy is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// How many resources with a common beginning become one pattern.
    pub merge_from: usize,
}

impl Default for Wanted {
    fn default() -> Self {
        Self { merge_from: USUAL_MERGE }
    }
}

/// A least-privilege policy, and what came of trying it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeastPrivilege {
    /// The principals whose requests these were, sorted.
    pub principals: Vec<String>,
    /// How many decisions the policy rests on.
    pub decisions: usize,
    /// How many decisions were left out because the request was refused.
    pub refused: usize,
    /// The policy.
    pub policy: Draft,
    /// Its length in characters without white space.
    pub characters: usize,
    /// Whether that is more than IAM takes of a managed policy.
    pub too_long: bool,
    /// Whether the policy allows every one of the requests.
    pub replay_passed: bool,
    /// The requests that it does not allow.
    pub unmet: Vec<Unmet>,
}

/// A request that a policy does not allow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unmet {
    /// The number of its decision.
    pub number: u64,
    /// The id of the request.
    pub request_id: String,
    /// The action.
    pub action: String,
    /// The resource.
    pub resource: String,
    /// `explicitDeny` or `implicitDeny`.
    pub verdict: String,
    /// The layer that stands in the way.
    pub layer: String,
}

/// What there is to know of a decision.
struct Deed<'d> {
    number: u64,
    principal: &'d str,
    request_id: &'d str,
    action: &'d str,
    resource: &'d str,
    /// The value of the action's narrowing key.
    narrowed: Option<Cow<'d, str>>,
    /// Whether the request was refused because of it.
    refused: bool,
}

/// What a layer said that did not allow: the verdict and the layer.
type Refusal = (&'static str, Layer);

impl LeastPrivilege {
    /// From decisions in memory, each of which is made once more with the policy.
    pub(crate) fn of(decisions: &[Numbered], wanted: Wanted) -> Option<Self> {
        let names: Vec<_> = decisions.iter().map(|(_, record)| record.decided.subject.principal()).collect();
        let deeds = decisions.iter().zip(&names).map(|((number, record), principal)| Deed {
            number: *number,
            principal: principal.principal_arn().unwrap_or(principal.display_name()),
            request_id: &record.request_id,
            action: &record.decided.check.action,
            resource: &record.decided.check.resource,
            narrowed: record.decided.narrowing().map(|(_, value)| Cow::Owned(value)),
            refused: record.enforced && !record.decided.decision.is_allowed(),
        });
        Self::generate(deeds.collect(), wanted, |index, policy| {
            let (_, record) = decisions.get(index)?;
            record.decided.ask(|request, layers| {
                let identity = [Named { name: "generated", policy }];
                let decision = evaluate(request, &Layers { identity: &identity, ..*layers });
                (!decision.is_allowed()).then(|| (decision.verdict.as_str(), decision.layer))
            })
        })
    }

    /// From decisions in a file, those of a principal (`*` in its name is any text): the policy must allow each of them by
    /// itself, whatever else bore on them.
    pub fn of_entries(entries: &[Entry], principal: &str, wanted: Wanted) -> Option<Self> {
        let entries: Vec<&Entry> =
            entries.iter().filter(|entry| entry.names().any(|name| matches(principal, name))).collect();
        let deeds = entries.iter().map(|entry| Deed {
            number: entry.number,
            principal: entry.principal_arn.as_deref().unwrap_or(&entry.principal),
            request_id: &entry.request_id,
            action: &entry.action,
            resource: &entry.resource,
            narrowed: entry.narrowing.values().next().map(|value| Cow::Borrowed(value.as_str())),
            refused: entry.enforced && entry.verdict != "allowed",
        });
        Self::generate(deeds.collect(), wanted, |index, policy| refusal_of(entries.get(index)?, policy))
    }

    /// None if nothing was done that a policy could speak of.
    fn generate(
        deeds: Vec<Deed<'_>>,
        wanted: Wanted,
        replay: impl Fn(usize, &Policy) -> Option<Refusal>,
    ) -> Option<Self> {
        // A request with several checks was not made if one of them was refused.
        let refused: HashSet<&str> =
            deeds.iter().filter(|deed| deed.refused).map(|deed| deed.request_id).collect();
        let done: Vec<(usize, &Deed<'_>)> =
            deeds.iter().enumerate().filter(|(_, deed)| !refused.contains(deed.request_id)).collect();
        let needs = done.iter().map(|(_, deed)| Need {
            action: deed.action,
            resource: deed.resource,
            narrowed: deed.narrowed.as_deref(),
        });
        let draft = generate(needs, wanted.merge_from)?;
        let text = serde_json::to_string(&draft).unwrap_or_default();
        let policy = Policy::parse_stored(PolicyKind::Identity, &text).ok();
        let unmet: Vec<Unmet> = done
            .iter()
            .filter_map(|(index, deed)| {
                let refusal = match &policy {
                    Some(policy) => replay(*index, policy)?,
                    None => ("implicitDeny", Layer::Identity),
                };
                Some(deed.unmet(refusal))
            })
            .collect();
        let mut principals: Vec<_> = done.iter().map(|(_, deed)| deed.principal.to_owned()).collect();
        principals.sort();
        principals.dedup();
        let characters = text.chars().count();
        Some(Self {
            principals,
            decisions: done.len(),
            refused: deeds.len() - done.len(),
            policy: draft,
            characters,
            too_long: characters > LONGEST,
            replay_passed: unmet.is_empty(),
            unmet,
        })
    }
}

impl Deed<'_> {
    fn unmet(&self, (verdict, layer): Refusal) -> Unmet {
        Unmet {
            number: self.number,
            request_id: self.request_id.to_owned(),
            action: self.action.to_owned(),
            resource: self.resource.to_owned(),
            verdict: verdict.to_owned(),
            layer: layer.as_str().to_owned(),
        }
    }
}

/// What keeps a policy by itself from allowing what was asked; none if it allows it.
fn refusal_of(entry: &Entry, policy: &Policy) -> Option<Refusal> {
    let refused = Some((LayerOutcome::ImplicitDeny.as_str(), Layer::Identity));
    let Some(mut principal) = OwnedPrincipal::parse(&entry.principal) else { return refused };
    if let Some(arn) = &entry.principal_arn {
        principal = principal.with_role_arn(arn);
    }
    let mut context = ContextMap::new();
    for (key, value) in &entry.narrowing {
        context.set(key, value.as_str());
    }
    let request = Request::new(principal.borrow(), &entry.action, &entry.resource, &context);
    let identity = [Named { name: "generated", policy }];
    let layers = Layers { identity: &identity, ..Layers::default() };
    let outline = outline(&request.on_resource_of(&Reference), &layers);
    let said = outline.layers.iter().find(|report| report.layer == Layer::Identity);
    let allows = said.is_some_and(|said| said.outcome == LayerOutcome::Allowed);
    // The root user needs no policy.
    if allows || outline.decision.is_allowed() { None } else { refused }
}
