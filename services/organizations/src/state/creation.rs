//! Requests to create accounts.

use awsim_plugin::account::AccountId;
use awsim_plugin::collection;
use awsim_plugin::shape::Timestamp;
use serde::{Deserialize, Serialize};

use crate::generated::CreateAccountFailureReason;

collection! {
    /// Requests to create accounts by id.
    pub static CREATIONS: Collection<String, Creation> = "organizations"/"creations" version 1;
}

/// A request to create an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Creation {
    /// The account's name.
    pub name: Box<str>,
    /// When it was made.
    pub requested: Timestamp,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of a request to create an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// The account was made.
    Made {
        /// The account.
        account: AccountId,
        /// The account in the partition of the government, if one was asked for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        govcloud: Option<AccountId>,
    },
    /// No account was made.
    Failed(CreateAccountFailureReason),
}
