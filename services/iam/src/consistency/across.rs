//! What no two accounts have in common: what is looked for in all of them, and answers for one.

use awsim_plugin::consistency::refuse_repetition;
use awsim_plugin::store::{Collection, Key, View};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::state::{ACCESS_KEYS, ACCOUNT_ALIAS, DELEGATION_REQUESTS, OUTBOUND_ISSUERS, ROLES, USERS};

pub(super) fn check(state: &View) -> Result<(), String> {
    refuse_repetition("access keys", everywhere(state, &ACCESS_KEYS).map(|(id, _)| id))?;
    refuse_repetition("users with the id", everywhere(state, &USERS).map(|(_, user)| &user.id))?;
    refuse_repetition("roles with the id", everywhere(state, &ROLES).map(|(_, role)| &role.id))?;
    refuse_repetition(
        "accounts with the alias",
        everywhere(state, &ACCOUNT_ALIAS).map(|(_, alias)| &alias.0),
    )?;
    refuse_repetition(
        "accounts with the issuer",
        everywhere(state, &OUTBOUND_ISSUERS).map(|(_, issuer)| &issuer.id),
    )?;
    refuse_repetition("delegation requests", everywhere(state, &DELEGATION_REQUESTS).map(|(id, _)| id))
}

/// The values of all accounts.
fn everywhere<'v, K, V>(
    state: &'v View,
    collection: &'static Collection<K, V>,
) -> impl Iterator<Item = (&'v K, &'v V)>
where
    K: Key,
    V: Serialize + DeserializeOwned + Clone + Send + Sync + 'static,
{
    state.accounts(collection).flat_map(move |account| state.iter(collection, account))
}
