//! `ListHandshakesForAccount`, `ListHandshakesForOrganization`.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::View;

use super::description;
use crate::generated::HandshakeFilter;
use crate::generated::operations::{ListHandshakesForAccount, ListHandshakesForOrganization};
use crate::generated::{
    ListHandshakesForAccountRequest, ListHandshakesForAccountResponse, ListHandshakesForOrganizationRequest,
    ListHandshakesForOrganizationResponse,
};
use crate::page;
use crate::state::{HANDSHAKES, Handshake, RECEIVED};
use crate::{Organizations, errors};

impl Handler<ListHandshakesForAccount> for Organizations {
    type Mode = Read;

    fn access(
        &self,
        _input: &ListHandshakesForAccountRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![Check::on_any("organizations:ListHandshakesForAccount")])
    }

    fn call(
        &self,
        input: ListHandshakesForAccountRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<ListHandshakesForAccountResponse, ServiceError> {
        let wanted = Wanted::of(input.filter.as_ref())?;
        let request =
            page::request("ListHandshakesForAccount", input.next_token.as_deref(), input.max_results)?;
        let received = state.iter_from(&RECEIVED, cx.account(), request.start());
        let page = request.fill(received.filter_map(|(id, received)| {
            let handshake = state.get(&HANDSHAKES, received.sender, id)?;
            wanted
                .takes(handshake, cx.now)
                .then(|| (id, description(state, received.sender, id, handshake, cx.now)))
        }));
        Ok(ListHandshakesForAccountResponse { handshakes: Some(page.items), next_token: page.marker })
    }
}

impl Handler<ListHandshakesForOrganization> for Organizations {
    type Mode = Read;

    fn access(
        &self,
        _input: &ListHandshakesForOrganizationRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![Check::on_any("organizations:ListHandshakesForOrganization")])
    }

    fn call(
        &self,
        input: ListHandshakesForOrganizationRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<ListHandshakesForOrganizationResponse, ServiceError> {
        let seat = self.seat::<ListHandshakesForOrganization>(&input, cx, state)?;
        let wanted = Wanted::of(input.filter.as_ref())?;
        let request =
            page::request("ListHandshakesForOrganization", input.next_token.as_deref(), input.max_results)?;
        let sent = state.iter_from(&HANDSHAKES, seat.management, request.start());
        let page = request.fill(
            sent.filter(|(_, handshake)| wanted.takes(handshake, cx.now))
                .map(|(id, handshake)| (id, description(state, seat.management, id, handshake, cx.now))),
        );
        Ok(ListHandshakesForOrganizationResponse { handshakes: Some(page.items), next_token: page.marker })
    }
}

/// Which handshakes are listed: all, those of an action, or those that are part of another.
struct Wanted<'f>(Option<&'f HandshakeFilter>);

impl<'f> Wanted<'f> {
    /// # Errors
    /// `InvalidInputException` if both an action and a parent are given.
    fn of(filter: Option<&'f HandshakeFilter>) -> Result<Self, ServiceError> {
        if filter.is_some_and(|filter| filter.action_type.is_some() && filter.parent_handshake_id.is_some()) {
            let message = "You can specify only one filter parameter for the operation.";
            return Err(errors::invalid("MAX_LIMIT_EXCEEDED_FILTER", message));
        }
        Ok(Self(filter))
    }

    fn takes(&self, handshake: &Handshake, now: Timestamp) -> bool {
        let matches = |filter: &HandshakeFilter| {
            let parent = filter.parent_handshake_id.as_deref();
            filter.action_type.is_none_or(|action| action == handshake.action)
                && (parent.is_none() || parent == handshake.subject.parent.as_deref())
        };
        handshake.is_shown(now) && self.0.is_none_or(matches)
    }
}
