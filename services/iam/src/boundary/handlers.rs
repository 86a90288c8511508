//! The operations, for users and roles alike.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::{CONDITION_KEY, check, put, remove};
use crate::generated::operations::*;
use crate::generated::*;
use crate::{Iam, access, state};

/// Writes the two handlers of one kind of identity.
macro_rules! handlers {
    (
        $identity:ty, $name:ident,
        $put:ident($put_request:ty) = $put_action:literal,
        $delete:ident($delete_request:ty) = $delete_action:literal
    ) => {
        impl Handler<$put> for Iam {
            type Mode = Write;

            fn access(
                &self,
                input: &$put_request,
                cx: &Context<'_>,
                state: &View,
            ) -> Result<Access, ServiceError> {
                let check = access::on::<$identity>($put_action, cx, state, &input.$name);
                Ok(vec![check.with_string(CONDITION_KEY, Some(&*input.permissions_boundary))])
            }

            fn call(
                &self,
                input: $put_request,
                cx: &Context<'_>,
                state: &mut Transaction,
            ) -> Result<(), ServiceError> {
                put::<$identity>(state, cx, &input.$name, &input.permissions_boundary)
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
                Ok(vec![check::<$identity>($delete_action, cx, state, &input.$name)])
            }

            fn call(
                &self,
                input: $delete_request,
                cx: &Context<'_>,
                state: &mut Transaction,
            ) -> Result<(), ServiceError> {
                remove::<$identity>(state, cx, &input.$name)
            }
        }
    };
}

handlers!(
    state::User,
    user_name,
    PutUserPermissionsBoundary(PutUserPermissionsBoundaryRequest) = "iam:PutUserPermissionsBoundary",
    DeleteUserPermissionsBoundary(DeleteUserPermissionsBoundaryRequest) = "iam:DeleteUserPermissionsBoundary"
);
handlers!(
    state::Role,
    role_name,
    PutRolePermissionsBoundary(PutRolePermissionsBoundaryRequest) = "iam:PutRolePermissionsBoundary",
    DeleteRolePermissionsBoundary(DeleteRolePermissionsBoundaryRequest) = "iam:DeleteRolePermissionsBoundary"
);
