//! The settings of the section `[services.iam]`.

use serde::{Deserialize, Serialize};

use crate::quotas::Quotas;

/// The settings of the section `[services.iam]`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// For how many seconds a new user, login profile or MFA device cannot be changed (`EntityTemporarilyUnmodifiable`).
    pub settling_seconds: u32,
    /// Whether a change is refused of what another request has changed since this one arrived (`ConcurrentModification`).
    pub refuses_races: bool,
    /// Whether the issuer of a provider that is made without thumbprints is asked for its certificate
    /// (`OpenIdIdpCommunicationError`).
    pub asks_issuers: bool,
    /// The ARNs of role templates that no role can be made from (`RoleTemplateDisabled`).
    pub disabled_role_templates: Vec<String>,
    /// The quotas of every account.
    pub quotas: Quotas,
}
