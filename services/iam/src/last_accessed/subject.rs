//! What a report is about: the policies that grant services, and the users and roles that could use them.

use std::collections::BTreeSet;

use awsim_plugin::account::AccountId;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::View;
use awsim_policy::{Policy, PolicyKind};

use crate::arn::PolicyArn;
use crate::entity::Entity;
use crate::errors;
use crate::generated::ErrorCode;
use crate::names;
use crate::policy_ref::PolicyRef;
use crate::state::{IdentityKind, PolicyUse, membership, policy_usage};

/// A user, group, role or managed policy.
#[derive(Clone, Copy)]
pub(super) enum Subject<'v> {
    /// A user, group or role.
    Entity(Entity<'v>),
    /// A managed policy and its ARN.
    Policy(PolicyRef<'v>, &'v str),
}

impl<'v> Subject<'v> {
    /// The user, group, role or managed policy with this ARN.
    ///
    /// # Errors
    /// `InvalidInput` (400) for other ARNs; `NoSuchEntity` (404) if there is none; `ValidationError` (400) if the text is
    /// no ARN.
    pub(super) fn find(state: &'v View, account: AccountId, arn: &'v str) -> Result<Self, ServiceError> {
        match PolicyArn::parse(arn)? {
            Some(_) => PolicyRef::find(state, account, arn)?
                .map(|policy| Self::Policy(policy, arn))
                .ok_or_else(|| errors::no_such_policy(arn)),
            None => Entity::find(state, account, arn).map(Self::Entity),
        }
    }

    /// The policies that grant services: of a user also those of the user's groups. Boundaries do not count.
    ///
    /// # Errors
    /// `PolicyEvaluation` (500) if one cannot be read.
    pub(super) fn policies(self, state: &View, account: AccountId) -> Result<Vec<Policy>, ServiceError> {
        match self {
            Self::Policy(policy, arn) => {
                let document =
                    policy.default_document().ok_or_else(|| unreadable(arn, "it has no default version"))?;
                Ok(vec![parse(arn, &document)?])
            }
            Self::Entity(entity) => {
                let mut policies = Vec::new();
                for holder in entity.with_groups(state, account) {
                    collect(&mut policies, state, account, holder)?;
                }
                Ok(policies)
            }
        }
    }

    /// The users and roles that could use what is granted, each once: the members of a group, whoever a policy is
    /// attached to and the members of groups that it is attached to.
    pub(super) fn principals(self, state: &'v View, account: AccountId) -> Vec<Entity<'v>> {
        match self {
            Self::Entity(Entity::Group(group)) => {
                let key = names::key(&group.name);
                members(state, account, &key).iter().filter_map(|key| user(state, account, key)).collect()
            }
            Self::Entity(entity) => vec![entity],
            Self::Policy(_, arn) => {
                let attached =
                    |kind| policy_usage::holders(state, account, arn, PolicyUse::Attachment, kind, None);
                let mut users: BTreeSet<String> = attached(IdentityKind::User).map(str::to_owned).collect();
                for group in attached(IdentityKind::Group) {
                    users.extend(members(state, account, group));
                }
                let roles = attached(IdentityKind::Role)
                    .filter_map(|key| Entity::get(state, account, IdentityKind::Role, key));
                users.iter().filter_map(|key| user(state, account, key)).chain(roles).collect()
            }
        }
    }
}

/// The keys of the members of the group with this key.
fn members(state: &View, account: AccountId, group: &str) -> Vec<String> {
    membership::members(state, account, group, None).map(|(key, _)| key.to_owned()).collect()
}

fn user<'v>(state: &'v View, account: AccountId, key: &str) -> Option<Entity<'v>> {
    Entity::get(state, account, IdentityKind::User, key)
}

/// Adds the policies that are attached to an entity or embedded in it.
fn collect(
    policies: &mut Vec<Policy>,
    state: &View,
    account: AccountId,
    holder: Entity<'_>,
) -> Result<(), ServiceError> {
    let held = holder.held();
    for policy in &held.inline {
        policies.push(parse(&policy.name, &policy.document)?);
    }
    for arn in &held.attached {
        policies.push(managed(state, account, arn)?);
    }
    Ok(())
}

/// The document in force of a managed policy that is attached somewhere.
///
/// # Errors
/// `PolicyEvaluation` (500) if it cannot be read.
pub(super) fn managed(state: &View, account: AccountId, arn: &str) -> Result<Policy, ServiceError> {
    let document = PolicyRef::find(state, account, arn)?.and_then(|policy| policy.default_document());
    parse(arn, &document.ok_or_else(|| unreadable(arn, "it does not exist"))?)
}

/// A policy that was accepted before.
///
/// # Errors
/// `PolicyEvaluation` (500) if it cannot be read.
pub(super) fn parse(name: &str, document: &str) -> Result<Policy, ServiceError> {
    Policy::parse_stored(PolicyKind::Identity, document).map_err(|error| unreadable(name, &error.to_string()))
}

fn unreadable(name: &str, reason: &str) -> ServiceError {
    ErrorCode::PolicyEvaluation.with(format!("The policy {name} cannot be evaluated: {reason}."))
}
