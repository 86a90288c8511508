//! The root user of an account.

use awsim_plugin::account::AccountId;
use awsim_plugin::collection;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::Transaction;
use serde::{Deserialize, Serialize};

use super::{SignIn, SigningCertificate};

collection! {
    /// The root user of each account that is known to be there, or made credentials for it. (The configured root credentials
    /// are the host's.)
    pub static ROOT_USER: Collection<(), RootUser> = "iam"/"root_users" version 1;
}

/// What the root user of an account has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RootUser {
    /// When the account was made, as far as that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created: Option<Timestamp>,
    /// The ids of its access keys, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub access_keys: Vec<Box<str>>,
    /// What it signs in with.
    #[serde(skip_serializing_if = "SignIn::is_none")]
    pub sign_in: SignIn,
    /// The certificates that it signs with, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub signing_certificates: Vec<SigningCertificate>,
}

/// Notes that an account is there since `now`, unless it is known since when.
pub(crate) fn note_created(state: &mut Transaction, account: AccountId, now: Timestamp) {
    if state.get(&ROOT_USER, account, &()).is_none_or(|root| root.created.is_none()) {
        change(state, account, |root| root.created = Some(now.to_the_second()));
    }
}

/// Changes what the root user of an account has.
pub(crate) fn change<T>(
    state: &mut Transaction,
    account: AccountId,
    change: impl FnOnce(&mut RootUser) -> T,
) -> T {
    let mut root = state.get(&ROOT_USER, account, &()).cloned().unwrap_or_default();
    let result = change(&mut root);
    if root == RootUser::default() {
        state.remove(&ROOT_USER, account, &());
    } else {
        state.insert(&ROOT_USER, account, (), root);
    }
    result
}
