//! The question.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::evaluate::{ContextMap, OwnedPrincipal};

/// One case. Policies are kept as they are in the text, so that places in them are those of the text as sent.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Case {
    /// Returned with the answer.
    #[serde(default)]
    pub id: serde_json::Value,
    /// What is asked.
    pub request: CaseRequest,
    /// Identity-based policies.
    #[serde(default)]
    pub identity_policies: Vec<Box<RawValue>>,
    /// The resource-based policy; of a request for a role its trust policy.
    #[serde(default)]
    pub resource_policy: Option<Box<RawValue>>,
    /// The permissions boundary.
    #[serde(default)]
    pub permissions_boundary: Option<Box<RawValue>>,
    /// Session policies.
    #[serde(default)]
    pub session_policies: Vec<Box<RawValue>>,
    /// Service control policies: levels from the root down, each a list.
    #[serde(default)]
    pub scps: Vec<Vec<Box<RawValue>>>,
    /// Resource control policies: levels from the root down, each a list.
    #[serde(default)]
    pub rcps: Vec<Vec<Box<RawValue>>>,
    /// The management account of the organization, whose principals and resources control policies never limit.
    #[serde(default)]
    pub management_account: Option<String>,
    /// The verdict that is expected: `allowed`, `explicitDeny` or `implicitDeny`.
    #[serde(default)]
    pub expected: Option<String>,
    /// The page of AWS's documentation that says so.
    #[serde(default)]
    pub doc: Option<String>,
}

/// The request of a case.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CaseRequest {
    /// The ARN of a user, role, role session, federated user or account root, `anonymous`, or a service principal.
    pub principal: String,
    /// The action.
    pub action: String,
    /// The resource.
    #[serde(default = "any_resource")]
    pub resource: String,
    /// The account that owns the resource; the principal's by default.
    #[serde(default)]
    pub resource_account: Option<String>,
    /// Condition keys: a string, number or boolean, or a list of them.
    #[serde(default)]
    pub context: BTreeMap<String, ContextEntry>,
    /// Types of condition keys as `SimulateCustomPolicy` names them (`ContextKeyTypeEnum`). A type that ends in `List` makes a
    /// key multi-valued, and any other makes a list of one value single-valued.
    #[serde(default)]
    pub context_types: BTreeMap<String, String>,
    /// The ARN with path of the role of a session.
    #[serde(default)]
    pub role_arn: Option<String>,
    /// The ARN of the user who made a federated user session.
    #[serde(default)]
    pub federated_by: Option<String>,
    /// The canonical user id of the principal's account.
    #[serde(default)]
    pub canonical_user: Option<String>,
}

fn any_resource() -> String {
    "*".to_owned()
}

/// A value of the context.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum ContextEntry {
    /// Absent.
    Null(()),
    /// A boolean.
    Bool(bool),
    /// A number.
    Number(serde_json::Number),
    /// Text.
    Text(String),
    /// A list; not more than one deep.
    List(Vec<ContextEntry>),
}

impl ContextEntry {
    fn texts(&self) -> Vec<String> {
        match self {
            ContextEntry::Null(()) => Vec::new(),
            ContextEntry::Bool(value) => vec![value.to_string()],
            ContextEntry::Number(value) => vec![value.to_string()],
            ContextEntry::Text(value) => vec![value.clone()],
            ContextEntry::List(values) => values.iter().flat_map(ContextEntry::texts).collect(),
        }
    }
}

impl CaseRequest {
    /// The principal; `None` when the text names none.
    pub fn principal(&self) -> Option<OwnedPrincipal> {
        let mut principal = OwnedPrincipal::parse(&self.principal)?;
        if let Some(arn) = &self.role_arn {
            principal = principal.with_role_arn(arn);
        }
        if let Some(arn) = &self.federated_by {
            principal = principal.federated_by(arn);
        }
        Some(principal)
    }

    /// The condition keys.
    pub fn context(&self) -> ContextMap {
        let mut context = ContextMap::new();
        for (key, entry) in &self.context {
            if matches!(entry, ContextEntry::Null(())) {
                continue;
            }
            let mut texts = entry.texts();
            let named = self.context_types.iter().find(|(name, _)| name.to_lowercase() == key.to_lowercase());
            let multiple = match named {
                Some((_, kind)) => kind.ends_with("List"),
                None => matches!(entry, ContextEntry::List(_)),
            };
            match texts.pop() {
                Some(text) if !multiple && texts.is_empty() => context.set(key, text),
                last => {
                    texts.extend(last);
                    context.set_many(key, texts);
                }
            }
        }
        context
    }
}
