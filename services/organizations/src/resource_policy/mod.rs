//! The resource policy: which members may do what else only the management account may ("Delegated administrator for AWS
//! Organizations" in the Organizations User Guide).

mod document;
mod handlers;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use awsim_plugin::access::Check;
use awsim_plugin::context::Context;
use awsim_plugin::directory::PolicyDocument;
use awsim_plugin::store::View;

use crate::generated::{self, ResourcePolicySummary};
use crate::seat::Seat;
use crate::state::{RESOURCE_POLICIES, ResourcePolicy};

/// Whether the organization's resource policy lets the caller do all that an authorization row asks for. What the caller's
/// own policies say is not asked.
pub(crate) fn delegates(cx: &Context<'_>, state: &View, seat: &Seat, row: &[Check]) -> bool {
    let Some(stored) = state.get(&RESOURCE_POLICIES, seat.management, &()) else { return false };
    let source = seat.arns().resource_policy(&stored.id);
    !row.is_empty()
        && row.iter().all(|check| {
            let policy = PolicyDocument { source: source.clone(), text: Arc::clone(&stored.content) };
            // What belongs to the organization is the management account's.
            cx.host.delegated(cx, state, check.clone().owned_by(seat.management), policy)
        })
}

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
