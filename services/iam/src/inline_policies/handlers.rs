//! The operations, for users, groups and roles alike.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::operation::Operation;
use awsim_plugin::store::View;

use super::{delete, get, page, put};
use crate::access::{self, action};
use crate::changing::change_handler;
use crate::generated::operations::*;
use crate::generated::*;
use crate::listing::list_handler;
use crate::state;
use crate::{Iam, boundary};

/// Writes the four handlers of one kind of identity.
macro_rules! handlers {
    (
        $identity:ty, $name:ident,
        $put:ident,
        $get:ident -> $get_response:ident,
        $delete:ident,
        $list:ident -> $list_response:ident
    ) => {
        change_handler!(
            $put,
            |input, cx, state| boundary::check::<$identity>(action!($put), cx, state, &input.$name),
            |iam| {
                let (policy, document) = (&input.policy_name, &input.policy_document);
                put::<$identity>(state, cx, iam.quotas(), &input.$name, policy, document)
            }
        );

        impl Handler<$get> for Iam {
            type Mode = Read;

            fn access(
                &self,
                input: &<$get as Operation>::Input,
                cx: &Context<'_>,
                state: &View,
            ) -> Result<Access, ServiceError> {
                Ok(vec![access::on::<$identity>(action!($get), cx, state, &input.$name)])
            }

            fn call(
                &self,
                input: <$get as Operation>::Input,
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

        change_handler!(
            $delete,
            |input, cx, state| boundary::check::<$identity>(action!($delete), cx, state, &input.$name),
            |_iam| delete::<$identity>(state, cx, &input.$name, &input.policy_name)
        );

        list_handler!(
            $list -> $list_response { policy_names },
            |input, cx, state| access::on::<$identity>(action!($list), cx, state, &input.$name),
            |request| page::<$identity>(state, cx, request, &input.$name)?
        );
    };
}

handlers!(
    state::User, user_name,
    PutUserPolicy,
    GetUserPolicy -> GetUserPolicyResponse,
    DeleteUserPolicy,
    ListUserPolicies -> ListUserPoliciesResponse
);
handlers!(
    state::Group, group_name,
    PutGroupPolicy,
    GetGroupPolicy -> GetGroupPolicyResponse,
    DeleteGroupPolicy,
    ListGroupPolicies -> ListGroupPoliciesResponse
);
handlers!(
    state::Role, role_name,
    PutRolePolicy,
    GetRolePolicy -> GetRolePolicyResponse,
    DeleteRolePolicy,
    ListRolePolicies -> ListRolePoliciesResponse
);
