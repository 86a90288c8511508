//! Names, keys and ids: every resource stands under the key of its name, and no two identities have the same id.

use std::collections::HashSet;

use awsim_plugin::account::AccountId;
use awsim_plugin::store::View;

use crate::names;
use crate::state::{
    CustomerPolicy, Group, Identity, InstanceProfile, RENAMED_USERS, Resource, Role, ServerCertificate,
    USERS, User,
};

pub(super) fn check(state: &View, account: AccountId) -> Result<(), String> {
    keys::<User>(state, account)?;
    keys::<Group>(state, account)?;
    keys::<Role>(state, account)?;
    keys::<CustomerPolicy>(state, account)?;
    keys::<InstanceProfile>(state, account)?;
    keys::<ServerCertificate>(state, account)?;
    ids::<User>(state, account)?;
    ids::<Group>(state, account)?;
    ids::<Role>(state, account)?;
    renamed(state, account)
}

fn keys<R: Resource>(state: &View, account: AccountId) -> Result<(), String> {
    match state.iter(R::collection(), account).find(|(key, resource)| **key != names::key(resource.name())) {
        Some((key, resource)) => {
            Err(format!("the {} {:?} stands under the key {key:?}", R::ARN_TYPE, resource.name()))
        }
        None => Ok(()),
    }
}

fn ids<I: Identity>(state: &View, account: AccountId) -> Result<(), String> {
    let mut seen = HashSet::new();
    match state.iter(I::collection(), account).find(|(_, identity)| !seen.insert(identity.id())) {
        Some((key, identity)) => {
            Err(format!("the {} {key:?} has the id {:?} of another", I::ARN_TYPE, identity.id()))
        }
        None => Ok(()),
    }
}

fn renamed(state: &View, account: AccountId) -> Result<(), String> {
    let is_there = |id: &str, key: &str| state.get(&USERS, account, key).is_some_and(|user| *user.id == *id);
    match state.iter(&RENAMED_USERS, account).find(|(id, key)| !is_there(id, key)) {
        Some((id, key)) => Err(format!("the user {id:?} was renamed to {key:?}, and is not there")),
        None => Ok(()),
    }
}
