//! Managed policies as answers show them.

use awsim_plugin::context::Context;
use awsim_plugin::store::View;

use crate::generated::{Policy, Tag};
use crate::policy_ref::PolicyRef;
use crate::state::{CustomerPolicy, Resource, policy_usage};

impl PolicyRef<'_> {
    /// The policy with everything but description and tags, as listings show it.
    pub(super) fn summary(&self, state: &View, cx: &Context<'_>) -> Policy {
        let policy = match self {
            Self::Aws(policy) => Policy {
                policy_id: Some(policy.policy_id.to_owned()),
                arn: Some(policy.arn.to_owned()),
                default_version_id: Some(policy.default_version_id.to_owned()),
                create_date: Some(policy.created),
                update_date: Some(policy.updated),
                ..Policy::default()
            },
            Self::Customer(policy) => Policy {
                policy_id: Some(policy.id.to_string()),
                arn: Some(policy.arn(cx)),
                default_version_id: Some(version_id(policy.default_version)),
                create_date: Some(policy.created),
                update_date: Some(policy.updated),
                ..Policy::default()
            },
        };
        let usage = policy
            .arn
            .as_deref()
            .map(|arn| policy_usage::counts(state, cx.account(), arn))
            .unwrap_or_default();
        Policy {
            policy_name: Some(self.name().to_owned()),
            path: Some(self.path().to_owned()),
            attachment_count: Some(count(usage.attachments)),
            permissions_boundary_usage_count: Some(count(usage.boundaries)),
            is_attachable: Some(true),
            ..policy
        }
    }

    /// The policy with description and tags; without tags the list is empty, not absent.
    pub(crate) fn details(&self, state: &View, cx: &Context<'_>) -> Policy {
        let (description, tags): (Option<&str>, Vec<Tag>) = match self {
            Self::Aws(policy) => (policy.description, Vec::new()),
            Self::Customer(policy) => (policy.description.as_deref(), policy.tags.to_list()),
        };
        Policy { description: description.map(str::to_owned), tags: Some(tags), ..self.summary(state, cx) }
    }
}

/// The policy as the answer to its creation shows it.
pub(super) fn created(policy: &CustomerPolicy, state: &View, cx: &Context<'_>) -> Policy {
    Policy {
        description: policy.description.as_deref().map(str::to_owned),
        tags: policy.tags.to_member(),
        ..PolicyRef::Customer(policy).summary(state, cx)
    }
}

/// The id of the version with this number.
pub(super) fn version_id(number: u32) -> String {
    format!("v{number}")
}

/// A count in the model's type.
fn count(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}
