//! Managed policies attached to users, groups and roles: one way of doing it for all three.

mod handlers;
#[cfg(test)]
mod tests;

use awsim_plugin::access::Check;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::{Transaction, View};

use crate::arn::PolicyArn;
use crate::generated::AttachedPolicy;
use crate::pagination::{Page, PageRequest};
use crate::policies::refuse_other_arns;
use crate::policy_ref::PolicyRef;
use crate::quotas::{Quotas, refuse_more};
use crate::state::{HeldPolicies, Identity, IdentityKind, PolicyUse, policy_usage};
use crate::{boundary, errors, names};

/// The condition key that holds the ARN of the policy.
const CONDITION_KEY: &str = "iam:PolicyARN";

/// A check on an identity to which a policy is attached, or from which it is detached.
fn check<I: Identity>(
    action: &'static str,
    cx: &Context<'_>,
    state: &View,
    name: &str,
    policy: &str,
) -> Check {
    boundary::check::<I>(action, cx, state, name).with_string(CONDITION_KEY, Some(policy))
}

/// Attaches a policy. Attaching it again changes nothing.
///
/// # Errors
/// `ValidationError` (400) if the text is no ARN; `NoSuchEntity` (404) without such a policy or identity;
/// `PolicyNotAttachable` (400) for the policies of service-linked roles; `UnmodifiableEntity` (400) for these roles
/// themselves; `LimitExceeded` (409).
fn attach<I: Identity>(
    state: &mut Transaction,
    cx: &Context<'_>,
    quotas: &Quotas,
    name: &str,
    arn: &str,
) -> Result<(), ServiceError> {
    refuse_other_arns(arn)?;
    let policy = PolicyRef::find(state, cx.account(), arn)?;
    let identity = I::find(state, cx.account(), name)?;
    identity.refuse_protected()?;
    policy.ok_or_else(|| errors::not_attachable(arn))?.refuse_of_service_linked_roles()?;
    let attached = &identity.policies().attached;
    if attached.iter().any(|other| **other == *arn) {
        return Ok(());
    }
    let quota = match I::KIND {
        IdentityKind::User => quotas.policies_per_user,
        IdentityKind::Group => quotas.policies_per_group,
        IdentityKind::Role => quotas.policies_per_role,
    };
    refuse_more(attached.len(), quota, &format!("PoliciesPer{}", I::KIND.title()))?;
    I::change(state, cx.account(), name, |identity| identity.policies_mut().attached.push(arn.into()))?;
    policy_usage::add(state, cx.account(), arn, PolicyUse::Attachment, I::KIND, &names::key(name));
    Ok(())
}

/// Detaches a policy.
///
/// # Errors
/// `ValidationError` (400) if the text is no ARN; `NoSuchEntity` (404) without such an identity, or if the policy is not
/// attached to it; `UnmodifiableEntity` (400) for service-linked roles.
fn detach<I: Identity>(
    state: &mut Transaction,
    cx: &Context<'_>,
    name: &str,
    arn: &str,
) -> Result<(), ServiceError> {
    refuse_other_arns(arn)?;
    I::find(state, cx.account(), name)?.refuse_protected()?;
    let removed = I::change(state, cx.account(), name, |identity| {
        let attached = &mut identity.policies_mut().attached;
        let place = attached.iter().position(|other| **other == *arn);
        place.map(|place| attached.remove(place)).is_some()
    })?;
    if !removed {
        return Err(errors::no_such_policy(arn));
    }
    policy_usage::remove(state, cx.account(), arn, PolicyUse::Attachment, I::KIND, &names::key(name));
    Ok(())
}

/// A page of the policies attached to an identity, by name.
///
/// # Errors
/// `NoSuchEntity` (404) without such an identity; `ValidationError` (400) for an invented marker.
fn page<I: Identity>(
    state: &View,
    cx: &Context<'_>,
    request: &PageRequest<'_>,
    name: &str,
    path_prefix: Option<&str>,
) -> Result<Page<AttachedPolicy>, ServiceError> {
    let identity = I::find(state, cx.account(), name)?;
    let attached = identity
        .policies()
        .attached
        .iter()
        .filter_map(|arn| PolicyArn::parse(arn).ok()?.map(|parts| (arn, parts)))
        .filter(|(_, parts)| path_prefix.is_none_or(|prefix| parts.path.starts_with(prefix)))
        .map(|(arn, parts)| (format!("{}\t{arn}", names::key(parts.name)), description(arn, parts)));
    Ok(request.sort_and_cut(attached))
}

/// All policies attached to an identity, in the order in which they were attached.
pub(crate) fn all(policies: &HeldPolicies) -> Vec<AttachedPolicy> {
    let parsed = policies.attached.iter().filter_map(|arn| Some((arn, PolicyArn::parse(arn).ok()??)));
    parsed.map(|(arn, parts)| description(arn, parts)).collect()
}

/// The policy as listings of attachments have it.
fn description(arn: &str, parts: PolicyArn<'_>) -> AttachedPolicy {
    AttachedPolicy { policy_name: Some(parts.name.to_owned()), policy_arn: Some(arn.to_owned()) }
}
