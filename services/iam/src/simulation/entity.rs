//! The user, group or role whose policies are simulated.

use awsim_plugin::access::Check;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::View;
use awsim_policy::PolicyKind;

use super::exclusions::Exclusions;
use super::sources::{self, Source};
use crate::generated::{ErrorCode, PolicySourceType};
use crate::policy_ref::PolicyRef;
use crate::state::{GROUPS, Group, Identity, IdentityKind, Resource, Role, User};

/// An identity that a `PolicySourceArn` names.
#[derive(Clone, Copy)]
pub(super) enum Entity<'v> {
    User(&'v User),
    Group(&'v Group),
    Role(&'v Role),
}

/// What a `PolicySourceArn` says.
#[derive(Clone, Copy)]
struct EntityArn<'a> {
    kind: IdentityKind,
    account: &'a str,
    path: &'a str,
    name: &'a str,
}

impl<'a> EntityArn<'a> {
    fn parse(arn: &'a str) -> Result<Self, ServiceError> {
        let parts: Vec<&str> = arn.splitn(6, ':').collect();
        let parsed = match parts.as_slice() {
            ["arn", _, "iam", "", account, resource] => resource.split_once('/').and_then(|(kind, _)| {
                let kind = IdentityKind::ALL.into_iter().find(|known| known.as_str() == kind)?;
                let (path, name) = resource.get(kind.as_str().len()..)?.rsplit_once('/')?;
                let path = resource.get(kind.as_str().len()..kind.as_str().len() + path.len() + 1)?;
                (!name.is_empty()).then_some(EntityArn { kind, account, path, name })
            }),
            _ => None,
        };
        parsed.ok_or_else(|| {
            ErrorCode::InvalidInput
                .with(format!("Invalid Entity Arn: {arn} does not clearly define entity type and name."))
        })
    }

    fn get<I: Identity>(self, cx: &Context<'_>, state: &'a View) -> Result<&'a I, ServiceError> {
        let own = self.account == cx.account().to_string();
        let found =
            I::get(state, cx.account(), self.name).filter(|found| own && found.path().as_str() == self.path);
        found.ok_or_else(|| ErrorCode::NoSuchEntity.with(I::not_found(self.name)))
    }
}

impl<'v> Entity<'v> {
    /// The identity with this ARN.
    ///
    /// # Errors
    /// `InvalidInput` (400) if the ARN is not that of a user, group or role; `NoSuchEntity` (404) if there is none.
    pub(super) fn find(cx: &Context<'_>, state: &'v View, arn: &'v str) -> Result<Self, ServiceError> {
        let parsed = EntityArn::parse(arn)?;
        Ok(match parsed.kind {
            IdentityKind::User => Entity::User(parsed.get(cx, state)?),
            IdentityKind::Group => Entity::Group(parsed.get(cx, state)?),
            IdentityKind::Role => Entity::Role(parsed.get(cx, state)?),
        })
    }

    /// The authorization row of an operation on the identity with this ARN.
    pub(super) fn check(action: &'static str, cx: &Context<'_>, state: &View, arn: &str) -> Check {
        let check = Check::on(action, arn);
        let tags = match Entity::find(cx, state, arn) {
            Ok(Entity::User(user)) => user.tags(),
            Ok(Entity::Role(role)) => role.tags(),
            Ok(Entity::Group(_)) | Err(_) => return check,
        };
        check.with_resource_tags(Some("iam"), tags.iter())
    }

    /// Its policies: inline and managed, of a user also those of its groups.
    ///
    /// # Errors
    /// `PolicyEvaluation` (500) if one cannot be evaluated.
    pub(super) fn policies(
        self,
        cx: &Context<'_>,
        state: &View,
        excluded: &Exclusions<'_>,
    ) -> Result<Vec<Source>, ServiceError> {
        let mut sources = Vec::new();
        match self {
            Entity::Group(group) => collect(&mut sources, cx, state, group, excluded)?,
            Entity::Role(role) => collect(&mut sources, cx, state, role, excluded)?,
            Entity::User(user) => {
                collect(&mut sources, cx, state, user, excluded)?;
                for key in &user.details.groups {
                    if let Some(group) = state.get(&GROUPS, cx.account(), &**key) {
                        collect(&mut sources, cx, state, group, excluded)?;
                    }
                }
            }
        }
        Ok(sources)
    }

    /// Its permissions boundary.
    ///
    /// # Errors
    /// `PolicyEvaluation` (500) if it cannot be evaluated.
    pub(super) fn boundary(self, cx: &Context<'_>, state: &View) -> Result<Option<Source>, ServiceError> {
        let arn = match self {
            Entity::User(user) => user.boundary(),
            Entity::Role(role) => role.boundary(),
            Entity::Group(_) => None,
        };
        let boundary = |arn| {
            managed(
                cx,
                state,
                PolicyKind::PermissionsBoundary,
                PolicySourceType::PermissionsBoundaryPolicy,
                arn,
            )
        };
        arn.map(boundary).transpose()
    }
}

fn collect<I: Identity>(
    sources: &mut Vec<Source>,
    cx: &Context<'_>,
    state: &View,
    identity: &I,
    excluded: &Exclusions<'_>,
) -> Result<(), ServiceError> {
    let held = identity.policies();
    for policy in held.inline.iter().filter(|policy| !excluded.inline(I::KIND, identity.name(), &policy.name))
    {
        let id = format!("{}_{}_{}", I::KIND.as_str(), identity.name(), policy.name);
        sources.push(sources::stored(
            PolicyKind::Identity,
            PolicySourceType::IAMPolicy,
            id,
            &policy.document,
        )?);
    }
    for arn in held.attached.iter().filter(|arn| !excluded.managed(arn)) {
        sources.push(managed(cx, state, PolicyKind::Identity, PolicySourceType::IAMPolicy, arn)?);
    }
    Ok(())
}

fn managed(
    cx: &Context<'_>,
    state: &View,
    kind: PolicyKind,
    source: PolicySourceType,
    arn: &str,
) -> Result<Source, ServiceError> {
    let policy = PolicyRef::find(state, cx.account(), arn)?;
    let document = policy.and_then(|policy| policy.default_document()).ok_or_else(|| {
        ErrorCode::PolicyEvaluation.with(format!("The policy {arn} cannot be evaluated: it does not exist."))
    })?;
    let name = arn.rsplit('/').next().unwrap_or(arn);
    sources::stored(kind, source, name.to_owned(), &document)
}
