//! The resource policy: which members may do what else only the management account may ("Delegated administrator for AWS
//! Organizations" in the Organizations User Guide).

mod document;
mod handlers;

#[cfg(test)]
mod tests;

use awsim_plugin::access::{Check, ContextValue};
use awsim_plugin::context::Context;
use awsim_plugin::store::View;

use crate::generated::{self, ResourcePolicySummary};
use crate::seat::Seat;
use crate::state::{RESOURCE_POLICIES, ResourcePolicy};
use awsim_policy::{
    ContextMap, Layers, Named, OwnedPrincipal, Policy, PolicyKind, PrincipalContext, Request, evaluate,
};

/// Whether the organization's resource policy lets the caller do all that an authorization row asks for. What the caller's
/// own policies say is not asked.
pub(crate) fn delegates(cx: &Context<'_>, state: &View, seat: &Seat, row: &[Check]) -> bool {
    let Some(stored) = state.get(&RESOURCE_POLICIES, seat.management, &()) else { return false };
    let (Ok(delegation), Ok(everything)) = (
        Policy::parse_stored(PolicyKind::Resource, &stored.content),
        Policy::parse_stored(PolicyKind::Identity, EVERYTHING),
    ) else {
        return false;
    };
    let Some(principal) = OwnedPrincipal::parse(&cx.caller.arn(cx.partition)) else { return false };
    let owner = seat.management.to_string();
    let identity = [Named { name: "everything", policy: &everything }];
    let resource = Some(Named { name: "delegation", policy: &delegation });
    let layers = Layers { identity: &identity, resource, ..Layers::default() };
    !row.is_empty()
        && row.iter().all(|check| {
            let keys = keys(check, seat);
            let request = Request {
                principal: principal.borrow(),
                action: &check.action,
                resource: &check.resource,
                resource_account: Some(&owner),
                canonical_user: None,
                context: &PrincipalContext::new(principal.borrow(), Some(&owner), &keys),
            };
            evaluate(&request, &layers).is_allowed()
        })
}

/// The condition keys of a check, and the organization that the caller is in. The rows of this service tell nothing but texts.
fn keys(check: &Check, seat: &Seat) -> ContextMap {
    let mut keys = ContextMap::new();
    keys.set("aws:PrincipalOrgID", &*seat.organization);
    for (key, value) in &check.context {
        match value {
            ContextValue::String(text) => keys.set(key, text.as_str()),
            ContextValue::Strings(texts) => keys.set_many(key, texts.clone()),
            ContextValue::Boolean(_) | ContextValue::Number(_) | ContextValue::Timestamp(_) => {}
        }
    }
    keys
}

/// Stands in for the caller's own policies.
const EVERYTHING: &str =
    r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"#;

/// The resource policy as answers have it.
fn description(seat: &Seat, policy: &ResourcePolicy) -> generated::ResourcePolicy {
    generated::ResourcePolicy {
        resource_policy_summary: Some(ResourcePolicySummary {
            id: Some(policy.id.to_string()),
            arn: Some(seat.arns().resource_policy(&policy.id)),
        }),
        content: Some(policy.content.to_string()),
    }
}
