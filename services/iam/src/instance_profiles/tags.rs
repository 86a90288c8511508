//! `TagInstanceProfile`, `UntagInstanceProfile`, `ListInstanceProfileTags`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read, Write};
use awsim_plugin::store::{Transaction, View};

use crate::generated::operations::{ListInstanceProfileTags, TagInstanceProfile, UntagInstanceProfile};
use crate::generated::{
    ListInstanceProfileTagsRequest, ListInstanceProfileTagsResponse, TagInstanceProfileRequest,
    UntagInstanceProfileRequest,
};
use crate::pagination::PageRequest;
use crate::state::{InstanceProfile, Resource};
use crate::tags::requested;
use crate::{Iam, access};

impl Handler<TagInstanceProfile> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &TagInstanceProfileRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        let check =
            access::on::<InstanceProfile>("iam:TagInstanceProfile", cx, state, &input.instance_profile_name);
        Ok(vec![check.with_request_tags(requested(Some(&input.tags)))])
    }

    fn call(
        &self,
        input: TagInstanceProfileRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        InstanceProfile::change(state, cx.account(), &input.instance_profile_name, |profile| {
            profile.tags.merge(input.tags, "InstanceProfile")
        })?
    }
}

impl Handler<UntagInstanceProfile> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &UntagInstanceProfileRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        let check = access::on::<InstanceProfile>(
            "iam:UntagInstanceProfile",
            cx,
            state,
            &input.instance_profile_name,
        );
        Ok(vec![check.with_tag_keys(input.tag_keys.iter().map(String::as_str))])
    }

    fn call(
        &self,
        input: UntagInstanceProfileRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        InstanceProfile::change(state, cx.account(), &input.instance_profile_name, |profile| {
            profile.tags.remove(&input.tag_keys);
        })
    }
}

impl Handler<ListInstanceProfileTags> for Iam {
    type Mode = Read;

    fn access(
        &self,
        input: &ListInstanceProfileTagsRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::on::<InstanceProfile>(
            "iam:ListInstanceProfileTags",
            cx,
            state,
            &input.instance_profile_name,
        )])
    }

    fn call(
        &self,
        input: ListInstanceProfileTagsRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<ListInstanceProfileTagsResponse, ServiceError> {
        let request = PageRequest::new("ListInstanceProfileTags", input.marker.as_deref(), input.max_items)?;
        let page =
            InstanceProfile::find(state, cx.account(), &input.instance_profile_name)?.tags().page(&request);
        Ok(ListInstanceProfileTagsResponse {
            tags: page.items,
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}
