//! `CreateOrganizationalUnit`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::{description, refuse_taken, refuse_unknown_parent};
use crate::attachments;
use crate::generated::operations::CreateOrganizationalUnit;
use crate::generated::{CreateOrganizationalUnitRequest, CreateOrganizationalUnitResponse};
use crate::seat::Seat;
use crate::state::{UNITS, Unit, tree};
use crate::tags::Tags;
use crate::{Organizations, access, errors, ids};

impl Handler<CreateOrganizationalUnit> for Organizations {
    type Mode = Write;

    fn access(
        &self,
        input: &CreateOrganizationalUnitRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(access::making(
            access::on("organizations:CreateOrganizationalUnit", cx, state, &input.parent_id),
            input.tags.as_deref(),
        ))
    }

    fn call(
        &self,
        input: CreateOrganizationalUnitRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<CreateOrganizationalUnitResponse, ServiceError> {
        let seat = self.seat::<CreateOrganizationalUnit>(&input, cx, state)?;
        let tags = Tags::of_request(input.tags)?;
        refuse_unknown_parent(state, &seat, &input.parent_id)?;
        refuse_taken(state, &seat, &input.parent_id, &input.name)?;
        self.refuse_deeper(state, &seat, &input.parent_id)?;
        if state.count(&UNITS, seat.management) >= self.quotas().units as usize {
            let message = "You have exceeded the maximum number of organizational units.";
            return Err(errors::constraint("OU_NUMBER_LIMIT_EXCEEDED", message));
        }
        let id = ids::new_unit(&seat.root)?;
        let unit = Unit { name: input.name.into(), parent: input.parent_id.into(), created: cx.now, tags };
        tree::insert_unit(state, seat.management, id.clone(), unit.clone());
        attachments::attach_defaults(state, &seat, &id, cx.now)?;
        let answer = description(state, &seat, seat.record(state)?, &id, &unit);
        Ok(CreateOrganizationalUnitResponse { organizational_unit: Some(answer) })
    }
}

impl Organizations {
    /// Refuses one more level of units.
    ///
    /// # Errors
    /// `ConstraintViolationException`.
    fn refuse_deeper(&self, state: &View, seat: &Seat, parent: &str) -> Result<(), ServiceError> {
        // The root is in the way too, and no unit.
        let above = tree::way_to(state, seat.management, &seat.root, parent).len() - 1;
        if above < self.quotas().unit_depth as usize {
            return Ok(());
        }
        let message = "You cannot add an organizational unit to the specified parent because it would exceed the max depth allowed.";
        Err(errors::constraint("OU_DEPTH_LIMIT_EXCEEDED", message))
    }
}
