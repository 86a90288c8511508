//! Whom a trust policy names.
//!
//! Users and roles are stored by their unique ids, so that one who was deleted is trusted no more, even if another gets
//! the name, and one who was renamed still is. They are shown by their present ARNs, those that are gone by their ids
//! ("AWS JSON policy elements: Principal" in the IAM User Guide). The rest of the text stays as it was sent.

mod shared_providers;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::sync::Arc;

use awsim_plugin::account::AccountId;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::{Transaction, View};
use awsim_policy::document::{NamedPrincipal, rewrite_principals};
use awsim_policy::validate::{PolicyError, PolicyKind};

use crate::state::{Identity, IdentityKind, ROLES, Role, TrustedPrincipal, USERS};

/// A trust policy as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StoredTrust {
    /// The text, with ids for users and roles.
    pub(crate) text: Arc<str>,
    /// The users and roles.
    pub(crate) principals: Vec<TrustedPrincipal>,
}

/// The form in which a trust policy, which was validated, is stored.
///
/// # Errors
/// `MalformedPolicyDocument` (400) if it names a user or role that does not exist in an account that is here, or trusts all
/// tenants of a provider that many share.
pub(crate) fn stored(state: &View, cx: &Context<'_>, text: &Arc<str>) -> Result<StoredTrust, ServiceError> {
    shared_providers::demand_controls(text)?;
    let mut unknown = None;
    let stored = rewritten(text, |named| match resolve(state, cx, named) {
        Resolved::AsWritten => None,
        Resolved::Unknown => {
            unknown.get_or_insert_with(|| {
                PolicyError::unknown_principal(PolicyKind::Trust, named.value, named.span)
            });
            None
        }
        Resolved::Known(principal) => Some(principal),
    });
    match unknown {
        None => Ok(stored),
        Some(error) => Err(ServiceError::sender(error.code(), 400, error.to_string())),
    }
}

/// The same for a trust policy that nobody refuses: users and roles that are not here stand in it as they are written.
pub(crate) fn bound(state: &View, partition: &str, text: &Arc<str>) -> StoredTrust {
    rewritten(text, |named| {
        let (account, kind) = user_or_role(named.value).filter(|_| named.kind == Some("AWS"))?;
        TrustedPrincipal::named(state, partition, account, kind, named.value)
    })
}

/// Binds the users and roles that stand in the trust policies of an account by their ARNs and have come to be here since.
pub(crate) fn bind(state: &mut Transaction, partition: &str, account: AccountId) {
    let bound_now = |(key, role): (&String, &Role)| {
        let bound = bound(state, partition, &role.trust_policy);
        (!bound.principals.is_empty()).then(|| (key.clone(), bound))
    };
    let changed: Vec<(String, StoredTrust)> = state.iter(&ROLES, account).filter_map(bound_now).collect();
    for (key, bound) in changed {
        state.update(&ROLES, account, key.as_str(), |role| {
            let known = &mut role.details.trusted;
            known.extend(bound.principals.into_iter().filter(|new| !known.contains(new)).collect::<Vec<_>>());
            role.trust_policy = bound.text;
        });
    }
}

/// The text with ids for the principals that `resolve` finds.
fn rewritten(
    text: &Arc<str>,
    mut resolve: impl FnMut(&NamedPrincipal<'_>) -> Option<TrustedPrincipal>,
) -> StoredTrust {
    let mut principals: Vec<TrustedPrincipal> = Vec::new();
    let rewritten = rewrite_principals(text, |named| {
        let principal = resolve(&named)?;
        let id = principal.id.to_string();
        if !principals.contains(&principal) {
            principals.push(principal);
        }
        Some(id)
    });
    match rewritten {
        Ok(rewritten) if !principals.is_empty() => StoredTrust { text: rewritten.into(), principals },
        _ => StoredTrust { text: Arc::clone(text), principals: Vec::new() },
    }
}

/// The trust policy of a role as it is shown.
pub(crate) fn shown(state: &View, partition: &str, role: &Role) -> Arc<str> {
    let principals = &role.details.trusted;
    if principals.is_empty() {
        return Arc::clone(&role.trust_policy);
    }
    let shown = rewrite_principals(&role.trust_policy, |named| {
        let principal = principals.iter().find(|principal| *principal.id == *named.value)?;
        principal.arn(state, partition)
    });
    shown.map_or_else(|_| Arc::clone(&role.trust_policy), Into::into)
}

/// What is known of a principal.
enum Resolved {
    /// It is neither user nor role, or of an account that is not here.
    AsWritten,
    /// A user or role.
    Known(TrustedPrincipal),
    /// A user or role that does not exist.
    Unknown,
}

fn resolve(state: &View, cx: &Context<'_>, named: &NamedPrincipal<'_>) -> Resolved {
    if named.kind != Some("AWS") {
        return Resolved::AsWritten;
    }
    let value = named.value;
    let found = if value.starts_with("AIDA") || value.starts_with("AROA") {
        by_id(state, &accounts(state, cx), value)
    } else {
        let Some((account, kind)) = user_or_role(value) else { return Resolved::AsWritten };
        if !accounts(state, cx).contains(&account) {
            return Resolved::AsWritten;
        }
        TrustedPrincipal::named(state, cx.partition, account, kind, value)
    };
    found.map_or(Resolved::Unknown, Resolved::Known)
}

/// The accounts that are here: the caller's, the first one, and all that have users or roles.
fn accounts(state: &View, cx: &Context<'_>) -> BTreeSet<AccountId> {
    let mut accounts: BTreeSet<_> = state.accounts(&USERS).chain(state.accounts(&ROLES)).collect();
    accounts.extend([cx.account(), cx.host.default_account()]);
    accounts
}

/// The account and kind in the ARN of a user or role.
fn user_or_role(arn: &str) -> Option<(AccountId, IdentityKind)> {
    let parts: Vec<&str> = arn.splitn(6, ':').collect();
    let &["arn", _, "iam", "", account, resource] = parts.as_slice() else { return None };
    let kind = match resource.split_once('/')?.0 {
        "user" => IdentityKind::User,
        "role" => IdentityKind::Role,
        _ => return None,
    };
    Some((account.parse().ok()?, kind))
}

/// The user or role with this unique id. Policies that are written with ids are rare enough for a search.
fn by_id(state: &View, accounts: &BTreeSet<AccountId>, id: &str) -> Option<TrustedPrincipal> {
    accounts.iter().find_map(|&account| {
        let user = state.iter(&USERS, account).map(|(_, user)| user).find(|user| user.id() == id);
        let role = || state.iter(&ROLES, account).map(|(_, role)| role).find(|role| role.id() == id);
        let user = user.map(|user| TrustedPrincipal::new(user, account));
        user.or_else(|| role().map(|role| TrustedPrincipal::new(role, account)))
    })
}
