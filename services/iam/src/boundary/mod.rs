//! Permissions boundaries: one way of doing it for users and roles.

mod handlers;

use awsim_plugin::access::Check;
use awsim_plugin::account::AccountId;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::{Transaction, View};

use crate::generated::{AttachedPermissionsBoundary, PermissionsBoundaryAttachmentType};
use crate::policy_ref::PolicyRef;
use crate::state::{Bounded, Identity, PolicyUse, policy_usage};
use crate::{access, errors, names, policies};

/// The condition key that holds the ARN of a boundary.
pub(crate) const CONDITION_KEY: &str = "iam:PermissionsBoundary";

/// A check on a user or role, with its present boundary.
pub(crate) fn check<I: Identity>(action: &'static str, cx: &Context<'_>, state: &View, name: &str) -> Check {
    let boundary = I::get(state, cx.account(), name).and_then(I::boundary);
    access::on::<I>(action, cx, state, name).with_string(CONDITION_KEY, boundary)
}

/// The boundary as answers have it.
pub(crate) fn attached(arn: Option<&str>) -> Option<AttachedPermissionsBoundary> {
    arn.map(|arn| AttachedPermissionsBoundary {
        permissions_boundary_type: Some(PermissionsBoundaryAttachmentType::Policy),
        permissions_boundary_arn: Some(arn.to_owned()),
    })
}

/// Refuses a boundary that does not exist, or that no new identity can have.
///
/// # Errors
/// `NoSuchEntity` (404); `ValidationError` (400) if it is no ARN.
pub(crate) fn refuse_unknown(cx: &Context<'_>, state: &View, arn: Option<&str>) -> Result<(), ServiceError> {
    let Some(arn) = arn else { return Ok(()) };
    let policy = PolicyRef::boundary(cx, state, arn)?;
    policy.refuse_of_service_linked_roles().map_err(|_| errors::no_such_boundary(arn))
}

/// Sets the boundary of a user or role.
///
/// # Errors
/// `ValidationError` (400) if the text is no ARN, `InvalidInput` (400) if it is one of something else; `NoSuchEntity` (404)
/// without such an identity or policy; `UnmodifiableEntity` (400) for service-linked roles; `PolicyNotAttachable` (400) for
/// their policies.
fn put<I: Bounded>(
    state: &mut Transaction,
    cx: &Context<'_>,
    name: &str,
    arn: &str,
) -> Result<(), ServiceError> {
    policies::refuse_other_arns(arn)?;
    I::find(state, cx.account(), name)?.refuse_protected()?;
    PolicyRef::boundary(cx, state, arn)?.refuse_of_service_linked_roles()?;
    replace::<I>(state, cx, name, Some(arn))
}

/// Takes the boundary of a user or role away; it is no error if there is none.
///
/// # Errors
/// `NoSuchEntity` (404) without such an identity; `UnmodifiableEntity` (400) for service-linked roles.
fn remove<I: Bounded>(state: &mut Transaction, cx: &Context<'_>, name: &str) -> Result<(), ServiceError> {
    I::find(state, cx.account(), name)?.refuse_protected()?;
    replace::<I>(state, cx, name, None)
}

fn replace<I: Bounded>(
    state: &mut Transaction,
    cx: &Context<'_>,
    name: &str,
    arn: Option<&str>,
) -> Result<(), ServiceError> {
    let change = |identity: &mut I| std::mem::replace(identity.boundary_mut(), arn.map(Into::into));
    let before = I::change(state, cx.account(), name, change)?;
    moved::<I>(state, cx.account(), name, before.as_deref(), arn);
    Ok(())
}

/// Notes that the boundary of a user or role has changed.
pub(crate) fn moved<I: Identity>(
    state: &mut Transaction,
    account: AccountId,
    name: &str,
    before: Option<&str>,
    after: Option<&str>,
) {
    let key = names::key(name);
    if let Some(arn) = before {
        policy_usage::remove(state, account, arn, PolicyUse::Boundary, I::KIND, &key);
    }
    if let Some(arn) = after {
        policy_usage::add(state, account, arn, PolicyUse::Boundary, I::KIND, &key);
    }
}
