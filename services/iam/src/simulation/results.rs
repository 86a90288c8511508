//! Results: one for each action, in the order of the request, a page at a time.

use std::collections::HashSet;

use awsim_plugin::error::ServiceError;

use super::outcome::Outcome;
use super::simulation::Simulation;
use crate::generated::{
    ErrorCode, EvaluationResult, OrganizationsDecisionDetail, PermissionsBoundaryDecisionDetail,
    PolicyEvaluationDecisionType, ResourceSpecificResult, SimulatePolicyResponse, Statement,
};
use crate::pagination::PageRequest;

/// The most decisions on a page.
const MAX_DECISIONS: usize = 10_000;

/// The most statements that a page could tell, and the most bytes of policies that are gone through for it.
const MAX_STATEMENTS: usize = 200_000;
const MAX_BYTES: usize = 256 << 20;

/// How many actions a page can have. "IAM might return fewer than the MaxItems number of results even when there are more results
/// available."
///
/// # Errors
/// `InvalidInput` (400) if even one is too many for these resources and policies.
fn affordable(simulation: &Simulation) -> Result<usize, ServiceError> {
    let (statements, bytes) = simulation.size();
    let decisions = MAX_DECISIONS.min(MAX_STATEMENTS / statements.max(1)).min(MAX_BYTES / bytes.max(1));
    match decisions / simulation.resources.iter().len().max(1) {
        0 => Err(ErrorCode::InvalidInput.with("The policies and resources of the simulation are too many.")),
        actions => Ok(actions),
    }
}

/// Simulates a page of the actions of a request.
///
/// # Errors
/// `ValidationError` (400) for a marker that no page has given out; `InvalidInput` (400) for a simulation that is too large.
pub(super) fn page(
    simulation: &Simulation,
    listing: &str,
    actions: &[String],
    marker: Option<&str>,
    max_items: Option<i32>,
) -> Result<SimulatePolicyResponse, ServiceError> {
    let affordable = i32::try_from(affordable(simulation)?).unwrap_or(i32::MAX);
    let request = PageRequest::new(listing, marker, Some(max_items.unwrap_or(100).min(affordable)))?;
    let missing = simulation.missing_keys();
    // Keys have the order of the actions.
    let first = request.after().and_then(|key| key.parse::<usize>().ok()).map_or(0, |last| last + 1);
    let numbered = actions.iter().enumerate().skip(first);
    let page = request.fill(numbered.map(|(number, action)| (format!("{number:08}"), action.as_str())));
    let results = page.items.into_iter().map(|action| result(simulation, action, &missing)).collect();
    Ok(SimulatePolicyResponse {
        evaluation_results: Some(results),
        is_truncated: Some(page.is_truncated),
        marker: page.marker,
    })
}

/// The result for an action: that for its only resource, or what all of them together come to.
fn result(simulation: &Simulation, action: &str, missing: &[String]) -> EvaluationResult {
    let resources = &simulation.resources;
    let outcomes: Vec<Outcome> =
        resources.iter().map(|resource| simulation.decide(action, resource)).collect();
    let listed = resources.are_listed();
    let decision = together(&outcomes);
    let deciding = outcomes.iter().filter(|outcome| outcome.decision == decision);
    let matched = match decision {
        PolicyEvaluationDecisionType::ImplicitDeny => Vec::new(),
        _ => distinct(deciding.flat_map(|outcome| &outcome.matched)),
    };
    let all = |allowed: fn(&Outcome) -> Option<bool>| {
        outcomes.iter().map(allowed).reduce(|one, other| Some(one? && other?)).flatten()
    };
    let organization = all(|outcome| outcome.organization);
    // In one account there are no details to tell, except that there are none.
    let details = match outcomes.as_slice() {
        _ if !listed || organization == Some(false) => None,
        outcomes => Some(outcomes.iter().find_map(|outcome| outcome.details.clone()).unwrap_or_default()),
    };
    EvaluationResult {
        eval_action_name: action.to_owned(),
        eval_resource_name: Some(resources.name().to_owned()),
        eval_decision: decision,
        matched_statements: Some(matched),
        missing_context_values: Some(if listed { Vec::new() } else { missing.to_vec() }),
        organizations_decision_detail: organization
            .map(|allowed| OrganizationsDecisionDetail { allowed_by_organizations: Some(allowed) }),
        permissions_boundary_decision_detail: boundary_detail(all(|outcome| outcome.boundary)),
        eval_decision_details: details,
        resource_specific_results: listed.then(|| {
            let specific = resources.iter().zip(outcomes);
            specific.map(|(resource, outcome)| for_resource(resource, outcome, missing)).collect()
        }),
    }
}

/// The statements, each once: a statement is known by its policy and where it begins.
fn distinct<'s>(statements: impl Iterator<Item = &'s Statement>) -> Vec<Statement> {
    let mut seen = HashSet::new();
    let fresh = statements.filter(|statement| {
        let start = statement.start_position.as_ref().map(|start| (start.line, start.column));
        seen.insert((statement.source_policy_id.as_deref(), start))
    });
    fresh.cloned().collect()
}

/// An action is allowed on several resources if it is on each; one explicit deny denies it explicitly.
fn together(outcomes: &[Outcome]) -> PolicyEvaluationDecisionType {
    let any = |decision| outcomes.iter().any(|outcome| outcome.decision == decision);
    if any(PolicyEvaluationDecisionType::ExplicitDeny) {
        PolicyEvaluationDecisionType::ExplicitDeny
    } else if any(PolicyEvaluationDecisionType::ImplicitDeny) || outcomes.is_empty() {
        PolicyEvaluationDecisionType::ImplicitDeny
    } else {
        PolicyEvaluationDecisionType::Allowed
    }
}

fn for_resource(resource: &str, outcome: Outcome, missing: &[String]) -> ResourceSpecificResult {
    ResourceSpecificResult {
        eval_resource_name: resource.to_owned(),
        eval_resource_decision: outcome.decision,
        matched_statements: Some(outcome.matched),
        missing_context_values: Some(missing.to_vec()),
        eval_decision_details: outcome.details,
        permissions_boundary_decision_detail: boundary_detail(outcome.boundary),
    }
}

fn boundary_detail(allowed: Option<bool>) -> Option<PermissionsBoundaryDecisionDetail> {
    allowed
        .map(|allowed| PermissionsBoundaryDecisionDetail { allowed_by_permissions_boundary: Some(allowed) })
}
