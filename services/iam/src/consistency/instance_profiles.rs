//! Which role is in which instance profile: as the profiles have it, and as the roles have it.

use std::collections::BTreeSet;

use awsim_plugin::account::AccountId;
use awsim_plugin::consistency::{refuse_difference, refuse_disorder};
use awsim_plugin::store::View;

use crate::state::{INSTANCE_PROFILES, ROLES};

pub(super) fn check(state: &View, account: AccountId) -> Result<(), String> {
    let of_profiles = state
        .iter(&INSTANCE_PROFILES, account)
        .filter_map(|(profile, record)| Some((profile.as_str(), record.role.as_deref()?)))
        .collect();
    let mut of_roles = BTreeSet::new();
    for (role, record) in state.iter(&ROLES, account) {
        let profiles = record.details.instance_profiles.iter().map(|profile| &**profile);
        refuse_disorder(&format!("the instance profiles of the role {role:?}"), profiles.clone())?;
        of_roles.extend(profiles.map(|profile| (profile, role.as_str())));
    }
    refuse_difference(("the instance profiles' roles", of_profiles), ("the roles' profiles", of_roles))
}
