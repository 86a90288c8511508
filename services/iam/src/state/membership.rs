//! Who is in which group: the user's record has its groups, [`MEMBERS`] has the group's users.

use std::ops::Bound;

use awsim_plugin::account::AccountId;
use awsim_plugin::collection;
use awsim_plugin::store::{Transaction, View};

use super::{USERS, User};

collection! {
    /// The keys of group and user, for every user in a group.
    pub static MEMBERS: Collection<(String, String), ()> = "iam"/"group_members" version 1;
}

/// Puts a user into a group; nothing happens if it is in it already.
pub(crate) fn add(state: &mut Transaction, account: AccountId, group: &str, user: &str) {
    state.update(&USERS, account, user, |user| {
        if let Err(place) = user.details.groups.binary_search_by(|other| (**other).cmp(group)) {
            user.details.groups.insert(place, group.into());
        }
    });
    state.insert(&MEMBERS, account, (group.to_owned(), user.to_owned()), ());
}

/// Takes a user out of a group; nothing happens if it is not in it.
pub(crate) fn remove(state: &mut Transaction, account: AccountId, group: &str, user: &str) {
    if state.remove(&MEMBERS, account, &(group.to_owned(), user.to_owned())).is_some() {
        state.update(&USERS, account, user, |user| user.details.groups.retain(|other| **other != *group));
    }
}

/// The users in a group after the one with the key `after`, with their keys, in the order of their names.
pub(crate) fn members<'v>(
    state: &'v View,
    account: AccountId,
    group: &'v str,
    after: Option<&str>,
) -> impl Iterator<Item = (&'v str, &'v User)> + use<'v> {
    let from = (group.to_owned(), after.unwrap_or_default().to_owned());
    state
        .iter_from(&MEMBERS, account, Bound::Excluded(&from))
        .map(|((of, user), ())| (of, user.as_str()))
        .take_while(move |(of, _)| *of == group)
        .filter_map(move |(_, user)| Some((user, state.get(&USERS, account, user)?)))
}
