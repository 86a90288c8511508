//! The only resource policies of IAM: the trust policies of roles.

use awsim_plugin::account::AccountId;
use awsim_plugin::directory::{PolicyDocument, ResourcePolicies};
use awsim_plugin::store::View;

use crate::state::{Resource, Role};
use crate::{Iam, arn};

#[cfg(test)]
mod tests;

impl ResourcePolicies for Iam {
    /// A trust policy says who may assume the role; about what is done with the role as a resource of IAM it says
    /// nothing. Names of roles are found whatever their case; an ARN names a role only as it is written.
    fn resource_policy(&self, state: &View, action: &str, resource: &str) -> Option<PolicyDocument> {
        let service = action.split_once(':')?.0;
        if !service.eq_ignore_ascii_case("sts") {
            return None;
        }
        let (account, name) = role_arn(resource)?;
        let role = Role::get(state, account, name)
            .filter(|role| arn::of_resource(arn::PARTITION, account, *role) == resource)?;
        Some(PolicyDocument { source: resource.to_owned(), text: role.trust_policy.clone() })
    }
}

/// The account and name in the ARN of a role.
fn role_arn(arn: &str) -> Option<(AccountId, &str)> {
    let (account, path_and_name) = arn.strip_prefix("arn:aws:iam::")?.split_once(":role/")?;
    Some((account.parse().ok()?, path_and_name.rsplit('/').next()?))
}
