//! The operations, for users, groups and roles alike.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::{attach, check, detach, page};
use crate::generated::operations::*;
use crate::generated::*;
use crate::listing::list_handler;
use crate::state;
use crate::{Iam, access};

/// Writes the three handlers of one kind of identity.
macro_rules! handlers {
    (
        $identity:ty, $name:ident,
        $attach:ident($attach_request:ty) = $attach_action:literal,
        $detach:ident($detach_request:ty) = $detach_action:literal,
        $list:ident($list_request:ty) -> $list_response:ident = $list_action:literal
    ) => {
        impl Handler<$attach> for Iam {
            type Mode = Write;

            fn access(
                &self,
                input: &$attach_request,
                cx: &Context<'_>,
                state: &View,
            ) -> Result<Access, ServiceError> {
                Ok(vec![check::<$identity>($attach_action, cx, state, &input.$name, &input.policy_arn)])
            }

            fn call(
                &self,
                input: $attach_request,
                cx: &Context<'_>,
                state: &mut Transaction,
            ) -> Result<(), ServiceError> {
                attach::<$identity>(state, cx, self.quotas(), &input.$name, &input.policy_arn)
            }
        }

        impl Handler<$detach> for Iam {
            type Mode = Write;

            fn access(
                &self,
                input: &$detach_request,
                cx: &Context<'_>,
                state: &View,
            ) -> Result<Access, ServiceError> {
                Ok(vec![check::<$identity>($detach_action, cx, state, &input.$name, &input.policy_arn)])
            }

            fn call(
                &self,
                input: $detach_request,
                cx: &Context<'_>,
                state: &mut Transaction,
            ) -> Result<(), ServiceError> {
                detach::<$identity>(state, cx, &input.$name, &input.policy_arn)
            }
        }

        list_handler!(
            $list($list_request) -> $list_response { attached_policies } = $list_action,
            |input, cx, state| access::on::<$identity>($list_action, cx, state, &input.$name),
            |request| page::<$identity>(state, cx, request, &input.$name, input.path_prefix.as_deref())
        );
    };
}

handlers!(
    state::User, user_name,
    AttachUserPolicy(AttachUserPolicyRequest) = "iam:AttachUserPolicy",
    DetachUserPolicy(DetachUserPolicyRequest) = "iam:DetachUserPolicy",
    ListAttachedUserPolicies(ListAttachedUserPoliciesRequest) -> ListAttachedUserPoliciesResponse
        = "iam:ListAttachedUserPolicies"
);
handlers!(
    state::Group, group_name,
    AttachGroupPolicy(AttachGroupPolicyRequest) = "iam:AttachGroupPolicy",
    DetachGroupPolicy(DetachGroupPolicyRequest) = "iam:DetachGroupPolicy",
    ListAttachedGroupPolicies(ListAttachedGroupPoliciesRequest) -> ListAttachedGroupPoliciesResponse
        = "iam:ListAttachedGroupPolicies"
);
handlers!(
    state::Role, role_name,
    AttachRolePolicy(AttachRolePolicyRequest) = "iam:AttachRolePolicy",
    DetachRolePolicy(DetachRolePolicyRequest) = "iam:DetachRolePolicy",
    ListAttachedRolePolicies(ListAttachedRolePoliciesRequest) -> ListAttachedRolePoliciesResponse
        = "iam:ListAttachedRolePolicies"
);
