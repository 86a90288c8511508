//! Who uses which managed policy: the identity's record has its policies, the collections here have the policy's
//! identities. AWS's policies and the account's own are alike here; both are known by their ARNs.

use std::ops::Bound;

use awsim_plugin::account::AccountId;
use awsim_plugin::collection;
use awsim_plugin::store::{Transaction, View};
use serde::{Deserialize, Serialize};

use super::{HeldPolicies, IdentityKind};

collection! {
    /// How often each managed policy is used, by its ARN; policies that are not used have no row.
    pub static POLICY_USAGE: Collection<String, PolicyUsage> = "iam"/"policy_usage" version 1;
}

collection! {
    /// The ARN of a managed policy, and `USE/KIND/KEY` for every identity that uses it, for example
    /// `attachment/user/bob`.
    pub static POLICY_HOLDERS: Collection<(String, String), ()> = "iam"/"policy_holders" version 1;
}

/// How often a managed policy is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyUsage {
    /// The number of users, groups and roles that it is attached to.
    pub attachments: u32,
    /// The number of users and roles that it is the permissions boundary of.
    pub boundaries: u32,
}

/// What a managed policy is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PolicyUse {
    /// It is attached.
    Attachment,
    /// It is the permissions boundary.
    Boundary,
}

impl PolicyUse {
    fn as_str(self) -> &'static str {
        match self {
            Self::Attachment => "attachment",
            Self::Boundary => "boundary",
        }
    }
}

impl PolicyUsage {
    /// The count of the uses of one kind.
    pub(crate) fn count_mut(&mut self, purpose: PolicyUse) -> &mut u32 {
        match purpose {
            PolicyUse::Attachment => &mut self.attachments,
            PolicyUse::Boundary => &mut self.boundaries,
        }
    }
}

/// Notes that the identity with this key uses the policy.
pub(crate) fn add(
    state: &mut Transaction,
    account: AccountId,
    policy: &str,
    purpose: PolicyUse,
    kind: IdentityKind,
    key: &str,
) {
    let row = row(policy, purpose, kind, key);
    if !state.contains(&POLICY_HOLDERS, account, &row) {
        let mut usage = counts(state, account, policy);
        *usage.count_mut(purpose) += 1;
        state.insert(&POLICY_USAGE, account, policy.to_owned(), usage);
        state.insert(&POLICY_HOLDERS, account, row, ());
    }
}

/// Notes that the identity with this key does not use the policy any more.
pub(crate) fn remove(
    state: &mut Transaction,
    account: AccountId,
    policy: &str,
    purpose: PolicyUse,
    kind: IdentityKind,
    key: &str,
) {
    if state.remove(&POLICY_HOLDERS, account, &row(policy, purpose, kind, key)).is_none() {
        return;
    }
    let mut usage = counts(state, account, policy);
    let count = usage.count_mut(purpose);
    *count = count.saturating_sub(1);
    if usage == PolicyUsage::default() {
        state.remove(&POLICY_USAGE, account, &policy.to_owned());
    } else {
        state.insert(&POLICY_USAGE, account, policy.to_owned(), usage);
    }
}

/// How often the policy is used.
pub(crate) fn counts(state: &View, account: AccountId, policy: &str) -> PolicyUsage {
    state.get(&POLICY_USAGE, account, policy).copied().unwrap_or_default()
}

/// Keys of the identities of one kind that use the policy, after the key `after`, in the order of their names.
pub(crate) fn holders<'v>(
    state: &'v View,
    account: AccountId,
    policy: &'v str,
    purpose: PolicyUse,
    kind: IdentityKind,
    after: Option<&str>,
) -> impl Iterator<Item = &'v str> + use<'v> {
    let from = row(policy, purpose, kind, after.unwrap_or_default());
    let prefix = row(policy, purpose, kind, "").1;
    state
        .iter_from(&POLICY_HOLDERS, account, Bound::Excluded(&from))
        .map_while(move |((of, holder), ())| holder.strip_prefix(&prefix).filter(|_| of == policy))
}

/// The row of [`POLICY_HOLDERS`] of an identity that uses the policy.
pub(crate) fn row(policy: &str, purpose: PolicyUse, kind: IdentityKind, key: &str) -> (String, String) {
    (policy.to_owned(), format!("{}/{}/{key}", purpose.as_str(), kind.as_str()))
}

/// Carries the uses of an identity over to its new key.
pub(crate) fn rename(
    state: &mut Transaction,
    account: AccountId,
    kind: IdentityKind,
    old_key: &str,
    new_key: &str,
    policies: &HeldPolicies,
    boundary: Option<&str>,
) {
    let attached = policies.attached.iter().map(|arn| (&**arn, PolicyUse::Attachment));
    for (arn, purpose) in attached.chain(boundary.map(|arn| (arn, PolicyUse::Boundary))) {
        remove(state, account, arn, purpose, kind, old_key);
        add(state, account, arn, purpose, kind, new_key);
    }
}
