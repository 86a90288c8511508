//! The identities of the accounts, as the host and other services see them.

use std::sync::{Arc, LazyLock};

use awsim_plugin::access_key;
use awsim_plugin::account::AccountId;
use awsim_plugin::caller::{Caller, Principal};
use awsim_plugin::directory::{
    AccessKeyRecord, CentralRootAccess, Founding, IdentityDirectory, IdentityPolicies, MfaRefusal,
    PolicyDocument, RoleRecord,
};
use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::{Transaction, View};

use crate::mfa;
use crate::policy_ref::PolicyRef;
use crate::state::renamed::user_by_id;
use crate::state::{ACCESS_KEYS, GROUPS, Identity, Resource, Role, USERS, User};
use crate::{Iam, arn, founding, import, organization_features};

#[cfg(test)]
mod tests;

impl IdentityDirectory for Iam {
    fn access_key(&self, state: &View, access_key_id: &str) -> Option<AccessKeyRecord> {
        // Ids tell their account, except those that were imported from elsewhere.
        let told = access_key::account_of(access_key_id);
        told.into_iter()
            .chain(state.accounts(&ACCESS_KEYS).filter(|account| Some(*account) != told))
            .find_map(|account| access_key(state, account, access_key_id))
    }

    fn role(&self, state: &View, account: AccountId, name: &str) -> Option<RoleRecord> {
        let role = Role::get(state, account, name)?;
        Some(RoleRecord {
            id: role.id.to_string(),
            name: role.name.to_string(),
            path: role.path.to_string(),
            arn: arn::of_resource(arn::PARTITION, account, role),
            trust_policy: role.trust_policy.clone(),
            max_session_duration: i64::from(role.max_session_duration),
            tags: pairs(role),
        })
    }

    fn policies(&self, state: &View, caller: &Caller) -> IdentityPolicies {
        let mut policies = IdentityPolicies::default();
        match identity(state, caller) {
            Some(Found::User(user)) => {
                collect(&mut policies, state, caller.account, user);
                for key in &user.details.groups {
                    if let Some(group) = state.get(&GROUPS, caller.account, &**key) {
                        collect(&mut policies, state, caller.account, group);
                    }
                }
            }
            Some(Found::Role(role)) => collect(&mut policies, state, caller.account, role),
            None => {}
        }
        policies
    }

    fn principal_tags(&self, state: &View, caller: &Caller) -> Vec<(String, String)> {
        match identity(state, caller) {
            Some(Found::User(user)) => pairs(user),
            Some(Found::Role(role)) => pairs(role),
            None => Vec::new(),
        }
    }

    fn current(&self, state: &View, account: AccountId, principal: &Principal) -> Option<Principal> {
        match principal {
            Principal::User { id, name, .. } => user_by_id(state, account, id, name).map(user_principal),
            Principal::RoleSession { role_id, role_name, session_name, .. } => {
                let role = role_by_id(state, account, role_id, role_name)?;
                Some(Principal::RoleSession {
                    role_id: role_id.clone(),
                    role_name: role.name.to_string(),
                    role_path: role.path.to_string(),
                    session_name: session_name.clone(),
                })
            }
            Principal::FederatedUser { name, issuer_id: Some(id), issuer_name, .. } => {
                let issuer = user_by_id(state, account, id, issuer_name.as_deref().unwrap_or_default())?;
                Some(Principal::FederatedUser {
                    name: name.clone(),
                    issuer_id: Some(id.clone()),
                    issuer_name: Some(issuer.name.to_string()),
                    issuer_path: Some(issuer.path.to_string()),
                })
            }
            Principal::FederatedUser { issuer_id: None, .. } | Principal::Root | Principal::Anonymous => {
                Some(principal.clone())
            }
        }
    }

    fn managed_policy(&self, state: &View, account: AccountId, arn: &str) -> Option<PolicyDocument> {
        managed(state, account, arn)
    }

    fn central_root_access(&self, state: &View, management_account: AccountId) -> CentralRootAccess {
        organization_features::central_root_access(state, management_account)
    }

    fn authenticate_mfa(
        &self,
        state: &mut Transaction,
        account: AccountId,
        principal: &Principal,
        serial_number: &str,
        code: &str,
        now: Timestamp,
    ) -> Result<(), MfaRefusal> {
        mfa::authenticate::authenticate(state, account, principal, serial_number, code, now)
    }

    fn found_account(&self, state: &mut Transaction, founding: &Founding<'_>) -> Result<(), ServiceError> {
        founding::found_account(state, founding)
    }

    fn import_account(&self, state: &mut Transaction, document: &[u8]) -> Result<AccountId, ServiceError> {
        import::account(document, state)
    }
}

/// The user or role behind a caller.
enum Found<'v> {
    User(&'v User),
    Role(&'v Role),
}

fn identity<'v>(state: &'v View, caller: &Caller) -> Option<Found<'v>> {
    let account = caller.account;
    match &caller.principal {
        Principal::User { id, name, .. } => user_by_id(state, account, id, name).map(Found::User),
        Principal::RoleSession { role_id, role_name, .. } => {
            role_by_id(state, account, role_id, role_name).map(Found::Role)
        }
        Principal::FederatedUser { issuer_id: Some(id), issuer_name, .. } => {
            let name = issuer_name.as_deref().unwrap_or_default();
            user_by_id(state, account, id, name).map(Found::User)
        }
        Principal::FederatedUser { issuer_id: None, .. } | Principal::Root | Principal::Anonymous => None,
    }
}

fn role_by_id<'v>(state: &'v View, account: AccountId, id: &str, name: &str) -> Option<&'v Role> {
    Role::get(state, account, name).filter(|role| *role.id == *id)
}

fn access_key(state: &View, account: AccountId, id: &str) -> Option<AccessKeyRecord> {
    let key = state.get(&ACCESS_KEYS, account, id)?;
    let owner = match key.user.as_deref() {
        Some(user) => user_principal(state.get(&USERS, account, user)?),
        None => Principal::Root,
    };
    Some(AccessKeyRecord { account, owner, secret: key.secret.to_string(), active: key.active })
}

/// The user as a caller.
pub(crate) fn user_principal(user: &User) -> Principal {
    Principal::User { id: user.id.to_string(), name: user.name.to_string(), path: user.path.to_string() }
}

/// Adds the policies of an identity, and its boundary if it has one.
fn collect(policies: &mut IdentityPolicies, state: &View, account: AccountId, identity: &impl Identity) {
    let held = identity.policies();
    let inline = held
        .inline
        .iter()
        .map(|policy| PolicyDocument { source: policy.name.to_string(), text: policy.document.clone() });
    policies.identity.extend(inline);
    let in_force = |arn: &str| managed(state, account, arn).unwrap_or_else(|| missing(arn));
    policies.identity.extend(held.attached.iter().map(|arn| in_force(arn)));
    if let Some(arn) = identity.boundary() {
        policies.boundary = Some(in_force(arn));
    }
}

/// What stands in for a managed policy that an identity has and that is not there: one of AWS's that this version knows no
/// more. It may have denied, so it denies; its `Sid` is what explanations tell of it.
fn missing(arn: &str) -> PolicyDocument {
    PolicyDocument { source: arn.to_owned(), text: Arc::clone(&MISSING) }
}

/// Shared, as policies are compiled once for each place where they are.
static MISSING: LazyLock<Arc<str>> = LazyLock::new(|| {
    r#"{"Version":"2012-10-17","Statement":{"Sid":"PolicyDoesNotExist","Effect":"Deny","Action":"*","Resource":"*"}}"#.into()
});

fn managed(state: &View, account: AccountId, arn: &str) -> Option<PolicyDocument> {
    let policy = PolicyRef::find(state, account, arn).ok().flatten()?;
    Some(PolicyDocument { source: arn.to_owned(), text: policy.default_document()? })
}

fn pairs(resource: &impl Resource) -> Vec<(String, String)> {
    resource.tags().iter().map(|(key, value)| (key.to_owned(), value.to_owned())).collect()
}
