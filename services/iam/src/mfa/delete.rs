//! `DeleteVirtualMFADevice`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::{check, find};
use crate::generated::operations::DeleteVirtualMFADevice;
use crate::generated::{DeleteVirtualMFADeviceRequest, ErrorCode};
use crate::state::MFA_DEVICES;
use crate::{Iam, names};

impl Handler<DeleteVirtualMFADevice> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &DeleteVirtualMFADeviceRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![check("iam:DeleteVirtualMFADevice", cx, state, &input.serial_number)])
    }

    fn call(
        &self,
        input: DeleteVirtualMFADeviceRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let device = find(state, cx, &input.serial_number)?;
        if device.assignment.is_some() {
            return Err(ErrorCode::DeleteConflict.with("MFA VirtualDevice in use. Must deactivate first."));
        }
        let key = names::key(&device.name);
        state.remove(&MFA_DEVICES, cx.account(), &key);
        Ok(())
    }
}
