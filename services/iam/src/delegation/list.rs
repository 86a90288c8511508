//! `ListDelegationRequests`: the requests that somebody of the caller's account has taken on.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use super::{Found, OWNER_KEY, describe};
use crate::Iam;
use crate::generated::operations::ListDelegationRequests;
use crate::generated::{ErrorCode, ListDelegationRequestsRequest, ListDelegationRequestsResponse};
use crate::pagination::PageRequest;
use crate::state::DELEGATION_REQUESTS;

impl Handler<ListDelegationRequests> for Iam {
    type Mode = Read;

    fn access(
        &self,
        input: &ListDelegationRequestsRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        let check = Check::on_any("iam:ListDelegationRequests");
        Ok(vec![check.with_string(OWNER_KEY, input.owner_id.as_deref())])
    }

    fn call(
        &self,
        input: ListDelegationRequestsRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<ListDelegationRequestsResponse, ServiceError> {
        let owner = input.owner_id.as_deref();
        let listing = format!("ListDelegationRequests {}", owner.unwrap_or_default());
        let request = PageRequest::new(&listing, input.marker.as_deref(), input.max_items)?;
        if owner.is_some_and(|owner| !owner.starts_with("arn:")) {
            let owner = owner.unwrap_or_default();
            return Err(ErrorCode::InvalidInput.with(format!("Invalid OwnerId: {owner} is not an ARN.")));
        }
        let mut found: Vec<Found<'_>> = state
            .accounts(&DELEGATION_REQUESTS)
            .flat_map(|requestor| {
                let requests = state.iter(&DELEGATION_REQUESTS, requestor);
                requests.map(move |(id, request)| Found { requestor, id, request })
            })
            .filter(|found| found.request.owner_account == Some(cx.account()))
            .filter(|found| found.request.owner.is_some())
            .filter(|found| owner.is_none_or(|owner| found.request.owner.as_deref() == Some(owner)))
            .collect();
        found.sort_unstable_by_key(|found| found.id);
        let page = request.cut(found.into_iter().map(|found| (found.id, found)));
        let described = page.items.iter().map(|found| describe::described(found, state, cx.now));
        Ok(ListDelegationRequestsResponse {
            delegation_requests: Some(described.collect()),
            marker: page.marker,
            is_truncated: Some(page.is_truncated),
        })
    }
}
