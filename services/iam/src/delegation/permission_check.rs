//! Whether the caller's permissions cover what a request asks for; approximately, as AWS says of its own answer.

use awsim_plugin::caller::Principal;
use awsim_plugin::context::Context;
use awsim_plugin::directory::{IdentityDirectory, PolicyDocument};
use awsim_plugin::store::View;
use awsim_policy::grants::{Extent, extent, granted_actions, granted_services};
use awsim_policy::{Policy, PolicyError, PolicyKind};

use crate::Iam;
use crate::generated::{PermissionCheckResultType, PermissionCheckStatusType};

/// What is found out.
pub(super) type Found = (Option<PermissionCheckStatusType>, Option<PermissionCheckResultType>);

/// Compares what a policy grants with what the caller's own policies and boundary grant, action by action.
pub(super) fn check(iam: &Iam, cx: &Context<'_>, state: &View, asked: &str) -> Found {
    match covered(iam, cx, state, asked) {
        Ok(result) => (Some(PermissionCheckStatusType::Complete), Some(result)),
        Err(_) => (Some(PermissionCheckStatusType::Failed), None),
    }
}

/// # Errors
/// If a policy cannot be read.
fn covered(
    iam: &Iam,
    cx: &Context<'_>,
    state: &View,
    asked: &str,
) -> Result<PermissionCheckResultType, PolicyError> {
    if cx.caller.principal == Principal::Root {
        return Ok(PermissionCheckResultType::Allowed);
    }
    let parse = |document: &PolicyDocument| Policy::parse_stored(PolicyKind::Identity, &document.text);
    let held = iam.policies(state, cx.caller);
    let own: Vec<Policy> = held.identity.iter().map(parse).collect::<Result<_, _>>()?;
    let boundary: Option<Policy> = held.boundary.as_ref().map(parse).transpose()?;
    let asked = [Policy::parse_stored(PolicyKind::Identity, asked)?];
    // A session has less than its role or user if policies came with it.
    let limited = cx
        .caller
        .session
        .as_ref()
        .is_some_and(|session| !session.policies.is_empty() || !session.policy_arns.is_empty());
    let mut least = if limited { Extent::Some } else { Extent::Everything };
    for action in granted_services(&asked).flat_map(|service| granted_actions(&asked, service)) {
        let action = action.to_string();
        let by_boundary = boundary.as_ref().map_or(Extent::Everything, |policy| extent([policy], &action));
        least = least.min(extent(&own, &action)).min(by_boundary);
        if least == Extent::Nothing {
            break;
        }
    }
    Ok(match least {
        Extent::Nothing => PermissionCheckResultType::Denied,
        Extent::Some => PermissionCheckResultType::Unsure,
        Extent::Everything => PermissionCheckResultType::Allowed,
    })
}
