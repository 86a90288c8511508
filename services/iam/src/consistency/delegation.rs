//! Delegation requests: each is as far as those who took part in it have brought it.

use awsim_plugin::account::AccountId;
use awsim_plugin::consistency::{demand, refuse_repetition};
use awsim_plugin::store::View;
use awsim_policy::{Policy, PolicyKind};

use crate::state::{DELEGATION_REQUESTS, DelegationRequest, Stage};
use crate::uuid;

pub(super) fn check(state: &View, account: AccountId) -> Result<(), String> {
    let requests = || state.iter(&DELEGATION_REQUESTS, account);
    refuse_repetition(
        "delegation requests with the workflow id",
        requests().map(|(_, request)| &request.workflow_id),
    )?;
    for (id, request) in requests() {
        demand(uuid::is_one(id), || format!("{id:?} is no id of a delegation request"))?;
        demand(has_its_people(request), || {
            format!("nobody brought the delegation request {id:?} to {:?}", request.stage)
        })?;
        Policy::parse_stored(PolicyKind::Identity, &request.policy)
            .map_err(|error| format!("the policy of the delegation request {id:?} is none: {error}"))?;
    }
    Ok(())
}

/// Whether there is an owner from the moment on that it is assigned, and an approver once it is accepted.
fn has_its_people(request: &DelegationRequest) -> bool {
    let is_owned = request.owner.is_some() && request.owner_account.is_some();
    match request.stage {
        Stage::Unassigned => request.owner.is_none() && request.approver.is_none(),
        Stage::Assigned | Stage::PendingApproval => is_owned && request.approver.is_none(),
        Stage::Accepted | Stage::Finalized => is_owned && request.approver.is_some(),
        Stage::Rejected => is_owned,
    }
}
