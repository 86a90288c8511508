//! `DescribeAccount`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use super::find;
use crate::generated::operations::DescribeAccount;
use crate::generated::{DescribeAccountRequest, DescribeAccountResponse};
use crate::{Organizations, access};

impl Handler<DescribeAccount> for Organizations {
    type Mode = Read;

    fn access(
        &self,
        input: &DescribeAccountRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::on("organizations:DescribeAccount", cx, state, &input.account_id)])
    }

    fn call(
        &self,
        input: DescribeAccountRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<DescribeAccountResponse, ServiceError> {
        let seat = self.seat::<DescribeAccount>(&input, cx, state)?;
        let account = find(state, &seat, &input.account_id)?;
        let answer = self.description(state, &seat, seat.record(state)?, account, cx.now);
        Ok(DescribeAccountResponse { account: Some(answer) })
    }
}
