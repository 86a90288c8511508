//! What every request shares: the services, the state, the keys, the configuration.

use std::sync::Arc;

use awsim_plugin::account::AccountId;
use awsim_plugin::clock::Clock;
use awsim_plugin::context::Host;
use awsim_plugin::directory::{Guardrails, IdentityDirectory, ResourcePolicies};
use awsim_plugin::session::SessionIssuer;

use crate::config::{Config, EnforcementMode};
use crate::metrics::Metrics;
use crate::services::Services;
use crate::session::TokenSealer;
use crate::store::SqliteStore;
use crate::usage::UsageLog;

/// The partition of every ARN.
pub const PARTITION: &str = "aws";

/// The parts of a running host.
pub struct Core {
    /// The configuration.
    pub config: Config,
    /// The hosted services.
    pub services: Services,
    /// The state.
    pub store: Arc<SqliteStore>,
    /// The sealer of session tokens.
    pub sessions: TokenSealer,
    /// Counters and histograms.
    pub metrics: Metrics,
    /// The time of day.
    pub clock: Arc<dyn Clock>,
    pub(crate) usage: UsageLog,
}

impl Host for Core {
    fn identity_directory(&self) -> Option<&dyn IdentityDirectory> {
        self.services.iter().find_map(|service| service.plugin.identity_directory())
    }

    fn guardrails(&self) -> Option<&dyn Guardrails> {
        self.services.iter().find_map(|service| service.plugin.guardrails())
    }

    fn resource_policies(&self, service: &str) -> Option<&dyn ResourcePolicies> {
        self.services.by_signing_name(service).ok()?.plugin.resource_policies()
    }

    fn sessions(&self) -> &dyn SessionIssuer {
        &self.sessions
    }

    fn default_account(&self) -> AccountId {
        self.config.account_id
    }

    fn enforcing(&self) -> bool {
        self.config.iam_enforce == EnforcementMode::On
    }
}
