//! `UpdateResponsibilityTransfer`: a new name.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::{description, find, is_ongoing};
use crate::generated::operations::UpdateResponsibilityTransfer;
use crate::generated::{UpdateResponsibilityTransferRequest, UpdateResponsibilityTransferResponse};
use crate::seat::Seat;
use crate::state::TRANSFERS;
use crate::{Organizations, access, errors};

impl Handler<UpdateResponsibilityTransfer> for Organizations {
    type Mode = Write;

    fn access(
        &self,
        input: &UpdateResponsibilityTransferRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::on("organizations:UpdateResponsibilityTransfer", cx, state, &input.id)])
    }

    fn call(
        &self,
        input: UpdateResponsibilityTransferRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<UpdateResponsibilityTransferResponse, ServiceError> {
        let seat = Seat::managing(cx, state)?;
        let (target, mut transfer) = find(state, &seat, &input.id)?;
        // The name is of the organization that acts.
        if target != seat.management {
            return Err(errors::access_denied());
        }
        if !is_ongoing(state, target, &transfer, cx.now) {
            let message = "You cannot update this transfer because it is no longer active.";
            return Err(errors::constraint("TRANSFER_RESPONSIBILITY_UPDATE_NOT_ALLOWED", message));
        }
        transfer.name = input.name.into();
        let answer = description(state, &seat, target, &input.id, &transfer, cx.now);
        state.insert(&TRANSFERS, target, input.id, transfer);
        Ok(UpdateResponsibilityTransferResponse { responsibility_transfer: Some(answer) })
    }
}
