//! Login profiles: the hashes are hashes, or nobody could sign in with any password.

use awsim_plugin::account::AccountId;
use awsim_plugin::consistency::demand;
use awsim_plugin::store::View;

use crate::password::hash;
use crate::state::{LoginProfile, ROOT_USER, USERS};

pub(super) fn check(state: &View, account: AccountId) -> Result<(), String> {
    for (key, user) in state.iter(&USERS, account) {
        if let Some(profile) = &user.details.sign_in.login_profile {
            demand(is_sound(profile) && !profile.passwords.is_empty(), || {
                format!("the login profile of the user {key:?} is damaged")
            })?;
        }
    }
    let of_root = state.get(&ROOT_USER, account, &()).and_then(|root| root.sign_in.login_profile.as_deref());
    demand(of_root.is_none_or(is_sound), || "the login profile of the root user is damaged".to_owned())
}

fn is_sound(profile: &LoginProfile) -> bool {
    hash::is_salt(&profile.salt)
        && profile.passwords.len() <= LoginProfile::LONGEST_HISTORY
        && profile.passwords.iter().all(|password| hash::is_hash(password))
}
