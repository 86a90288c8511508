//! From a case to its answer.

use std::borrow::Cow;

use serde_json::value::RawValue;

use crate::evaluate::{ActionFacts, Decision, Layers, Named, PrincipalContext, Request, evaluate};
use crate::explain::explain;
use crate::policy::Policy;
use crate::validate::{PolicyError, PolicyKind};

use super::answer::{Answer, Reason};
use super::case::Case;

/// Why a case has no answer.
#[derive(Debug, thiserror::Error)]
pub enum CaseError {
    /// The principal is none.
    #[error(
        "\"{0}\" is not a principal: expected an ARN of a user, role, role session, federated user or account root, `anonymous`, or a service principal"
    )]
    Principal(String),
    /// A policy is malformed.
    #[error("{name}: {error}")]
    Policy {
        /// Which, for example `scps[0][1]`.
        name: String,
        /// AWS's complaint.
        error: PolicyError,
    },
    /// `expected` is no verdict.
    #[error("\"{0}\" is not a verdict: expected allowed, explicitDeny or implicitDeny")]
    Expected(String),
}

/// The compiled policies of a case with their names: `identityPolicies[0]`, `resourcePolicy`, `scps[0][1]`.
#[derive(Debug)]
pub struct CasePolicies {
    identity: Vec<(String, Policy)>,
    resource: Option<(String, Policy)>,
    boundary: Option<(String, Policy)>,
    sessions: Vec<(String, Policy)>,
    scps: Vec<Vec<(String, Policy)>>,
    rcps: Vec<Vec<(String, Policy)>>,
}

impl CasePolicies {
    /// Compiles the policies of a case.
    ///
    /// # Errors
    /// When one is malformed.
    pub fn compile(case: &Case) -> Result<Self, CaseError> {
        let list = |kind, name: &str, texts: &[Box<RawValue>]| {
            let numbered = texts.iter().enumerate().filter(|(_, text)| text.get() != "null");
            numbered
                .map(|(index, text)| policy(kind, format!("{name}[{index}]"), text))
                .collect::<Result<Vec<_>, _>>()
        };
        let levels = |kind, name: &str, levels: &[Vec<Box<RawValue>>]| {
            let numbered = levels.iter().enumerate();
            numbered
                .map(|(level, texts)| list(kind, &format!("{name}[{level}]"), texts))
                .collect::<Result<Vec<_>, _>>()
        };
        let one = |kind, name: &str, text: &Option<Box<RawValue>>| {
            text.as_ref()
                .filter(|text| text.get() != "null")
                .map(|text| policy(kind, name.to_owned(), text))
                .transpose()
        };
        let is_role =
            case.request.action.get(..4).is_some_and(|service| service.eq_ignore_ascii_case("sts:"));
        let resource = if is_role { PolicyKind::Trust } else { PolicyKind::Resource };
        Ok(CasePolicies {
            identity: list(PolicyKind::Identity, "identityPolicies", &case.identity_policies)?,
            resource: one(resource, "resourcePolicy", &case.resource_policy)?,
            boundary: one(
                PolicyKind::PermissionsBoundary,
                "permissionsBoundary",
                &case.permissions_boundary,
            )?,
            sessions: list(PolicyKind::Session, "sessionPolicies", &case.session_policies)?,
            scps: levels(PolicyKind::ServiceControl, "scps", &case.scps)?,
            rcps: levels(PolicyKind::ResourceControl, "rcps", &case.rcps)?,
        })
    }

    /// Calls `ask` with the layers of the case.
    pub fn with_layers<T>(&self, case: &Case, ask: impl FnOnce(&Layers<'_>) -> T) -> T {
        let (identity, sessions) = (named(&self.identity), named(&self.sessions));
        let scps: Vec<Vec<Named<'_>>> = self.scps.iter().map(|level| named(level)).collect();
        let rcps: Vec<Vec<Named<'_>>> = self.rcps.iter().map(|level| named(level)).collect();
        let scps: Vec<&[Named<'_>]> = scps.iter().map(Vec::as_slice).collect();
        let rcps: Vec<&[Named<'_>]> = rcps.iter().map(Vec::as_slice).collect();
        let principal = case.request.principal();
        let account = principal.as_ref().and_then(|principal| principal.borrow().account());
        let management = case.management_account.as_deref();
        ask(&Layers {
            scps: &scps,
            rcps: &rcps,
            identity: &identity,
            resource: self.resource.as_ref().map(name),
            boundary: self.boundary.as_ref().map(name),
            sessions: &sessions,
            principal_in_management_account: management.is_some() && management == account,
            resource_in_management_account: management.is_some()
                && management == case.request.resource_account.as_deref().or(account),
            ..Layers::default()
        })
    }
}

fn named(policies: &[(String, Policy)]) -> Vec<Named<'_>> {
    policies.iter().map(name).collect()
}

fn name(named: &(String, Policy)) -> Named<'_> {
    Named { name: &named.0, policy: &named.1 }
}

fn policy(kind: PolicyKind, name: String, raw: &RawValue) -> Result<(String, Policy), CaseError> {
    // A policy given as a string is the text in it; reading a JSON string that serde read before cannot fail.
    let text: Cow<'_, str> = match raw.get().starts_with('"') {
        true => serde_json::from_str(raw.get()).map(Cow::Owned).unwrap_or_default(),
        false => Cow::Borrowed(raw.get()),
    };
    match Policy::parse_stored(kind, &text) {
        Ok(policy) => Ok((name, policy)),
        Err(error) => Err(CaseError::Policy { name, error }),
    }
}

/// Decides and explains a case. `facts` of actions, if there are any, say which have no resource types.
///
/// # Errors
/// When the case cannot be asked.
pub fn evaluate_case(case: &Case, facts: Option<&dyn ActionFacts>) -> Result<Answer, CaseError> {
    ask(case, facts, |request, layers| {
        let explanation = explain(request, layers);
        Answer {
            id: case.id.clone(),
            verdict: explanation.decision.verdict.as_str(),
            reason: Reason::of(request, layers, &explanation),
        }
    })
}

/// Decides a case without explaining it.
///
/// # Errors
/// When the case cannot be asked.
pub fn decide_case(case: &Case, facts: Option<&dyn ActionFacts>) -> Result<Decision, CaseError> {
    ask(case, facts, evaluate)
}

/// Calls `answer` with the request and the layers of a case.
fn ask<T>(
    case: &Case,
    facts: Option<&dyn ActionFacts>,
    answer: impl FnOnce(&Request<'_>, &Layers<'_>) -> T,
) -> Result<T, CaseError> {
    let policies = CasePolicies::compile(case)?;
    let asked = &case.request;
    let principal = asked.principal().ok_or_else(|| CaseError::Principal(asked.principal.clone()))?;
    if let Some(expected) =
        case.expected.as_deref().filter(|word| !matches!(*word, "allowed" | "explicitDeny" | "implicitDeny"))
    {
        return Err(CaseError::Expected(expected.to_owned()));
    }
    let principal = principal.borrow();
    let given = asked.context();
    let account = asked.resource_account.as_deref().or(principal.account());
    let context = PrincipalContext::new(principal, account, &given);
    let mut request = Request {
        principal,
        action: &asked.action,
        resource: &asked.resource,
        resource_account: asked.resource_account.as_deref(),
        canonical_user: asked.canonical_user.as_deref(),
        context: &context,
    };
    if let Some(facts) = facts {
        request = request.on_resource_of(facts);
    }
    Ok(policies.with_layers(case, |layers| answer(&request, layers)))
}
