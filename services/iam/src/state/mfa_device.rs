//! Virtual MFA devices.

use awsim_plugin::account::AccountId;
use awsim_plugin::collection;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::View;
use serde::{Deserialize, Serialize};

use super::Resource;
use super::resource::resource;
use crate::tags::Tags;

collection! {
    /// Virtual MFA devices by path and name in lower case.
    pub static MFA_DEVICES: Collection<String, MfaDevice> = "iam"/"mfa_devices" version 1;
}

/// A virtual MFA device: an authenticator app that shares a seed with AWS.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MfaDevice {
    /// Path and name, as written but without the slash in front (`team/phone`): together they are unique.
    pub name: Box<str>,
    /// The seed in base32.
    pub seed: Box<str>,
    /// When it was made.
    pub created: Timestamp,
    /// Whose it is, if it has been enabled for somebody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignment: Option<Assignment>,
    /// The time step of the last code that was accepted before the device was last deactivated: the code stays used for
    /// whomever the device is enabled next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub used_up_to: Option<i64>,
    /// The tags.
    #[serde(default, skip_serializing_if = "Tags::is_empty")]
    pub tags: Tags,
}

/// Whose an MFA device is, and how its clock goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignment {
    /// The key of the user; none for the root user.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user: Option<Box<str>>,
    /// Since when.
    pub enabled: Timestamp,
    /// By how many time steps its clock is ahead of ours.
    #[serde(default)]
    pub drift: i64,
    /// The time step of the last code that was accepted: no code is accepted twice.
    pub last_step: i64,
}

impl MfaDevice {
    /// The device with this serial number, which is its ARN. ARNs are compared exactly.
    pub(crate) fn numbered<'v>(
        state: &'v View,
        partition: &str,
        account: AccountId,
        serial_number: &str,
    ) -> Option<&'v Self> {
        let prefix = format!("arn:{partition}:iam::{account}:{}/", Self::ARN_TYPE);
        let name = serial_number.strip_prefix(&prefix)?;
        Self::get(state, account, name).filter(|device| *device.name == *name)
    }
}

resource! {
    MfaDevice: "mfa" in MFA_DEVICES,
    name name, tags tags,
    not_found |name| format!("VirtualMFADevice with serial number {name} doesn't exist."),
    already_exists |_name| "MFADevice entity at the same path and name already exists.".to_owned(),
}
