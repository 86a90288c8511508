//! Trust policies: they can be read, and the users and roles that are told apart in them are told once.

use awsim_plugin::account::AccountId;
use awsim_plugin::consistency::{demand, refuse_repetition};
use awsim_plugin::store::View;
use awsim_policy::{Policy, PolicyKind};

use crate::roles::SESSION_DURATIONS;
use crate::state::ROLES;

pub(super) fn check(state: &View, account: AccountId) -> Result<(), String> {
    for (key, role) in state.iter(&ROLES, account) {
        Policy::parse_stored(PolicyKind::Trust, &role.trust_policy)
            .map_err(|error| format!("the trust policy of the role {key:?} is none: {error}"))?;
        let trusted = role.details.trusted.iter().map(|principal| &principal.id);
        refuse_repetition(&format!("principals that the role {key:?} trusts,"), trusted)?;
        demand(SESSION_DURATIONS.contains(&role.max_session_duration), || {
            format!("no session of the role {key:?} can last {} seconds", role.max_session_duration)
        })?;
    }
    Ok(())
}
