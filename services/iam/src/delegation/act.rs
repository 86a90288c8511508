//! What the customer does with a request: take it on, forward, approve or reject it, and send the token.

use awsim_plugin::access::Access;
use awsim_plugin::caller::Principal;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::{access, exchange, find, lifecycle};
use crate::Iam;
use crate::generated::ErrorCode;
use crate::generated::operations::*;
use crate::generated::*;
use crate::state::{Approver, ApproverKind, DELEGATION_REQUESTS, DelegationRequest, Stage};

/// The longest access that a root user approves, in seconds.
const LONGEST_BY_ROOT: i32 = 4 * 60 * 60;

/// Brings the request with this id to a stage; `change` notes what goes with it and says if a token is sent.
///
/// # Errors
/// `NoSuchEntity` (404), the error of `change`, or `refused` if the request is not where it could be brought there from.
fn bring(
    cx: &Context<'_>,
    state: &mut Transaction,
    id: &str,
    stage: Stage,
    refused: ErrorCode,
    change: impl FnOnce(&mut DelegationRequest) -> Result<Option<Box<str>>, ServiceError>,
) -> Result<(), ServiceError> {
    let found = find(state, cx, id)?;
    let (requestor, mut request) = (found.requestor, found.request.clone());
    if !lifecycle::may_go_on(&request, stage, cx.now) {
        let now = lifecycle::state(&request, cx.now);
        return Err(refused.with(format!("The delegation request {id} is in the state {}.", now.as_str())));
    }
    let token = change(&mut request)?;
    lifecycle::go_on(&mut request, stage, cx.now.to_the_second(), token);
    state.insert(&DELEGATION_REQUESTS, requestor, id.to_owned(), request);
    Ok(())
}

/// Writes the handler of an operation that brings a request to a stage.
macro_rules! brings {
    (
        $operation:ident($request:ty) = $action:literal, $stage:ident or $refused:ident,
        |$input:ident, $cx:ident, $changed:ident| $change:expr
    ) => {
        impl Handler<$operation> for Iam {
            type Mode = Write;

            fn access(
                &self,
                input: &$request,
                cx: &Context<'_>,
                state: &View,
            ) -> Result<Access, ServiceError> {
                Ok(access($action, cx, state, &input.delegation_request_id))
            }

            fn call(
                &self,
                $input: $request,
                $cx: &Context<'_>,
                state: &mut Transaction,
            ) -> Result<(), ServiceError> {
                let id = $input.delegation_request_id.clone();
                bring($cx, state, &id, Stage::$stage, ErrorCode::$refused, |$changed| $change)
            }
        }
    };
}

brings! {
    AssociateDelegationRequest(AssociateDelegationRequestRequest) = "iam:AssociateDelegationRequest",
    Assigned or InvalidInput,
    |input, cx, request| {
        request.owner = Some(cx.caller.arn(cx.partition).into());
        request.owner_account = Some(cx.account());
        Ok(None)
    }
}

brings! {
    UpdateDelegationRequest(UpdateDelegationRequestRequest) = "iam:UpdateDelegationRequest",
    PendingApproval or InvalidInput,
    |input, cx, request| {
        if let Some(notes) = input.notes {
            request.notes = Some(notes.into());
        }
        Ok(None)
    }
}

// The operation has no error for a request that cannot be accepted (any more) but that somebody else changed it.
brings! {
    AcceptDelegationRequest(AcceptDelegationRequestRequest) = "iam:AcceptDelegationRequest",
    Accepted or ConcurrentModification,
    |input, cx, request| {
        request.approver = Some(approver(cx, request)?);
        Ok(None)
    }
}

brings! {
    RejectDelegationRequest(RejectDelegationRequestRequest) = "iam:RejectDelegationRequest",
    Rejected or InvalidInput,
    |input, cx, request| {
        request.rejection_reason = input.notes.map(Into::into);
        Ok(None)
    }
}

brings! {
    SendDelegationToken(SendDelegationTokenRequest) = "iam:SendDelegationToken",
    Finalized or InvalidInput,
    |input, cx, request| {
        let caller = cx.caller.arn(cx.partition);
        if request.only_send_by_owner && request.owner.as_deref() != Some(&*caller) {
            return Err(denied(cx, "iam:SendDelegationToken", "the token may only be sent by the request's owner"));
        }
        exchange::new_token(&input.delegation_request_id).map(Some)
    }
}

/// The caller as approver of a request.
///
/// # Errors
/// `AccessDenied` (403) for a root user if the access is to last longer than four hours, and for callers that are no
/// identities of the account.
fn approver(cx: &Context<'_>, request: &DelegationRequest) -> Result<Approver, ServiceError> {
    let who = match &cx.caller.principal {
        Principal::Root if request.session_duration > LONGEST_BY_ROOT => {
            return Err(denied(cx, ACCEPT, "a root user may approve access for four hours at most"));
        }
        Principal::Root => ApproverKind::Root,
        Principal::User { id, name, .. } => {
            ApproverKind::User { id: id.as_str().into(), name: name.as_str().into() }
        }
        Principal::RoleSession { role_id, role_name, session_name, .. } => ApproverKind::Role {
            id: role_id.as_str().into(),
            name: role_name.as_str().into(),
            session: session_name.as_str().into(),
        },
        Principal::FederatedUser { .. } | Principal::Anonymous => {
            return Err(denied(cx, ACCEPT, "only users and roles approve requests"));
        }
    };
    Ok(Approver { arn: cx.caller.arn(cx.partition).into(), who })
}

const ACCEPT: &str = "iam:AcceptDelegationRequest";

fn denied(cx: &Context<'_>, action: &str, reason: &str) -> ServiceError {
    let caller = cx.caller.arn(cx.partition);
    let message = format!("User: {caller} is not authorized to perform: {action} because {reason}");
    ServiceError::sender("AccessDenied", 403, message)
}
