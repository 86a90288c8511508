//! Long-term access keys of users and of the root user.

mod create;
mod delete;
mod last_used;
mod list;
mod update;

#[cfg(test)]
mod tests;

use awsim_plugin::account::AccountId;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::{Transaction, View};

use crate::caller::Subject;
use crate::errors;
use crate::names;
use crate::state::{ACCESS_KEYS, AccessKey, ROOT_USER, Resource, User, root_user};

/// What stands for the name of the root user where the model requires one.
pub(crate) const ROOT_USER_NAME: &str = "root";

/// The ids of the access keys of a user or of root, oldest first.
///
/// # Errors
/// `NoSuchEntity` (404) if there is no such user.
fn ids<'v>(
    state: &'v View,
    account: AccountId,
    subject: Subject<'_>,
) -> Result<&'v [Box<str>], ServiceError> {
    Ok(match subject {
        Subject::User(name) => &User::find(state, account, name)?.details.access_keys,
        Subject::Root => state.get(&ROOT_USER, account, &()).map_or(&[], |root| &*root.access_keys),
    })
}

/// Changes the list of ids of a user or of root.
fn change_ids(
    state: &mut Transaction,
    account: AccountId,
    subject: Subject<'_>,
    change: impl FnOnce(&mut Vec<Box<str>>),
) -> Result<(), ServiceError> {
    match subject {
        Subject::User(name) => {
            User::change(state, account, name, |user| change(&mut user.details.access_keys))
        }
        Subject::Root => {
            root_user::change(state, account, |root| change(&mut root.access_keys));
            Ok(())
        }
    }
}

/// The access key with this id, if it belongs to the user or root.
///
/// # Errors
/// `NoSuchEntity` (404) if there is no such user, or the key is not its.
fn find<'v>(
    cx: &Context<'_>,
    state: &'v View,
    subject: Subject<'_>,
    id: &str,
) -> Result<&'v AccessKey, ServiceError> {
    let account = cx.account();
    if let Subject::User(name) = subject {
        User::find(state, account, name)?;
    }
    let owner = match subject {
        Subject::User(name) => Some(names::key(name)),
        Subject::Root => None,
    };
    let key = state.get(&ACCESS_KEYS, account, id).filter(|key| key.user.as_deref() == owner.as_deref());
    key.ok_or_else(|| errors::no_such_access_key(id))
}
