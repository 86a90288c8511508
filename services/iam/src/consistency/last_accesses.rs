//! Last accesses: they are of users and roles that are there, or of root.

use std::collections::HashSet;

use awsim_plugin::account::AccountId;
use awsim_plugin::store::View;

use crate::state::{LAST_ACCESSES, ROLES, ROOT, USERS};

pub(super) fn check(state: &View, account: AccountId) -> Result<(), String> {
    let users = state.iter(&USERS, account).map(|(_, user)| &*user.id);
    let roles = state.iter(&ROLES, account).map(|(_, role)| &*role.id);
    let here: HashSet<&str> = users.chain(roles).chain([ROOT]).collect();
    match state.iter(&LAST_ACCESSES, account).find(|((id, _), _)| !here.contains(id.as_str())) {
        Some(((id, service), _)) => Err(format!("{id:?}, which is not there, called {service}")),
        None => Ok(()),
    }
}
