//! `ListMFADevices`, `ListVirtualMFADevices`.

use awsim_plugin::access::Check;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::View;

use crate::access_keys::ROOT_USER_NAME;
use crate::caller::Subject;
use crate::generated::operations::{ListMFADevices, ListVirtualMFADevices};
use crate::generated::{
    self, AssignmentStatusType, ListMFADevicesResponse, ListVirtualMFADevicesResponse, MFADevice,
    VirtualMFADevice,
};
use crate::listing::list_handler;
use crate::pagination::{Page, PageRequest};
use crate::state::{Assignment, MFA_DEVICES, MfaDevice, Resource, SignIn, USERS, User};
use crate::users;

list_handler!(
    ListMFADevices -> ListMFADevicesResponse { mfa_devices },
    |input, cx, state| Subject::of(cx, input.user_name.as_deref())?.check("iam:ListMFADevices", cx, state),
    |request| of_subject(state, cx, request, Subject::of(cx, input.user_name.as_deref())?)?
);

list_handler!(
    ListVirtualMFADevices -> ListVirtualMFADevicesResponse { virtual_mfa_devices },
    |_input, _cx, _state| Check::on_any("iam:ListVirtualMFADevices"),
    |request| of_account(_state, _cx, request, _input.assignment_status)
);

/// A page of the devices of a user or of root.
fn of_subject(
    state: &View,
    cx: &Context<'_>,
    request: &PageRequest<'_>,
    subject: Subject<'_>,
) -> Result<Page<MFADevice>, ServiceError> {
    let user_name = match subject {
        Subject::User(name) => &*User::find(state, cx.account(), name)?.name,
        Subject::Root => ROOT_USER_NAME,
    };
    let mut keys: Vec<&str> =
        SignIn::of(state, cx.account(), subject)?.mfa_devices.iter().map(|key| &**key).collect();
    keys.sort_unstable();
    Ok(request.cut(keys.into_iter().filter_map(|key| {
        let device = state.get(&MFA_DEVICES, cx.account(), key)?;
        let metadata = MFADevice {
            user_name: user_name.to_owned(),
            serial_number: device.arn(cx),
            enable_date: device.assignment.as_ref()?.enabled,
        };
        Some((key, metadata))
    })))
}

/// A page of the account's devices, assigned to somebody or not, as is asked for.
fn of_account(
    state: &View,
    cx: &Context<'_>,
    request: &PageRequest<'_>,
    status: Option<AssignmentStatusType>,
) -> Page<VirtualMFADevice> {
    let is_wanted = |device: &MfaDevice| match status {
        Some(AssignmentStatusType::Assigned) => device.assignment.is_some(),
        Some(AssignmentStatusType::Unassigned) => device.assignment.is_none(),
        Some(AssignmentStatusType::Any) | None => true,
    };
    let devices = state.iter(&MFA_DEVICES, cx.account()).filter(|(_, device)| is_wanted(device));
    request.cut(devices.map(|(key, device)| (key, summary(cx, state, device))))
}

/// The device as listings have it: without seed and tags.
fn summary(cx: &Context<'_>, state: &View, device: &MfaDevice) -> VirtualMFADevice {
    let assignment = device.assignment.as_ref();
    VirtualMFADevice {
        serial_number: device.arn(cx),
        user: assignment.and_then(|assignment| owner(cx, state, assignment)),
        enable_date: assignment.map(|assignment| assignment.enabled),
        ..VirtualMFADevice::default()
    }
}

fn owner(cx: &Context<'_>, state: &View, assignment: &Assignment) -> Option<generated::User> {
    match assignment.user.as_deref() {
        Some(key) => state.get(&USERS, cx.account(), key).map(|user| users::summary(cx, user)),
        None => Some(users::root(cx, state)),
    }
}
