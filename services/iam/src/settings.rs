//! The settings of the section `[services.iam]`.

use serde::{Deserialize, Serialize};

use crate::quotas::Quotas;

/// The settings of the section `[services.iam]`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// For how many seconds a new login profile or MFA device cannot be changed (`EntityTemporarilyUnmodifiable`).
    pub settling_seconds: u32,
    /// The quotas of every account.
    pub quotas: Quotas,
}
