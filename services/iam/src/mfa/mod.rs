//! Multi-factor authentication with virtual devices: authenticator apps that show time-based one-time passwords.

mod assignment;
pub(crate) mod authenticate;
mod codes;
mod create;
mod delete;
mod list;
mod qr_code;
mod tags;

#[cfg(test)]
mod tests;

use awsim_plugin::access::Check;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::View;

use self::codes::Codes;
use crate::access;
use crate::generated::ErrorCode;
use crate::state::{MfaDevice, Resource};

/// The device with this serial number.
///
/// # Errors
/// `NoSuchEntity` (404).
fn find<'v>(state: &'v View, cx: &Context<'_>, serial_number: &str) -> Result<&'v MfaDevice, ServiceError> {
    MfaDevice::numbered(state, cx.partition, cx.account(), serial_number)
        .ok_or_else(|| ErrorCode::NoSuchEntity.with(MfaDevice::not_found(serial_number)))
}

/// Whether codes can be made from a seed.
pub(crate) fn is_seed(seed: &str) -> bool {
    Codes::of(seed).is_ok()
}

/// A check on the device with this serial number, with its tags if there is such a device.
fn check(action: &'static str, cx: &Context<'_>, state: &View, serial_number: &str) -> Check {
    let check = Check::on(action, serial_number);
    match MfaDevice::numbered(state, cx.partition, cx.account(), serial_number) {
        Some(device) => access::with_tags(check, device),
        None => check,
    }
}
