//! Who is in which group: as the users have it, and as the groups have it.

use std::collections::BTreeSet;

use awsim_plugin::account::AccountId;
use awsim_plugin::consistency::{refuse_difference, refuse_disorder};
use awsim_plugin::store::View;

use crate::state::{GROUPS, MEMBERS, USERS};

pub(super) fn check(state: &View, account: AccountId) -> Result<(), String> {
    let mut of_users = BTreeSet::new();
    for (user, record) in state.iter(&USERS, account) {
        let groups = record.details.groups.iter().map(|group| &**group);
        refuse_disorder(&format!("the groups of the user {user:?}"), groups.clone())?;
        for group in groups {
            if !state.contains(&GROUPS, account, group) {
                return Err(format!("the user {user:?} is in the group {group:?}, which is not there"));
            }
            of_users.insert((group, user.as_str()));
        }
    }
    let of_groups =
        state.iter(&MEMBERS, account).map(|((group, user), ())| (group.as_str(), user.as_str())).collect();
    refuse_difference(("the users' groups", of_users), ("the groups' users", of_groups))
}
