//! Settings of a whole account.

use std::collections::BTreeMap;

use awsim_plugin::collection;
use serde::{Deserialize, Serialize};

collection! {
    /// The properties that were set in each account.
    pub static ACCOUNT_PROPERTIES: Collection<(), AccountProperties> = "iam"/"account_properties" version 1;
}

/// Properties by `Namespace/PropertyName`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AccountProperties(pub BTreeMap<String, Box<str>>);
