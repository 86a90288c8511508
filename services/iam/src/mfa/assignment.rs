//! Whose a device is: `EnableMFADevice`, `ResyncMFADevice`, `DeactivateMFADevice`, `GetMFADevice`.

use awsim_plugin::access::Access;
use awsim_plugin::caller::Principal;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read, Write};
use awsim_plugin::store::{Transaction, View};

use super::codes::Codes;
use super::find;
use crate::access_keys::ROOT_USER_NAME;
use crate::caller::Subject;
use crate::generated::operations::{DeactivateMFADevice, EnableMFADevice, GetMFADevice, ResyncMFADevice};
use crate::generated::{
    DeactivateMFADeviceRequest, EnableMFADeviceRequest, ErrorCode, GetMFADeviceRequest, GetMFADeviceResponse,
    ResyncMFADeviceRequest,
};
use crate::quotas::refuse_more;
use crate::state::{Assignment, MFA_DEVICES, MfaDevice, Resource, SignIn, User};
use crate::{Iam, names};

impl Handler<EnableMFADevice> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &EnableMFADeviceRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![named(cx, state, &input.user_name).check("iam:EnableMFADevice", cx, state)])
    }

    fn call(
        &self,
        input: EnableMFADeviceRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let subject = named(cx, state, &input.user_name);
        let count = SignIn::of(state, cx.account(), subject)?.mfa_devices.len();
        let device = find(state, cx, &input.serial_number)?;
        self.refuse_unsettled(cx, device.created, || {
            ErrorCode::EntityTemporarilyUnmodifiable.with(format!(
                "MFA device {} cannot be enabled while it is being created.",
                input.serial_number
            ))
        })?;
        if device.assignment.is_some() {
            return Err(ErrorCode::EntityAlreadyExists.with("MFA Device is already in use."));
        }
        refuse_more(count, self.quotas().mfa_devices_per_user, "MFADevicesPerUser")?;
        let codes = [input.authentication_code1.as_str(), input.authentication_code2.as_str()];
        let clock = Codes::of(&device.seed)?
            .synchronize(codes, cx.now, device.used_up_to)
            .ok_or_else(invalid_code)?;

        let user = match subject {
            Subject::User(name) => Some(names::key(name).into()),
            Subject::Root => None,
        };
        let enabled = cx.now.to_the_second();
        let assignment = Assignment { user, enabled, drift: clock.drift, last_step: clock.last_step };
        let key = names::key(&device.name);
        assign(state, cx, &key, assignment);
        SignIn::change(state, cx.account(), subject, |sign_in| sign_in.mfa_devices.push(key.into()))
    }
}

impl Handler<ResyncMFADevice> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &ResyncMFADeviceRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![named(cx, state, &input.user_name).check("iam:ResyncMFADevice", cx, state)])
    }

    fn call(
        &self,
        input: ResyncMFADeviceRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let subject = named(cx, state, &input.user_name);
        let (key, device, assignment) = assigned(state, cx, subject, &input.serial_number)?;
        let codes = [input.authentication_code1.as_str(), input.authentication_code2.as_str()];
        let clock = Codes::of(&device.seed)?
            .synchronize(codes, cx.now, Some(assignment.last_step))
            .ok_or_else(invalid_code)?;
        let assignment = Assignment { drift: clock.drift, last_step: clock.last_step, ..assignment.clone() };
        assign(state, cx, &key, assignment);
        Ok(())
    }
}

impl Handler<DeactivateMFADevice> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &DeactivateMFADeviceRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![deactivated(cx, state, input)?.check("iam:DeactivateMFADevice", cx, state)])
    }

    fn call(
        &self,
        input: DeactivateMFADeviceRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let subject = deactivated(cx, state, &input)?;
        let (key, _, assignment) = assigned(state, cx, subject, &input.serial_number)?;
        self.refuse_unsettled(cx, assignment.enabled, || {
            ErrorCode::EntityTemporarilyUnmodifiable.with(format!(
                "MFA device {} cannot be deactivated while it is being enabled.",
                input.serial_number
            ))
        })?;
        let used_up_to = Some(assignment.last_step);
        state.update(&MFA_DEVICES, cx.account(), key.as_str(), |device| {
            device.assignment = None;
            device.used_up_to = used_up_to;
        });
        SignIn::change(state, cx.account(), subject, |sign_in| {
            sign_in.mfa_devices.retain(|other| **other != *key);
        })
    }
}

impl Handler<GetMFADevice> for Iam {
    type Mode = Read;

    fn access(
        &self,
        input: &GetMFADeviceRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![Subject::of(cx, input.user_name.as_deref())?.check("iam:GetMFADevice", cx, state)])
    }

    /// Certifications are known of FIDO security keys only, which nobody can register without a browser.
    fn call(
        &self,
        input: GetMFADeviceRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<GetMFADeviceResponse, ServiceError> {
        let subject = Subject::of(cx, input.user_name.as_deref())?;
        let (_, device, assignment) = assigned(state, cx, subject, &input.serial_number)?;
        let user_name = match subject {
            Subject::User(name) => User::find(state, cx.account(), name)?.name.to_string(),
            Subject::Root => ROOT_USER_NAME.to_owned(),
        };
        Ok(GetMFADeviceResponse {
            user_name: Some(user_name),
            serial_number: device.arn(cx),
            enable_date: Some(assignment.enabled),
            certifications: None,
        })
    }
}

/// Whom a request means that must name a user: root goes by the name `root`, unless a user is called so.
fn named<'n>(cx: &Context<'_>, state: &View, user_name: &'n str) -> Subject<'n> {
    let is_root = cx.caller.principal == Principal::Root
        && user_name == ROOT_USER_NAME
        && User::get(state, cx.account(), user_name).is_none();
    if is_root { Subject::Root } else { Subject::User(user_name) }
}

/// Whose device is to be deactivated.
fn deactivated<'n>(
    cx: &'n Context<'_>,
    state: &View,
    input: &'n DeactivateMFADeviceRequest,
) -> Result<Subject<'n>, ServiceError> {
    match &input.user_name {
        Some(name) => Ok(named(cx, state, name)),
        None => Subject::of(cx, None),
    }
}

/// The subject's device with this serial number, and its key.
///
/// # Errors
/// `NoSuchEntity` (404) if there is no such user or device, or if it is not the user's.
fn assigned<'v>(
    state: &'v View,
    cx: &Context<'_>,
    subject: Subject<'_>,
    serial_number: &str,
) -> Result<(String, &'v MfaDevice, &'v Assignment), ServiceError> {
    let devices = &SignIn::of(state, cx.account(), subject)?.mfa_devices;
    let device = find(state, cx, serial_number)?;
    let key = names::key(&device.name);
    match &device.assignment {
        Some(assignment) if devices.iter().any(|own| **own == *key) => Ok((key, device, assignment)),
        _ => Err(ErrorCode::NoSuchEntity.with("MFA Device invalid for user.")),
    }
}

/// Says whose the device with this key is.
fn assign(state: &mut Transaction, cx: &Context<'_>, key: &str, assignment: Assignment) {
    state.update(&MFA_DEVICES, cx.account(), key, |device| device.assignment = Some(assignment));
}

fn invalid_code() -> ServiceError {
    ErrorCode::InvalidAuthenticationCode.with("Authentication code for device is not valid")
}
