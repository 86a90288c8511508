//! Which version the tokens of the global STS endpoint have.

use awsim_plugin::account::AccountId;
use awsim_plugin::collection;
use awsim_plugin::store::View;
use serde::{Deserialize, Serialize};

collection! {
    /// The token version of each account that has chosen one.
    pub static TOKEN_VERSION: Collection<(), TokenVersion> = "iam"/"token_versions" version 1;
}

/// The version of the tokens that the global STS endpoint gives out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum TokenVersion {
    /// Tokens for the regions that are available by default.
    #[default]
    #[serde(rename = "v1Token")]
    V1,
    /// Longer ones, for all regions.
    #[serde(rename = "v2Token")]
    V2,
}

impl TokenVersion {
    /// The version that the account has chosen, or the first.
    pub(crate) fn of(state: &View, account: AccountId) -> Self {
        state.get(&TOKEN_VERSION, account, &()).copied().unwrap_or_default()
    }

    /// Its number.
    pub(crate) fn number(self) -> usize {
        match self {
            Self::V1 => 1,
            Self::V2 => 2,
        }
    }
}
