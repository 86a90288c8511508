//! `DeleteUser`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use crate::generated::DeleteUserRequest;
use crate::generated::operations::DeleteUser;
use crate::names;
use crate::state::{RENAMED_USERS, Resource, USERS, User, last_access};
use crate::{Iam, access, boundary, errors};

impl Handler<DeleteUser> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &DeleteUserRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::on::<User>("iam:DeleteUser", cx, state, &input.user_name)])
    }

    fn call(
        &self,
        input: DeleteUserRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let account = cx.account();
        let user = User::find(state, account, &input.user_name)?;
        if let Some(first) = what_must_go_first(user) {
            return Err(errors::delete_conflict(first));
        }
        let (id, before) = (user.id.to_string(), user.details.boundary.clone());
        boundary::moved::<User>(state, account, &input.user_name, before.as_deref(), None);
        last_access::forget(state, account, &id);
        state.remove(&RENAMED_USERS, account, &id);
        state.remove(&USERS, account, &names::key(&input.user_name));
        Ok(())
    }
}

/// What keeps a user from being deleted, in the words of AWS's message.
fn what_must_go_first(user: &User) -> Option<&'static str> {
    let details = &user.details;
    let has_referenced_objects =
        !details.ssh_public_keys.is_empty() || !details.service_specific_credentials.is_empty();
    let conflicts = [
        (!details.access_keys.is_empty(), "delete access keys"),
        (details.sign_in.login_profile.is_some(), "delete login profile"),
        (!details.sign_in.mfa_devices.is_empty(), "delete MFA device"),
        (!details.signing_certificates.is_empty(), "delete certificates"),
        (!details.groups.is_empty(), "remove users from group"),
        (!details.policies.inline.is_empty(), "delete policies"),
        (!details.policies.attached.is_empty(), "detach all policies"),
        (has_referenced_objects, "remove referenced objects"),
    ];
    conflicts.into_iter().find(|(conflicts, _)| *conflicts).map(|(_, first)| first)
}
