//! Requests as answers show them.

use std::collections::BTreeSet;

use awsim_plugin::account::AccountId;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::View;
use awsim_policy::{Policy, PolicyKind, grants};

use super::{Found, lifecycle};
use crate::generated::{DelegationPermission, DelegationRequest, PolicyParameter, PolicyParameterTypeEnum};
use crate::state::{self, ACCOUNT_ALIAS, DelegationParameter};

/// The most characters of a requestor's name.
const LONGEST_NAME: usize = 30;

/// A request as answers show it at `now`.
pub(super) fn described(found: &Found<'_>, state: &View, now: Timestamp) -> DelegationRequest {
    let request: &state::DelegationRequest = found.request;
    let text = |text: &Option<Box<str>>| text.as_deref().map(str::to_owned);
    DelegationRequest {
        delegation_request_id: Some(found.id.to_owned()),
        owner_account_id: request.owner_account.map(|account| account.to_string()),
        description: Some(request.description.to_string()),
        request_message: text(&request.message),
        permissions: Some(DelegationPermission {
            policy_template_arn: Some(request.template.to_string()),
            parameters: Some(request.parameters.iter().map(parameter).collect()),
        }),
        permission_policy: Some(request.policy.to_string()),
        role_permission_restriction_arns: restrictions(&request.policy),
        owner_id: text(&request.owner),
        approver_id: request.approver.as_ref().map(|approver| approver.arn.to_string()),
        state: Some(lifecycle::state(request, now)),
        expiration_time: Some(request.expires),
        requestor_id: Some(found.requestor.to_string()),
        requestor_name: Some(requestor_name(state, found.requestor)),
        create_date: Some(request.created),
        session_duration: Some(request.session_duration),
        redirect_url: text(&request.redirect_url),
        notes: text(&request.notes),
        rejection_reason: text(&request.rejection_reason),
        only_send_by_owner: Some(request.only_send_by_owner),
        updated_time: Some(request.updated),
    }
}

/// What a provider is called: the alias of its account, or the account's id.
pub(super) fn requestor_name(state: &View, requestor: AccountId) -> String {
    let alias = state.get(&ACCOUNT_ALIAS, requestor, &()).map(|alias| alias.0.to_string());
    alias.unwrap_or_else(|| requestor.to_string()).chars().take(LONGEST_NAME).collect()
}

fn parameter(parameter: &DelegationParameter) -> PolicyParameter {
    let of_type = match parameter.is_list {
        true => PolicyParameterTypeEnum::StringList,
        false => PolicyParameterTypeEnum::String,
    };
    PolicyParameter {
        name: Some(parameter.name.to_string()),
        values: Some(parameter.values.iter().map(|value| value.to_string()).collect()),
        r#type: Some(of_type),
    }
}

/// The permissions boundaries that roles made under a policy must have, if it allows to make any.
fn restrictions(policy: &str) -> Option<Vec<String>> {
    let policy = Policy::parse_stored(PolicyKind::Identity, policy).ok()?;
    if !grants::grants_action([&policy], "iam:CreateRole") {
        return None;
    }
    let document = policy.document();
    let conditions = document.statements.items.iter().filter_map(|statement| statement.condition.as_ref());
    let keys = conditions.flat_map(|condition| &condition.blocks).flat_map(|block| &block.keys);
    let boundaries = keys.filter(|key| key.key.as_str().eq_ignore_ascii_case(crate::boundary::CONDITION_KEY));
    let arns: BTreeSet<String> =
        boundaries.flat_map(|key| &key.values.items).map(|value| value.text.as_str().to_owned()).collect();
    Some(arns.into_iter().collect())
}
