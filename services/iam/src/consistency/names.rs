//! Names, keys and ids: every resource stands under the key of its name, no two of a kind have the same id, and what was
//! renamed is found.

use awsim_plugin::account::AccountId;
use awsim_plugin::consistency::{demand, refuse_repetition};
use awsim_plugin::store::View;

use crate::names::{self, Path};
use crate::state::{
    CUSTOMER_POLICIES, CustomerPolicy, GROUPS, Group, INSTANCE_PROFILES, InstanceProfile, MfaDevice,
    OidcProvider, RENAMED_USERS, ROLES, Resource, Role, SERVER_CERTIFICATES, SamlProvider, ServerCertificate,
    USERS, User,
};

pub(super) fn check(state: &View, account: AccountId) -> Result<(), String> {
    keys::<User>(state, account)?;
    keys::<Group>(state, account)?;
    keys::<Role>(state, account)?;
    keys::<CustomerPolicy>(state, account)?;
    keys::<InstanceProfile>(state, account)?;
    keys::<ServerCertificate>(state, account)?;
    keys::<MfaDevice>(state, account)?;
    keys::<OidcProvider>(state, account)?;
    keys::<SamlProvider>(state, account)?;
    ids(state, account)?;
    renamed(state, account)
}

fn keys<R: Resource>(state: &View, account: AccountId) -> Result<(), String> {
    for (key, resource) in state.iter(R::collection(), account) {
        let (kind, name) = (R::ARN_TYPE, resource.name());
        demand(*key == names::key(name), || format!("the {kind} {name:?} stands under the key {key:?}"))?;
        let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_graphic());
        demand(is_name, || format!("the {kind} {key:?} has a name that none can have"))?;
        demand(is_path(resource.path()), || {
            format!("the {kind} {key:?} has the path {:?}, which is none", resource.path().as_str())
        })?;
    }
    Ok(())
}

fn is_path(path: &Path) -> bool {
    let path = path.as_str();
    path.starts_with('/') && path.ends_with('/') && path.bytes().all(|byte| byte.is_ascii_graphic())
}

fn ids(state: &View, account: AccountId) -> Result<(), String> {
    macro_rules! distinct {
        ($($what:literal: $collection:ident),*) => {
            $(refuse_repetition(
                concat!($what, " with the id"),
                state.iter(&$collection, account).map(|(_, resource)| &*resource.id),
            )?;)*
        };
    }
    distinct! {
        "users": USERS, "groups": GROUPS, "roles": ROLES, "policies": CUSTOMER_POLICIES,
        "instance profiles": INSTANCE_PROFILES, "server certificates": SERVER_CERTIFICATES
    }
    Ok(())
}

fn renamed(state: &View, account: AccountId) -> Result<(), String> {
    let is_there = |id: &str, key: &str| state.get(&USERS, account, key).is_some_and(|user| *user.id == *id);
    match state.iter(&RENAMED_USERS, account).find(|(id, key)| !is_there(id, key)) {
        Some((id, key)) => Err(format!("the user {id:?} was renamed to {key:?}, and is not there")),
        None => Ok(()),
    }
}
