//! The settings of the section `[services.organizations]`.

use serde::{Deserialize, Serialize};

use crate::quotas::Quotas;

/// The settings of the section `[services.organizations]`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// How many seconds the creation of an account is said to be in progress. The account is there all the same.
    pub account_creation_seconds: u32,
    /// How many seconds the closing of an account is said to be pending.
    pub account_closure_seconds: u32,
    /// How many days after its creation an account may leave the organization; 4 at AWS.
    pub account_wait_days: u32,
    /// The quotas of every organization.
    pub quotas: Quotas,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            account_creation_seconds: 0,
            account_closure_seconds: 0,
            account_wait_days: 4,
            quotas: Quotas::default(),
        }
    }
}
