//! `DeleteServiceLinkedRole`.
//!
//! AWS asks the service whether it still uses the role. The services behind these roles are not here, so nothing can
//! use one: every deletion succeeds, and has succeeded when it is answered.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::PATH_PREFIX;
use crate::generated::operations::DeleteServiceLinkedRole;
use crate::generated::{DeleteServiceLinkedRoleRequest, DeleteServiceLinkedRoleResponse, ErrorCode};
use crate::state::{
    IdentityKind, PolicyUse, ROLES, Resource, Role, deletion_task, last_access, policy_usage,
};
use crate::{Iam, access, names, uuid};

impl Handler<DeleteServiceLinkedRole> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &DeleteServiceLinkedRoleRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::on::<Role>("iam:DeleteServiceLinkedRole", cx, state, &input.role_name)])
    }

    fn call(
        &self,
        input: DeleteServiceLinkedRoleRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<DeleteServiceLinkedRoleResponse, ServiceError> {
        let account = cx.account();
        let role = Role::find(state, account, &input.role_name)?;
        if !role.path.has_prefix(Some(PATH_PREFIX)) {
            // The operation knows service-linked roles only.
            return Err(ErrorCode::NoSuchEntity.with(Role::not_found(&input.role_name)));
        }
        let task = format!("task{}{}/{}", role.path, role.name, uuid::new()?);
        let (key, id) = (names::key(&role.name), role.id.to_string());
        for policy in role.details.policies.attached.clone() {
            policy_usage::remove(state, account, &policy, PolicyUse::Attachment, IdentityKind::Role, &key);
        }
        last_access::forget(state, account, &id);
        state.remove(&ROLES, account, &key);
        deletion_task::add(state, account, &task, cx.now.to_the_second());
        Ok(DeleteServiceLinkedRoleResponse { deletion_task_id: task })
    }
}
