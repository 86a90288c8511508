//! Results: one for each action, in the order of the request, a page at a time.

use awsim_plugin::error::ServiceError;

use super::outcome::Outcome;
use super::simulation::Simulation;
use crate::generated::{
    EvaluationResult, OrganizationsDecisionDetail, PermissionsBoundaryDecisionDetail,
    PolicyEvaluationDecisionType, ResourceSpecificResult, SimulatePolicyResponse,
};
use crate::pagination::PageRequest;

/// The most decisions on a page. A page with many resources has fewer results than were asked for: "IAM might return fewer than the
/// MaxItems number of results even when there are more results available."
const MAX_DECISIONS: usize = 10_000;

/// Simulates a page of the actions of a request.
///
/// # Errors
/// `ValidationError` (400) for a marker that no page has given out.
pub(super) fn page(
    simulation: &Simulation,
    listing: &str,
    actions: &[String],
    marker: Option<&str>,
    max_items: Option<i32>,
) -> Result<SimulatePolicyResponse, ServiceError> {
    let affordable = (MAX_DECISIONS / simulation.resources.iter().len().max(1)).max(1);
    let affordable = i32::try_from(affordable).unwrap_or(i32::MAX);
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
    let mut matched = Vec::new();
    if decision != PolicyEvaluationDecisionType::ImplicitDeny {
        for statement in outcomes
            .iter()
            .filter(|outcome| outcome.decision == decision)
            .flat_map(|outcome| &outcome.matched)
        {
            if !matched.contains(statement) {
                matched.push(statement.clone());
            }
        }
    }
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
