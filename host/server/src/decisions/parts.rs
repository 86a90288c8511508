//! What a decision consists of, as people read it.

use awsim_policy::document::Position;
use awsim_policy::explain::{self, FailedCondition, LayerReport, MissReason, StatementSource};
use awsim_policy::{DraftStatement, Grant, Layers, Obstacle, Remedy};
use serde::{Deserialize, Serialize};

/// What a layer said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LayerEntry {
    /// The layer.
    pub layer: String,
    /// The level of a control policy, from the root of the organization down; else 0.
    pub level: u32,
    /// `allowed`, `explicitDeny`, `implicitDeny`, `noPolicy` or `notApplicable`.
    pub outcome: String,
}

/// A statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatementEntry {
    /// The layer that it stands in.
    pub layer: String,
    /// The level of a control policy; else 0.
    pub level: u32,
    /// The ARN or name of the policy.
    pub policy: String,
    /// The Sid, if it has one.
    pub sid: Option<String>,
    /// `Allow` or `Deny`.
    pub effect: String,
    /// Where its object begins in the text of the policy.
    pub start: Place,
    /// One past where it ends.
    pub end: Place,
}

/// A place in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1.
    pub column: u32,
}

/// A statement that does not apply.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissedEntry {
    /// The statement.
    #[serde(flatten)]
    pub statement: StatementEntry,
    /// `principal`, `resource` or `conditions`.
    pub reason: String,
    /// The conditions that failed.
    pub conditions: Vec<ConditionEntry>,
}

/// A condition that failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConditionEntry {
    /// The operator.
    pub operator: String,
    /// The key.
    pub key: String,
    /// The values in the policy.
    pub wanted: Vec<String>,
    /// The values in the request; none if it does not have the key.
    pub found: Option<Vec<String>>,
}

/// What would allow what was denied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RemedyEntry {
    /// These statements, at most one for the principal and one for the policy of the resource.
    Grants(Vec<GrantEntry>),
    /// A request that meets the condition of this statement of the role's trust policy.
    Condition(StatementEntry),
    /// No statement that grants: something stands in the way.
    Obstacle(ObstacleEntry),
}

/// A statement that is missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GrantEntry {
    /// Where it is missing: `identity` or `resource`.
    pub layer: String,
    /// The smallest one that would do.
    pub statement: DraftStatement,
}

/// What stands in the way of a grant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObstacleEntry {
    /// The layer.
    pub layer: String,
    /// The statement that denies; none if the layer limits what may be granted, and does not allow this.
    pub statement: Option<StatementEntry>,
}

impl LayerEntry {
    pub(super) fn of(report: &LayerReport) -> Self {
        let (layer, outcome) = (report.layer.as_str(), report.outcome.as_str());
        Self { layer: layer.to_owned(), level: report.level, outcome: outcome.to_owned() }
    }
}

impl StatementEntry {
    pub(super) fn of(source: &StatementSource<'_>) -> Self {
        Self {
            layer: source.at.layer.as_str().to_owned(),
            level: source.at.level,
            policy: source.policy.to_owned(),
            sid: source.sid.map(str::to_owned),
            effect: if source.denies { "Deny" } else { "Allow" }.to_owned(),
            start: Place::of(source.start),
            end: Place::of(source.end),
        }
    }
}

impl Place {
    fn of(position: Position) -> Self {
        Self { line: position.line, column: position.column }
    }
}

impl MissedEntry {
    pub(super) fn of(missed: &explain::MissedStatement<'_>) -> Self {
        let (reason, conditions) = match &missed.reason {
            MissReason::Principal => ("principal", &[][..]),
            MissReason::Resource => ("resource", &[][..]),
            MissReason::Conditions(failed) => ("conditions", &failed[..]),
        };
        Self {
            statement: StatementEntry::of(&missed.source),
            reason: reason.to_owned(),
            conditions: conditions.iter().map(ConditionEntry::of).collect(),
        }
    }
}

impl ConditionEntry {
    fn of(failed: &FailedCondition) -> Self {
        let FailedCondition { operator, key, wanted, found } = failed.clone();
        Self { operator, key, wanted, found }
    }
}

impl RemedyEntry {
    /// None for what needs no remedy.
    pub(super) fn of(remedy: Remedy, layers: &Layers<'_>) -> Option<Self> {
        match remedy {
            Remedy::Needless => None,
            Remedy::Grants(grants) => {
                Some(Self::Grants(grants.into_iter().flat_map(GrantEntry::of).collect()))
            }
            Remedy::Condition(at) => {
                explain::source(layers, at).map(|found| Self::Condition(StatementEntry::of(&found)))
            }
            Remedy::Obstacle(obstacle) => Some(Self::Obstacle(ObstacleEntry::of(obstacle, layers))),
        }
    }
}

impl GrantEntry {
    fn of(grant: Grant) -> impl Iterator<Item = Self> {
        let layer = grant.layer.as_str();
        grant.draft.statements.into_iter().map(move |statement| Self { layer: layer.to_owned(), statement })
    }
}

impl ObstacleEntry {
    fn of(obstacle: Obstacle, layers: &Layers<'_>) -> Self {
        let statement = obstacle.denied_by.and_then(|at| explain::source(layers, at));
        Self {
            layer: obstacle.layer.as_str().to_owned(),
            statement: statement.map(|found| StatementEntry::of(&found)),
        }
    }
}
