//! `DescribeResponsibilityTransfer`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use super::{description, find};
use crate::generated::operations::DescribeResponsibilityTransfer;
use crate::generated::{DescribeResponsibilityTransferRequest, DescribeResponsibilityTransferResponse};
use crate::seat::Seat;
use crate::{Organizations, access};

impl Handler<DescribeResponsibilityTransfer> for Organizations {
    type Mode = Read;

    fn access(
        &self,
        input: &DescribeResponsibilityTransferRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::on("organizations:DescribeResponsibilityTransfer", cx, state, &input.id)])
    }

    fn call(
        &self,
        input: DescribeResponsibilityTransferRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<DescribeResponsibilityTransferResponse, ServiceError> {
        let seat = Seat::managing(cx, state)?;
        let (target, transfer) = find(state, &seat, &input.id)?;
        let answer = description(state, &seat, target, &input.id, &transfer, cx.now);
        Ok(DescribeResponsibilityTransferResponse { responsibility_transfer: Some(answer) })
    }
}
