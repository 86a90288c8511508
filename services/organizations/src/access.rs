//! Authorization rows: the ARNs, tags and policy types of what a request names by ids.

use awsim_plugin::access::Check;
use awsim_plugin::context::Context;
use awsim_plugin::store::View;

use crate::arn;
use crate::generated::PolicyType;
use crate::policy_ref::PolicyRef;
use crate::seat::Seat;
use crate::state::{Handshake, Transfer};
use crate::tagging::TagsOf;

/// The condition key with the type of the policy that a request is about.
const POLICY_TYPE: &str = "organizations:PolicyType";

/// The condition key with the service that a request is about.
const SERVICE_PRINCIPAL: &str = "organizations:ServicePrincipal";

/// A check on what has this id in the caller's organization: the root, a unit, an account, a policy, a handshake, the
/// resource policy or a transfer. On `*` if the caller has no organization.
///
/// What belongs to the organization is looked upon as the caller's own: to members it is open as far as each operation says
/// ([`Seat`]), and no policy of it has to name them, neither for answering an invitation nor for reading.
pub(crate) fn on(action: &'static str, cx: &Context<'_>, state: &View, id: &str) -> Check {
    let Some(arn) = arn_of(cx, state, id) else { return Check::on_any(action) };
    let mut check = Check::on(action, arn).owned_by(cx.account());
    if let Some(seat) = Seat::of_account(state, cx.account()) {
        if let Some(tags) = TagsOf::find(state, &seat, id) {
            check = check
                .with_resource_tags(None, tags.tags(state, &seat).into_iter().flat_map(|tags| tags.iter()));
        }
        check = with_type(check, PolicyRef::find(state, seat.management, id).map(|policy| policy.kind()));
    }
    check
}

/// Checks on everything that a request names.
pub(crate) fn on_all(action: &'static str, cx: &Context<'_>, state: &View, ids: &[&str]) -> Vec<Check> {
    ids.iter().map(|id| on(action, cx, state, id)).collect()
}

/// Supplies the type of policy that a request names.
pub(crate) fn with_type(check: Check, kind: Option<PolicyType>) -> Check {
    check.with_string(POLICY_TYPE, kind.map(|kind| kind.as_str()))
}

/// Supplies the service that a request names.
pub(crate) fn with_service(check: Check, principal: Option<&str>) -> Check {
    check.with_string(SERVICE_PRINCIPAL, principal)
}

/// The ARN of what has this id.
pub(crate) fn arn_of(cx: &Context<'_>, state: &View, id: &str) -> Option<String> {
    if id.starts_with("h-") {
        return handshake(cx, state, id);
    }
    let seat = Seat::of_account(state, cx.account())?;
    let arns = seat.arns();
    Some(match id.split_once('-').map(|(prefix, _)| prefix) {
        Some("p") => match PolicyRef::find(state, seat.management, id) {
            Some(policy) => policy.arn(&arns),
            None => arn::aws_policy(PolicyType::ServiceControlPolicy, id),
        },
        Some("rp") => arns.resource_policy(id),
        Some("rt") => {
            let inbound =
                Transfer::find(state, cx.account(), id).is_none_or(|(target, _)| target == cx.account());
            arns.transfer(inbound, id)
        }
        _ if id == "*" => return None,
        _ => arns.target(id),
    })
}

fn handshake(cx: &Context<'_>, state: &View, id: &str) -> Option<String> {
    let (management, handshake) = Handshake::find(state, cx.account(), id)?;
    let arns = crate::arn::Arns { management, organization: &handshake.organization };
    Some(arns.handshake(handshake.action.as_str(), id))
}
