//! `DeleteOrganizationalUnit`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use crate::generated::DeleteOrganizationalUnitRequest;
use crate::generated::operations::DeleteOrganizationalUnit;
use crate::seat::Seat;
use crate::state::{CHILDREN, UNITS, attachment, tree};
use crate::{Organizations, access, errors};
use std::ops::Bound;

impl Handler<DeleteOrganizationalUnit> for Organizations {
    type Mode = Write;

    fn access(
        &self,
        input: &DeleteOrganizationalUnitRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::on(
            "organizations:DeleteOrganizationalUnit",
            cx,
            state,
            &input.organizational_unit_id,
        )])
    }

    fn call(
        &self,
        input: DeleteOrganizationalUnitRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let id = &*input.organizational_unit_id;
        let seat = self.seat::<DeleteOrganizationalUnit>(&input, cx, state)?;
        if !state.contains(&UNITS, seat.management, id) {
            return Err(errors::no_such_unit());
        }
        if has_children(state, &seat, id) {
            return Err(errors::unit_not_empty());
        }
        attachment::forget(state, seat.management, id);
        tree::remove_unit(state, seat.management, id);
        Ok(())
    }
}

fn has_children(state: &View, seat: &Seat, id: &str) -> bool {
    let from = (id.to_owned(), String::new());
    let mut children = state.iter_from(&CHILDREN, seat.management, Bound::Excluded(&from));
    children.next().is_some_and(|((parent, _), ())| parent == id)
}
