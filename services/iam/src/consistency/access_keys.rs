//! Whose access keys there are: as the users and root have it, and as the keys have it.

use std::collections::BTreeSet;

use awsim_plugin::account::AccountId;
use awsim_plugin::consistency::refuse_difference;
use awsim_plugin::store::View;

use crate::state::{ACCESS_KEYS, ROOT_USER, USERS};

pub(super) fn check(state: &View, account: AccountId) -> Result<(), String> {
    let mut of_owners = BTreeSet::new();
    for (user, record) in state.iter(&USERS, account) {
        of_owners.extend(record.details.access_keys.iter().map(|id| (&**id, Some(user.as_str()))));
    }
    if let Some(root) = state.get(&ROOT_USER, account, &()) {
        of_owners.extend(root.access_keys.iter().map(|id| (&**id, None)));
    }
    let keys =
        state.iter(&ACCESS_KEYS, account).map(|(id, key)| (id.as_str(), key.user.as_deref())).collect();
    refuse_difference(("the users' access keys", of_owners), ("the access keys' users", keys))
}
