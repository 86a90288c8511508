//! `ListGroups` and `ListGroupsForUser`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use super::description;
use crate::generated::operations::{ListGroups, ListGroupsForUser};
use crate::generated::{
    ListGroupsForUserRequest, ListGroupsForUserResponse, ListGroupsRequest, ListGroupsResponse,
};
use crate::pagination::PageRequest;
use crate::state::{GROUPS, Group, Resource, User};
use crate::{Iam, access};

impl Handler<ListGroups> for Iam {
    type Mode = Read;

    fn access(
        &self,
        input: &ListGroupsRequest,
        cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::on_listing::<Group>("iam:ListGroups", cx, input.path_prefix.as_deref())])
    }

    fn call(
        &self,
        input: ListGroupsRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<ListGroupsResponse, ServiceError> {
        let request = PageRequest::new("ListGroups", input.marker.as_deref(), input.max_items)?;
        let prefix = input.path_prefix.as_deref();
        let page = request.fill(
            state
                .iter_from(&GROUPS, cx.account(), request.start())
                .filter(|(_, group)| group.path.has_prefix(prefix))
                .map(|(key, group)| (key, description(cx, group))),
        );
        Ok(ListGroupsResponse {
            groups: page.items,
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}

impl Handler<ListGroupsForUser> for Iam {
    type Mode = Read;

    fn access(
        &self,
        input: &ListGroupsForUserRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::on::<User>("iam:ListGroupsForUser", cx, state, &input.user_name)])
    }

    fn call(
        &self,
        input: ListGroupsForUserRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<ListGroupsForUserResponse, ServiceError> {
        let request = PageRequest::new("ListGroupsForUser", input.marker.as_deref(), input.max_items)?;
        let user = User::find(state, cx.account(), &input.user_name)?;
        let page = request.cut(user.details.groups.iter().filter_map(|key| {
            let group = Group::get(state, cx.account(), key)?;
            Some((key, description(cx, group)))
        }));
        Ok(ListGroupsForUserResponse {
            groups: page.items,
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}
