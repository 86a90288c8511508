//! `ListServiceSpecificCredentials`: of a user, or of all.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use super::metadata;
use super::services::Service;
use crate::caller::Subject;
use crate::generated::operations::ListServiceSpecificCredentials;
use crate::generated::{
    ListServiceSpecificCredentialsRequest, ListServiceSpecificCredentialsResponse,
    ServiceSpecificCredentialMetadata,
};
use crate::pagination::PageRequest;
use crate::state::{Resource, USERS, User, credential};
use crate::{Iam, arn, errors};

const ACTION: &str = "iam:ListServiceSpecificCredentials";

impl Handler<ListServiceSpecificCredentials> for Iam {
    type Mode = Read;

    fn access(
        &self,
        input: &ListServiceSpecificCredentialsRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        if input.all_users == Some(true) {
            return Ok(vec![Check::on(ACTION, arn::of(cx, User::ARN_TYPE, "/", "*"))]);
        }
        Ok(vec![Subject::user(cx, input.user_name.as_deref())?.check(ACTION, cx, state)])
    }

    fn call(
        &self,
        input: ListServiceSpecificCredentialsRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<ListServiceSpecificCredentialsResponse, ServiceError> {
        let request = PageRequest::new(ACTION, input.marker.as_deref(), input.max_items)?;
        let users = users(&input, cx, state)?;
        let service = input.service_name.as_deref().map(Service::find).transpose()?;
        let entries = users.into_iter().flat_map(|(key, user)| listed(cx, key, user));
        let of_service = entries.filter(|(_, credential)| {
            service.is_none_or(|service| credential.service_name == service.principal)
        });
        let page = request.sort_and_cut(of_service);
        Ok(ListServiceSpecificCredentialsResponse {
            service_specific_credentials: Some(page.items),
            // Unlike other listings, this one says nothing if it is complete.
            is_truncated: Some(true).filter(|_| page.is_truncated),
            marker: page.marker,
        })
    }
}

/// The users whose credentials are asked for, with their keys.
fn users<'v>(
    input: &ListServiceSpecificCredentialsRequest,
    cx: &Context<'_>,
    state: &'v View,
) -> Result<Vec<(&'v str, &'v User)>, ServiceError> {
    let name = input.user_name.as_deref();
    match input.all_users {
        Some(true) if name.is_some() => Err(errors::all_users_and_one()),
        Some(true) => Ok(state.iter(&USERS, cx.account()).map(|(key, user)| (key.as_str(), user)).collect()),
        _ => Ok(vec![("", User::find(state, cx.account(), Subject::user_name(cx, name)?)?)]),
    }
}

/// The credentials of a user, oldest first, with keys for paging.
fn listed<'v>(
    cx: &Context<'_>,
    key: &'v str,
    user: &'v User,
) -> impl Iterator<Item = (String, ServiceSpecificCredentialMetadata)> {
    user.details.service_specific_credentials.iter().map(move |one| {
        let page_key = format!("{key}\t{}", credential::page_key(one.created, &one.id));
        (page_key, metadata(cx, one, &user.name))
    })
}
