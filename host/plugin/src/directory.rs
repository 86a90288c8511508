//! What services offer each other: identities, guardrails and resource policies.

use std::sync::Arc;

use crate::account::AccountId;
use crate::caller::{Caller, Principal};
use crate::store::View;

/// The identities of the accounts; offered by IAM, used by authentication, enforcement and STS.
pub trait IdentityDirectory: Send + Sync {
    /// The access key with this id.
    fn access_key(&self, state: &View, access_key_id: &str) -> Option<AccessKeyRecord>;
    /// The role with this name.
    fn role(&self, state: &View, account: AccountId, name: &str) -> Option<RoleRecord>;
    /// The policies attached to the caller's identity: directly, through groups, or through its role.
    fn policies(&self, state: &View, caller: &Caller) -> IdentityPolicies;
    /// The tags of the caller's user or role (`aws:PrincipalTag/…`).
    fn principal_tags(&self, state: &View, caller: &Caller) -> Vec<(String, String)>;

    /// The principal as it is now: under its present name, if it was renamed; none if it is gone, even if another has
    /// taken its name. A session token, which says who somebody was when it was issued, is checked with it.
    ///
    /// Roles are looked up here; a directory that also knows users by their ids should look them up too.
    fn current(&self, state: &View, account: AccountId, principal: &Principal) -> Option<Principal> {
        if let Principal::RoleSession { role_id, role_name, .. } = principal {
            self.role(state, account, role_name).filter(|role| role.id == *role_id)?;
        }
        Some(principal.clone())
    }

    /// The default version of the managed policy with this ARN, the account's own or one of AWS's; none if there is no
    /// such policy, or if this directory does not tell.
    fn managed_policy(&self, state: &View, account: AccountId, arn: &str) -> Option<PolicyDocument> {
        let _ = (state, account, arn);
        None
    }
}

/// A long-term access key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessKeyRecord {
    /// The account that it belongs to.
    pub account: AccountId,
    /// Whose key it is.
    pub owner: Principal,
    /// The secret access key.
    pub secret: String,
    /// False if it has been made inactive.
    pub active: bool,
}

/// A role, as far as others than IAM need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleRecord {
    /// Its unique id, `AROA…`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its path.
    pub path: String,
    /// Its ARN.
    pub arn: String,
    /// Its trust policy, as stored.
    pub trust_policy: Arc<str>,
    /// The longest session that may be asked for, in seconds.
    pub max_session_duration: i64,
    /// Its tags.
    pub tags: Vec<(String, String)>,
}

/// A policy document with where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyDocument {
    /// The ARN of a managed policy, or the name of an inline policy.
    pub source: String,
    /// The document, as stored.
    pub text: Arc<str>,
}

/// The policies of an identity.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IdentityPolicies {
    /// Inline and managed policies of the identity and its groups.
    pub identity: Vec<PolicyDocument>,
    /// The permissions boundary.
    pub boundary: Option<PolicyDocument>,
}

/// The policies of an organization, level by level from the root down.
pub trait Guardrails: Send + Sync {
    /// The service control policies of each level above and at the account; no levels if it is in no organization or
    /// manages it.
    fn service_control_policies(&self, state: &View, account: AccountId) -> Vec<Vec<PolicyDocument>>;
    /// The resource control policies of each level.
    fn resource_control_policies(&self, state: &View, account: AccountId) -> Vec<Vec<PolicyDocument>>;
}

/// The resource policies of a service.
pub trait ResourcePolicies: Send + Sync {
    /// The policy attached to the resource with this ARN.
    fn resource_policy(&self, state: &View, resource: &str) -> Option<PolicyDocument>;
}
