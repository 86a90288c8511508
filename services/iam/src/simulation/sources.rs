//! Policies with the names by which results refer to them.

use std::collections::HashSet;

use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::View;
use awsim_policy::{Named, Policy, PolicyKind};

use crate::generated::{ErrorCode, PolicySourceType};

/// A policy of a simulation.
#[derive(Debug)]
pub(super) struct Source {
    /// What `SourcePolicyId` says: `PolicyInputList.1`, the name of a managed policy, `user_NAME_POLICY` for an inline policy.
    pub(super) id: String,
    /// What `SourcePolicyType` says.
    pub(super) kind: PolicySourceType,
    /// The policy.
    pub(super) policy: Policy,
}

impl Source {
    /// The policy as the evaluator takes it.
    pub(super) fn named(&self) -> Named<'_> {
        Named { name: &self.id, policy: &self.policy }
    }
}

/// The policies of a request's list, named after it: `PolicyInputList.1`, `PolicyInputList.2`, ….
///
/// # Errors
/// `InvalidInput` (400) with AWS's complaint if one is malformed.
pub(super) fn given(
    list: &str,
    kind: PolicyKind,
    source: PolicySourceType,
    texts: &[String],
) -> Result<Vec<Source>, ServiceError> {
    let numbered = (1..).zip(texts);
    numbered
        .map(|(number, text)| {
            Ok(Source { id: format!("{list}.{number}"), kind: source, policy: parse(kind, text)? })
        })
        .collect()
}

/// The permissions boundary of a request, which is a list of at most one.
///
/// # Errors
/// `InvalidInput` (400) if there are several, or if it is malformed.
pub(super) fn given_boundary(texts: Option<&[String]>) -> Result<Option<Source>, ServiceError> {
    const LIST: &str = "PermissionsBoundaryPolicyInputList";
    let texts = texts.unwrap_or_default();
    if texts.len() > 1 {
        return Err(
            ErrorCode::InvalidInput.with(format!("{LIST} can contain only one permissions boundary."))
        );
    }
    let mut sources =
        given(LIST, PolicyKind::PermissionsBoundary, PolicySourceType::PermissionsBoundaryPolicy, texts)?;
    Ok(sources.pop())
}

/// A policy of a request. Any version of the language will do.
///
/// # Errors
/// `InvalidInput` (400) with AWS's complaint if it is malformed.
pub(super) fn parse(kind: PolicyKind, text: &str) -> Result<Policy, ServiceError> {
    Policy::parse_stored(kind, text).map_err(|error| ErrorCode::InvalidInput.with(error.to_string()))
}

/// A policy that was accepted before.
///
/// # Errors
/// `PolicyEvaluation` (500) if it cannot be evaluated: it is not passed over, for it might deny.
pub(super) fn stored(
    kind: PolicyKind,
    source: PolicySourceType,
    id: String,
    text: &str,
) -> Result<Source, ServiceError> {
    match Policy::parse_stored(kind, text) {
        Ok(policy) => Ok(Source { id, kind: source, policy }),
        Err(error) => {
            Err(ErrorCode::PolicyEvaluation.with(format!("The policy {id} cannot be evaluated: {error}")))
        }
    }
}

/// The service control policies of the caller's account, level by level; none if it is in no organization.
///
/// # Errors
/// `PolicyEvaluation` (500) if one cannot be evaluated.
pub(super) fn of_organization(cx: &Context<'_>, state: &View) -> Result<Vec<Vec<Source>>, ServiceError> {
    let Some(guardrails) = cx.host.guardrails() else { return Ok(Vec::new()) };
    let levels = guardrails.service_control_policies(state, cx.account());
    levels
        .into_iter()
        .map(|level| {
            let sources = level.into_iter().map(|document| {
                stored(PolicyKind::ServiceControl, PolicySourceType::None, document.source, &document.text)
            });
            sources.collect()
        })
        .collect()
}

/// The condition keys that policies refer to, in conditions and variables, as first written and once each: keys ignore case.
pub(super) fn context_keys<'s>(sources: impl IntoIterator<Item = &'s Source>) -> Vec<&'s str> {
    let mut seen = HashSet::new();
    let keys = sources.into_iter().flat_map(|source| source.policy.context_keys());
    keys.filter(|key| seen.insert(key.to_lowercase())).collect()
}
