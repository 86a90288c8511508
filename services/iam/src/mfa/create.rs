//! `CreateVirtualMFADevice`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::shape::Blob;
use awsim_plugin::store::{Transaction, View};
use data_encoding::BASE32_NOPAD;

use super::qr_code;
use crate::generated::operations::CreateVirtualMFADevice;
use crate::generated::{
    CreateVirtualMFADeviceRequest, CreateVirtualMFADeviceResponse, ErrorCode, VirtualMFADevice,
};
use crate::quotas::refuse_more;
use crate::state::{ACCOUNT_ALIAS, MFA_DEVICES, MfaDevice, Resource};
use crate::tags::{Tags, requested};
use crate::{Iam, access, random};

/// The bytes of a seed, which base32 makes 64 characters.
const SEED: usize = 40;

/// The most characters that a serial number may have where a request names one.
const LONGEST_SERIAL_NUMBER: usize = 256;

impl Handler<CreateVirtualMFADevice> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &CreateVirtualMFADeviceRequest,
        cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        let tags = input.tags.as_deref();
        let check = |action| {
            access::on_new::<MfaDevice>(action, cx, None, &name(input)).with_request_tags(requested(tags))
        };
        let mut checks = vec![check("iam:CreateVirtualMFADevice")];
        if tags.is_some_and(|tags| !tags.is_empty()) {
            checks.push(check("iam:TagMFADevice"));
        }
        Ok(checks)
    }

    fn call(
        &self,
        input: CreateVirtualMFADeviceRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<CreateVirtualMFADeviceResponse, ServiceError> {
        let account = cx.account();
        let name = name(&input);
        let tags = Tags::of_request::<MfaDevice>(input.tags)?;
        let device = MfaDevice {
            name: name.into(),
            seed: BASE32_NOPAD.encode(&random::bytes::<SEED>()?).into(),
            created: cx.now.to_the_second(),
            assignment: None,
            used_up_to: None,
            tags,
        };
        let serial_number = device.arn(cx);
        if serial_number.len() > LONGEST_SERIAL_NUMBER {
            return Err(ErrorCode::InvalidInput.with(format!(
                "The serial number of the device would be longer than {LONGEST_SERIAL_NUMBER} characters."
            )));
        }
        MfaDevice::refuse_taken(state, account, &device.name)?;
        // "Virtual MFA devices (assigned or unassigned) in an AWS account" is bounded by the quota of users.
        refuse_more(state.count(&MFA_DEVICES, account), self.quotas().users, "VirtualMFADevicesPerAccount")?;

        let uri = qr_code::uri(
            &format!("{}@{}", input.virtual_mfa_device_name, account_name(cx, state)),
            &device.seed,
        );
        let answer = VirtualMFADevice {
            serial_number,
            base32_string_seed: Some(Blob(device.seed.as_bytes().to_vec())),
            qr_code_png: Some(Blob(qr_code::png(&uri)?)),
            tags: device.tags.to_member(),
            ..VirtualMFADevice::default()
        };
        device.insert(state, account);
        Ok(CreateVirtualMFADeviceResponse { virtual_mfa_device: answer })
    }
}

/// Path and name of the device to be made, without the slash in front.
fn name(input: &CreateVirtualMFADeviceRequest) -> String {
    let path = input.path.as_deref().unwrap_or("/");
    format!("{}{}", path.strip_prefix('/').unwrap_or(path), input.virtual_mfa_device_name)
}

/// The account as a person knows it: by its alias, if it has one.
fn account_name(cx: &Context<'_>, state: &View) -> String {
    let alias = state.get(&ACCOUNT_ALIAS, cx.account(), &());
    alias.map_or_else(|| cx.account().to_string(), |alias| alias.0.to_string())
}
