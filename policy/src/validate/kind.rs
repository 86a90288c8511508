//! What a policy is for.

/// The kind of a policy: where it is attached and so what may stand in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PolicyKind {
    /// Attached to or embedded in a user, group or role.
    Identity,
    /// Attached to a resource, key policies included.
    Resource,
    /// The trust policy of a role: who may assume it.
    Trust,
    /// Limits a user or role.
    PermissionsBoundary,
    /// Limits a session, passed when it is made.
    Session,
    /// Service control policy of AWS Organizations.
    ServiceControl,
    /// Resource control policy of AWS Organizations.
    ResourceControl,
}

impl PolicyKind {
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::Identity,
        Self::Resource,
        Self::Trust,
        Self::PermissionsBoundary,
        Self::Session,
        Self::ServiceControl,
        Self::ResourceControl,
    ];

    /// Whether statements say whom they speak of.
    pub fn has_principals(self) -> bool {
        matches!(self, PolicyKind::Resource | PolicyKind::Trust | PolicyKind::ResourceControl)
    }

    /// Whether it is a policy of AWS Organizations.
    pub fn is_organizations(self) -> bool {
        matches!(self, PolicyKind::ServiceControl | PolicyKind::ResourceControl)
    }
}
