//! `UpdateLoginProfile`: an administrator gives a user a new password, or has it choose one.

use async_trait::async_trait;
use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::AsyncHandler;
use awsim_plugin::store::{Store, Transaction, View, transact};

use super::{Hashed, being_created, find, name};
use crate::caller::Subject;
use crate::generated::UpdateLoginProfileRequest;
use crate::generated::operations::UpdateLoginProfile;
use crate::password::rules;
use crate::state::{LoginProfile, PasswordPolicy, SignIn, User};
use crate::{Iam, access};

#[async_trait]
impl AsyncHandler<UpdateLoginProfile> for Iam {
    fn access(
        &self,
        input: &UpdateLoginProfileRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::on::<User>("iam:UpdateLoginProfile", cx, state, &input.user_name)])
    }

    async fn call(
        &self,
        input: UpdateLoginProfileRequest,
        cx: &Context<'_>,
        decided: &View,
        store: &dyn Store,
    ) -> Result<(), ServiceError> {
        let subject = Subject::User(&input.user_name);
        let hashed = match &input.password {
            Some(password) => Some(Hashed::of([password], decided, cx, subject).await?),
            None => None,
        };
        transact(store, |state: &mut Transaction| {
            let profile = find(state, cx, subject)?;
            let user_name = name(state, cx, subject);
            self.refuse_unsettled(cx, profile.created, || being_created(user_name))?;
            if let (Some(hashed), Some(password)) = (&hashed, &input.password) {
                hashed.refuse_other(profile, user_name)?;
                let policy = PasswordPolicy::of(state, cx.account());
                rules::refuse_weak(policy, password)?;
                rules::refuse_reused(policy, profile, &hashed.hashes[0])?;
            }
            let change = |profile: &mut LoginProfile| {
                if let Some(Hashed { hashes: [hash], .. }) = hashed {
                    profile.set_password(hash, cx.now.to_the_second());
                }
                profile.reset_required = input.password_reset_required.unwrap_or(profile.reset_required);
            };
            SignIn::change(state, cx.account(), subject, |sign_in| {
                sign_in.login_profile.as_deref_mut().map(change);
            })
        })
        .await
    }
}
