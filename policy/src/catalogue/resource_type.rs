//! Resource types: what actions work on, and what their ARNs look like.

use std::fmt;

use super::{ConditionKey, Service, fills, listed};

/// A resource type of a service. Small: copies borrow from the catalogue.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct ResourceType {
    service: &'static Service,
    name: &'static str,
    templates: &'static str,
    keys: &'static str,
}

impl ResourceType {
    pub(super) fn parse(service: &'static Service, line: &'static str) -> Option<Self> {
        let mut fields = line.split('\t');
        Some(Self { service, name: fields.next()?, templates: fields.next()?, keys: fields.next()? })
    }

    /// The service that has the type.
    pub fn service(&self) -> &'static Service {
        self.service
    }

    /// The name within the service, such as `bucket`.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The ARN with variables, such as `arn:${Partition}:s3:::${BucketName}`; a few types have two.
    pub fn arn_templates(&self) -> impl Iterator<Item = &'static str> + use<> {
        listed(self.templates, ", ")
    }

    /// Whether the ARN can be that of such a resource. Variables stand for any text, so several types may
    /// fit.
    pub fn fits(&self, arn: &str) -> bool {
        self.arn_templates().any(|template| fills(template, arn))
    }

    /// The condition keys that an action supplies when it works on such a resource.
    pub fn condition_keys(&self) -> impl Iterator<Item = ConditionKey> + use<> {
        self.service.numbered_keys(self.keys)
    }
}

impl fmt::Debug for ResourceType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ResourceType({}/{})", self.service.prefix(), self.name)
    }
}
