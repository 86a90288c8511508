//! Whose MFA devices there are: as the users and root have it, and as the devices have it; and that their seeds make
//! codes.

use std::collections::BTreeSet;

use awsim_plugin::account::AccountId;
use awsim_plugin::consistency::{demand, refuse_difference};
use awsim_plugin::store::View;

use crate::mfa;
use crate::state::{MFA_DEVICES, ROOT_USER, USERS};

pub(super) fn check(state: &View, account: AccountId) -> Result<(), String> {
    for (key, device) in state.iter(&MFA_DEVICES, account) {
        demand(mfa::is_seed(&device.seed), || format!("the seed of the MFA device {key:?} is damaged"))?;
    }
    let mut of_owners = BTreeSet::new();
    for (user, record) in state.iter(&USERS, account) {
        let devices = &record.details.sign_in.mfa_devices;
        of_owners.extend(devices.iter().map(|key| (&**key, Some(user.as_str()))));
    }
    if let Some(root) = state.get(&ROOT_USER, account, &()) {
        of_owners.extend(root.sign_in.mfa_devices.iter().map(|key| (&**key, None)));
    }
    let assigned = state.iter(&MFA_DEVICES, account).filter_map(|(key, device)| {
        let assignment = device.assignment.as_ref()?;
        Some((key.as_str(), assignment.user.as_deref()))
    });
    refuse_difference(("the users' MFA devices", of_owners), ("the MFA devices' users", assigned.collect()))
}
