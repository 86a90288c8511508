//! `CancelHandshake`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::{all_features, description, find, refuse_ended, step};
use crate::generated::HandshakeState;
use crate::generated::operations::CancelHandshake;
use crate::generated::{CancelHandshakeRequest, CancelHandshakeResponse};
use crate::state::Step;
use crate::{Organizations, access, errors};

impl Handler<CancelHandshake> for Organizations {
    type Mode = Write;

    fn access(
        &self,
        input: &CancelHandshakeRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::on("organizations:CancelHandshake", cx, state, &input.handshake_id)])
    }

    fn call(
        &self,
        input: CancelHandshakeRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<CancelHandshakeResponse, ServiceError> {
        let mut found = find(state, cx.account(), &input.handshake_id, cx.now)?;
        if found.sender != cx.account() {
            return Err(errors::access_denied());
        }
        refuse_ended(&found.handshake, HandshakeState::Canceled, cx.now)?;
        step(state, &mut found, Step::Canceled(cx.now));
        all_features::cancel_parts(state, found.sender, &found.id, cx.now);
        let answer = description(state, found.sender, &found.id, &found.handshake, cx.now);
        Ok(CancelHandshakeResponse { handshake: Some(answer) })
    }
}
