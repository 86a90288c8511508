//! Credentials of which a user has a few: they are part of the user's record and known by their ids.

use awsim_plugin::account::AccountId;
use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::{Transaction, View};

use super::{ROOT_USER, Resource, RootUser, User, UserDetails};
use crate::caller::Subject;
use crate::errors;
use crate::generated::StatusType;

/// A credential in the record of its owner.
pub(crate) trait Credential: Sized {
    /// Its id.
    fn id(&self) -> &str;
    /// Those of a user.
    fn of_user(details: &UserDetails) -> &[Self];
    /// Those of a user, for changing.
    fn of_user_mut(details: &mut UserDetails) -> &mut Vec<Self>;
    /// What AWS says if the owner has none with this id.
    fn not_found(id: &str) -> ServiceError;

    /// Those of the root user, for the kinds that it can have.
    fn of_root(_root: &RootUser) -> &[Self] {
        &[]
    }

    /// Those of the root user, for changing.
    fn of_root_mut(_root: &mut RootUser) -> Option<&mut Vec<Self>> {
        None
    }
}

/// Whether a credential is to be active, for an operation that sets its status.
///
/// # Errors
/// `InvalidInput` (400) for a status that credentials come to have and nobody gives them.
pub(crate) fn asked_to_be_active(status: StatusType) -> Result<bool, ServiceError> {
    match status {
        StatusType::Active => Ok(true),
        StatusType::Inactive => Ok(false),
        StatusType::Expired => Err(errors::status_not_to_be_set(status)),
    }
}

/// The status of a credential that does not expire.
pub(crate) fn status(active: bool) -> StatusType {
    if active { StatusType::Active } else { StatusType::Inactive }
}

/// The key of a credential in a listing, oldest first and by their ids where they are equally old: it says where the listing
/// goes on even if the credential that a marker names is gone.
pub(crate) fn page_key(made: Timestamp, id: &str) -> String {
    format!("{:020}{id}", made.millis())
}

/// The credentials of a user or of root, oldest first.
///
/// # Errors
/// `NoSuchEntity` (404) without such a user.
pub(crate) fn all<'v, C: Credential>(
    state: &'v View,
    account: AccountId,
    owner: Subject<'_>,
) -> Result<&'v [C], ServiceError> {
    Ok(match owner {
        Subject::User(name) => C::of_user(&User::find(state, account, name)?.details),
        Subject::Root => state.get(&ROOT_USER, account, &()).map_or(&[], C::of_root),
    })
}

/// The credential with this id.
///
/// # Errors
/// `NoSuchEntity` (404) without such a user, or if the user has no such credential.
pub(crate) fn find<'v, C: Credential>(
    state: &'v View,
    account: AccountId,
    owner: Subject<'_>,
    id: &str,
) -> Result<&'v C, ServiceError> {
    all::<C>(state, account, owner)?.iter().find(|one| one.id() == id).ok_or_else(|| C::not_found(id))
}

/// Changes the list of credentials of a user or of root.
///
/// # Errors
/// `NoSuchEntity` (404) without such a user.
pub(crate) fn change_all<C: Credential, T: Default>(
    state: &mut Transaction,
    account: AccountId,
    owner: Subject<'_>,
    change: impl FnOnce(&mut Vec<C>) -> T,
) -> Result<T, ServiceError> {
    match owner {
        Subject::User(name) => {
            User::change(state, account, name, |user| change(C::of_user_mut(&mut user.details)))
        }
        Subject::Root => Ok(super::root_user::change(state, account, |root| {
            C::of_root_mut(root).map(change).unwrap_or_default()
        })),
    }
}

/// Changes the credential with this id.
///
/// # Errors
/// As [`find`].
pub(crate) fn change<C: Credential, T>(
    state: &mut Transaction,
    account: AccountId,
    owner: Subject<'_>,
    id: &str,
    change: impl FnOnce(&mut C) -> T,
) -> Result<T, ServiceError> {
    change_all(state, account, owner, |all: &mut Vec<C>| {
        all.iter_mut().find(|one| one.id() == id).map(change)
    })?
    .ok_or_else(|| C::not_found(id))
}

/// Removes the credential with this id.
///
/// # Errors
/// As [`find`].
pub(crate) fn remove<C: Credential>(
    state: &mut Transaction,
    account: AccountId,
    owner: Subject<'_>,
    id: &str,
) -> Result<(), ServiceError> {
    let removed = change_all(state, account, owner, |all: &mut Vec<C>| {
        let place = all.iter().position(|one| one.id() == id);
        place.map(|place| drop(all.remove(place)))
    })?;
    removed.ok_or_else(|| C::not_found(id))
}
