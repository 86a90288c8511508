//! Making what a configuration declares; see [`awsim_plugin::bootstrap`].
//!
//! Whom a declared role trusts is stored by id, as everywhere: another user of the same name is not trusted. But every
//! start makes the declaration again, as a deployment would, and with it binds its ARNs to whoever has them then; one that
//! nobody has stands as it is written.

mod access_keys;
mod policies;
mod principals;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use awsim_plugin::account::AccountId;
use awsim_plugin::bootstrap::{Bootstrap, DeclaredAccount, DeclaredPolicies};
use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::{Transaction, View};
use awsim_policy::PolicyKind;

use crate::arn::PARTITION;
use crate::generated;
use crate::policy_document::PolicyText;
use crate::policy_ref::PolicyRef;
use crate::state::{HeldPolicies, InlinePolicy, Resource};
use crate::tags::Tags;
use crate::trusted;

/// Makes everything that is declared.
///
/// # Errors
/// What cannot be made, and why.
pub(crate) fn make(
    declared: &Bootstrap,
    now: Timestamp,
    state: &mut Transaction,
) -> Result<(), ServiceError> {
    let now = now.to_the_second();
    declared.accounts.iter().try_for_each(|account| make_account(account, now, state))?;
    // Whom a role trusts may be declared after it.
    declared.accounts.iter().for_each(|account| trusted::bind(state, PARTITION, account.id));
    Ok(())
}

fn make_account(
    declared: &DeclaredAccount,
    now: Timestamp,
    state: &mut Transaction,
) -> Result<(), ServiceError> {
    let account = declared.id;
    for policy in &declared.policies {
        policies::make(state, account, policy, now).map_err(|error| within(&error, account, &policy.name))?;
    }
    for group in &declared.groups {
        principals::make_group(state, account, group, now)
            .map_err(|error| within(&error, account, &group.name))?;
    }
    for role in &declared.roles {
        principals::make_role(state, account, role, now)
            .map_err(|error| within(&error, account, &role.name))?;
    }
    for user in &declared.users {
        principals::make_user(state, account, user, now)
            .map_err(|error| within(&error, account, &user.name))?;
    }
    if let Some(key) = &declared.root {
        access_keys::make(state, account, None, key, now)
            .map_err(|error| within(&error, account, "the root user"))?;
    }
    Ok(())
}

/// The error with the place of what it is about.
fn within(error: &ServiceError, account: AccountId, name: &str) -> ServiceError {
    ServiceError {
        message: format!("bootstrap, account {account}, {name}: {}", error.message),
        ..error.clone()
    }
}

/// The policies of an identity that has these at present.
fn held(
    state: &View,
    account: AccountId,
    present: &HeldPolicies,
    declared: &DeclaredPolicies,
) -> Result<HeldPolicies, ServiceError> {
    let mut policies = present.clone();
    if let Some(arns) = &declared.managed {
        for arn in arns {
            known(state, account, arn)?;
        }
        policies.attached = arns.iter().map(|arn| arn.as_str().into()).collect();
    }
    if let Some(documents) = &declared.inline {
        let inline = documents.iter().map(|(name, document)| {
            refuse_bad_name(name)?;
            let document = PolicyText::parse(PolicyKind::Identity, document)?.into_text();
            Ok(InlinePolicy { name: name.as_str().into(), document })
        });
        policies.inline = inline.collect::<Result<_, ServiceError>>()?;
    }
    Ok(policies)
}

/// Refuses the ARN of a policy that there is not.
fn known(state: &View, account: AccountId, arn: &str) -> Result<(), ServiceError> {
    match PolicyRef::find(state, account, arn)? {
        Some(_) => Ok(()),
        None => Err(ServiceError::validation(format!("there is no policy {arn}"))),
    }
}

/// The tags, or those there are if nothing is said of them.
fn tags<R: Resource>(
    present: &Tags,
    declared: Option<&BTreeMap<String, String>>,
) -> Result<Tags, ServiceError> {
    let Some(declared) = declared else { return Ok(present.clone()) };
    let tag = |(key, value): (&String, &String)| generated::Tag { key: key.clone(), value: value.clone() };
    Tags::of_request::<R>(Some(declared.iter().map(tag).collect()))
}

/// Refuses what the API would not take as a name.
fn refuse_bad_name(name: &str) -> Result<(), ServiceError> {
    let good = |byte: u8| byte.is_ascii_alphanumeric() || b"_+=,.@-".contains(&byte);
    if (1..=128).contains(&name.len()) && name.bytes().all(good) {
        Ok(())
    } else {
        Err(ServiceError::validation("a name has 1 to 128 letters, digits and characters of _+=,.@-"))
    }
}

/// Refuses what the API would not take as a path.
fn refuse_bad_path(path: &str) -> Result<(), ServiceError> {
    let good = |byte: u8| (0x21..=0x7e).contains(&byte);
    let framed = path == "/" || path.len() > 2 && path.starts_with('/') && path.ends_with('/');
    if framed && path.len() <= 512 && path.bytes().all(good) {
        Ok(())
    } else {
        Err(ServiceError::validation(format!("the path {path:?} does not begin and end with a slash")))
    }
}
