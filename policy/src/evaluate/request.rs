//! What is asked.

use std::fmt;

use super::context::Context;
use super::principal::Principal;

/// A request to be decided.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    /// Who asks.
    pub principal: Principal<'a>,
    /// The action, for example `s3:GetObject`; letters of either case.
    pub action: &'a str,
    /// The ARN of the resource, or `*` for an action without resource types.
    pub resource: &'a str,
    /// The account that owns the resource; `None` for the principal's own.
    pub resource_account: Option<&'a str>,
    /// The canonical user id of the principal's account, where a service knows it (Amazon S3).
    pub canonical_user: Option<&'a str>,
    /// The condition keys. Keys that follow from the principal are there only if the context has them, as a
    /// [`PrincipalContext`](super::PrincipalContext) does.
    pub context: &'a dyn Context,
}

impl fmt::Debug for Request<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { principal, action, resource, resource_account, canonical_user, context: _ } = self;
        f.debug_struct("Request")
            .field("principal", principal)
            .field("action", action)
            .field("resource", resource)
            .field("resource_account", resource_account)
            .field("canonical_user", canonical_user)
            .finish_non_exhaustive()
    }
}

/// What is known of actions: AWS evaluates an action that has no resource types on `*`, whatever resource was named.
pub trait ActionFacts {
    /// Whether the action supports resource-level permissions; `None` when the action is not known.
    fn has_resource_types(&self, action: &str) -> Option<bool>;
}

impl<'a> Request<'a> {
    /// A request for a resource in the principal's own account.
    pub fn new(
        principal: Principal<'a>,
        action: &'a str,
        resource: &'a str,
        context: &'a dyn Context,
    ) -> Self {
        Self { principal, action, resource, resource_account: None, canonical_user: None, context }
    }

    /// The request as AWS evaluates it: on `*` for an action that has no resource types.
    #[must_use]
    pub fn on_resource_of(self, facts: &dyn ActionFacts) -> Self {
        if self.resource != "*" && facts.has_resource_types(self.action) == Some(false) {
            return Request { resource: "*", ..self };
        }
        self
    }

    /// Whether the principal's account owns the resource.
    pub fn is_same_account(&self) -> bool {
        match (self.principal.account(), self.resource_account) {
            (Some(principal), Some(resource)) => principal == resource,
            (Some(_), None) => true,
            (None, _) => false,
        }
    }

    /// Whether a role is the resource and its trust policy the resource policy.
    pub fn asks_for_role(&self) -> bool {
        let assumes = |name: &str| ASSUMING.iter().any(|known| known.eq_ignore_ascii_case(name));
        strip_service(self.action, "sts").is_some_and(assumes)
            && self.resource.starts_with("arn:")
            && self.resource.contains(":role/")
    }

    /// Whether a KMS key is the resource and its key policy the resource policy.
    pub fn asks_for_key(&self) -> bool {
        strip_service(self.action, "kms").is_some()
            && self.resource.starts_with("arn:")
            && self.resource.contains(":key/")
    }
}

/// What one does with a role on the strength of its trust policy.
const ASSUMING: [&str; 6] = [
    "AssumeRole",
    "AssumeRoleWithSAML",
    "AssumeRoleWithWebIdentity",
    "TagSession",
    "SetSourceIdentity",
    "SetContext",
];

fn strip_service<'a>(action: &'a str, service: &str) -> Option<&'a str> {
    let (prefix, rest) = action.split_at_checked(service.len())?;
    let name = rest.strip_prefix(':')?;
    prefix.eq_ignore_ascii_case(service).then_some(name)
}
