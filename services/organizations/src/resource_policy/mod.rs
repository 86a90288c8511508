//! The resource policy: which members may do what else only the management account may ("Delegated administrator for AWS
//! Organizations" in the Organizations User Guide).

mod document;
mod handlers;

#[cfg(test)]
mod tests;

use awsim_plugin::context::Context;
use awsim_plugin::store::View;

use crate::access;
use crate::generated::{self, ResourcePolicySummary};
use crate::policy_ref::PolicyRef;
use crate::seat::Seat;
use crate::state::{RESOURCE_POLICIES, ResourcePolicy};
use awsim_policy::{
    ContextMap, Layers, Named, OwnedPrincipal, Policy, PolicyKind, PrincipalContext, Request, evaluate,
};

/// Whether the organization's resource policy lets the caller do `action` on what has the given id. What the caller's own
/// policies say is not asked.
pub(crate) fn delegates(cx: &Context<'_>, state: &View, seat: &Seat, action: &'static str, id: &str) -> bool {
    let Some(stored) = state.get(&RESOURCE_POLICIES, seat.management, &()) else { return false };
    let (Ok(delegation), Ok(everything)) = (
        Policy::parse_stored(PolicyKind::Resource, &stored.content),
        Policy::parse_stored(PolicyKind::Identity, EVERYTHING),
    ) else {
        return false;
    };
    let Some(principal) = OwnedPrincipal::parse(&cx.caller.arn(cx.partition)) else { return false };
    let resource = access::arn_of(cx, state, id).unwrap_or_else(|| "*".to_owned());
    let owner = seat.management.to_string();
    let mut keys = ContextMap::new();
    if let Some(policy) = PolicyRef::find(state, seat.management, id) {
        keys.set("organizations:PolicyType", policy.kind().as_str());
    }
    keys.set("aws:PrincipalOrgID", &*seat.organization);
    let request = Request {
        principal: principal.borrow(),
        action,
        resource: &resource,
        resource_account: Some(&owner),
        canonical_user: None,
        context: &PrincipalContext::new(principal.borrow(), Some(&owner), &keys),
    };
    let identity = [Named { name: "everything", policy: &everything }];
    let resource = Some(Named { name: "delegation", policy: &delegation });
    evaluate(&request, &Layers { identity: &identity, resource, ..Layers::default() }).is_allowed()
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
