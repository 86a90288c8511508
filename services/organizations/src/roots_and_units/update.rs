//! `UpdateOrganizationalUnit`: a new name.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::{description, refuse_taken};
use crate::generated::operations::UpdateOrganizationalUnit;
use crate::generated::{UpdateOrganizationalUnitRequest, UpdateOrganizationalUnitResponse};
use crate::state::UNITS;
use crate::{Organizations, access, errors};

impl Handler<UpdateOrganizationalUnit> for Organizations {
    type Mode = Write;

    fn access(
        &self,
        input: &UpdateOrganizationalUnitRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::on(
            "organizations:UpdateOrganizationalUnit",
            cx,
            state,
            &input.organizational_unit_id,
        )])
    }

    fn call(
        &self,
        input: UpdateOrganizationalUnitRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<UpdateOrganizationalUnitResponse, ServiceError> {
        let seat = self.seat::<UpdateOrganizationalUnit>(&input, cx, state)?;
        let id = input.organizational_unit_id;
        let mut unit = state.get(&UNITS, seat.management, &*id).ok_or_else(errors::no_such_unit)?.clone();
        if let Some(name) = input.name.filter(|name| **name != *unit.name) {
            refuse_taken(state, &seat, &unit.parent, &name)?;
            unit.name = name.into();
            state.insert(&UNITS, seat.management, id.clone(), unit.clone());
        }
        let answer = description(state, &seat, seat.record(state)?, &id, &unit);
        Ok(UpdateOrganizationalUnitResponse { organizational_unit: Some(answer) })
    }
}
