//! Actions: what a policy allows or denies.

use std::fmt;

use super::{ConditionKey, ResourceType, Service, listed};

/// An action of the reference. Small: copies borrow from the catalogue.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Action {
    service: &'static Service,
    name: &'static str,
    level: AccessLevel,
    pub(super) resources: &'static str,
    pub(super) keys: &'static str,
    dependents: &'static str,
}

/// How AWS classes an action by what it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AccessLevel {
    /// Lists resources, without their contents.
    List,
    /// Reads contents or attributes, changes nothing.
    Read,
    /// Creates, changes or deletes resources.
    Write,
    /// Changes nothing but tags.
    Tagging,
    /// Grants or changes permissions.
    PermissionsManagement,
}

/// A resource type that an action works on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActionResource {
    /// The type, with its ARN templates.
    pub resource_type: ResourceType,
    /// Whether every call of the action names such a resource.
    pub required: bool,
}

impl Action {
    pub(super) fn parse(service: &'static Service, line: &'static str) -> Option<Self> {
        let mut fields = line.split('\t');
        Some(Self {
            service,
            name: fields.next()?,
            level: AccessLevel::parse(fields.next()?)?,
            resources: fields.next()?,
            keys: fields.next()?,
            dependents: fields.next()?,
        })
    }

    /// The service that has the action.
    pub fn service(&self) -> &'static Service {
        self.service
    }

    /// The name without the service prefix, such as `GetObject`.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// How AWS classes the action.
    pub fn level(&self) -> AccessLevel {
        self.level
    }

    /// Whether a policy can name resources for the action. If not, only `*` matches.
    pub fn takes_resource(&self) -> bool {
        !self.resources.is_empty()
    }

    /// The resource types that the action works on; none if it works only with `*`.
    pub fn resources(&self) -> impl Iterator<Item = ActionResource> + use<> {
        let service = self.service;
        listed(self.resources, ",").filter_map(move |item| {
            let name = item.trim_end_matches('?');
            Some(ActionResource { resource_type: service.resource_type(name)?, required: name == item })
        })
    }

    /// The condition keys of the action, beside the global ones and those of its resource types.
    pub fn condition_keys(&self) -> impl Iterator<Item = ConditionKey> + use<> {
        self.service.numbered_keys(self.keys)
    }

    /// The actions that a caller needs besides for some calls, such as `iam:PassRole`.
    pub fn dependent_actions(&self) -> impl Iterator<Item = &'static str> + use<> {
        listed(self.dependents, ",")
    }
}

impl AccessLevel {
    fn parse(text: &str) -> Option<Self> {
        let levels = [Self::List, Self::Read, Self::Write, Self::Tagging, Self::PermissionsManagement];
        levels.into_iter().find(|level| level.as_str() == text)
    }

    /// AWS's name of the level.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::List => "List",
            Self::Read => "Read",
            Self::Write => "Write",
            Self::Tagging => "Tagging",
            Self::PermissionsManagement => "Permissions management",
        }
    }
}

impl fmt::Display for Action {
    /// Writes the name as policies have it, such as `s3:GetObject`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.service.prefix(), self.name)
    }
}

impl fmt::Debug for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Action({self})")
    }
}
