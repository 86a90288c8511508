//! The operations, for users, groups and roles alike.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::operation::Operation;
use awsim_plugin::store::{Transaction, View};

use super::{attach, check, detach, page};
use crate::Iam;
use crate::access::{self, action};
use crate::generated::operations::*;
use crate::generated::*;
use crate::listing::list_handler;
use crate::state;

/// Writes the three handlers of one kind of identity.
macro_rules! handlers {
    (
        $identity:ty, $name:ident,
        $attach:ident,
        $detach:ident,
        $list:ident -> $list_response:ident
    ) => {
        impl Handler<$attach> for Iam {
            type Mode = Write;

            fn access(
                &self,
                input: &<$attach as Operation>::Input,
                cx: &Context<'_>,
                state: &View,
            ) -> Result<Access, ServiceError> {
                Ok(vec![check::<$identity>(action!($attach), cx, state, &input.$name, &input.policy_arn)])
            }

            fn call(
                &self,
                input: <$attach as Operation>::Input,
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
                input: &<$detach as Operation>::Input,
                cx: &Context<'_>,
                state: &View,
            ) -> Result<Access, ServiceError> {
                Ok(vec![check::<$identity>(action!($detach), cx, state, &input.$name, &input.policy_arn)])
            }

            fn call(
                &self,
                input: <$detach as Operation>::Input,
                cx: &Context<'_>,
                state: &mut Transaction,
            ) -> Result<(), ServiceError> {
                detach::<$identity>(state, cx, &input.$name, &input.policy_arn)
            }
        }

        list_handler!(
            $list -> $list_response { attached_policies },
            |input, cx, state| access::on::<$identity>(action!($list), cx, state, &input.$name),
            |request| page::<$identity>(state, cx, request, &input.$name, input.path_prefix.as_deref())?
        );
    };
}

handlers!(
    state::User, user_name,
    AttachUserPolicy,
    DetachUserPolicy,
    ListAttachedUserPolicies -> ListAttachedUserPoliciesResponse
);
handlers!(
    state::Group, group_name,
    AttachGroupPolicy,
    DetachGroupPolicy,
    ListAttachedGroupPolicies -> ListAttachedGroupPoliciesResponse
);
handlers!(
    state::Role, role_name,
    AttachRolePolicy,
    DetachRolePolicy,
    ListAttachedRolePolicies -> ListAttachedRolePoliciesResponse
);
