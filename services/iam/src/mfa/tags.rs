//! The tags of virtual MFA devices, which requests name by their serial numbers.

use awsim_plugin::access::Check;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::View;

use crate::state::MfaDevice;
use crate::tagging::Taggable;
use crate::tags::Tags;

impl Taggable for MfaDevice {
    const KIND: &'static str = "MFADevice";

    fn tags_mut(&mut self) -> &mut Tags {
        &mut self.tags
    }

    fn identified<'v>(
        state: &'v View,
        cx: &Context<'_>,
        serial_number: &str,
    ) -> Result<&'v Self, ServiceError> {
        super::find(state, cx, serial_number)
    }

    fn check(action: &'static str, cx: &Context<'_>, state: &View, serial_number: &str) -> Check {
        super::check(action, cx, state, serial_number)
    }
}
