//! Tags: in order, none twice, no more than there can be.

use awsim_plugin::account::AccountId;
use awsim_plugin::store::View;

use crate::state::{
    CustomerPolicy, InstanceProfile, MfaDevice, OidcProvider, Resource, Role, SamlProvider,
    ServerCertificate, User,
};

pub(super) fn check(state: &View, account: AccountId) -> Result<(), String> {
    of::<User>(state, account)?;
    of::<Role>(state, account)?;
    of::<CustomerPolicy>(state, account)?;
    of::<InstanceProfile>(state, account)?;
    of::<ServerCertificate>(state, account)?;
    of::<MfaDevice>(state, account)?;
    of::<OidcProvider>(state, account)?;
    of::<SamlProvider>(state, account)
}

fn of<R: Resource>(state: &View, account: AccountId) -> Result<(), String> {
    match state.iter(R::collection(), account).find(|(_, resource)| !resource.tags().are_sound(R::TAG_KEYS)) {
        Some((key, _)) => Err(format!("the {} {key:?} has tags that no request gives it", R::ARN_TYPE)),
        None => Ok(()),
    }
}
