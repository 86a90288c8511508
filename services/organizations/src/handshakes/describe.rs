//! `DescribeHandshake`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use super::{description, find};
use crate::generated::operations::DescribeHandshake;
use crate::generated::{DescribeHandshakeRequest, DescribeHandshakeResponse};
use crate::{Organizations, access};

impl Handler<DescribeHandshake> for Organizations {
    type Mode = Read;

    fn access(
        &self,
        input: &DescribeHandshakeRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::on("organizations:DescribeHandshake", cx, state, &input.handshake_id)])
    }

    fn call(
        &self,
        input: DescribeHandshakeRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<DescribeHandshakeResponse, ServiceError> {
        let found = find(state, cx.account(), &input.handshake_id, cx.now)?;
        let answer = description(state, found.sender, &found.id, &found.handshake, cx.now);
        Ok(DescribeHandshakeResponse { handshake: Some(answer) })
    }
}
