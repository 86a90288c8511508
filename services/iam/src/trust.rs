//! The only resource policies of IAM: the trust policies of roles.

use awsim_plugin::account::AccountId;
use awsim_plugin::directory::{PolicyDocument, ResourcePolicies};
use awsim_plugin::store::View;

use crate::Iam;
use crate::state::{Resource, Role};

#[cfg(test)]
mod tests;

impl ResourcePolicies for Iam {
    /// A trust policy says who may assume the role; about what is done with the role as a resource of IAM it says
    /// nothing.
    fn resource_policy(&self, state: &View, action: &str, resource: &str) -> Option<PolicyDocument> {
        let service = action.split_once(':')?.0;
        if !service.eq_ignore_ascii_case("sts") {
            return None;
        }
        let (account, path, name) = role_arn(resource)?;
        let role = Role::get(state, account, name).filter(|role| role.path.as_str() == path)?;
        Some(PolicyDocument { source: resource.to_owned(), text: role.trust_policy.clone() })
    }
}

/// The account, path and name in the ARN of a role.
fn role_arn(arn: &str) -> Option<(AccountId, &str, &str)> {
    let mut parts = arn.splitn(6, ':');
    let (scheme, _partition, service) = (parts.next()?, parts.next()?, parts.next()?);
    let (_region, account, resource) = (parts.next()?, parts.next()?, parts.next()?);
    if scheme != "arn" || service != "iam" {
        return None;
    }
    let place = resource.strip_prefix("role").filter(|place| place.starts_with('/'))?;
    let (path, name) = place.split_at(place.rfind('/')? + 1);
    Some((account.parse().ok()?, path, name))
}
