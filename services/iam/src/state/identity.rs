//! Users, groups and roles: what policies are attached to and embedded in.

use std::sync::Arc;

use awsim_plugin::error::ServiceError;
use serde::{Deserialize, Serialize};

use super::Resource;
use super::rare::Vacant;

/// A user, group or role.
pub trait Identity: Resource {
    /// Which of them.
    const KIND: IdentityKind;
    /// Its policies.
    fn policies(&self) -> &HeldPolicies;
    /// Its policies, for changing.
    fn policies_mut(&mut self) -> &mut HeldPolicies;
    /// The unique id.
    fn id(&self) -> &str;
    /// The ARN of the permissions boundary; groups have none.
    fn boundary(&self) -> Option<&str>;

    /// Refuses a change of an identity that only AWS changes.
    ///
    /// # Errors
    /// `UnmodifiableEntity` (400) for service-linked roles.
    fn refuse_protected(&self) -> Result<(), ServiceError> {
        Ok(())
    }
}

/// An identity that can have a permissions boundary: a user or role.
pub trait Bounded: Identity {
    /// The ARN of the permissions boundary, for changing.
    fn boundary_mut(&mut self) -> &mut Option<Box<str>>;
}

/// Implements what users and roles have in common: their details hold their policies, their tags and their boundary. Behind
/// the type stands what is its own of [`Identity`].
macro_rules! principal {
    ($identity:ident, $($own:tt)*) => {
        impl $crate::state::Identity for $identity {
            const KIND: $crate::state::IdentityKind = $crate::state::IdentityKind::$identity;

            fn policies(&self) -> &HeldPolicies {
                &self.details.policies
            }

            fn policies_mut(&mut self) -> &mut HeldPolicies {
                &mut self.details.policies
            }

            fn id(&self) -> &str {
                &self.id
            }

            fn boundary(&self) -> Option<&str> {
                self.details.boundary.as_deref()
            }

            $($own)*
        }

        impl $crate::tagging::Taggable for $identity {
            const KIND: &'static str = stringify!($identity);

            fn tags_mut(&mut self) -> &mut Tags {
                &mut self.details.tags
            }
        }

        impl $crate::state::Bounded for $identity {
            fn boundary_mut(&mut self) -> &mut Option<Box<str>> {
                &mut self.details.boundary
            }
        }
    };
}

pub(super) use principal;

/// The kinds of identity, in the order in which they are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IdentityKind {
    /// A group.
    Group,
    /// A role.
    Role,
    /// A user.
    User,
}

impl IdentityKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Group, Self::Role, Self::User];

    /// `group`, `role` or `user`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::Role => "role",
            Self::User => "user",
        }
    }

    /// `Group`, `Role` or `User`, as in the names of quotas.
    pub fn title(self) -> &'static str {
        match self {
            Self::Group => "Group",
            Self::Role => "Role",
            Self::User => "User",
        }
    }
}

/// The policies of an identity.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct HeldPolicies {
    /// The ARNs of the attached managed policies, in the order in which they were attached.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attached: Vec<Box<str>>,
    /// The inline policies, ordered by name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub inline: Vec<InlinePolicy>,
}

/// A policy embedded in an identity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InlinePolicy {
    /// The name, unique within the identity.
    pub name: Box<str>,
    /// The document, as sent.
    pub document: Arc<str>,
}

impl HeldPolicies {
    /// No policies.
    pub const NONE: HeldPolicies = HeldPolicies { attached: Vec::new(), inline: Vec::new() };

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.attached.is_empty() && self.inline.is_empty()
    }
}

impl Vacant for HeldPolicies {
    fn vacant() -> &'static Self {
        static NONE: HeldPolicies = HeldPolicies::NONE;
        &NONE
    }
}
