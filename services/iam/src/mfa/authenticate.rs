//! Authenticating with a device, on behalf of other services.

use awsim_plugin::account::AccountId;
use awsim_plugin::caller::Principal;
use awsim_plugin::directory::MfaRefusal;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::{Transaction, View};

use super::codes::{Clock, Codes};
use crate::arn::PARTITION;
use crate::names;
use crate::state::renamed::user_by_id;
use crate::state::{MFA_DEVICES, MfaDevice};

/// Accepts a code of one of the principal's devices, once.
///
/// # Errors
/// [`MfaRefusal`].
pub(crate) fn authenticate(
    state: &mut Transaction,
    account: AccountId,
    principal: &Principal,
    serial_number: &str,
    code: &str,
    now: Timestamp,
) -> Result<(), MfaRefusal> {
    let device =
        MfaDevice::numbered(state, PARTITION, account, serial_number).ok_or(MfaRefusal::UnknownDevice)?;
    let assignment = device.assignment.as_ref().ok_or(MfaRefusal::UnknownDevice)?;
    let owner = owner(state, account, principal).ok_or(MfaRefusal::UnknownDevice)?;
    if assignment.user.as_deref() != owner.as_deref() {
        return Err(MfaRefusal::UnknownDevice);
    }
    let codes = Codes::of(&device.seed).map_err(|_| MfaRefusal::UnknownDevice)?;
    let clock = Clock { drift: assignment.drift, last_step: assignment.last_step };
    let step = codes.verify(code, now, clock).ok_or(MfaRefusal::InvalidCode)?;
    let key = names::key(&device.name);
    state.update(&MFA_DEVICES, account, key.as_str(), |device| {
        if let Some(assignment) = &mut device.assignment {
            assignment.last_step = step;
        }
    });
    Ok(())
}

/// The key of the user that the principal is, or none in its place for root; nothing for all others, who have no
/// devices.
fn owner(state: &View, account: AccountId, principal: &Principal) -> Option<Option<String>> {
    match principal {
        Principal::Root => Some(None),
        Principal::User { id, name, .. } => {
            user_by_id(state, account, id, name).map(|user| Some(names::key(&user.name)))
        }
        Principal::RoleSession { .. } | Principal::FederatedUser { .. } | Principal::Anonymous => None,
    }
}
