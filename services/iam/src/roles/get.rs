//! `GetRole`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use super::description;
use crate::generated::operations::GetRole;
use crate::generated::{GetRoleRequest, GetRoleResponse};
use crate::state::{Resource, Role};
use crate::{Iam, boundary};

impl Handler<GetRole> for Iam {
    type Mode = Read;

    fn access(&self, input: &GetRoleRequest, cx: &Context<'_>, state: &View) -> Result<Access, ServiceError> {
        Ok(vec![boundary::check::<Role>("iam:GetRole", cx, state, &input.role_name)])
    }

    fn call(
        &self,
        input: GetRoleRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<GetRoleResponse, ServiceError> {
        let role = Role::find(state, cx.account(), &input.role_name)?;
        Ok(GetRoleResponse { role: description(cx, state, role) })
    }
}
