//! Does AWS take this policy? With AWS's own messages, in AWS's order of checks.
//!
//! IAM has two validators. `permissions` is the one for policies that grant or limit (identity, boundary, session, resource and
//! control policies); `trust` is the one for role trust policies, with other messages and other tolerance. What may
//! stand in a policy depends on its [`PolicyKind`]; `elements` has the rules that depend on it.

mod actions;
mod elements;
mod error;
mod kind;
mod permissions;
mod principals;
mod resources;
#[cfg(test)]
mod tests;
mod trust;

pub use error::{Malformed, PolicyError};
pub use kind::PolicyKind;

pub(crate) use resources::is_resource;

use crate::document::Document;

/// How strictly a policy is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strictness {
    /// As AWS checks a policy that is written today.
    New,
    /// As AWS treats a policy that was accepted once: documents of the language of 2008 or of no version, Sids with other
    /// characters, resource policies without `Resource`, `NotPrincipal` with `Allow`, a trust policy's bare `"*"` and resource
    /// control policies of any form are still evaluated.
    Stored,
}

/// Parses and validates a policy.
///
/// # Errors
/// The first failing check in AWS's order.
pub fn validate<'t>(
    kind: PolicyKind,
    strictness: Strictness,
    text: &'t str,
) -> Result<Document<'t>, PolicyError> {
    match kind {
        PolicyKind::Trust => trust::validate(strictness, text),
        _ => permissions::validate(kind, strictness, text),
    }
    .map_err(|(error, span)| PolicyError::new(kind, error, span))
}
