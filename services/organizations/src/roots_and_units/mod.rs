//! Roots and organizational units, and where everything is in the tree.

mod children;
mod create;
mod delete;
mod describe;
mod list;
mod parents;
mod policy_types;
mod roots;
mod update;

#[cfg(test)]
mod tests;

pub(crate) use policy_types::needs_service;
pub(crate) use roots::NAME as ROOT_NAME;

use awsim_plugin::error::ServiceError;
use awsim_plugin::store::View;

use crate::errors;
use crate::generated;
use crate::seat::Seat;
use crate::state::{Organization, UNITS, Unit, tree};

/// A unit as answers have it.
fn description(
    state: &View,
    seat: &Seat,
    organization: &Organization,
    id: &str,
    unit: &Unit,
) -> generated::OrganizationalUnit {
    generated::OrganizationalUnit {
        id: Some(id.to_owned()),
        arn: Some(seat.arns().unit(id)),
        name: Some(unit.name.to_string()),
        path: Some(tree::path(state, seat.management, organization, id)),
    }
}

/// Refuses a name that a sibling has.
///
/// # Errors
/// `DuplicateOrganizationalUnitException`.
fn refuse_taken(state: &View, seat: &Seat, parent: &str, name: &str) -> Result<(), ServiceError> {
    let mut siblings = tree::children(state, seat.management, parent, false, None);
    let taken =
        siblings.any(|id| state.get(&UNITS, seat.management, id).is_some_and(|unit| *unit.name == *name));
    if taken { Err(errors::duplicate_unit()) } else { Ok(()) }
}

/// Refuses an id that is neither the root's nor a unit's.
///
/// # Errors
/// `ParentNotFoundException`.
fn refuse_unknown_parent(state: &View, seat: &Seat, parent: &str) -> Result<(), ServiceError> {
    let organization = seat.record(state)?;
    let known = tree::container(state, seat.management, organization, parent).is_some();
    if known { Ok(()) } else { Err(errors::no_such_parent()) }
}
