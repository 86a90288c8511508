//! Login profiles: the passwords that users sign in with.
//!
//! Passwords are hashed before the transaction that keeps them, and apart from the threads that serve requests, so that
//! nobody waits for it; the transaction then checks that the profile is still the one whose salt was used.

mod change_password;
mod create;
mod delete;
mod get;
mod update;

#[cfg(test)]
mod tests;

use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::View;

use crate::access_keys::ROOT_USER_NAME;
use crate::caller::Subject;
use crate::generated::{self, ErrorCode};
use crate::state::{LoginProfile, Resource, SignIn, User};
use crate::{errors, password};

/// Whose login profile a request is about that may leave the user out. Root may do so only with the credentials of a
/// session, as `AssumeRoot` makes them.
///
/// # Errors
/// `ValidationError` (400) if the request names nobody and the caller is none of those.
fn subject<'n>(cx: &'n Context<'_>, user_name: Option<&'n str>) -> Result<Subject<'n>, ServiceError> {
    match Subject::of(cx, user_name)? {
        Subject::Root if cx.caller.session.is_none() => Err(errors::must_specify_user_name()),
        subject => Ok(subject),
    }
}

/// The name of the subject, as answers and messages have it.
fn name<'v>(state: &'v View, cx: &Context<'_>, subject: Subject<'v>) -> &'v str {
    match subject {
        Subject::User(name) => User::get(state, cx.account(), name).map_or(name, |user| &user.name),
        Subject::Root => ROOT_USER_NAME,
    }
}

/// The subject's login profile.
///
/// # Errors
/// `NoSuchEntity` (404) if there is no such user, or if it has none.
fn find<'v>(
    state: &'v View,
    cx: &Context<'_>,
    subject: Subject<'_>,
) -> Result<&'v LoginProfile, ServiceError> {
    let sign_in = SignIn::of(state, cx.account(), subject)?;
    sign_in.login_profile.as_deref().ok_or_else(|| {
        let name = name(state, cx, subject);
        ErrorCode::NoSuchEntity.with(format!("Login Profile for User {name} cannot be found."))
    })
}

/// The login profile as answers have it.
fn description(user_name: &str, profile: &LoginProfile) -> generated::LoginProfile {
    generated::LoginProfile {
        user_name: user_name.to_owned(),
        create_date: profile.created,
        password_reset_required: Some(profile.reset_required),
    }
}

/// Passwords, hashed with the salt of a login profile.
struct Hashed<const N: usize> {
    salt: Box<str>,
    hashes: [Box<str>; N],
}

impl<const N: usize> Hashed<N> {
    /// Hashes passwords for the subject's login profile.
    ///
    /// # Errors
    /// As [`find`]; `ServiceFailure`.
    async fn of(
        passwords: [&str; N],
        state: &View,
        cx: &Context<'_>,
        subject: Subject<'_>,
    ) -> Result<Self, ServiceError> {
        let salt = find(state, cx, subject)?.salt.clone();
        let hashes = password::hash::all(cx.host, passwords, &salt).await?;
        Ok(Self { salt, hashes })
    }

    /// Refuses a login profile that is not the one that the passwords were hashed for.
    ///
    /// # Errors
    /// `EntityTemporarilyUnmodifiable` (409): it was deleted and made again meanwhile.
    fn refuse_other(&self, profile: &LoginProfile, user_name: &str) -> Result<(), ServiceError> {
        if profile.salt == self.salt { Ok(()) } else { Err(being_created(user_name)) }
    }
}

/// The login profile is changing under the request's hands.
fn being_created(user_name: &str) -> ServiceError {
    ErrorCode::EntityTemporarilyUnmodifiable.with(format!(
        "Login Profile for User {user_name} cannot be modified while login profile is being created."
    ))
}
