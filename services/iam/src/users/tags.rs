//! `TagUser`, `UntagUser`, `ListUserTags`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read, Write};
use awsim_plugin::store::{Transaction, View};

use crate::generated::operations::{ListUserTags, TagUser, UntagUser};
use crate::generated::{ListUserTagsRequest, ListUserTagsResponse, TagUserRequest, UntagUserRequest};
use crate::pagination::PageRequest;
use crate::state::{Resource, User};
use crate::tags::requested;
use crate::{Iam, access};

impl Handler<TagUser> for Iam {
    type Mode = Write;

    fn access(&self, input: &TagUserRequest, cx: &Context<'_>, state: &View) -> Result<Access, ServiceError> {
        let check = access::on::<User>("iam:TagUser", cx, state, &input.user_name);
        Ok(vec![check.with_request_tags(requested(Some(&input.tags)))])
    }

    fn call(
        &self,
        input: TagUserRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        User::change(state, cx.account(), &input.user_name, |user| {
            user.details.tags.merge(input.tags, "User")
        })?
    }
}

impl Handler<UntagUser> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &UntagUserRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        let check = access::on::<User>("iam:UntagUser", cx, state, &input.user_name);
        Ok(vec![check.with_tag_keys(input.tag_keys.iter().map(String::as_str))])
    }

    fn call(
        &self,
        input: UntagUserRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        User::change(state, cx.account(), &input.user_name, |user| {
            user.details.tags.remove(&input.tag_keys);
        })
    }
}

impl Handler<ListUserTags> for Iam {
    type Mode = Read;

    fn access(
        &self,
        input: &ListUserTagsRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::on::<User>("iam:ListUserTags", cx, state, &input.user_name)])
    }

    fn call(
        &self,
        input: ListUserTagsRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<ListUserTagsResponse, ServiceError> {
        let request = PageRequest::new("ListUserTags", input.marker.as_deref(), input.max_items)?;
        let page = User::find(state, cx.account(), &input.user_name)?.tags().page(&request);
        Ok(ListUserTagsResponse {
            tags: page.items,
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}
