//! `GetGroup`: the group, and page by page who is in it.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use super::description;
use crate::generated::operations::GetGroup;
use crate::generated::{GetGroupRequest, GetGroupResponse};
use crate::pagination::PageRequest;
use crate::state::{Group, Resource, membership};
use crate::{Iam, access, names, users};

impl Handler<GetGroup> for Iam {
    type Mode = Read;

    fn access(
        &self,
        input: &GetGroupRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::on::<Group>("iam:GetGroup", cx, state, &input.group_name)])
    }

    fn call(
        &self,
        input: GetGroupRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<GetGroupResponse, ServiceError> {
        let request = PageRequest::new("GetGroup", input.marker.as_deref(), input.max_items)?;
        let group = Group::find(state, cx.account(), &input.group_name)?;
        let key = names::key(&group.name);
        let page = request.fill(
            membership::members(state, cx.account(), &key, request.after())
                .map(|(key, user)| (key, users::summary(cx, user))),
        );
        Ok(GetGroupResponse {
            group: description(cx, group),
            users: page.items,
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}
