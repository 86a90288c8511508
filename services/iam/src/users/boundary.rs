//! `PutUserPermissionsBoundary`, `DeleteUserPermissionsBoundary`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use crate::generated::operations::{DeleteUserPermissionsBoundary, PutUserPermissionsBoundary};
use crate::generated::{DeleteUserPermissionsBoundaryRequest, PutUserPermissionsBoundaryRequest};
use crate::state::{Resource, User};
use crate::{Iam, access, boundary};

impl Handler<PutUserPermissionsBoundary> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &PutUserPermissionsBoundaryRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        let check = access::on::<User>("iam:PutUserPermissionsBoundary", cx, state, &input.user_name);
        Ok(vec![check.with_string(boundary::CONDITION_KEY, Some(&*input.permissions_boundary))])
    }

    fn call(
        &self,
        input: PutUserPermissionsBoundaryRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        User::find(state, cx.account(), &input.user_name)?;
        let arn = input.permissions_boundary;
        boundary::refuse_unknown(cx, state, Some(&arn))?;
        set(state, cx, &input.user_name, Some(&arn))
    }
}

impl Handler<DeleteUserPermissionsBoundary> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &DeleteUserPermissionsBoundaryRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![boundary::check::<User>("iam:DeleteUserPermissionsBoundary", cx, state, &input.user_name)])
    }

    fn call(
        &self,
        input: DeleteUserPermissionsBoundaryRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        set(state, cx, &input.user_name, None)
    }
}

fn set(state: &mut Transaction, cx: &Context<'_>, name: &str, arn: Option<&str>) -> Result<(), ServiceError> {
    let before = User::change(state, cx.account(), name, |user| {
        std::mem::replace(&mut user.details.boundary, arn.map(Into::into))
    })?;
    boundary::moved::<User>(state, cx.account(), name, before.as_deref(), arn);
    Ok(())
}
