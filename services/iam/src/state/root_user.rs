//! The root user of an account.

use awsim_plugin::account::AccountId;
use awsim_plugin::collection;
use awsim_plugin::store::Transaction;
use serde::{Deserialize, Serialize};

use super::{SignIn, SigningCertificate};

collection! {
    /// The root user of each account that made credentials for it. (The configured root credentials are the host's.)
    pub static ROOT_USER: Collection<(), RootUser> = "iam"/"root_users" version 1;
}

/// What the root user of an account has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RootUser {
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
