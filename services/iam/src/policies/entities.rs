//! `ListEntitiesForPolicy`: groups, roles and users that use a policy, each kind by name.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use super::lookup;
use crate::Iam;
use crate::entity::Entity;
use crate::generated::operations::ListEntitiesForPolicy;
use crate::generated::{
    EntityType, ListEntitiesForPolicyRequest, ListEntitiesForPolicyResponse, PolicyGroup, PolicyRole,
    PolicyUsageType, PolicyUser,
};
use crate::pagination::PageRequest;
use crate::state::policy_usage::holders;
use crate::state::{IdentityKind, PolicyUse};

impl Handler<ListEntitiesForPolicy> for Iam {
    type Mode = Read;

    fn access(
        &self,
        input: &ListEntitiesForPolicyRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![lookup::check("iam:ListEntitiesForPolicy", cx, state, &input.policy_arn)])
    }

    fn call(
        &self,
        input: ListEntitiesForPolicyRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<ListEntitiesForPolicyResponse, ServiceError> {
        let request = PageRequest::new("ListEntitiesForPolicy", input.marker.as_deref(), input.max_items)?;
        lookup::find(state, cx, &input.policy_arn)?;
        let entities = IdentityKind::ALL
            .into_iter()
            .filter(|kind| input.entity_filter.is_none_or(|filter| filter == entity_type(*kind)))
            .flat_map(|kind| keys(state, cx, &input, kind, request.after()))
            .filter_map(|(kind, key)| {
                let entity = Entity::get(state, cx.account(), kind, key)?;
                entity
                    .path()
                    .has_prefix(input.path_prefix.as_deref())
                    .then(|| (format!("{}/{key}", kind.as_str()), entity))
            });
        let page = request.fill(entities);
        let mut answer = ListEntitiesForPolicyResponse {
            policy_groups: Some(Vec::new()),
            policy_users: Some(Vec::new()),
            policy_roles: Some(Vec::new()),
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        };
        for entity in page.items {
            describe(entity, &mut answer);
        }
        Ok(answer)
    }
}

/// Adds an entity to those of its kind in an answer.
fn describe(entity: Entity<'_>, answer: &mut ListEntitiesForPolicyResponse) {
    let (name, id) = (Some(entity.name().to_owned()), Some(entity.id().to_owned()));
    match entity.kind() {
        IdentityKind::Group => {
            answer.policy_groups.get_or_insert_default().push(PolicyGroup { group_name: name, group_id: id });
        }
        IdentityKind::Role => {
            answer.policy_roles.get_or_insert_default().push(PolicyRole { role_name: name, role_id: id });
        }
        IdentityKind::User => {
            answer.policy_users.get_or_insert_default().push(PolicyUser { user_name: name, user_id: id });
        }
    }
}

fn entity_type(kind: IdentityKind) -> EntityType {
    match kind {
        IdentityKind::Group => EntityType::Group,
        IdentityKind::Role => EntityType::Role,
        IdentityKind::User => EntityType::User,
    }
}

/// The keys of the identities of one kind that use the policy in the way asked for, each once, in order, after the
/// place `after` of the whole listing.
fn keys<'v>(
    state: &'v View,
    cx: &Context<'_>,
    input: &'v ListEntitiesForPolicyRequest,
    kind: IdentityKind,
    after: Option<&str>,
) -> impl Iterator<Item = (IdentityKind, &'v str)> + use<'v> {
    let (passed, after) = match after.and_then(|after| after.split_once('/')) {
        Some((last, key)) if last == kind.as_str() => (false, Some(key)),
        Some((last, _)) => (last > kind.as_str(), None),
        None => (false, None),
    };
    let of = |purpose, other| {
        let asked = !passed && input.policy_usage_filter != Some(other);
        holders(state, cx.account(), &input.policy_arn, purpose, kind, after).take_while(move |_| asked)
    };
    let attached = of(PolicyUse::Attachment, PolicyUsageType::PermissionsBoundary);
    let bounded = of(PolicyUse::Boundary, PolicyUsageType::PermissionsPolicy);
    merged(attached, bounded).map(move |key| (kind, key))
}

/// Two ascending sequences as one; what is in both comes once.
fn merged<'v>(
    one: impl Iterator<Item = &'v str>,
    other: impl Iterator<Item = &'v str>,
) -> impl Iterator<Item = &'v str> {
    let (mut one, mut other) = (one.peekable(), other.peekable());
    std::iter::from_fn(move || match (one.peek(), other.peek()) {
        (Some(left), Some(right)) => {
            let order = left.cmp(right);
            let next = if order.is_le() { one.next() } else { None };
            if order.is_ge() { other.next() } else { next }
        }
        (Some(_), None) => one.next(),
        (None, _) => other.next(),
    })
}
