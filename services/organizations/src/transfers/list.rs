//! `ListInboundResponsibilityTransfers`, `ListOutboundResponsibilityTransfers`.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use super::description;
use crate::generated::operations::{ListInboundResponsibilityTransfers, ListOutboundResponsibilityTransfers};
use crate::generated::{
    ListInboundResponsibilityTransfersRequest, ListInboundResponsibilityTransfersResponse,
    ListOutboundResponsibilityTransfersRequest, ListOutboundResponsibilityTransfersResponse,
};
use crate::page;
use crate::seat::Seat;
use crate::state::{OUTBOUND, TRANSFERS};
use crate::{Organizations, access, errors};

impl Handler<ListInboundResponsibilityTransfers> for Organizations {
    type Mode = Read;

    fn access(
        &self,
        _input: &ListInboundResponsibilityTransfersRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::with_direction(
            Check::on_any("organizations:ListInboundResponsibilityTransfers"),
            true,
        )])
    }

    fn call(
        &self,
        input: ListInboundResponsibilityTransfersRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<ListInboundResponsibilityTransfersResponse, ServiceError> {
        let seat = Seat::managing(cx, state)?;
        let wanted = input.id.as_deref();
        if wanted.is_some_and(|id| !state.contains(&TRANSFERS, seat.management, id)) {
            return Err(errors::no_such_transfer());
        }
        let request = page::request(
            "ListInboundResponsibilityTransfers",
            input.next_token.as_deref(),
            input.max_results,
        )?;
        let page = request.fill(
            state
                .iter_from(&TRANSFERS, seat.management, request.start())
                .filter(|(id, _)| wanted.is_none_or(|wanted| wanted == id.as_str()))
                .map(|(id, transfer)| (id, description(state, &seat, seat.management, id, transfer, cx.now))),
        );
        Ok(ListInboundResponsibilityTransfersResponse {
            responsibility_transfers: Some(page.items),
            next_token: page.marker,
        })
    }
}

impl Handler<ListOutboundResponsibilityTransfers> for Organizations {
    type Mode = Read;

    fn access(
        &self,
        _input: &ListOutboundResponsibilityTransfersRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::with_direction(
            Check::on_any("organizations:ListOutboundResponsibilityTransfers"),
            false,
        )])
    }

    fn call(
        &self,
        input: ListOutboundResponsibilityTransfersRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<ListOutboundResponsibilityTransfersResponse, ServiceError> {
        let seat = Seat::managing(cx, state)?;
        let request = page::request(
            "ListOutboundResponsibilityTransfers",
            input.next_token.as_deref(),
            input.max_results,
        )?;
        let page = request.fill(state.iter_from(&OUTBOUND, seat.management, request.start()).filter_map(
            |(id, target)| {
                let transfer = state.get(&TRANSFERS, *target, id)?;
                Some((id, description(state, &seat, *target, id, transfer, cx.now)))
            },
        ));
        Ok(ListOutboundResponsibilityTransfersResponse {
            responsibility_transfers: Some(page.items),
            next_token: page.marker,
        })
    }
}
