//! Why a request was decided as it was.
//!
//! An explanation comes from the very walk that decides ([`crate::evaluate`](mod@crate::evaluate)), watched by a recorder and not cut
//! short; there is no second evaluator.

mod recorder;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use crate::document::{ConditionKey, Document, Position, Text};
use crate::evaluate::{Decision, Frame, Layer, Layers, Miss, Request, StatementRef, authorize};

use recorder::{FailedCondition as Failed, Recorder};

/// A decision with everything that led to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation<'a> {
    /// The decision, the same that [`evaluate`](fn@crate::evaluate::evaluate) gives.
    pub decision: Decision,
    /// What each layer said, level by level; layers that do not bear on the request included.
    pub layers: Vec<LayerReport>,
    /// The statements that apply, allowing and denying ones.
    pub matched: Vec<MatchedStatement<'a>>,
    /// The statements that speak of the action but do not apply, and why.
    pub missed: Vec<MissedStatement<'a>>,
    /// Condition keys that a condition or variable wanted and the request does not have, as the policies write them, in alphabetical order.
    pub missing_keys: Vec<String>,
}

/// What a layer or level said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LayerReport {
    /// The layer.
    pub layer: Layer,
    /// The level of a control policy, from the root down; else 0.
    pub level: u32,
    /// What it said.
    pub outcome: LayerOutcome,
}

/// What a layer says of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LayerOutcome {
    /// A statement allows and none denies.
    Allowed,
    /// A statement denies.
    ExplicitDeny,
    /// No statement allows.
    ImplicitDeny,
    /// The layer does not bear on the request.
    NotApplicable,
}

impl LayerOutcome {
    /// Its name in answers.
    pub fn as_str(self) -> &'static str {
        match self {
            LayerOutcome::Allowed => "allowed",
            LayerOutcome::ExplicitDeny => "explicitDeny",
            LayerOutcome::ImplicitDeny => "implicitDeny",
            LayerOutcome::NotApplicable => "notApplicable",
        }
    }
}

/// Where a statement stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatementSource<'a> {
    /// Its place in the layers.
    pub at: StatementRef,
    /// Name or ARN of the policy.
    pub policy: &'a str,
    /// The Sid, if it has one.
    pub sid: Option<&'a str>,
    /// Whether its effect is `Deny`.
    pub denies: bool,
    /// Position of its opening brace in the text as sent.
    pub start: Position,
    /// Position one past its closing brace.
    pub end: Position,
}

/// A statement that applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MatchedStatement<'a> {
    /// Which.
    pub source: StatementSource<'a>,
}

/// A statement that speaks of the action and does not apply.
#[derive(Debug, Clone, PartialEq)]
pub struct MissedStatement<'a> {
    /// Which.
    pub source: StatementSource<'a>,
    /// Why.
    pub reason: MissReason,
}

/// Why a statement does not apply.
#[derive(Debug, Clone, PartialEq)]
pub enum MissReason {
    /// It speaks of other principals.
    Principal,
    /// It speaks of other resources.
    Resource,
    /// These conditions failed.
    Conditions(Vec<FailedCondition>),
}

/// A condition that did not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FailedCondition {
    /// The operator as written.
    pub operator: String,
    /// The key as written.
    pub key: String,
    /// The values of the policy.
    pub wanted: Vec<String>,
    /// The values of the request; `None` when it does not have the key.
    pub found: Option<Vec<String>>,
}

/// Decides a request and says why. Slower than [`evaluate`](fn@crate::evaluate::evaluate): it looks at everything and allocates.
pub fn explain<'a>(request: &Request<'_>, layers: &Layers<'a>) -> Explanation<'a> {
    let mut recorder = Recorder::default();
    let decision = authorize(&Frame::new(request, layers), layers, &mut recorder);
    let matched = recorder
        .statements
        .iter()
        .filter(|(_, outcome)| outcome.is_ok())
        .filter_map(|(at, _)| Some(MatchedStatement { source: source(layers, *at)? }))
        .collect();
    let missed = recorder
        .statements
        .iter()
        .filter_map(|(at, outcome)| {
            let reason = match outcome.err()? {
                Miss::Principal => MissReason::Principal,
                Miss::Resource => MissReason::Resource,
                Miss::Condition => {
                    MissReason::Conditions(failed_conditions(layers, *at, &recorder.conditions))
                }
            };
            Some(MissedStatement { source: source(layers, *at)?, reason })
        })
        .collect();
    let heard: BTreeSet<Layer> = recorder.layers.iter().map(|report| report.layer).collect();
    let mut reports = recorder.layers;
    reports.extend(Layer::ALL.into_iter().filter(|layer| !heard.contains(layer)).map(|layer| LayerReport {
        layer,
        level: 0,
        outcome: LayerOutcome::NotApplicable,
    }));
    reports.sort_by_key(|report| (report.layer, report.level));
    Explanation {
        decision,
        layers: reports,
        matched,
        missed,
        missing_keys: recorder.missing_keys.into_values().collect(),
    }
}

/// Where a statement of these layers stands.
pub fn source<'a>(layers: &Layers<'a>, at: StatementRef) -> Option<StatementSource<'a>> {
    let named = layers.policy(at.layer, at.level, at.policy)?;
    let statement = named.policy.statements().nth(at.statement as usize)?;
    Some(StatementSource {
        at,
        policy: named.name,
        sid: statement.sid,
        denies: statement.denies,
        start: statement.start(),
        end: statement.end(),
    })
}

fn failed_conditions(layers: &Layers<'_>, at: StatementRef, recorded: &[Failed]) -> Vec<FailedCondition> {
    let Some(named) = layers.policy(at.layer, at.level, at.policy) else { return Vec::new() };
    let document = named.policy.document();
    let conditions = conditions_of(&document, at.statement);
    let of_statement = recorded.iter().filter(|failed| failed.at == at);
    of_statement
        .filter_map(|failed| {
            let (operator, key) = conditions.get(failed.condition as usize)?;
            Some(FailedCondition {
                operator: operator.as_str().to_owned(),
                key: key.key.as_str().to_owned(),
                wanted: key.values.items.iter().map(|value| value.text.as_str().to_owned()).collect(),
                found: failed.found.clone(),
            })
        })
        .collect()
}

/// The conditions of a statement in the order in which they are compiled.
fn conditions_of<'d, 't>(
    document: &'d Document<'t>,
    statement: u32,
) -> Vec<(&'d Text<'t>, &'d ConditionKey<'t>)> {
    let statement = document.statements.items.get(statement as usize);
    let blocks =
        statement.iter().flat_map(|statement| &statement.condition).flat_map(|condition| &condition.blocks);
    blocks.flat_map(|block| block.keys.iter().map(move |key| (&block.operator, key))).collect()
}
