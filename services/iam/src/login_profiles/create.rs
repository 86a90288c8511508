//! `CreateLoginProfile`.

use async_trait::async_trait;
use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::AsyncHandler;
use awsim_plugin::store::{Store, Transaction, View, transact};

use super::{description, name, subject};
use crate::Iam;
use crate::caller::Subject;
use crate::generated::operations::CreateLoginProfile;
use crate::generated::{CreateLoginProfileRequest, CreateLoginProfileResponse, ErrorCode};
use crate::password::{hash, rules};
use crate::state::{LoginProfile, PasswordPolicy, SignIn};

#[async_trait]
impl AsyncHandler<CreateLoginProfile> for Iam {
    fn access(
        &self,
        input: &CreateLoginProfileRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![subject(cx, input.user_name.as_deref())?.check("iam:CreateLoginProfile", cx, state)])
    }

    async fn call(
        &self,
        input: CreateLoginProfileRequest,
        cx: &Context<'_>,
        decided: &View,
        store: &dyn Store,
    ) -> Result<CreateLoginProfileResponse, ServiceError> {
        let subject = subject(cx, input.user_name.as_deref())?;
        let password = password(subject, input.password.as_deref())?;
        refuse(decided, cx, subject, password)?;

        let salt = hash::new_salt()?;
        let passwords = match password {
            Some(password) => Vec::from(hash::all(cx.host, [password], &salt).await?),
            None => Vec::new(),
        };
        let now = cx.now.to_the_second();
        let profile = LoginProfile {
            created: now,
            password_set: now,
            reset_required: input.password_reset_required.unwrap_or_default(),
            salt,
            passwords,
        };
        let login_profile = transact(store, |state: &mut Transaction| {
            refuse(state, cx, subject, password)?;
            let answer = description(name(state, cx, subject), &profile);
            SignIn::change(state, cx.account(), subject, |sign_in| {
                sign_in.login_profile = Some(Box::new(profile));
            })?;
            Ok(answer)
        })
        .await?;
        Ok(CreateLoginProfileResponse { login_profile })
    }
}

/// The password of the request: users need one, root must not have one, as it is to recover its own.
fn password<'i>(subject: Subject<'_>, password: Option<&'i str>) -> Result<Option<&'i str>, ServiceError> {
    match (subject, password) {
        (Subject::User(_), Some(_)) | (Subject::Root, None) => Ok(password),
        (Subject::User(_), None) => Err(ServiceError::validation("Password is required.")),
        (Subject::Root, Some(_)) => {
            Err(ServiceError::validation("Password must be omitted for the root user."))
        }
    }
}

/// Refuses a login profile that cannot be made.
///
/// # Errors
/// `NoSuchEntity` (404), `EntityAlreadyExists` (409), `PasswordPolicyViolation` (400).
fn refuse(
    state: &View,
    cx: &Context<'_>,
    subject: Subject<'_>,
    password: Option<&str>,
) -> Result<(), ServiceError> {
    if SignIn::of(state, cx.account(), subject)?.login_profile.is_some() {
        let name = name(state, cx, subject);
        return Err(
            ErrorCode::EntityAlreadyExists.with(format!("Login Profile for user {name} already exists."))
        );
    }
    match password {
        Some(password) => rules::refuse_weak(PasswordPolicy::of(state, cx.account()), password),
        None => Ok(()),
    }
}
