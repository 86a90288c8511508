//! The policies that bear on a request.

use crate::Policy;

/// A layer of policies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Layer {
    /// Service control policies.
    ServiceControl,
    /// Resource control policies.
    ResourceControl,
    /// Identity-based policies.
    Identity,
    /// The resource-based policy: of the resource, of the key, or the trust policy of the role.
    Resource,
    /// The permissions boundary.
    PermissionsBoundary,
    /// The session policies.
    Session,
}

impl Layer {
    /// Every layer in the order of the walk.
    pub const ALL: [Layer; 6] = [
        Layer::ServiceControl,
        Layer::ResourceControl,
        Layer::Identity,
        Layer::Resource,
        Layer::PermissionsBoundary,
        Layer::Session,
    ];

    /// Its name in answers, for example `serviceControl`.
    pub fn as_str(self) -> &'static str {
        match self {
            Layer::ServiceControl => "serviceControl",
            Layer::ResourceControl => "resourceControl",
            Layer::Identity => "identity",
            Layer::Resource => "resource",
            Layer::PermissionsBoundary => "permissionsBoundary",
            Layer::Session => "session",
        }
    }
}

/// A policy and what people call it: its name or ARN.
#[derive(Debug, Clone, Copy)]
pub struct Named<'a> {
    /// Name or ARN.
    pub name: &'a str,
    /// The policy.
    pub policy: &'a Policy,
}

/// What the policy of the resource means for the policies of the caller in the same account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ResourceGrant {
    /// As the request tells: a role's trust policy and a key policy are required, other policies add.
    #[default]
    ByRequest,
    /// Identity policies are enough; the resource policy may grant besides.
    Adds,
    /// Identity policies count only as far as the resource policy names the account.
    Required,
}

/// All layers of a request.
#[derive(Debug, Clone, Copy, Default)]
pub struct Layers<'a> {
    /// Service control policies of the principal's account, by level from the root of the organization down to the account.
    /// No levels: no organization. A level without policies denies.
    pub scps: &'a [&'a [Named<'a>]],
    /// Resource control policies of the resource's account, by level. AWS's full access is always part of each.
    pub rcps: &'a [&'a [Named<'a>]],
    /// Identity-based policies: the principal's own and those of groups.
    pub identity: &'a [Named<'a>],
    /// The resource-based policy.
    pub resource: Option<Named<'a>>,
    /// What the resource-based policy means.
    pub resource_grant: ResourceGrant,
    /// The permissions boundary.
    pub boundary: Option<Named<'a>>,
    /// Session policies. Without any, a role session is not limited and a federated user session may do nothing.
    pub sessions: &'a [Named<'a>],
    /// Whether the principal's account is the management account, which service control policies never limit.
    pub principal_in_management_account: bool,
    /// Whether the resource's account is the management account, which resource control policies never limit.
    pub resource_in_management_account: bool,
}

impl<'a> Layers<'a> {
    /// A policy by its place.
    pub fn policy(&self, layer: Layer, level: u32, policy: u32) -> Option<Named<'a>> {
        let policies: &'a [Named<'a>] = match layer {
            Layer::ServiceControl => self.scps.get(level as usize)?,
            Layer::ResourceControl => self.rcps.get(level as usize)?,
            Layer::Identity => self.identity,
            Layer::Resource => return self.resource,
            Layer::PermissionsBoundary => return self.boundary,
            Layer::Session => self.sessions,
        };
        policies.get(policy as usize).copied()
    }
}
