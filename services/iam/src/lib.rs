//! AWS Identity and Access Management.

pub mod generated;
pub mod managed_policies;
pub mod service_linked_roles;

/// The IAM plugin.
#[derive(Debug, Default)]
pub struct Iam;
