//! A decision as people read it.

use std::collections::BTreeMap;

use awsim_policy::{Bounds, Explanation, Layers, Request, explain_within, remedy};
use serde::{Deserialize, Serialize};

use super::Record;
use super::parts::{LayerEntry, MissedEntry, RemedyEntry, StatementEntry};
use crate::messages::MessageSealer;

/// The most that a decision tells: however many statements there are and however long their values, it stays small.
const BOUNDS: Bounds = Bounds { items: 100, bytes: 1024 };

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
    /// The condition key, if there is one, to which a generated policy is narrowed, with its value: the service that a role
    /// is passed to, or the external id that it is assumed with.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub narrowing: BTreeMap<String, String>,
    /// `allowed`, `explicitDeny` or `implicitDeny`.
    pub verdict: String,
    /// The layer that decided.
    pub layer: String,
    /// Whether a denial was carried out, or only noted (`iam_enforce = "audit"`).
    pub enforced: bool,
    /// What the caller was told, or would have been.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
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
    /// The smallest statements that would allow what was denied, or what stands in the way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remedy: Option<RemedyEntry>,
    /// The encoded authorization message of a denial, for `sts:DecodeAuthorizationMessage`. The file does not have it: it
    /// would say again what the line says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encoded_message: Option<String>,
}

impl Entry {
    /// The decision with its reasons, which are worked out now.
    pub(crate) fn of(number: u64, record: &Record) -> Self {
        record.decided.ask(|request, layers| {
            Self::explained(number, record, request, layers, &explain_within(request, layers, BOUNDS))
        })
    }

    /// The ARNs and names by which people know who asked.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        [Some(self.principal.as_str()), self.principal_arn.as_deref()].into_iter().flatten()
    }

    /// The decision with its reasons and, if it is a denial, its encoded authorization message.
    pub(crate) fn with_message(number: u64, record: &Record, sealer: &MessageSealer) -> Self {
        let decided = &record.decided;
        let denied = !decided.decision.is_allowed();
        Self { encoded_message: denied.then(|| sealer.seal(decided)).flatten(), ..Self::of(number, record) }
    }

    fn explained(
        number: u64,
        record: &Record,
        request: &Request<'_>,
        layers: &Layers<'_>,
        explanation: &Explanation<'_>,
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
            narrowing: decided.narrowing().into_iter().map(|(key, value)| (owned(key), value)).collect(),
            verdict: owned(decided.decision.verdict.as_str()),
            layer: owned(decided.decision.layer.as_str()),
            enforced: record.enforced,
            message: decided.denial(),
            nanoseconds: u64::try_from(decided.elapsed.as_nanos()).unwrap_or(u64::MAX),
            layers: explanation.layers.iter().map(LayerEntry::of).collect(),
            matched: explanation.matched.iter().map(StatementEntry::of).collect(),
            missed: explanation.missed.iter().map(MissedEntry::of).collect(),
            missing_keys: explanation.missing_keys.clone(),
            remedy: RemedyEntry::of(remedy(request, layers), layers),
            encoded_message: None,
        }
    }
}
