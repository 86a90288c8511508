//! `DescribeOrganizationalUnit`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use super::description;
use crate::generated::operations::DescribeOrganizationalUnit;
use crate::generated::{DescribeOrganizationalUnitRequest, DescribeOrganizationalUnitResponse};
use crate::state::UNITS;
use crate::{Organizations, access, errors};

impl Handler<DescribeOrganizationalUnit> for Organizations {
    type Mode = Read;

    fn access(
        &self,
        input: &DescribeOrganizationalUnitRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::on(
            "organizations:DescribeOrganizationalUnit",
            cx,
            state,
            &input.organizational_unit_id,
        )])
    }

    fn call(
        &self,
        input: DescribeOrganizationalUnitRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<DescribeOrganizationalUnitResponse, ServiceError> {
        let id = &*input.organizational_unit_id;
        let seat = self.seat::<DescribeOrganizationalUnit>(&input, cx, state)?;
        let unit = state.get(&UNITS, seat.management, id).ok_or_else(errors::no_such_unit)?;
        let answer = description(state, &seat, seat.record(state)?, id, unit);
        Ok(DescribeOrganizationalUnitResponse { organizational_unit: Some(answer) })
    }
}
