//! Putting whole records into an account, with everything that knows of them kept equal.

use awsim_plugin::account::AccountId;
use awsim_plugin::store::Transaction;

use crate::names;
use crate::state::{Identity, PolicyUse, policy_usage};

/// Puts a user, group or role in the place of the one of its name, if it differs from it. Memberships, access keys and
/// instance profiles are not looked after.
pub(crate) fn identity<I: Identity + PartialEq>(state: &mut Transaction, account: AccountId, new: I) {
    let key = names::key(new.name());
    let old = I::get(state, account, new.name()).cloned();
    if old.as_ref() == Some(&new) {
        return;
    }
    for (arn, purpose) in old.iter().flat_map(uses) {
        policy_usage::remove(state, account, arn, purpose, I::KIND, &key);
    }
    for (arn, purpose) in uses(&new) {
        policy_usage::add(state, account, arn, purpose, I::KIND, &key);
    }
    new.insert(state, account);
}

/// The managed policies that an identity uses.
fn uses<I: Identity>(identity: &I) -> impl Iterator<Item = (&str, PolicyUse)> {
    let attached = identity.policies().attached.iter().map(|arn| (&**arn, PolicyUse::Attachment));
    attached.chain(identity.boundary().map(|arn| (arn, PolicyUse::Boundary)))
}
