//! Authorization rows: the ARNs, tags and policy types of what a request names by ids.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::store::View;

use crate::arn::{self, Arns};
use crate::generated::{HandshakeParty, HandshakePartyType, PolicyType, ResponsibilityTransferType, Tag};
use crate::policy_ref::PolicyRef;
use crate::seat::Seat;
use crate::state::{Handshake, Transfer};
use crate::tagging::TagsOf;
use crate::tags;

/// The condition key with the type of the policy that a request is about.
const POLICY_TYPE: &str = "organizations:PolicyType";

/// The condition keys with the type and the direction of the transfer that a request is about.
const TRANSFER_TYPE: &str = "organizations:TransferType";
const TRANSFER_DIRECTION: &str = "organizations:TransferDirection";

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
        check = with_type(check, policy_type(state, &seat, id));
    }
    match id.starts_with("rt-") {
        true => with_direction(check, is_inbound(cx, state, id)),
        false => check,
    }
}

/// Checks on everything that a request names.
pub(crate) fn on_all(action: &'static str, cx: &Context<'_>, state: &View, ids: &[&str]) -> Access {
    ids.iter().map(|id| on(action, cx, state, id)).collect()
}

/// Checks on a policy and what it is attached to. Both tell the policy's type.
pub(crate) fn on_attachment(
    action: &'static str,
    cx: &Context<'_>,
    state: &View,
    policy: &str,
    target: &str,
) -> Access {
    let kind = Seat::of_account(state, cx.account()).and_then(|seat| policy_type(state, &seat, policy));
    vec![on(action, cx, state, policy), with_type(on(action, cx, state, target), kind)]
}

/// A check on whom an invitation is for: an account by its id; nobody knows yet whose an e-mail address is.
pub(crate) fn on_party(
    action: &'static str,
    cx: &Context<'_>,
    state: &View,
    party: &HandshakeParty,
) -> Check {
    match party.r#type {
        HandshakePartyType::Account => on(action, cx, state, &party.id),
        _ => Check::on_any(action),
    }
}

/// A check on what is to be made in the caller's organization and has no id yet. On `*` if the caller has no organization.
pub(crate) fn on_new(
    action: &'static str,
    cx: &Context<'_>,
    state: &View,
    arn: impl FnOnce(&Arns<'_>) -> String,
) -> Check {
    match Seat::of_account(state, cx.account()) {
        Some(seat) => Check::on(action, arn(&seat.arns())).owned_by(cx.account()),
        None => Check::on_any(action),
    }
}

/// The row of an operation that makes what may be given tags: whoever gives some must be allowed to tag it, too.
pub(crate) fn making(check: Check, tags: Option<&[Tag]>) -> Access {
    let check = check.with_request_tags(tags::requested(tags));
    match tags {
        None | Some([]) => vec![check],
        Some(_) => {
            let tagging = Check { action: "organizations:TagResource".into(), ..check.clone() };
            vec![check, tagging]
        }
    }
}

/// The type of the policy with this id.
fn policy_type(state: &View, seat: &Seat, id: &str) -> Option<PolicyType> {
    PolicyRef::find(state, seat.management, id).map(|policy| policy.kind())
}

/// Whether the caller's account is the one that acts for another in a transfer of responsibility.
fn is_inbound(cx: &Context<'_>, state: &View, id: &str) -> bool {
    Transfer::find(state, cx.account(), id).is_none_or(|(target, _)| target == cx.account())
}

/// Supplies the type of policy that a request names.
pub(crate) fn with_type(check: Check, kind: Option<PolicyType>) -> Check {
    check.with_string(POLICY_TYPE, kind.map(|kind| kind.as_str()))
}

/// Supplies what is transferred, and whether to the caller's account (inbound) or from it. There is one type.
pub(crate) fn with_direction(check: Check, inbound: bool) -> Check {
    let direction = if inbound { "INBOUND" } else { "OUTBOUND" };
    check
        .with_string(TRANSFER_TYPE, Some(ResponsibilityTransferType::Billing.as_str()))
        .with_string(TRANSFER_DIRECTION, Some(direction))
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
        Some("rt") => arns.transfer(is_inbound(cx, state, id), id),
        _ if id == "*" => return None,
        _ => arns.target(id),
    })
}

fn handshake(cx: &Context<'_>, state: &View, id: &str) -> Option<String> {
    let (management, handshake) = Handshake::find(state, cx.account(), id)?;
    let arns = crate::arn::Arns { management, organization: &handshake.organization };
    Some(arns.handshake(handshake.action.as_str(), id))
}
