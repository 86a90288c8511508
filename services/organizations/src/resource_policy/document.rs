//! What may stand in a resource policy ("Resource-based delegation policies" in the Organizations User Guide).

use awsim_plugin::error::ServiceError;
use awsim_policy::document::{Document, Statement};
use awsim_policy::validate::{Malformed, PolicyKind, Strictness, validate};

use crate::errors::invalid;

/// The actions that can be delegated, besides everything that describes and lists.
const DELEGABLE: [&str; 9] = [
    "AttachPolicy",
    "CreatePolicy",
    "DeletePolicy",
    "DetachPolicy",
    "DisablePolicyType",
    "EnablePolicyType",
    "TagResource",
    "UntagResource",
    "UpdatePolicy",
];

/// Checks a document.
///
/// # Errors
/// `InvalidInputException` with the reason.
pub(super) fn check(text: &str) -> Result<(), ServiceError> {
    let document = match validate(PolicyKind::Resource, Strictness::New, text) {
        Ok(document) => document,
        Err(error) => return Err(refusal(error.malformed())),
    };
    each(
        &document,
        |statement| statement.principal.is_some(),
        || invalid("INVALID_PRINCIPAL", "You specified an invalid principal element in the policy."),
    )?;
    each(&document, names_delegable_actions, || {
        invalid("UNSUPPORTED_ACTION_IN_RESOURCE_POLICY", "You specified an unsupported action in the policy.")
    })?;
    each(&document, names_resources_of_organizations, || {
        invalid(
            "UNSUPPORTED_RESOURCE_IN_RESOURCE_POLICY",
            "You specified an unsupported resource in the policy.",
        )
    })
}

fn refusal(malformed: &Malformed) -> ServiceError {
    match malformed {
        Malformed::InvalidPrincipal { .. } | Malformed::NoPrincipals | Malformed::Principal => {
            invalid("INVALID_PRINCIPAL", "You specified an invalid principal element in the policy.")
        }
        _ => invalid("INVALID_RESOURCE_POLICY_JSON", "You specified a resource policy with invalid JSON."),
    }
}

fn each(
    document: &Document<'_>,
    holds: impl Fn(&Statement<'_>) -> bool,
    error: impl Fn() -> ServiceError,
) -> Result<(), ServiceError> {
    if document.statements.items.iter().all(holds) { Ok(()) } else { Err(error()) }
}

fn names_delegable_actions(statement: &Statement<'_>) -> bool {
    statement.action.as_ref().is_some_and(|action| {
        !action.negated && action.values.items.iter().all(|value| is_delegable(value.as_str()))
    })
}

fn is_delegable(action: &str) -> bool {
    let Some((service, name)) = action.split_once(':') else { return false };
    let reads = name.starts_with("Describe") || name.starts_with("List");
    service.eq_ignore_ascii_case("organizations") && (reads || DELEGABLE.contains(&name))
}

fn names_resources_of_organizations(statement: &Statement<'_>) -> bool {
    statement.resource.as_ref().is_some_and(|resource| {
        let mut values = resource.values.items.iter().map(|value| value.as_str());
        values.all(|value| value == "*" || value.split(':').nth(2) == Some("organizations"))
    })
}
