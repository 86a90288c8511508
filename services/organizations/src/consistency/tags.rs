//! Tags: in order, none twice, no more than there can be.

use awsim_plugin::account::AccountId;
use awsim_plugin::consistency::demand;
use awsim_plugin::store::View;

use crate::state::{ACCOUNTS, Organization, POLICIES, RESOURCE_POLICIES, TRANSFERS, UNITS};
use crate::tags::Tags;

pub(super) fn check(state: &View, management: AccountId, organization: &Organization) -> Result<(), String> {
    sound(&organization.root_id, &organization.root_tags)?;
    state.iter(&UNITS, management).try_for_each(|(id, unit)| sound(id, &unit.tags))?;
    state.iter(&ACCOUNTS, management).try_for_each(|(id, account)| sound(id, &account.tags))?;
    state.iter(&POLICIES, management).try_for_each(|(id, policy)| sound(id, &policy.tags))?;
    state.iter(&TRANSFERS, management).try_for_each(|(id, transfer)| sound(id, &transfer.tags))?;
    let resource_policy = state.get(&RESOURCE_POLICIES, management, &());
    resource_policy.map_or(Ok(()), |policy| sound(&policy.id, &policy.tags))
}

fn sound(id: &str, tags: &Tags) -> Result<(), String> {
    demand(tags.are_sound(), || format!("{id:?} has tags that no request gives it"))
}
