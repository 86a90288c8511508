//! Owners: an address is that of one account.

use awsim_plugin::consistency::refuse_repetition;
use awsim_plugin::store::View;

use crate::state::OWNERS;

pub(super) fn check(state: &View) -> Result<(), String> {
    let owners = state.accounts(&OWNERS).filter_map(|account| state.get(&OWNERS, account, &()));
    refuse_repetition("accounts with the address", owners.map(|owner| owner.email.to_ascii_lowercase()))
}
