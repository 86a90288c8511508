//! The answer.

use serde::Serialize;

use crate::denial::Denial;
use crate::document::Position;
use crate::draft::Draft;
use crate::evaluate::{Layers, Request};
use crate::explain::{self, Explanation, MissReason, StatementSource};
use crate::remedy::{Grant, Remedy, remedy};

/// The verdict on a case, and why.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Answer {
    /// That of the case.
    pub id: serde_json::Value,
    /// `allowed`, `explicitDeny` or `implicitDeny`.
    pub verdict: &'static str,
    /// Why.
    pub reason: Reason,
}

/// Why.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Reason {
    /// The layer that decided.
    pub layer: &'static str,
    /// The statement that decided, if one did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statement: Option<StatementAnswer>,
    /// The statements that apply.
    pub matched_statements: Vec<StatementAnswer>,
    /// The statements that speak of the action and do not apply.
    pub missed_statements: Vec<MissedAnswer>,
    /// Condition keys that were wanted and not given.
    pub missing_context_keys: Vec<String>,
    /// What each layer said.
    pub layers: Vec<LayerAnswer>,
    /// AWS's message for a refusal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// What would let a refused request through.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remedy: Option<RemedyAnswer>,
}

/// What would let a refused request through.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum RemedyAnswer {
    /// These policies.
    Grants(Vec<GrantAnswer>),
    /// No policy: a request that meets the condition of this statement of the role's trust policy.
    Condition(StatementAnswer),
    /// No policy: this layer stands in the way.
    Obstacle(&'static str),
}

/// A policy that is missing.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GrantAnswer {
    /// Its layer.
    pub layer: &'static str,
    /// What is missing.
    pub policy: Draft,
}

/// A statement.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StatementAnswer {
    /// Its layer.
    pub layer: &'static str,
    /// The name of its policy.
    pub policy: String,
    /// Its Sid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sid: Option<String>,
    /// `Allow` or `Deny`.
    pub effect: &'static str,
    /// Its opening brace in the text as sent.
    pub start: PlaceAnswer,
    /// One past its closing brace.
    pub end: PlaceAnswer,
}

/// A place in a text; both count from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct PlaceAnswer {
    /// Line.
    pub line: u32,
    /// Column in characters.
    pub column: u32,
}

/// A statement that does not apply.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MissedAnswer {
    /// Which.
    #[serde(flatten)]
    pub statement: StatementAnswer,
    /// `principal`, `resource` or `condition`.
    pub because: &'static str,
    /// The conditions that failed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub failed_conditions: Vec<ConditionAnswer>,
}

/// A condition that failed.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ConditionAnswer {
    /// The operator.
    pub operator: String,
    /// The key.
    pub key: String,
    /// The values of the policy.
    pub policy_values: Vec<String>,
    /// The values of the request; null when the key is missing.
    pub request_values: Option<Vec<String>>,
}

/// What a layer said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LayerAnswer {
    /// The layer.
    pub layer: &'static str,
    /// The level of a control policy.
    pub level: u32,
    /// `allowed`, `explicitDeny`, `implicitDeny`, `noPolicy` or `notApplicable`.
    pub said: &'static str,
}

impl Reason {
    /// The reason in an explanation.
    pub fn of(request: &Request<'_>, layers: &Layers<'_>, explanation: &Explanation<'_>) -> Self {
        let decision = &explanation.decision;
        Reason {
            layer: decision.layer.as_str(),
            statement: decision
                .statement
                .and_then(|at| explain::source(layers, at))
                .map(|found| statement(&found)),
            matched_statements: explanation.matched.iter().map(statement).collect(),
            missed_statements: explanation.missed.iter().map(missed).collect(),
            missing_context_keys: explanation.missing_keys.clone(),
            layers: explanation
                .layers
                .iter()
                .map(|report| LayerAnswer {
                    layer: report.layer.as_str(),
                    level: report.level,
                    said: report.outcome.as_str(),
                })
                .collect(),
            message: (!decision.is_allowed()).then(|| Denial::new(request, decision).to_string()),
            remedy: remedy_of(request, layers),
        }
    }
}

fn remedy_of(request: &Request<'_>, layers: &Layers<'_>) -> Option<RemedyAnswer> {
    match remedy(request, layers) {
        Remedy::Needless => None,
        Remedy::Condition(at) => {
            explain::source(layers, at).map(|found| RemedyAnswer::Condition(statement(&found)))
        }
        Remedy::Obstacle(obstacle) => Some(RemedyAnswer::Obstacle(obstacle.layer.as_str())),
        Remedy::Grants(grants) => {
            let answer = |grant: Grant| GrantAnswer { layer: grant.layer.as_str(), policy: grant.draft };
            Some(RemedyAnswer::Grants(grants.into_iter().map(answer).collect()))
        }
    }
}

fn statement(source: &StatementSource<'_>) -> StatementAnswer {
    let place = |position: Position| PlaceAnswer { line: position.line, column: position.column };
    StatementAnswer {
        layer: source.at.layer.as_str(),
        policy: source.policy.to_owned(),
        sid: source.sid.map(str::to_owned),
        effect: if source.denies { "Deny" } else { "Allow" },
        start: place(source.start),
        end: place(source.end),
    }
}

fn missed(missed: &explain::MissedStatement<'_>) -> MissedAnswer {
    let (because, failed_conditions) = match &missed.reason {
        MissReason::Principal => ("principal", Vec::new()),
        MissReason::Resource => ("resource", Vec::new()),
        MissReason::Conditions(failed) => ("condition", failed.iter().map(condition).collect()),
    };
    MissedAnswer { statement: statement(&missed.source), because, failed_conditions }
}

fn condition(failed: &explain::FailedCondition) -> ConditionAnswer {
    ConditionAnswer {
        operator: failed.operator.clone(),
        key: failed.key.clone(),
        policy_values: failed.wanted.clone(),
        request_values: failed.found.clone(),
    }
}
