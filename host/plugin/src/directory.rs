//! What services offer each other: identities, guardrails and resource policies.

use std::sync::Arc;

use crate::account::AccountId;
use crate::caller::{Caller, Principal};
use crate::error::ServiceError;
use crate::shape::Timestamp;
use crate::store::{Transaction, View};

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

    /// What the organization with this management account manages of root access to its member accounts.
    fn central_root_access(&self, state: &View, management_account: AccountId) -> CentralRootAccess {
        let _ = (state, management_account);
        CentralRootAccess::default()
    }

    /// Accepts a one-time password of the principal's MFA device with this serial number, and uses it up: the same
    /// password is accepted once, and only if the transaction is committed.
    ///
    /// # Errors
    /// [`MfaRefusal`]; a directory that knows no devices refuses all.
    fn authenticate_mfa(
        &self,
        state: &mut Transaction,
        account: AccountId,
        principal: &Principal,
        serial_number: &str,
        code: &str,
        now: Timestamp,
    ) -> Result<(), MfaRefusal> {
        let _ = (state, account, principal, serial_number, code, now);
        Err(MfaRefusal::UnknownDevice)
    }

    /// Puts into a new account of an organization what AWS puts there: a role with all permissions, which the management
    /// account may assume. A directory that cannot make roles does nothing.
    ///
    /// # Errors
    /// An error keeps the account from being made.
    fn found_account(&self, state: &mut Transaction, founding: &Founding<'_>) -> Result<(), ServiceError> {
        let _ = (state, founding);
        Ok(())
    }

    /// Rebuilds a real account from the output of `aws iam get-account-authorization-details`, in the place of what the
    /// account has here.
    ///
    /// # Errors
    /// `ValidationError` with what is wrong with the document.
    fn import_account(&self, state: &mut Transaction, document: &[u8]) -> Result<AccountId, ServiceError> {
        let _ = (state, document);
        Err(ServiceError::validation("accounts cannot be imported here"))
    }
}

/// What an organization manages centrally of root access to its member accounts ("Centrally manage root access for
/// member accounts" in the IAM User Guide).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CentralRootAccess {
    /// Whether root credentials of member accounts are managed (`EnableOrganizationsRootCredentialsManagement`).
    pub credentials_management: bool,
    /// Whether privileged tasks are done in root sessions (`EnableOrganizationsRootSessions`), for `sts:AssumeRoot`.
    pub sessions: bool,
}

/// Why a one-time password is not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MfaRefusal {
    /// The principal has no such MFA device.
    #[error("the principal has no such MFA device")]
    UnknownDevice,
    /// The device does not show this password now, or it was used already.
    #[error("the device does not show this password now")]
    InvalidCode,
}

/// An account that an organization makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Founding<'f> {
    /// The new account.
    pub account: AccountId,
    /// The account that manages the organization.
    pub management: AccountId,
    /// The name of the role by which the management account gets in.
    pub role_name: &'f str,
    /// When.
    pub now: Timestamp,
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

/// The organizations of the accounts: their trees, and the policies on them; offered by Organizations.
///
/// Everything is asked with an account, which may be any of the organization's. An account that is in no organization is
/// limited by nothing and has nothing to tell.
pub trait Guardrails: Send + Sync {
    /// The signing name of the service. What is answered here follows from its collections alone, so that it may be remembered
    /// for as long as they are the same.
    fn service(&self) -> &'static str;
    /// The service control policies of each level above and at the account; no levels if it is in no organization or
    /// manages it.
    fn service_control_policies(&self, state: &View, account: AccountId) -> Vec<Vec<PolicyDocument>>;
    /// The resource control policies of each level; no levels as above.
    fn resource_control_policies(&self, state: &View, account: AccountId) -> Vec<Vec<PolicyDocument>>;
    /// Whether the account is closed, or its closing has been asked for. Nobody of a closed account gets in, and nobody gets
    /// into one: "During this 90-day period, the resources won't be available" (`CloseAccount`, AWS Organizations API
    /// Reference).
    fn is_closed(&self, state: &View, account: AccountId) -> bool;
    /// The organization that the account is in, if it is in one.
    fn organization(&self, state: &View, account: AccountId) -> Option<OrganizationRecord>;
    /// The way from the organization to the account (`aws:PrincipalOrgPaths`, `aws:ResourceOrgPaths`):
    /// `o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/`.
    fn organization_path(&self, state: &View, account: AccountId) -> Option<String>;
    /// All accounts of the account's organization, the management account included, ordered by their ids.
    fn members(&self, state: &View, account: AccountId) -> Vec<MemberRecord>;
    /// All organizational units of the account's organization, parents before their children.
    fn units(&self, state: &View, account: AccountId) -> Vec<UnitRecord>;
    /// The service principals that the account's organization trusts, in alphabetical order.
    fn trusted_services(&self, state: &View, account: AccountId) -> Vec<String>;
    /// The accounts that administer a service for the account's organization, ordered by their ids.
    fn delegated_administrators(
        &self,
        state: &View,
        account: AccountId,
        service_principal: &str,
    ) -> Vec<AccountId>;

    /// Whether the account's organization trusts a service.
    fn trusts(&self, state: &View, account: AccountId, service_principal: &str) -> bool {
        self.trusted_services(state, account).iter().any(|trusted| trusted == service_principal)
    }

    /// The service control policies of each level from the root down to the root, unit or account that a path such as
    /// `o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/123456789012` leads to (with or without a slash at its end); none if it leads
    /// nowhere in the account's organization, or if service control policies are not enabled at its root.
    fn policies_on_path(
        &self,
        state: &View,
        account: AccountId,
        path: &str,
    ) -> Option<Vec<Vec<PolicyDocument>>> {
        let _ = (state, account, path);
        None
    }

    /// The service control policy of the account's organization with this id (`p-…`), and the accounts that it limits.
    fn service_control_policy(
        &self,
        state: &View,
        account: AccountId,
        policy_id: &str,
    ) -> Option<AppliedPolicy> {
        let _ = (state, account, policy_id);
        None
    }
}

/// A policy of an organization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppliedPolicy {
    /// The policy.
    pub document: PolicyDocument,
    /// The accounts that it limits because it is attached to them or above them, ordered by their ids.
    pub accounts: Vec<AccountId>,
}

/// An organization, as far as others than Organizations need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganizationRecord {
    /// Its id, `o-…` (`aws:PrincipalOrgID`).
    pub id: String,
    /// Its ARN.
    pub arn: String,
    /// The account that manages it.
    pub management_account: AccountId,
    /// Whether it has all features, not only consolidated billing.
    pub all_features: bool,
    /// The id of its root, `r-…`.
    pub root_id: String,
}

/// An account of an organization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberRecord {
    /// The account.
    pub account: AccountId,
    /// Its name.
    pub name: String,
    /// The e-mail address of its owner.
    pub email: String,
    /// False if it is closed.
    pub active: bool,
    /// The way to it; see [`Guardrails::organization_path`].
    pub path: String,
}

/// An organizational unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitRecord {
    /// Its id, `ou-…`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The way to it, itself included: `o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/`.
    pub path: String,
}

/// The resource policies of a service.
pub trait ResourcePolicies: Send + Sync {
    /// The policy of the resource with this ARN that bears on this action; of a role its trust policy, for the actions of
    /// STS.
    fn resource_policy(&self, state: &View, action: &str, resource: &str) -> Option<PolicyDocument>;
}
