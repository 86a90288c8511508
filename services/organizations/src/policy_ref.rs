//! Policies by id, the organization's own and AWS's alike.

use std::sync::Arc;

use awsim_plugin::account::AccountId;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::View;

use crate::arn::{self, Arns};
use crate::errors;
use crate::generated::{PolicySummary, PolicyType};
use crate::state::{POLICIES, Policy};

/// A policy that AWS administers, which is in every organization.
#[derive(Debug)]
pub(crate) struct AwsPolicy {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    pub(crate) kind: PolicyType,
    content: &'static str,
}

/// Allows everything; attached to everything when service control policies are enabled.
pub(crate) static FULL_ACCESS: AwsPolicy = AwsPolicy {
    id: "p-FullAWSAccess",
    name: "FullAWSAccess",
    kind: PolicyType::ServiceControlPolicy,
    content: include_str!("../data/full_aws_access.json"),
};

/// Allows everything; attached to everything when resource control policies are enabled, and for good.
pub(crate) static RESOURCE_FULL_ACCESS: AwsPolicy = AwsPolicy {
    id: "p-RCPFullAWSAccess",
    name: "RCPFullAWSAccess",
    kind: PolicyType::ResourceControlPolicy,
    content: include_str!("../data/rcp_full_aws_access.json"),
};

/// What AWS says of both.
const DESCRIPTION: &str = "Allows access to every operation";

/// All policies that AWS administers.
pub(crate) static AWS_POLICIES: [&AwsPolicy; 2] = [&FULL_ACCESS, &RESOURCE_FULL_ACCESS];

/// The policy that is attached to everything while a type is enabled.
pub(crate) fn default_of(kind: PolicyType) -> Option<&'static AwsPolicy> {
    AWS_POLICIES.into_iter().find(|policy| policy.kind == kind)
}

/// A policy that an id names.
#[derive(Clone, Copy, Debug)]
pub(crate) enum PolicyRef<'v> {
    /// One of the organization's own, with its id.
    Own(&'v str, &'v Policy),
    /// One that AWS administers.
    Aws(&'static AwsPolicy),
}

impl<'v> PolicyRef<'v> {
    /// The policy with this id, if there is one.
    pub(crate) fn find(state: &'v View, management: AccountId, id: &'v str) -> Option<Self> {
        if let Some(policy) = AWS_POLICIES.into_iter().find(|policy| policy.id == id) {
            return Some(Self::Aws(policy));
        }
        state.get(&POLICIES, management, id).map(|policy| Self::Own(id, policy))
    }

    /// The policy with this id.
    ///
    /// # Errors
    /// `PolicyNotFoundException`.
    pub(crate) fn get(state: &'v View, management: AccountId, id: &'v str) -> Result<Self, ServiceError> {
        Self::find(state, management, id).ok_or_else(errors::no_such_policy)
    }

    /// What it is for.
    pub(crate) fn kind(&self) -> PolicyType {
        match self {
            Self::Own(_, policy) => policy.kind,
            Self::Aws(policy) => policy.kind,
        }
    }

    /// The ARN.
    pub(crate) fn arn(&self, arns: &Arns<'_>) -> String {
        match self {
            Self::Own(id, policy) => arns.policy(policy.kind, id),
            Self::Aws(policy) => arn::aws_policy(policy.kind, policy.id),
        }
    }

    /// The document.
    pub(crate) fn content(&self) -> Arc<str> {
        match self {
            Self::Own(_, policy) => policy.content.clone(),
            Self::Aws(policy) => policy.content.into(),
        }
    }

    /// The policy as listings have it.
    pub(crate) fn summary(&self, arns: &Arns<'_>) -> PolicySummary {
        let (id, name, description, aws_managed) = match self {
            Self::Own(id, policy) => (*id, &*policy.name, &*policy.description, false),
            Self::Aws(policy) => (policy.id, policy.name, DESCRIPTION, true),
        };
        PolicySummary {
            id: Some(id.to_owned()),
            arn: Some(self.arn(arns)),
            name: Some(name.to_owned()),
            description: Some(description.to_owned()),
            r#type: Some(self.kind()),
            aws_managed: Some(aws_managed),
        }
    }
}
