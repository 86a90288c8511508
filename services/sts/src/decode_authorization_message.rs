//! `DecodeAuthorizationMessage`.
//!
//! Enforcement issues the messages (see
//! [`encodes_denials`](awsim_plugin::service::ServicePlugin::encodes_denials)), and the host alone can open them. Whoever
//! decodes one learns of somebody else's request: it takes a permission, and the account whose request it was.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use crate::Sts;
use crate::generated::operations::DecodeAuthorizationMessage;
use crate::generated::{DecodeAuthorizationMessageRequest, DecodeAuthorizationMessageResponse, ErrorCode};
use crate::session;

impl Handler<DecodeAuthorizationMessage> for Sts {
    type Mode = Read;

    fn access(
        &self,
        _input: &DecodeAuthorizationMessageRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![Check::on_any("sts:DecodeAuthorizationMessage")])
    }

    fn call(
        &self,
        input: DecodeAuthorizationMessageRequest,
        cx: &Context<'_>,
        _state: &View,
    ) -> Result<DecodeAuthorizationMessageResponse, ServiceError> {
        session::refuse_unreachable(cx, "DecodeAuthorizationMessage")?;
        let decoded = cx.host.decode_authorization_message(cx.account(), &input.encoded_message, cx.now);
        let invalid = || ErrorCode::InvalidAuthorizationMessage.with("Message is not valid");
        Ok(DecodeAuthorizationMessageResponse { decoded_message: Some(decoded.ok_or_else(invalid)?) })
    }
}
