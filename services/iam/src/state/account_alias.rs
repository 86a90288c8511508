//! The alias of an account.

use awsim_plugin::collection;
use serde::{Deserialize, Serialize};

collection! {
    /// The alias of each account that has one.
    pub static ACCOUNT_ALIAS: Collection<(), AccountAlias> = "iam"/"account_aliases" version 1;
}

/// A name that stands for the account in sign-in addresses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AccountAlias(pub Box<str>);
