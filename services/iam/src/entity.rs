//! Users, groups and roles that a request names by their ARNs.

use awsim_plugin::access::Check;
use awsim_plugin::account::AccountId;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::View;

use crate::access;
use crate::generated::ErrorCode;
use crate::names::Path;
use crate::state::{GROUPS, Group, HeldPolicies, Identity, IdentityKind, Resource, Role, User};

/// A user, group or role.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Entity<'v> {
    /// A user.
    User(&'v User),
    /// A group.
    Group(&'v Group),
    /// A role.
    Role(&'v Role),
}

/// What the ARN of a user, group or role says.
#[derive(Clone, Copy)]
struct EntityArn<'a> {
    kind: IdentityKind,
    account: &'a str,
    path: &'a str,
    name: &'a str,
}

impl<'a> EntityArn<'a> {
    fn parse(arn: &'a str) -> Option<Self> {
        let parts: Vec<&str> = arn.splitn(6, ':').collect();
        let ["arn", _, "iam", "", account, resource] = parts.as_slice() else { return None };
        let (kind, _) = resource.split_once('/')?;
        let kind = IdentityKind::ALL.into_iter().find(|known| known.as_str() == kind)?;
        let (path, name) = resource.get(kind.as_str().len()..)?.rsplit_once('/')?;
        let path = resource.get(kind.as_str().len()..kind.as_str().len() + path.len() + 1)?;
        (!name.is_empty()).then_some(EntityArn { kind, account, path, name })
    }

    fn find<I: Identity>(self, state: &'a View, account: AccountId) -> Result<&'a I, ServiceError> {
        let own = self.account == account.to_string();
        let found =
            I::get(state, account, self.name).filter(|found| own && found.path().as_str() == self.path);
        found.ok_or_else(|| ErrorCode::NoSuchEntity.with(I::not_found(self.name)))
    }
}

impl<'v> Entity<'v> {
    /// The user, group or role of the account with this ARN.
    ///
    /// # Errors
    /// `InvalidInput` (400) if the ARN is not that of a user, group or role; `NoSuchEntity` (404) if there is none.
    pub(crate) fn find(state: &'v View, account: AccountId, arn: &'v str) -> Result<Self, ServiceError> {
        let parsed = EntityArn::parse(arn).ok_or_else(|| {
            ErrorCode::InvalidInput
                .with(format!("Invalid Entity Arn: {arn} does not clearly define entity type and name."))
        })?;
        Ok(match parsed.kind {
            IdentityKind::User => Entity::User(parsed.find(state, account)?),
            IdentityKind::Group => Entity::Group(parsed.find(state, account)?),
            IdentityKind::Role => Entity::Role(parsed.find(state, account)?),
        })
    }

    /// The user, group or role with this key.
    pub(crate) fn get(state: &'v View, account: AccountId, kind: IdentityKind, key: &str) -> Option<Self> {
        match kind {
            IdentityKind::Group => Group::get(state, account, key).map(Self::Group),
            IdentityKind::Role => Role::get(state, account, key).map(Self::Role),
            IdentityKind::User => User::get(state, account, key).map(Self::User),
        }
    }

    /// The authorization row of an operation on the identity with this ARN.
    pub(crate) fn check(action: &'static str, cx: &Context<'_>, state: &View, arn: &str) -> Check {
        let check = Check::on(action, arn);
        match Entity::find(state, cx.account(), arn) {
            Ok(Entity::User(user)) => access::with_tags(check, user),
            Ok(Entity::Role(role)) => access::with_tags(check, role),
            Ok(Entity::Group(_)) | Err(_) => check,
        }
    }

    /// Which of them it is.
    pub(crate) fn kind(self) -> IdentityKind {
        match self {
            Self::Group(_) => IdentityKind::Group,
            Self::Role(_) => IdentityKind::Role,
            Self::User(_) => IdentityKind::User,
        }
    }

    /// The name.
    pub(crate) fn name(self) -> &'v str {
        match self {
            Self::Group(group) => &group.name,
            Self::Role(role) => &role.name,
            Self::User(user) => &user.name,
        }
    }

    /// The unique id.
    pub(crate) fn id(self) -> &'v str {
        match self {
            Self::Group(group) => &group.id,
            Self::Role(role) => &role.id,
            Self::User(user) => &user.id,
        }
    }

    /// The path.
    pub(crate) fn path(self) -> &'v Path {
        match self {
            Self::Group(group) => &group.path,
            Self::Role(role) => &role.path,
            Self::User(user) => &user.path,
        }
    }

    /// The ARN in this partition.
    pub(crate) fn arn(self, partition: &str, account: AccountId) -> String {
        let (kind, path, name) = (self.kind().as_str(), self.path(), self.name());
        format!("arn:{partition}:iam::{account}:{kind}{path}{name}")
    }

    /// The policies attached to it or embedded in it.
    pub(crate) fn held(self) -> &'v HeldPolicies {
        match self {
            Self::Group(group) => group.policies(),
            Self::Role(role) => role.policies(),
            Self::User(user) => user.policies(),
        }
    }

    /// The ARN of the permissions boundary; groups have none.
    pub(crate) fn boundary(self) -> Option<&'v str> {
        match self {
            Self::Group(group) => group.boundary(),
            Self::Role(role) => role.boundary(),
            Self::User(user) => user.boundary(),
        }
    }

    /// Itself and, for a user, the groups that the user is in: all that have policies for it.
    pub(crate) fn with_groups(self, state: &'v View, account: AccountId) -> Vec<Entity<'v>> {
        let groups: &[Box<str>] = match self {
            Self::User(user) => &user.details.groups,
            Self::Group(_) | Self::Role(_) => &[],
        };
        let groups = groups.iter().filter_map(|key| state.get(&GROUPS, account, &**key)).map(Self::Group);
        std::iter::once(self).chain(groups).collect()
    }
}
