//! Settings of the account: all of them are such as requests can set; and tasks, which have their form.

use awsim_plugin::account::AccountId;
use awsim_plugin::consistency::demand;
use awsim_plugin::store::View;

use crate::account::properties;
use crate::service_linked_roles;
use crate::state::{
    ACCOUNT_ALIAS, ACCOUNT_PROPERTIES, DELETION_TASKS, OUTBOUND_ISSUERS, PASSWORD_POLICY, PasswordPolicy,
};
use crate::uuid;

pub(super) fn check(state: &View, account: AccountId) -> Result<(), String> {
    if let Some(alias) = state.get(&ACCOUNT_ALIAS, account, &()) {
        demand(is_alias(&alias.0), || format!("{:?} is no alias of an account", alias.0))?;
    }
    if let Some(set) = state.get(&ACCOUNT_PROPERTIES, account, &()) {
        let strange = set.0.iter().find(|(property, value)| !properties::can_be(property, value));
        demand(strange.is_none(), || format!("there is no property of the account like {strange:?}"))?;
    }
    if let Some(policy) = state.get(&PASSWORD_POLICY, account, &()) {
        demand(is_in_range(policy), || format!("no password policy can be {policy:?}"))?;
    }
    if let Some(issuer) = state.get(&OUTBOUND_ISSUERS, account, &()) {
        demand(uuid::is_one(&issuer.id), || format!("{:?} is no id of an issuer", issuer.id))?;
    }
    match state.iter(&DELETION_TASKS, account).find(|(id, _)| !service_linked_roles::is_task(id)) {
        Some((id, _)) => Err(format!("{id:?} is no id of a deletion task")),
        None => Ok(()),
    }
}

/// The pattern of `CreateAccountAlias`.
fn is_alias(alias: &str) -> bool {
    let good = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (3..=63).contains(&alias.len())
        && alias.bytes().all(good)
        && !alias.starts_with('-')
        && !alias.ends_with('-')
}

/// The ranges of `UpdateAccountPasswordPolicy`.
fn is_in_range(policy: &PasswordPolicy) -> bool {
    (6..=128).contains(&policy.minimum_length)
        && policy.max_age.is_none_or(|days| (1..=1095).contains(&days))
        && policy.reuse_prevention.is_none_or(|count| (1..=24).contains(&count))
}
