//! What a user, or the root user, signs in with.

use awsim_plugin::account::AccountId;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::{Transaction, View};
use serde::{Deserialize, Serialize};

use super::{LoginProfile, ROOT_USER, Resource, User, root_user};
use crate::caller::Subject;

/// What a user, or the root user, signs in with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SignIn {
    /// The password.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub login_profile: Option<Box<LoginProfile>>,
    /// The keys of the MFA devices, in the order in which they were enabled.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mfa_devices: Vec<Box<str>>,
}

impl SignIn {
    /// Nothing to sign in with.
    pub const NONE: SignIn = SignIn { login_profile: None, mfa_devices: Vec::new() };

    /// Whether there is nothing.
    pub fn is_none(&self) -> bool {
        *self == Self::NONE
    }

    /// Whether there is a password; one that is yet to be recovered is none.
    pub(crate) fn has_password(&self) -> bool {
        self.login_profile.as_ref().is_some_and(|profile| !profile.passwords.is_empty())
    }

    /// What the subject signs in with.
    ///
    /// # Errors
    /// `NoSuchEntity` (404) if there is no such user.
    pub(crate) fn of<'v>(
        state: &'v View,
        account: AccountId,
        subject: Subject<'_>,
    ) -> Result<&'v Self, ServiceError> {
        static NONE: SignIn = SignIn::NONE;
        Ok(match subject {
            Subject::User(name) => &User::find(state, account, name)?.details.sign_in,
            Subject::Root => state.get(&ROOT_USER, account, &()).map_or(&NONE, |root| &root.sign_in),
        })
    }

    /// Changes what the subject signs in with.
    ///
    /// # Errors
    /// `NoSuchEntity` (404) if there is no such user.
    pub(crate) fn change<T>(
        state: &mut Transaction,
        account: AccountId,
        subject: Subject<'_>,
        change: impl FnOnce(&mut Self) -> T,
    ) -> Result<T, ServiceError> {
        match subject {
            Subject::User(name) => {
                User::change(state, account, name, |user| change(&mut user.details.sign_in))
            }
            Subject::Root => Ok(root_user::change(state, account, |root| change(&mut root.sign_in))),
        }
    }
}
