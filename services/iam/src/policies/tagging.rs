//! The tags of the account's own managed policies. AWS's have none and can have none.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read, Write};
use awsim_plugin::store::{Transaction, View};

use super::lookup;
use crate::generated::operations::{ListPolicyTags, TagPolicy, UntagPolicy};
use crate::generated::{
    ErrorCode, ListPolicyTagsRequest, ListPolicyTagsResponse, TagPolicyRequest, UntagPolicyRequest,
};
use crate::pagination::PageRequest;
use crate::policy_ref::PolicyRef;
use crate::state::{CustomerPolicy, Resource};
use crate::{Iam, tags};

impl Handler<TagPolicy> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &TagPolicyRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![
            lookup::check("iam:TagPolicy", cx, state, &input.policy_arn)
                .with_request_tags(tags::requested(Some(&input.tags))),
        ])
    }

    fn call(
        &self,
        input: TagPolicyRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let name = taggable(state, cx, &input.policy_arn)?.name.clone();
        CustomerPolicy::change(state, cx.account(), &name, |policy| policy.tags.merge(input.tags, "Policy"))?
    }
}

impl Handler<UntagPolicy> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &UntagPolicyRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![
            lookup::check("iam:UntagPolicy", cx, state, &input.policy_arn)
                .with_tag_keys(input.tag_keys.iter().map(String::as_str)),
        ])
    }

    fn call(
        &self,
        input: UntagPolicyRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let name = taggable(state, cx, &input.policy_arn)?.name.clone();
        CustomerPolicy::change(state, cx.account(), &name, |policy| policy.tags.remove(&input.tag_keys))
    }
}

impl Handler<ListPolicyTags> for Iam {
    type Mode = Read;

    fn access(
        &self,
        input: &ListPolicyTagsRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![lookup::check("iam:ListPolicyTags", cx, state, &input.policy_arn)])
    }

    fn call(
        &self,
        input: ListPolicyTagsRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<ListPolicyTagsResponse, ServiceError> {
        let request = PageRequest::new("ListPolicyTags", input.marker.as_deref(), input.max_items)?;
        let page = taggable(state, cx, &input.policy_arn)?.tags.page(&request);
        Ok(ListPolicyTagsResponse {
            tags: page.items,
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}

/// The policy with this ARN, which must be the account's own.
fn taggable<'v>(state: &'v View, cx: &Context<'_>, arn: &str) -> Result<&'v CustomerPolicy, ServiceError> {
    match lookup::find(state, cx, arn)? {
        PolicyRef::Customer(policy) => Ok(policy),
        PolicyRef::Aws(_) => {
            Err(ErrorCode::InvalidInput.with("Tags not supported for policies in this domain"))
        }
    }
}
