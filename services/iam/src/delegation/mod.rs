//! Temporary delegation: a product provider asks for limited access to a customer's account for a while.
//!
//! The provider makes a request from a policy template; somebody of the customer's account takes it on, forwards or
//! approves it, and sends the exchange token, which the provider trades in at STS ("IAM temporary delegation" and
//! "Building your integration" in the IAM User Guide: states, transitions and how long each lasts are from there).
//!
//! Two things that AWS does by hand or through other services are done otherwise here. A template is registered by
//! making it a managed policy of the provider's account: `@{name}` in it stands for a parameter. And what the topic of a
//! request is told, the exchange token above all, is kept with the request, where the exported state shows it.

mod act;
mod create;
mod describe;
mod exchange;
mod get;
mod lifecycle;
mod list;
mod permission_check;
mod summary;
mod template;
#[cfg(test)]
mod tests;

use awsim_plugin::access::{Access, Check};
use awsim_plugin::account::AccountId;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::View;

use crate::generated::ErrorCode;
use crate::state::{DELEGATION_REQUESTS, DelegationRequest};

/// The condition key that has the ARN of a request's owner.
const OWNER_KEY: &str = "iam:DelegationRequestOwner";

/// A request with its id and the account of the provider that made it.
struct Found<'v> {
    requestor: AccountId,
    id: &'v str,
    request: &'v DelegationRequest,
}

/// The request with this id, as far as the caller may know of it: anybody if it is meant for no account, else identities
/// of that account.
///
/// # Errors
/// `NoSuchEntity` (404).
fn find<'v>(state: &'v View, cx: &Context<'_>, id: &'v str) -> Result<Found<'v>, ServiceError> {
    by_id(state, id)
        .filter(|found| found.request.owner_account.is_none_or(|owner| owner == cx.account()))
        .ok_or_else(|| no_such_request(id))
}

/// The request with this id, whoever made it.
fn by_id<'v>(state: &'v View, id: &'v str) -> Option<Found<'v>> {
    state.accounts(&DELEGATION_REQUESTS).find_map(|requestor| {
        let request = state.get(&DELEGATION_REQUESTS, requestor, id)?;
        Some(Found { requestor, id, request })
    })
}

fn no_such_request(id: &str) -> ServiceError {
    ErrorCode::NoSuchEntity.with(format!("The delegation request with id {id} cannot be found."))
}

/// The ARN of a request in the account that is asked for permission.
fn arn(cx: &Context<'_>, id: &str) -> String {
    cx.arn("iam", "", cx.account(), format_args!("delegation-request/{id}"))
}

/// What the owner of a request may do with it without a policy that says so: "that owner gets a default permission to get
/// that delegation request", and to update it (`GetDelegationRequest`, `UpdateDelegationRequest` in the API reference).
const OF_OWNER: [&str; 2] = ["iam:GetDelegationRequest", "iam:UpdateDelegationRequest"];

/// The authorization row of an operation on the request with this id.
fn access(action: &'static str, cx: &Context<'_>, state: &View, id: &str) -> Access {
    let owner = find(state, cx, id).ok().and_then(|found| found.request.owner.as_deref());
    let owned =
        OF_OWNER.contains(&action) && owner.is_some_and(|owner| *owner == cx.caller.arn(cx.partition));
    let check = Check::on(action, arn(cx, id)).with_string(OWNER_KEY, owner);
    vec![check.permitted_by(owned.then_some("DelegationRequestOwner"))]
}
