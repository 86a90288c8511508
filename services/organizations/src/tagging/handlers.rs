//! `TagResource`, `UntagResource`, `ListTagsForResource`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read, Write};
use awsim_plugin::store::{Transaction, View};

use super::find;
use crate::generated::Tag;
use crate::generated::operations::{ListTagsForResource, TagResource, UntagResource};
use crate::generated::{
    ListTagsForResourceRequest, ListTagsForResourceResponse, TagResourceRequest, UntagResourceRequest,
};
use crate::page;
use crate::tags::requested;
use crate::{Organizations, access};

impl Handler<TagResource> for Organizations {
    type Mode = Write;

    fn access(
        &self,
        input: &TagResourceRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok({
            let check = access::on("organizations:TagResource", cx, state, &input.resource_id);
            vec![check.with_request_tags(requested(Some(&input.tags)))]
        })
    }

    fn call(
        &self,
        input: TagResourceRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let seat = self.seat::<TagResource>(&input, cx, state)?;
        let tagged = find(state, &seat, &input.resource_id)?;
        tagged.change(state, &seat, |tags| tags.merge(input.tags))
    }
}

impl Handler<UntagResource> for Organizations {
    type Mode = Write;

    fn access(
        &self,
        input: &UntagResourceRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok({
            let check = access::on("organizations:UntagResource", cx, state, &input.resource_id);
            vec![check.with_tag_keys(input.tag_keys.iter().map(String::as_str))]
        })
    }

    fn call(
        &self,
        input: UntagResourceRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let seat = self.seat::<UntagResource>(&input, cx, state)?;
        let tagged = find(state, &seat, &input.resource_id)?;
        tagged.change(state, &seat, |tags| tags.remove(&input.tag_keys))
    }
}

impl Handler<ListTagsForResource> for Organizations {
    type Mode = Read;

    fn access(
        &self,
        input: &ListTagsForResourceRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::on("organizations:ListTagsForResource", cx, state, &input.resource_id)])
    }

    fn call(
        &self,
        input: ListTagsForResourceRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<ListTagsForResourceResponse, ServiceError> {
        let seat = self.seat::<ListTagsForResource>(&input, cx, state)?;
        let tags = find(state, &seat, &input.resource_id)?.tags(state, &seat);
        let listing = format!("ListTagsForResource/{}", input.resource_id);
        let request = page::request(&listing, input.next_token.as_deref(), None)?;
        let tag = |key: &str, value: &str| Tag { key: key.to_owned(), value: value.to_owned() };
        let tags = tags.into_iter().flat_map(|tags| tags.iter());
        let page = request.cut(tags.map(|(key, value)| (key, tag(key, value))));
        Ok(ListTagsForResourceResponse { tags: Some(page.items), next_token: page.marker })
    }
}
