//! A decision as people read it.

use awsim_policy::document::Position;
use awsim_policy::explain::{FailedCondition, LayerReport, MissReason, StatementSource};
use awsim_policy::{Explanation, Layers, Request};
use serde::{Deserialize, Serialize};

use super::Record;

/// A decision with its reasons: the form of `/_awsim/decisions`, of its stream and of the file.
///
/// It has the names and places of policies, never their documents, and of the request only what conditions asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// The number of the decision since the start of the host.
    pub number: u64,
    /// The id of the request.
    pub request_id: String,
    /// When the request arrived, in ISO 8601.
    pub time: String,
    /// The signing name of the service.
    pub service: String,
    /// The operation.
    pub operation: String,
    /// Who asked: an ARN, `anonymous`, or an identity provider.
    pub principal: String,
    /// What sort of principal that is; none for identity providers.
    pub principal_type: Option<String>,
    /// The ARN to which policies are attached: that of the role, for a session of a role.
    pub principal_arn: Option<String>,
    /// The action.
    pub action: String,
    /// The resource.
    pub resource: String,
    /// `allowed`, `explicitDeny` or `implicitDeny`.
    pub verdict: String,
    /// The layer that decided.
    pub layer: String,
    /// Whether a denial was carried out, or only noted (`iam_enforce = "audit"`).
    pub enforced: bool,
    /// How long the decision took, in nanoseconds.
    pub nanoseconds: u64,
    /// What every layer said.
    pub layers: Vec<LayerEntry>,
    /// The statements that apply.
    pub matched: Vec<StatementEntry>,
    /// The statements that speak of the action and do not apply.
    pub missed: Vec<MissedEntry>,
    /// The condition keys that policies wanted and the request does not have.
    pub missing_keys: Vec<String>,
}

/// What a layer said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LayerEntry {
    /// The layer.
    pub layer: String,
    /// The level of a control policy, from the root of the organization down; else 0.
    pub level: u32,
    /// `allowed`, `explicitDeny`, `implicitDeny` or `notApplicable`.
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

impl Entry {
    /// The decision with its reasons.
    pub(crate) fn of(number: u64, record: &Record) -> Self {
        record.decided.explained(|explanation, request, layers| {
            Self::explained(number, record, explanation, request, layers)
        })
    }

    fn explained(
        number: u64,
        record: &Record,
        explanation: &Explanation<'_>,
        request: &Request<'_>,
        _layers: &Layers<'_>,
    ) -> Self {
        let decided = &record.decided;
        let owned = |text: &str| text.to_owned();
        Self {
            number,
            request_id: record.request_id.clone(),
            time: decided.circumstances.now.to_iso8601().as_str().to_owned(),
            service: owned(record.service),
            operation: owned(record.operation),
            principal: owned(request.principal.display_name()),
            principal_type: request.principal.type_name().map(owned),
            principal_arn: request.principal.principal_arn().map(owned),
            action: decided.check.action.to_string(),
            resource: decided.check.resource.clone(),
            verdict: owned(decided.decision.verdict.as_str()),
            layer: owned(decided.decision.layer.as_str()),
            enforced: record.enforced,
            nanoseconds: u64::try_from(decided.elapsed.as_nanos()).unwrap_or(u64::MAX),
            layers: explanation.layers.iter().map(LayerEntry::of).collect(),
            matched: explanation.matched.iter().map(|matched| StatementEntry::of(&matched.source)).collect(),
            missed: explanation.missed.iter().map(MissedEntry::of).collect(),
            missing_keys: explanation.missing_keys.clone(),
        }
    }
}

impl LayerEntry {
    fn of(report: &LayerReport) -> Self {
        let (layer, outcome) = (report.layer.as_str(), report.outcome.as_str());
        Self { layer: layer.to_owned(), level: report.level, outcome: outcome.to_owned() }
    }
}

impl StatementEntry {
    fn of(source: &StatementSource<'_>) -> Self {
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
    fn of(missed: &awsim_policy::explain::MissedStatement<'_>) -> Self {
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
