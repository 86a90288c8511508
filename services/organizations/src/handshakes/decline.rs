//! `DeclineHandshake`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::accept::is_recipient;
use super::{description, find, refuse_ended, step};
use crate::generated::HandshakeState;
use crate::generated::operations::DeclineHandshake;
use crate::generated::{DeclineHandshakeRequest, DeclineHandshakeResponse};
use crate::state::{Party, Step};
use crate::{Organizations, access, errors};

impl Handler<DeclineHandshake> for Organizations {
    type Mode = Write;

    fn access(
        &self,
        input: &DeclineHandshakeRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::on("organizations:DeclineHandshake", cx, state, &input.handshake_id)])
    }

    fn call(
        &self,
        input: DeclineHandshakeRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<DeclineHandshakeResponse, ServiceError> {
        let mut found = find(state, cx.account(), &input.handshake_id, cx.now)?;
        // What an organization asks of itself it can only cancel.
        if found.handshake.recipient == Party::Organization || !is_recipient(cx, state, &found) {
            return Err(errors::access_denied());
        }
        refuse_ended(&found.handshake, HandshakeState::Declined, cx.now)?;
        step(state, &mut found, Step::Declined(cx.now));
        let answer = description(state, found.sender, &found.id, &found.handshake, cx.now);
        Ok(DeclineHandshakeResponse { handshake: Some(answer) })
    }
}
