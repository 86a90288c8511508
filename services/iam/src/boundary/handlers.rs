//! The operations, for users and roles alike.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::operation::Operation;
use awsim_plugin::store::{Transaction, View};

use super::{CONDITION_KEY, check, put, remove};
use crate::access::{self, action};
use crate::generated::operations::*;
use crate::{Iam, state};

/// Writes the two handlers of one kind of identity.
macro_rules! handlers {
    (
        $identity:ty, $name:ident,
        $put:ident,
        $delete:ident
    ) => {
        impl Handler<$put> for Iam {
            type Mode = Write;

            fn access(
                &self,
                input: &<$put as Operation>::Input,
                cx: &Context<'_>,
                state: &View,
            ) -> Result<Access, ServiceError> {
                let check = access::on::<$identity>(action!($put), cx, state, &input.$name);
                Ok(vec![check.with_string(CONDITION_KEY, Some(&*input.permissions_boundary))])
            }

            fn call(
                &self,
                input: <$put as Operation>::Input,
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
                input: &<$delete as Operation>::Input,
                cx: &Context<'_>,
                state: &View,
            ) -> Result<Access, ServiceError> {
                Ok(vec![check::<$identity>(action!($delete), cx, state, &input.$name)])
            }

            fn call(
                &self,
                input: <$delete as Operation>::Input,
                cx: &Context<'_>,
                state: &mut Transaction,
            ) -> Result<(), ServiceError> {
                remove::<$identity>(state, cx, &input.$name)
            }
        }
    };
}

handlers!(state::User, user_name, PutUserPermissionsBoundary, DeleteUserPermissionsBoundary);
handlers!(state::Role, role_name, PutRolePermissionsBoundary, DeleteRolePermissionsBoundary);
