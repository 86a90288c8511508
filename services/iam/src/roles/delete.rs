//! `DeleteRole`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use crate::generated::DeleteRoleRequest;
use crate::generated::operations::DeleteRole;
use crate::state::{Identity, ROLES, Resource, Role, last_access};
use crate::{Iam, boundary, errors, names};

impl Handler<DeleteRole> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &DeleteRoleRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![boundary::check::<Role>("iam:DeleteRole", cx, state, &input.role_name)])
    }

    fn call(
        &self,
        input: DeleteRoleRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let account = cx.account();
        let role = Role::find(state, account, &input.role_name)?;
        role.refuse_protected()?;
        if let Some(first) = what_must_go_first(role) {
            return Err(errors::delete_conflict(first));
        }
        let (id, before) = (role.id.to_string(), role.details.boundary.clone());
        boundary::moved::<Role>(state, account, &input.role_name, before.as_deref(), None);
        last_access::forget(state, account, &id);
        state.remove(&ROLES, account, &names::key(&input.role_name));
        Ok(())
    }
}

/// What keeps a role from being deleted, in the words of AWS's message.
fn what_must_go_first(role: &Role) -> Option<&'static str> {
    let details = &role.details;
    let conflicts = [
        (!details.instance_profiles.is_empty(), "remove roles from instance profile"),
        (!details.policies.inline.is_empty(), "delete policies"),
        (!details.policies.attached.is_empty(), "detach all policies"),
    ];
    conflicts.into_iter().find(|(conflicts, _)| *conflicts).map(|(_, first)| first)
}
