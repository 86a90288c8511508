//! The operations, for users, groups and roles alike.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read, Write};
use awsim_plugin::store::{Transaction, View};

use super::{delete, get, page, put};
use crate::generated::operations::*;
use crate::generated::*;
use crate::listing::list_handler;
use crate::state;
use crate::{Iam, access, boundary};

/// Writes the four handlers of one kind of identity.
macro_rules! handlers {
    (
        $identity:ty, $name:ident,
        $put:ident($put_request:ty) = $put_action:literal,
        $get:ident($get_request:ty) -> $get_response:ident = $get_action:literal,
        $delete:ident($delete_request:ty) = $delete_action:literal,
        $list:ident($list_request:ty) -> $list_response:ident = $list_action:literal
    ) => {
        impl Handler<$put> for Iam {
            type Mode = Write;

            fn access(
                &self,
                input: &$put_request,
                cx: &Context<'_>,
                state: &View,
            ) -> Result<Access, ServiceError> {
                Ok(vec![boundary::check::<$identity>($put_action, cx, state, &input.$name)])
            }

            fn call(
                &self,
                input: $put_request,
                cx: &Context<'_>,
                state: &mut Transaction,
            ) -> Result<(), ServiceError> {
                let (policy, document) = (&input.policy_name, &input.policy_document);
                put::<$identity>(state, cx, self.quotas(), &input.$name, policy, document)
            }
        }

        impl Handler<$get> for Iam {
            type Mode = Read;

            fn access(
                &self,
                input: &$get_request,
                cx: &Context<'_>,
                state: &View,
            ) -> Result<Access, ServiceError> {
                Ok(vec![access::on::<$identity>($get_action, cx, state, &input.$name)])
            }

            fn call(
                &self,
                input: $get_request,
                cx: &Context<'_>,
                state: &View,
            ) -> Result<$get_response, ServiceError> {
                let found = get::<$identity>(state, cx, &input.$name, &input.policy_name)?;
                Ok($get_response {
                    $name: found.owner,
                    policy_name: found.policy,
                    policy_document: found.document,
                })
            }
        }

        impl Handler<$delete> for Iam {
            type Mode = Write;

            fn access(
                &self,
                input: &$delete_request,
                cx: &Context<'_>,
                state: &View,
            ) -> Result<Access, ServiceError> {
                Ok(vec![boundary::check::<$identity>($delete_action, cx, state, &input.$name)])
            }

            fn call(
                &self,
                input: $delete_request,
                cx: &Context<'_>,
                state: &mut Transaction,
            ) -> Result<(), ServiceError> {
                delete::<$identity>(state, cx, &input.$name, &input.policy_name)
            }
        }

        list_handler!(
            $list($list_request) -> $list_response { policy_names } = $list_action,
            |input, cx, state| access::on::<$identity>($list_action, cx, state, &input.$name),
            |request| page::<$identity>(state, cx, request, &input.$name)
        );
    };
}

handlers!(
    state::User, user_name,
    PutUserPolicy(PutUserPolicyRequest) = "iam:PutUserPolicy",
    GetUserPolicy(GetUserPolicyRequest) -> GetUserPolicyResponse = "iam:GetUserPolicy",
    DeleteUserPolicy(DeleteUserPolicyRequest) = "iam:DeleteUserPolicy",
    ListUserPolicies(ListUserPoliciesRequest) -> ListUserPoliciesResponse = "iam:ListUserPolicies"
);
handlers!(
    state::Group, group_name,
    PutGroupPolicy(PutGroupPolicyRequest) = "iam:PutGroupPolicy",
    GetGroupPolicy(GetGroupPolicyRequest) -> GetGroupPolicyResponse = "iam:GetGroupPolicy",
    DeleteGroupPolicy(DeleteGroupPolicyRequest) = "iam:DeleteGroupPolicy",
    ListGroupPolicies(ListGroupPoliciesRequest) -> ListGroupPoliciesResponse = "iam:ListGroupPolicies"
);
handlers!(
    state::Role, role_name,
    PutRolePolicy(PutRolePolicyRequest) = "iam:PutRolePolicy",
    GetRolePolicy(GetRolePolicyRequest) -> GetRolePolicyResponse = "iam:GetRolePolicy",
    DeleteRolePolicy(DeleteRolePolicyRequest) = "iam:DeleteRolePolicy",
    ListRolePolicies(ListRolePoliciesRequest) -> ListRolePoliciesResponse = "iam:ListRolePolicies"
);
