//! Managed policies by ARN, the account's own and AWS's alike.

use std::sync::Arc;

use awsim_plugin::account::AccountId;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::View;

use crate::arn::PolicyArn;
use crate::errors;
use crate::generated::ErrorCode;
use crate::managed_policies::{self, ManagedPolicy};
use crate::state::{CustomerPolicy, Resource};

/// A managed policy that an ARN names.
#[derive(Clone, Copy, Debug)]
pub(crate) enum PolicyRef<'v> {
    /// One of the account's own.
    Customer(&'v CustomerPolicy),
    /// One that AWS administers.
    Aws(&'static ManagedPolicy),
}

impl<'v> PolicyRef<'v> {
    /// The policy with this ARN that `account` may use, if there is one. ARNs are compared exactly.
    ///
    /// # Errors
    /// `ValidationError` (400) if the text is no ARN.
    pub(crate) fn find(state: &'v View, account: AccountId, arn: &str) -> Result<Option<Self>, ServiceError> {
        let Some(parts) = PolicyArn::parse(arn)? else { return Ok(None) };
        if parts.account == "aws" {
            return Ok(managed_policies::find(arn).map(Self::Aws));
        }
        if parts.account != account.to_string() {
            return Ok(None);
        }
        let policy = CustomerPolicy::get(state, account, parts.name);
        let exact =
            |policy: &&CustomerPolicy| *policy.name == *parts.name && policy.path.as_str() == parts.path;
        Ok(policy.filter(exact).map(Self::Customer))
    }

    /// The policy that is to be a permissions boundary.
    ///
    /// # Errors
    /// `ValidationError` (400) if the text is no ARN; `NoSuchEntity` (404) if there is no such policy.
    pub(crate) fn boundary(cx: &Context<'_>, state: &'v View, arn: &str) -> Result<Self, ServiceError> {
        Self::find(state, cx.account(), arn)?.ok_or_else(|| errors::no_such_boundary(arn))
    }

    /// Refuses the policies of service-linked roles, which no other identity has.
    ///
    /// # Errors
    /// `PolicyNotAttachable` (400).
    pub(crate) fn refuse_of_service_linked_roles(&self) -> Result<(), ServiceError> {
        match self {
            Self::Aws(policy) if policy.is_for_service_linked_role() => Err(ErrorCode::PolicyNotAttachable
                .with("Cannot attach a Service Role Policy to a Customer Role.")),
            _ => Ok(()),
        }
    }

    /// The name.
    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Customer(policy) => &policy.name,
            Self::Aws(policy) => policy.name,
        }
    }

    /// The path.
    pub(crate) fn path(&self) -> &str {
        match self {
            Self::Customer(policy) => policy.path.as_str(),
            Self::Aws(policy) => policy.path,
        }
    }

    /// The document in force.
    pub(crate) fn default_document(&self) -> Option<Arc<str>> {
        match self {
            Self::Customer(policy) => policy.default_document().cloned(),
            Self::Aws(policy) => Some(policy.default_document()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::ACCOUNT;

    #[test]
    fn aws_policies_are_found_and_those_of_other_accounts_are_not() {
        let state = View::empty();
        let find = |arn: &str| PolicyRef::find(&state, ACCOUNT, arn).unwrap();
        assert!(matches!(find("arn:aws:iam::aws:policy/AdministratorAccess"), Some(PolicyRef::Aws(_))));
        assert!(find("arn:aws:iam::aws:policy/administratoraccess").is_none());
        assert!(find("arn:aws:iam::210987654321:policy/p").is_none());
        assert!(PolicyRef::find(&state, ACCOUNT, "AdministratorAccess").is_err());
    }
}
