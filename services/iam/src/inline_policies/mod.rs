//! Policies embedded in users, groups and roles: one way of doing it for all three.

mod handlers;
#[cfg(test)]
mod tests;

use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::{Transaction, View};
use awsim_policy::document::size_without_white_space;
use awsim_policy::validate::PolicyKind;

use crate::errors;
use crate::generated::ErrorCode;
use crate::pagination::{Page, PageRequest};
use crate::policy_document::{PolicyText, encoded};
use crate::quotas::Quotas;
use crate::state::{Identity, IdentityKind, InlinePolicy};

/// Embeds a policy, or replaces the one of this name.
///
/// # Errors
/// `MalformedPolicyDocument` (400); `NoSuchEntity` (404) without such an identity; `UnmodifiableEntity` (400) for
/// service-linked roles; `LimitExceeded` (409) if the policies of the identity would together be larger than the quota.
fn put<I: Identity>(
    state: &mut Transaction,
    cx: &Context<'_>,
    quotas: &Quotas,
    name: &str,
    policy: &str,
    document: &str,
) -> Result<(), ServiceError> {
    let document = PolicyText::parse(PolicyKind::Identity, document)?;
    let identity = I::find(state, cx.account(), name)?;
    identity.refuse_protected()?;
    let inline = &identity.policies().inline;
    let others = inline.iter().filter(|other| *other.name != *policy);
    let size = others.map(|other| size_without_white_space(&other.document)).sum::<usize>() + document.size();
    let quota = match I::KIND {
        IdentityKind::User => quotas.user_policy_size,
        IdentityKind::Group => quotas.group_policy_size,
        IdentityKind::Role => quotas.role_policy_size,
    };
    if size > quota as usize {
        return Err(errors::inline_policies_too_large(quota, I::KIND.as_str(), name));
    }
    I::change(state, cx.account(), name, |identity| {
        let inline = &mut identity.policies_mut().inline;
        let policy = InlinePolicy { name: policy.into(), document: document.into_text() };
        match inline.binary_search_by(|other| other.name.cmp(&policy.name)) {
            Ok(place) => inline[place] = policy,
            Err(place) => inline.insert(place, policy),
        }
    })
}

/// The document of an embedded policy, percent-encoded, with the names as they were written.
///
/// # Errors
/// `NoSuchEntity` (404) without such an identity or policy.
fn get<I: Identity>(state: &View, cx: &Context<'_>, name: &str, policy: &str) -> Result<Found, ServiceError> {
    let identity = I::find(state, cx.account(), name)?;
    let found = identity.policies().inline.iter().find(|other| *other.name == *policy);
    let found = found.ok_or_else(|| no_such_policy::<I>(policy))?;
    Ok(Found {
        owner: identity.name().to_owned(),
        policy: found.name.to_string(),
        document: encoded(&found.document),
    })
}

/// An embedded policy as it is answered.
struct Found {
    owner: String,
    policy: String,
    document: String,
}

/// Takes an embedded policy out.
///
/// # Errors
/// `NoSuchEntity` (404) without such an identity or policy; `UnmodifiableEntity` (400) for service-linked roles.
fn delete<I: Identity>(
    state: &mut Transaction,
    cx: &Context<'_>,
    name: &str,
    policy: &str,
) -> Result<(), ServiceError> {
    I::find(state, cx.account(), name)?.refuse_protected()?;
    let removed = I::change(state, cx.account(), name, |identity| {
        let inline = &mut identity.policies_mut().inline;
        let place = inline.iter().position(|other| *other.name == *policy);
        place.map(|place| inline.remove(place)).is_some()
    })?;
    if removed { Ok(()) } else { Err(no_such_policy::<I>(policy)) }
}

/// A page of the names of the embedded policies.
///
/// # Errors
/// `NoSuchEntity` (404) without such an identity.
fn page<I: Identity>(
    state: &View,
    cx: &Context<'_>,
    request: &PageRequest<'_>,
    name: &str,
) -> Result<Page<String>, ServiceError> {
    let inline = &I::find(state, cx.account(), name)?.policies().inline;
    Ok(request.cut(inline.iter().map(|policy| (&*policy.name, policy.name.to_string()))))
}

fn no_such_policy<I: Identity>(policy: &str) -> ServiceError {
    let kind = I::KIND.as_str();
    ErrorCode::NoSuchEntity.with(format!("The {kind} policy with name {policy} cannot be found."))
}
