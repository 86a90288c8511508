//! `PutResourcePolicy`, `DescribeResourcePolicy`, `DeleteResourcePolicy`.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read, Write};
use awsim_plugin::store::{Transaction, View};

use super::{description, document};
use crate::generated::operations::{DeleteResourcePolicy, DescribeResourcePolicy, PutResourcePolicy};
use crate::generated::{DescribeResourcePolicyResponse, PutResourcePolicyRequest, PutResourcePolicyResponse};
use crate::seat::Seat;
use crate::state::{RESOURCE_POLICIES, ResourcePolicy};
use crate::tags::Tags;
use crate::{Organizations, access, errors, ids};

impl Handler<PutResourcePolicy> for Organizations {
    type Mode = Write;

    fn access(
        &self,
        input: &PutResourcePolicyRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        const ACTION: &str = "organizations:PutResourcePolicy";
        let check = match present(cx, state) {
            Some(policy) => access::on(ACTION, cx, state, &policy.id),
            None => access::on_new(ACTION, cx, state, |arns| arns.resource_policy("rp-*")),
        };
        Ok(access::making(check, input.tags.as_deref()))
    }

    fn call(
        &self,
        input: PutResourcePolicyRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<PutResourcePolicyResponse, ServiceError> {
        let seat = Seat::managing(cx, state)?;
        let tags = Tags::of_request(input.tags)?;
        document::check(&input.content)?;
        let content = input.content.into();
        let policy = match state.get(&RESOURCE_POLICIES, seat.management, &()) {
            // "Calls with tags apply to the initial creation of the resource policy, otherwise an exception is thrown."
            Some(_) if !tags.is_empty() => {
                let message = "Tags can only be given when the resource policy is created.";
                return Err(errors::invalid("TARGET_NOT_SUPPORTED", message));
            }
            Some(present) => ResourcePolicy { content, ..present.clone() },
            None => ResourcePolicy { id: ids::new(ids::RESOURCE_POLICY)?.into(), content, tags },
        };
        let answer = description(&seat, &policy);
        state.insert(&RESOURCE_POLICIES, seat.management, (), policy);
        Ok(PutResourcePolicyResponse { resource_policy: Some(answer) })
    }
}

impl Handler<DescribeResourcePolicy> for Organizations {
    type Mode = Read;

    fn access(&self, _input: &(), _cx: &Context<'_>, _state: &View) -> Result<Access, ServiceError> {
        Ok(vec![Check::on_any("organizations:DescribeResourcePolicy")])
    }

    fn call(
        &self,
        _input: (),
        cx: &Context<'_>,
        state: &View,
    ) -> Result<DescribeResourcePolicyResponse, ServiceError> {
        let seat = self.seat::<DescribeResourcePolicy>(&(), cx, state)?;
        let policy =
            state.get(&RESOURCE_POLICIES, seat.management, &()).ok_or_else(errors::no_resource_policy)?;
        Ok(DescribeResourcePolicyResponse { resource_policy: Some(description(&seat, policy)) })
    }
}

impl Handler<DeleteResourcePolicy> for Organizations {
    type Mode = Write;

    fn access(&self, _input: &(), _cx: &Context<'_>, _state: &View) -> Result<Access, ServiceError> {
        Ok(vec![Check::on_any("organizations:DeleteResourcePolicy")])
    }

    fn call(&self, _input: (), cx: &Context<'_>, state: &mut Transaction) -> Result<(), ServiceError> {
        let seat = Seat::managing(cx, state)?;
        match state.remove(&RESOURCE_POLICIES, seat.management, &()) {
            Some(_) => Ok(()),
            None => Err(errors::no_resource_policy()),
        }
    }
}

/// The resource policy of the caller's organization.
fn present<'v>(cx: &Context<'_>, state: &'v View) -> Option<&'v ResourcePolicy> {
    let seat = Seat::of_account(state, cx.account())?;
    state.get(&RESOURCE_POLICIES, seat.management, &())
}
