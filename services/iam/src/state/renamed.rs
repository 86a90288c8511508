//! Users that were renamed: whoever knows a user by its unique id and former name finds it here.

use awsim_plugin::account::AccountId;
use awsim_plugin::collection;
use awsim_plugin::store::View;

use super::{Resource, USERS, User};

collection! {
    /// The keys of users that were ever renamed, by unique id.
    pub static RENAMED_USERS: Collection<String, Box<str>> = "iam"/"renamed_users" version 1;
}

/// The user with this unique id, which had this name once and may have it still.
pub(crate) fn user_by_id<'v>(state: &'v View, account: AccountId, id: &str, name: &str) -> Option<&'v User> {
    let has_id = |user: &&User| *user.id == *id;
    User::get(state, account, name).filter(has_id).or_else(|| {
        let key = state.get(&RENAMED_USERS, account, id)?;
        state.get(&USERS, account, &**key).filter(has_id)
    })
}
