//! The settings of the section `[services.iam]`.

use serde::{Deserialize, Serialize};

use crate::quotas::Quotas;

/// The settings of the section `[services.iam]`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// The quotas of every account.
    pub quotas: Quotas,
}
