//! `PutRolePermissionsBoundary`, `DeleteRolePermissionsBoundary`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use crate::generated::operations::{DeleteRolePermissionsBoundary, PutRolePermissionsBoundary};
use crate::generated::{DeleteRolePermissionsBoundaryRequest, PutRolePermissionsBoundaryRequest};
use crate::state::{Resource, Role};
use crate::{Iam, access, boundary};

impl Handler<PutRolePermissionsBoundary> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &PutRolePermissionsBoundaryRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        let check = access::on::<Role>("iam:PutRolePermissionsBoundary", cx, state, &input.role_name);
        Ok(vec![check.with_string(boundary::CONDITION_KEY, Some(&*input.permissions_boundary))])
    }

    fn call(
        &self,
        input: PutRolePermissionsBoundaryRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        Role::find(state, cx.account(), &input.role_name)?;
        let arn = input.permissions_boundary;
        boundary::refuse_unknown(cx, state, Some(&arn))?;
        set(state, cx, &input.role_name, Some(&arn))
    }
}

impl Handler<DeleteRolePermissionsBoundary> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &DeleteRolePermissionsBoundaryRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![boundary::check::<Role>("iam:DeleteRolePermissionsBoundary", cx, state, &input.role_name)])
    }

    fn call(
        &self,
        input: DeleteRolePermissionsBoundaryRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        set(state, cx, &input.role_name, None)
    }
}

fn set(state: &mut Transaction, cx: &Context<'_>, name: &str, arn: Option<&str>) -> Result<(), ServiceError> {
    let before = Role::change(state, cx.account(), name, |role| {
        std::mem::replace(&mut role.details.boundary, arn.map(Into::into))
    })?;
    boundary::moved::<Role>(state, cx.account(), name, before.as_deref(), arn);
    Ok(())
}
