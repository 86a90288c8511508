//! Tags of whatever has some: the root, units, accounts, policies, the resource policy, transfers.

mod handlers;

#[cfg(test)]
mod tests;

use awsim_plugin::account::AccountId;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::{Transaction, View};

use crate::errors;
use crate::seat::Seat;
use crate::state::{ACCOUNTS, ORGANIZATIONS, POLICIES, RESOURCE_POLICIES, TRANSFERS, Transfer, UNITS};
use crate::tags::Tags;

/// Whose tags they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TagsOf<'i> {
    Root,
    Unit(&'i str),
    Account(&'i str),
    Policy(&'i str),
    ResourcePolicy,
    Transfer(AccountId, &'i str),
}

impl<'i> TagsOf<'i> {
    /// What has this id and tags, in an organization.
    pub(crate) fn find(state: &View, seat: &Seat, id: &'i str) -> Option<Self> {
        let management = seat.management;
        let policy = state.get(&RESOURCE_POLICIES, management, &());
        if *seat.root == *id {
            Some(Self::Root)
        } else if state.contains(&UNITS, management, id) {
            Some(Self::Unit(id))
        } else if state.contains(&ACCOUNTS, management, id) {
            Some(Self::Account(id))
        } else if state.contains(&POLICIES, management, id) {
            Some(Self::Policy(id))
        } else if policy.is_some_and(|policy| *policy.id == *id) {
            Some(Self::ResourcePolicy)
        } else {
            Transfer::find(state, management, id).map(|(target, _)| Self::Transfer(target, id))
        }
    }

    /// The tags.
    pub(crate) fn tags<'v>(self, state: &'v View, seat: &Seat) -> Option<&'v Tags> {
        let management = seat.management;
        match self {
            Self::Root => state.get(&ORGANIZATIONS, management, &()).map(|root| &root.root_tags),
            Self::Unit(id) => state.get(&UNITS, management, id).map(|unit| &unit.tags),
            Self::Account(id) => state.get(&ACCOUNTS, management, id).map(|account| &account.tags),
            Self::Policy(id) => state.get(&POLICIES, management, id).map(|policy| &policy.tags),
            Self::ResourcePolicy => state.get(&RESOURCE_POLICIES, management, &()).map(|policy| &policy.tags),
            Self::Transfer(target, id) => state.get(&TRANSFERS, target, id).map(|transfer| &transfer.tags),
        }
    }

    /// Changes the tags.
    ///
    /// # Errors
    /// Those of `change`.
    fn change(
        self,
        state: &mut Transaction,
        seat: &Seat,
        change: impl FnOnce(&mut Tags) -> Result<(), ServiceError>,
    ) -> Result<(), ServiceError> {
        let management = seat.management;
        let changed = match self {
            Self::Root => state.update(&ORGANIZATIONS, management, &(), |root| change(&mut root.root_tags)),
            Self::Unit(id) => state.update(&UNITS, management, id, |unit| change(&mut unit.tags)),
            Self::Account(id) => state.update(&ACCOUNTS, management, id, |account| change(&mut account.tags)),
            Self::Policy(id) => state.update(&POLICIES, management, id, |policy| change(&mut policy.tags)),
            Self::ResourcePolicy => {
                state.update(&RESOURCE_POLICIES, management, &(), |policy| change(&mut policy.tags))
            }
            Self::Transfer(target, id) => {
                state.update(&TRANSFERS, target, id, |transfer| change(&mut transfer.tags))
            }
        };
        changed.unwrap_or(Ok(()))
    }
}

/// What has this id.
///
/// # Errors
/// `TargetNotFoundException`.
fn find<'i>(state: &View, seat: &Seat, id: &'i str) -> Result<TagsOf<'i>, ServiceError> {
    TagsOf::find(state, seat, id).ok_or_else(errors::no_such_target)
}
