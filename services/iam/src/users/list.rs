//! `ListUsers`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use super::summary;
use crate::generated::operations::ListUsers;
use crate::generated::{ListUsersRequest, ListUsersResponse};
use crate::pagination::PageRequest;
use crate::state::{USERS, User};
use crate::{Iam, access};

impl Handler<ListUsers> for Iam {
    type Mode = Read;

    fn access(
        &self,
        input: &ListUsersRequest,
        cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::on_listing::<User>("iam:ListUsers", cx, input.path_prefix.as_deref())])
    }

    fn call(
        &self,
        input: ListUsersRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<ListUsersResponse, ServiceError> {
        let request = PageRequest::new("ListUsers", input.marker.as_deref(), input.max_items)?;
        let prefix = input.path_prefix.as_deref();
        let page = request.fill(
            state
                .iter_from(&USERS, cx.account(), request.start())
                .filter(|(_, user)| user.path.has_prefix(prefix))
                .map(|(key, user)| (key, summary(cx, user))),
        );
        Ok(ListUsersResponse {
            users: page.items,
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}
