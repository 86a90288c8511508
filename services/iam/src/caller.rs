//! Operations that mean the caller if a request names no user.

use awsim_plugin::access::Check;
use awsim_plugin::caller::Principal;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::View;

use crate::state::User;
use crate::{access, arn, errors};

/// Whom a request is about whose `UserName` may be absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Subject<'n> {
    /// The user of this name.
    User(&'n str),
    /// The root user of the account, who has no name.
    Root,
}

impl<'n> Subject<'n> {
    /// The user that the request names, or the caller.
    ///
    /// # Errors
    /// `ValidationError` (400) if the request names nobody and the caller is neither a user nor root.
    pub(crate) fn of(cx: &'n Context<'_>, user_name: Option<&'n str>) -> Result<Self, ServiceError> {
        match (user_name, &cx.caller.principal) {
            (Some(name), _) => Ok(Self::User(name)),
            (None, Principal::User { name, .. }) => Ok(Self::User(name)),
            (None, Principal::Root) => Ok(Self::Root),
            (None, _) => Err(errors::must_specify_user_name()),
        }
    }

    /// The user that the request names, or the caller, for operations on what the root user cannot have.
    ///
    /// # Errors
    /// `ValidationError` (400) if the request names nobody and the caller is no user.
    pub(crate) fn user(cx: &'n Context<'_>, user_name: Option<&'n str>) -> Result<Self, ServiceError> {
        Self::user_name(cx, user_name).map(Self::User)
    }

    /// The name of [`user`](Self::user).
    ///
    /// # Errors
    /// As [`user`](Self::user).
    pub(crate) fn user_name(
        cx: &'n Context<'_>,
        user_name: Option<&'n str>,
    ) -> Result<&'n str, ServiceError> {
        match Self::of(cx, user_name)? {
            Self::User(name) => Ok(name),
            Self::Root => Err(errors::must_specify_user_name()),
        }
    }

    /// A check on the user, or on root.
    pub(crate) fn check(self, action: &'static str, cx: &Context<'_>, state: &View) -> Check {
        match self {
            Self::User(name) => access::on::<User>(action, cx, state, name),
            Self::Root => Check::on(action, arn::root(cx)),
        }
    }
}
