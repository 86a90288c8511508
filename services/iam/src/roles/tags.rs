//! `TagRole`, `UntagRole`, `ListRoleTags`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read, Write};
use awsim_plugin::store::{Transaction, View};

use crate::generated::operations::{ListRoleTags, TagRole, UntagRole};
use crate::generated::{ListRoleTagsRequest, ListRoleTagsResponse, TagRoleRequest, UntagRoleRequest};
use crate::pagination::PageRequest;
use crate::state::{Resource, Role};
use crate::tags::requested;
use crate::{Iam, access};

impl Handler<TagRole> for Iam {
    type Mode = Write;

    fn access(&self, input: &TagRoleRequest, cx: &Context<'_>, state: &View) -> Result<Access, ServiceError> {
        let check = access::on::<Role>("iam:TagRole", cx, state, &input.role_name);
        Ok(vec![check.with_request_tags(requested(Some(&input.tags)))])
    }

    fn call(
        &self,
        input: TagRoleRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        Role::change(state, cx.account(), &input.role_name, |role| {
            role.details.tags.merge(input.tags, "Role")
        })?
    }
}

impl Handler<UntagRole> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &UntagRoleRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        let check = access::on::<Role>("iam:UntagRole", cx, state, &input.role_name);
        Ok(vec![check.with_tag_keys(input.tag_keys.iter().map(String::as_str))])
    }

    fn call(
        &self,
        input: UntagRoleRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        Role::change(state, cx.account(), &input.role_name, |role| {
            role.details.tags.remove(&input.tag_keys);
        })
    }
}

impl Handler<ListRoleTags> for Iam {
    type Mode = Read;

    fn access(
        &self,
        input: &ListRoleTagsRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::on::<Role>("iam:ListRoleTags", cx, state, &input.role_name)])
    }

    fn call(
        &self,
        input: ListRoleTagsRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<ListRoleTagsResponse, ServiceError> {
        let request = PageRequest::new("ListRoleTags", input.marker.as_deref(), input.max_items)?;
        let page = Role::find(state, cx.account(), &input.role_name)?.tags().page(&request);
        Ok(ListRoleTagsResponse {
            tags: page.items,
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}
