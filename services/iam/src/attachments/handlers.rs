//! The operations, for users, groups and roles alike.

use super::{attach, check, detach, page};
use crate::access::{self, action};
use crate::changing::change_handler;
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
        change_handler!(
            $attach,
            |input, cx, state| check::<$identity>(action!($attach), cx, state, &input.$name, &input.policy_arn),
            |iam| attach::<$identity>(state, cx, iam.quotas(), &input.$name, &input.policy_arn)
        );

        change_handler!(
            $detach,
            |input, cx, state| check::<$identity>(action!($detach), cx, state, &input.$name, &input.policy_arn),
            |_iam| detach::<$identity>(state, cx, &input.$name, &input.policy_arn)
        );

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
