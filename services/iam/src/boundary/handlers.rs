//! The operations, for users and roles alike.

use super::{CONDITION_KEY, check, put, remove};
use crate::access::{self, action};
use crate::changing::change_handler;
use crate::generated::operations::*;
use crate::state;

/// Writes the two handlers of one kind of identity.
macro_rules! handlers {
    (
        $identity:ty, $name:ident,
        $put:ident,
        $delete:ident
    ) => {
        change_handler!(
            $put,
            |input, cx, state| {
                let check = access::on::<$identity>(action!($put), cx, state, &input.$name);
                check.with_string(CONDITION_KEY, Some(&*input.permissions_boundary))
            },
            |_iam| put::<$identity>(state, cx, &input.$name, &input.permissions_boundary)
        );

        change_handler!(
            $delete,
            |input, cx, state| check::<$identity>(action!($delete), cx, state, &input.$name),
            |_iam| remove::<$identity>(state, cx, &input.$name)
        );
    };
}

handlers!(state::User, user_name, PutUserPermissionsBoundary, DeleteUserPermissionsBoundary);
handlers!(state::Role, role_name, PutRolePermissionsBoundary, DeleteRolePermissionsBoundary);
