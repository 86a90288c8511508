//! Policies: who uses which managed policy, as the identities have it and as the policies have it; that those are
//! there; and that every policy has a version in force and can be read.

use std::collections::{BTreeMap, BTreeSet};

use awsim_plugin::account::AccountId;
use awsim_plugin::consistency::{refuse_difference, refuse_disorder};
use awsim_plugin::store::View;
use awsim_policy::{Policy, PolicyKind};

use crate::policy_ref::PolicyRef;
use crate::state::{
    CUSTOMER_POLICIES, Group, Identity, POLICY_HOLDERS, POLICY_USAGE, PolicyUsage, PolicyUse, Role, User,
    policy_usage,
};

pub(super) fn check(state: &View, account: AccountId) -> Result<(), String> {
    versions(state, account)?;
    let mut uses = Uses::default();
    uses.add::<User>(state, account)?;
    uses.add::<Group>(state, account)?;
    uses.add::<Role>(state, account)?;

    let holders = state.iter(&POLICY_HOLDERS, account).map(|(row, ())| row.clone()).collect();
    refuse_difference(("the identities' policies", uses.rows), ("the policies' identities", holders))?;
    let counted = |(arn, usage): (&String, &PolicyUsage)| (arn.clone(), usage.attachments, usage.boundaries);
    refuse_difference(
        ("the policies in use", uses.counts.iter().map(counted).collect()),
        ("the counts of uses", state.iter(&POLICY_USAGE, account).map(counted).collect()),
    )
}

fn versions(state: &View, account: AccountId) -> Result<(), String> {
    for (key, policy) in state.iter(&CUSTOMER_POLICIES, account) {
        if policy.default_document().is_none() {
            let version = policy.default_version;
            return Err(format!("the version {version} in force of the policy {key:?} is not there"));
        }
        let numbers = policy.versions.iter().map(|version| version.number);
        if !numbers.clone().is_sorted_by(|one, next| one < next) || numbers.max() > Some(policy.last_version)
        {
            return Err(format!("the versions of the policy {key:?} are not in order"));
        }
        for version in &policy.versions {
            let what = || format!("the version {} of the policy {key:?}", version.number);
            refuse_unreadable(&version.document, what)?;
        }
    }
    Ok(())
}

/// Refuses a document that the engine does not read: nothing could be decided with it.
fn refuse_unreadable(document: &str, what: impl FnOnce() -> String) -> Result<(), String> {
    match Policy::parse_stored(PolicyKind::Identity, document) {
        Ok(_) => Ok(()),
        Err(error) => Err(format!("{} is none: {error}", what())),
    }
}

/// Which policies the identities use.
#[derive(Default)]
struct Uses {
    /// As [`POLICY_HOLDERS`] has them.
    rows: BTreeSet<(String, String)>,
    /// As [`POLICY_USAGE`] has them.
    counts: BTreeMap<String, PolicyUsage>,
}

impl Uses {
    fn add<I: Identity>(&mut self, state: &View, account: AccountId) -> Result<(), String> {
        for (key, identity) in state.iter(I::collection(), account) {
            let held = identity.policies();
            let inline = held.inline.iter().map(|policy| &*policy.name);
            refuse_disorder(&format!("the inline policies of the {} {key:?}", I::ARN_TYPE), inline)?;
            for policy in &held.inline {
                let what = || format!("the policy {:?} of the {} {key:?}", policy.name, I::ARN_TYPE);
                refuse_unreadable(&policy.document, what)?;
            }
            let attached = held.attached.iter().map(|arn| (&**arn, PolicyUse::Attachment));
            let boundary = identity.boundary().map(|arn| (arn, PolicyUse::Boundary));
            for (arn, purpose) in attached.chain(boundary) {
                if !matches!(PolicyRef::find(state, account, arn), Ok(Some(_))) {
                    let of = I::ARN_TYPE;
                    return Err(format!("the policy {arn:?} of the {of} {key:?} is not there"));
                }
                if !self.rows.insert(policy_usage::row(arn, purpose, I::KIND, key)) {
                    return Err(format!("the {} {key:?} has the policy {arn:?} twice", I::ARN_TYPE));
                }
                *self.counts.entry(arn.to_owned()).or_default().count_mut(purpose) += 1;
            }
        }
        Ok(())
    }
}
