//! `ChangePassword`: a user replaces its own password. An expired one too: that an administrator must do it (hard expiry)
//! holds for the console only (`PasswordPolicy` in the API reference).

use async_trait::async_trait;
use awsim_plugin::access::Access;
use awsim_plugin::caller::Principal;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::AsyncHandler;
use awsim_plugin::store::{Store, Transaction, View, transact};

use super::{Hashed, being_created, find, name};
use crate::Iam;
use crate::account::password_policy;
use crate::caller::Subject;
use crate::generated::operations::ChangePassword;
use crate::generated::{ChangePasswordRequest, ErrorCode};
use crate::password::rules;
use crate::state::{LoginProfile, PasswordPolicy, SignIn};

#[async_trait]
impl AsyncHandler<ChangePassword> for Iam {
    fn access(
        &self,
        _input: &ChangePasswordRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        let check = calling_user(cx)?.check("iam:ChangePassword", cx, state);
        Ok(vec![check.permitted_by(password_policy::grant(cx, state))])
    }

    async fn call(
        &self,
        input: ChangePasswordRequest,
        cx: &Context<'_>,
        decided: &View,
        store: &dyn Store,
    ) -> Result<(), ServiceError> {
        let user = calling_user(cx)?;
        let passwords = [input.old_password.as_str(), input.new_password.as_str()];
        let hashed = Hashed::of(passwords, decided, cx, user).await?;
        transact(store, |state: &mut Transaction| {
            let profile = find(state, cx, user)?;
            let user_name = name(state, cx, user);
            self.refuse_unsettled(cx, profile.created, || being_created(user_name))?;
            hashed.refuse_other(profile, user_name)?;
            let [old, new] = hashed.hashes;
            if !profile.has_password(&old) {
                return Err(wrong_password());
            }
            let policy = PasswordPolicy::of(state, cx.account());
            rules::refuse_weak(policy, &input.new_password)?;
            rules::refuse_reused(policy, profile, &new)?;
            let change = |profile: &mut LoginProfile| {
                profile.set_password(new, cx.now.to_the_second());
                profile.reset_required = false;
            };
            SignIn::change(state, cx.account(), user, |sign_in| {
                sign_in.login_profile.as_deref_mut().map(change);
            })
        })
        .await
    }
}

/// The user that is calling.
///
/// # Errors
/// `InvalidUserType` (400) if the caller is no user.
fn calling_user<'c>(cx: &'c Context<'_>) -> Result<Subject<'c>, ServiceError> {
    match &cx.caller.principal {
        Principal::User { name, .. } => Ok(Subject::User(name)),
        _ => Err(ErrorCode::InvalidUserType.with("Only IAM Users can change their own password")),
    }
}

/// The old password is not the one in force. The model has no error for it.
fn wrong_password() -> ServiceError {
    ServiceError::sender("AccessDenied", 403, "The old password was incorrect.")
}
