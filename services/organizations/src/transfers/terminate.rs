//! `TerminateResponsibilityTransfer`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::{dates, description, find, status};
use crate::generated::ResponsibilityTransferStatus;
use crate::generated::operations::TerminateResponsibilityTransfer;
use crate::generated::{TerminateResponsibilityTransferRequest, TerminateResponsibilityTransferResponse};
use crate::seat::Seat;
use crate::state::TRANSFERS;
use crate::{Organizations, access, errors};

impl Handler<TerminateResponsibilityTransfer> for Organizations {
    type Mode = Write;

    fn access(
        &self,
        input: &TerminateResponsibilityTransferRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::on("organizations:TerminateResponsibilityTransfer", cx, state, &input.id)])
    }

    fn call(
        &self,
        input: TerminateResponsibilityTransferRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<TerminateResponsibilityTransferResponse, ServiceError> {
        let seat = Seat::managing(cx, state)?;
        let (target, mut transfer) = find(state, &seat, &input.id)?;
        match status(state, target, &transfer, cx.now) {
            ResponsibilityTransferStatus::Accepted => {}
            ResponsibilityTransferStatus::Withdrawn => return Err(errors::transfer_already_ended()),
            _ => return Err(errors::invalid_transfer_transition()),
        }
        if let Some(end) = input.end_timestamp {
            dates::refuse_end(end, cx.now)?;
        }
        transfer.ends = Some(input.end_timestamp.unwrap_or_else(|| dates::end_of_month(cx.now)));
        let answer = description(state, &seat, target, &input.id, &transfer, cx.now);
        state.insert(&TRANSFERS, target, input.id, transfer);
        Ok(TerminateResponsibilityTransferResponse { responsibility_transfer: Some(answer) })
    }
}
