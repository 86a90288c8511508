//! `DescribeOrganization`.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use super::description;
use crate::Organizations;
use crate::generated::DescribeOrganizationResponse;
use crate::generated::operations::DescribeOrganization;
use crate::seat::Seat;

impl Handler<DescribeOrganization> for Organizations {
    type Mode = Read;

    fn access(&self, _input: &(), _cx: &Context<'_>, _state: &View) -> Result<Access, ServiceError> {
        Ok(vec![Check::on_any("organizations:DescribeOrganization")])
    }

    fn call(
        &self,
        _input: (),
        cx: &Context<'_>,
        state: &View,
    ) -> Result<DescribeOrganizationResponse, ServiceError> {
        let seat = Seat::of(cx, state)?;
        let organization = description(state, seat.management, seat.record(state)?);
        Ok(DescribeOrganizationResponse { organization: Some(organization) })
    }
}
