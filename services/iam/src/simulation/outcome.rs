//! What is decided for one action on one resource, as answers have it.

use std::collections::{BTreeMap, BTreeSet};

use awsim_policy::explain::{LayerOutcome, Outline, StatementSource};
use awsim_policy::{Layer, Verdict};

use super::simulation::Simulation;
use super::sources::Source;
use crate::generated::{PolicyEvaluationDecisionType, PolicySourceType, Position, Statement};

/// A decision with what led to it.
#[derive(Debug)]
pub(super) struct Outcome {
    pub(super) decision: PolicyEvaluationDecisionType,
    /// The statements that determine the decision.
    pub(super) matched: Vec<Statement>,
    /// What each type of policy says, across accounts only.
    pub(super) details: Option<BTreeMap<String, PolicyEvaluationDecisionType>>,
    /// Whether the permissions boundary allows, if there is one.
    pub(super) boundary: Option<bool>,
    /// Whether every level of the organization allows, if there is one.
    pub(super) organization: Option<bool>,
}

impl Outcome {
    pub(super) fn new(simulation: &Simulation, outline: &Outline<'_>, crosses_accounts: bool) -> Self {
        let said = |layer: Layer| {
            outline.layers.iter().filter(move |report| report.layer == layer).map(|report| report.outcome)
        };
        let allows = |layer| said(layer).all(|outcome| outcome == LayerOutcome::Allowed);
        let organization = (!simulation.organization.is_empty()).then(|| allows(Layer::ServiceControl));
        let boundary = simulation.boundary.is_some().then(|| allows(Layer::PermissionsBoundary));
        let ended = organization == Some(false);
        let types = [
            (Layer::Identity, PolicySourceType::IAMPolicy),
            (Layer::Resource, PolicySourceType::ResourcePolicy),
            (Layer::PermissionsBoundary, PolicySourceType::PermissionsBoundaryPolicy),
        ];
        let details = types.into_iter().filter_map(|(layer, of_type)| {
            let outcome = said(layer).next().and_then(decision_of)?;
            Some((of_type.as_str().to_owned(), outcome))
        });
        Outcome {
            decision: match outline.decision.verdict {
                Verdict::Allowed => PolicyEvaluationDecisionType::Allowed,
                Verdict::ExplicitDeny => PolicyEvaluationDecisionType::ExplicitDeny,
                Verdict::ImplicitDeny => PolicyEvaluationDecisionType::ImplicitDeny,
            },
            matched: if ended { Vec::new() } else { determining(simulation, &outline.matched) },
            details: (crosses_accounts && !ended).then(|| details.collect()),
            boundary,
            organization,
        }
    }
}

fn decision_of(outcome: LayerOutcome) -> Option<PolicyEvaluationDecisionType> {
    match outcome {
        LayerOutcome::Allowed => Some(PolicyEvaluationDecisionType::Allowed),
        LayerOutcome::ExplicitDeny => Some(PolicyEvaluationDecisionType::ExplicitDeny),
        LayerOutcome::ImplicitDeny | LayerOutcome::NoPolicy => {
            Some(PolicyEvaluationDecisionType::ImplicitDeny)
        }
        LayerOutcome::NotApplicable => None,
    }
}

/// "Even if multiple statements allow the operation on the resource, if only one statement denies that operation, then the explicit deny
/// overrides any allow. In addition, the deny statement is the only entry included in the result": of each type of policy. What a boundary
/// allows grants nothing and is not told.
fn determining(simulation: &Simulation, matched: &[StatementSource<'_>]) -> Vec<Statement> {
    let denied: BTreeSet<Layer> =
        matched.iter().filter(|found| found.denies).map(|found| found.at.layer).collect();
    let tells = |found: &&StatementSource<'_>| {
        let layer = found.at.layer;
        found.denies || layer != Layer::PermissionsBoundary && !denied.contains(&layer)
    };
    matched
        .iter()
        .filter(tells)
        .filter_map(|found| {
            let at = found.at;
            let source: &Source = match at.layer {
                Layer::Identity => simulation.identity.get(at.policy as usize)?,
                Layer::Resource => simulation.resource_policy.as_ref()?,
                Layer::PermissionsBoundary => simulation.boundary.as_ref()?,
                Layer::ServiceControl | Layer::ResourceControl | Layer::Session => return None,
            };
            Some(Statement {
                source_policy_id: Some(source.id.clone()),
                source_policy_type: Some(source.kind),
                start_position: Some(position(found.start)),
                end_position: Some(position(found.end)),
            })
        })
        .collect()
}

/// Lines and columns of documents fit: those are limited to a mebibyte.
fn position(position: awsim_policy::document::Position) -> Position {
    let number = |count: u32| Some(i32::try_from(count).unwrap_or(i32::MAX));
    Position { line: number(position.line), column: number(position.column) }
}
