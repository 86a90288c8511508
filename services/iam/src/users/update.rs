//! `UpdateUser`: a new name or path. Unique id and everything that belongs to the user stay.

use awsim_plugin::access::Access;
use awsim_plugin::account::AccountId;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use crate::generated::operations::UpdateUser;
use crate::generated::{ErrorCode, UpdateUserRequest};
use crate::moving::Moving;
use crate::state::{
    ACCESS_KEYS, Identity, MFA_DEVICES, RENAMED_USERS, Resource, USERS, User, membership, policy_usage,
};
use crate::{Iam, names};

impl Handler<UpdateUser> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &UpdateUserRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(moving(input).checks::<User>("iam:UpdateUser", cx, state, &input.user_name))
    }

    fn call(
        &self,
        input: UpdateUserRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let account = cx.account();
        let mut user = User::find(state, account, &input.user_name)?.clone();
        self.refuse_unsettled(cx, user.created, || {
            ErrorCode::EntityTemporarilyUnmodifiable
                .with(format!("User {} cannot be modified while user is being created.", user.name))
        })?;
        let old_key = names::key(&user.name);
        moving(&input).apply::<User>(state, account, &mut user.name, &mut user.path)?;
        let new_key = names::key(&user.name);
        if new_key == old_key {
            user.insert(state, account);
        } else {
            rename(state, account, user, &old_key, &new_key);
        }
        Ok(())
    }
}

fn moving(input: &UpdateUserRequest) -> Moving<'_> {
    Moving { name: input.new_user_name.as_deref(), path: input.new_path.as_deref() }
}

/// Moves a user, which has its new name already, and everything that knows it by its key.
fn rename(state: &mut Transaction, account: AccountId, user: User, old_key: &str, new_key: &str) {
    let details = user.details.clone();
    for group in &details.groups {
        membership::remove(state, account, group, old_key);
    }
    state.remove(&USERS, account, &old_key.to_owned());
    state.insert(&RENAMED_USERS, account, user.id.to_string(), new_key.into());
    policy_usage::rename(state, account, User::KIND, old_key, new_key, user.policies(), user.boundary());
    user.insert(state, account);
    for group in &details.groups {
        membership::add(state, account, group, new_key);
    }
    for id in &details.access_keys {
        state.update(&ACCESS_KEYS, account, &**id, |key| key.user = Some(new_key.into()));
    }
    for key in &details.sign_in.mfa_devices {
        state.update(&MFA_DEVICES, account, &**key, |device| {
            if let Some(assignment) = &mut device.assignment {
                assignment.user = Some(new_key.into());
            }
        });
    }
}
