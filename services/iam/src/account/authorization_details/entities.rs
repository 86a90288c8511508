//! The entities of the listing, kind after kind, each kind in the order of its keys.

use std::ops::Bound;

use awsim_plugin::account::AccountId;
use awsim_plugin::store::{Collection, View};

use crate::generated::EntityType;
use crate::managed_policies;
use crate::policy_ref::PolicyRef;
use crate::state::{CUSTOMER_POLICIES, GROUPS, Group, POLICY_USAGE, ROLES, Resource, Role, USERS, User};

/// What the ARNs of AWS's own policies begin with.
const AWS_POLICIES: &str = "arn:aws:iam::aws:policy/";

/// An entity of the listing.
#[derive(Clone, Copy)]
pub(super) enum Entity<'v> {
    /// A user.
    User(&'v User),
    /// A group.
    Group(&'v Group),
    /// A role.
    Role(&'v Role),
    /// A managed policy of the account, or one of AWS's that it uses.
    Policy(PolicyRef<'v>),
}

/// The kinds of entity, in the order in which they are listed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// Users.
    User,
    /// Groups.
    Group,
    /// Roles.
    Role,
    /// Managed policies of the account's own.
    CustomerPolicy,
    /// AWS's policies that are used in the account.
    AwsPolicy,
}

impl Kind {
    /// All kinds, in order.
    pub(super) const ALL: [Self; 5] =
        [Self::User, Self::Group, Self::Role, Self::CustomerPolicy, Self::AwsPolicy];

    /// What a request's filter calls the kind.
    pub(super) fn entity_type(self) -> EntityType {
        match self {
            Self::User => EntityType::User,
            Self::Group => EntityType::Group,
            Self::Role => EntityType::Role,
            Self::CustomerPolicy => EntityType::LocalManagedPolicy,
            Self::AwsPolicy => EntityType::AWSManagedPolicy,
        }
    }

    /// What stands in front of the entities' keys in the listing, so that its order is that of the kinds.
    fn prefix(self) -> &'static str {
        match self {
            Self::User => "1/",
            Self::Group => "2/",
            Self::Role => "3/",
            Self::CustomerPolicy => "4/",
            Self::AwsPolicy => "5/",
        }
    }

    /// Where the entities of this kind go on after a key of the listing; nowhere if they have all been listed.
    fn start(self, after: Option<&str>) -> Option<Bound<&str>> {
        let Some(after) = after else { return Some(Bound::Unbounded) };
        match after.strip_prefix(self.prefix()) {
            Some(key) => Some(Bound::Excluded(key)),
            None => (after < self.prefix()).then_some(Bound::Unbounded),
        }
    }
}

/// The entities of one kind after a key of the listing, with their keys in it.
pub(super) fn entities<'v>(
    state: &'v View,
    account: AccountId,
    kind: Kind,
    after: Option<&str>,
) -> Box<dyn Iterator<Item = (String, Entity<'v>)> + 'v> {
    let Some(start) = kind.start(after) else { return Box::new(std::iter::empty()) };
    let prefix = kind.prefix();
    match kind {
        Kind::User => rows(state, account, &USERS, start, prefix, Entity::User),
        Kind::Group => rows(state, account, &GROUPS, start, prefix, Entity::Group),
        Kind::Role => rows(state, account, &ROLES, start, prefix, Entity::Role),
        Kind::CustomerPolicy => rows(state, account, &CUSTOMER_POLICIES, start, prefix, |policy| {
            Entity::Policy(PolicyRef::Customer(policy))
        }),
        Kind::AwsPolicy => {
            let start = if start == Bound::Unbounded { Bound::Included(AWS_POLICIES) } else { start };
            Box::new(
                state
                    .iter_from(&POLICY_USAGE, account, start)
                    .take_while(|(arn, _)| arn.starts_with(AWS_POLICIES))
                    .filter_map(move |(arn, _)| {
                        let policy = managed_policies::find(arn)?;
                        Some((format!("{prefix}{arn}"), Entity::Policy(PolicyRef::Aws(policy))))
                    }),
            )
        }
    }
}

/// The rows of a collection from a key on.
fn rows<'v, R: Resource>(
    state: &'v View,
    account: AccountId,
    collection: &'static Collection<String, R>,
    start: Bound<&str>,
    prefix: &'static str,
    entity: fn(&'v R) -> Entity<'v>,
) -> Box<dyn Iterator<Item = (String, Entity<'v>)> + 'v> {
    let rows = state.iter_from(collection, account, start);
    Box::new(rows.map(move |(key, resource)| (format!("{prefix}{key}"), entity(resource))))
}
