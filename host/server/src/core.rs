//! What every request shares: the services, the state, the keys, the configuration.

use std::sync::Arc;

use async_trait::async_trait;
use awsim_plugin::access::{Asking, Check};
use awsim_plugin::account::AccountId;
use awsim_plugin::caller::Caller;
use awsim_plugin::clock::{Clock, MovableClock};
use awsim_plugin::context::{BusyWork, Context, Host};
use awsim_plugin::delegation::Delegations;
use awsim_plugin::directory::{Guardrails, IdentityDirectory, ResourcePolicies};
use awsim_plugin::error::ServiceError;
use awsim_plugin::federation::{
    AssertedContext, AssertionRefusal, Freshness, IdentityProviders, IssuerKeys, KeysError,
};
use awsim_plugin::operation::OperationShape;
use awsim_plugin::session::SessionIssuer;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::{Store as _, View};

use crate::authenticate::{AuthenticationError, Authenticator};
use crate::authorize::{CompiledPolicies, Propagation, Question};
use crate::config::{Config, EnforcementMode};
use crate::context_assertions::AssertionSealer;
use crate::decisions::DecisionLog;
use crate::incoming::Incoming;
use crate::issuers::{self, Issuers};
use crate::messages::MessageSealer;
use crate::metrics::Metrics;
use crate::services::Services;
use crate::session::TokenSealer;
use crate::sigv4::{Signature, SigningKeys};
use crate::store::SqliteStore;
use crate::tls::Tls;
use crate::upstream::Proxy;
use crate::usage::UsageLog;
use crate::workload::Workloads;

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
    /// The sealer of encoded authorization messages.
    pub messages: Arc<MessageSealer>,
    /// The sealer of context assertions.
    pub assertions: AssertionSealer,
    /// What HTTPS needs; none if only HTTP is answered.
    pub tls: Option<Tls>,
    /// The signing keys last used.
    pub signing_keys: SigningKeys,
    /// Counters and histograms.
    pub metrics: Metrics,
    /// The time of day.
    pub clock: Arc<dyn Clock>,
    /// The same clock, if the configuration lets it be moved.
    pub movable_clock: Option<Arc<MovableClock>>,
    /// The roles that programs have because of where they run.
    pub workloads: Workloads,
    /// The policies that were evaluated recently.
    pub(crate) compiled: CompiledPolicies,
    /// The decisions that were made.
    pub(crate) decisions: DecisionLog,
    pub(crate) propagation: Propagation,
    /// The keys of issuers of web identity tokens.
    pub issuers: Issuers,
    pub(crate) usage: UsageLog,
    /// What passes requests on to services that run elsewhere.
    pub(crate) proxy: Proxy,
}

awsim_plugin::partial_debug!(Core, |core| services = core.services);

impl Core {
    /// Who sent a request for `operation`, looked up in `state`.
    ///
    /// # Errors
    /// What is wrong with the credentials or the signature.
    pub(crate) fn authenticate(
        &self,
        incoming: &Incoming,
        signature: Option<&Signature<'_>>,
        operation: &OperationShape,
        now: Timestamp,
        state: &View,
    ) -> Result<Caller, AuthenticationError> {
        self.authenticator(state).caller(incoming, signature, operation, now)
    }

    /// What tells who calls, in `state`.
    pub(crate) fn authenticator<'a>(&'a self, state: &'a View) -> Authenticator<'a> {
        Authenticator {
            root: &self.config.root,
            default_account: self.config.account_id,
            enforcing: self.enforcing(),
            verifying: self.config.verifies_signatures(),
            anonymous: false,
            sessions: &self.sessions,
            signing_keys: &self.signing_keys,
            directory: self.identity_directory(),
            guardrails: self.guardrails(),
            state,
        }
    }
}

impl Core {
    /// Whether an account is closed; see [`Guardrails::is_closed`].
    pub(crate) fn is_closed(&self, state: &View, account: AccountId) -> bool {
        self.guardrails().is_some_and(|guardrails| guardrails.is_closed(state, account))
    }
}

#[async_trait]
impl Host for Core {
    fn identity_directory(&self) -> Option<&dyn IdentityDirectory> {
        self.services.iter().find_map(|service| service.plugin.identity_directory())
    }

    fn guardrails(&self) -> Option<&dyn Guardrails> {
        self.services.iter().find_map(|service| service.plugin.guardrails())
    }

    fn delegations(&self) -> Option<&dyn Delegations> {
        self.services.iter().find_map(|service| service.plugin.delegations())
    }

    fn resource_policies(&self, service: &str) -> Option<&dyn ResourcePolicies> {
        self.services.by_signing_name(service).ok()?.plugin.resource_policies()
    }

    fn identity_providers(&self) -> Option<&dyn IdentityProviders> {
        self.services.iter().find_map(|service| service.plugin.identity_providers())
    }

    fn issuer_keys(&self) -> Option<&dyn IssuerKeys> {
        Some(self)
    }

    fn token_issuer_url(&self, issuer_id: &str) -> String {
        issuers::own::url(self, issuer_id)
    }

    fn sessions(&self) -> &dyn SessionIssuer {
        &self.sessions
    }

    fn decode_authorization_message(
        &self,
        account: AccountId,
        message: &str,
        now: Timestamp,
    ) -> Option<String> {
        self.messages.open(account, message, now)
    }

    fn open_context_assertion(
        &self,
        assertion: &str,
        now: Timestamp,
    ) -> Result<AssertedContext, AssertionRefusal> {
        self.assertions.open(assertion, now)
    }

    async fn do_apart(&self, work: BusyWork) {
        if let Err(error) = tokio::task::spawn_blocking(work).await {
            tracing::error!(%error, "work that was done apart failed");
        }
    }

    fn default_account(&self) -> AccountId {
        self.config.account_id
    }

    fn enforcing(&self) -> bool {
        self.config.iam_enforce == EnforcementMode::On
    }

    /// What the host asks by itself; a request has a [`RequestHost`](crate::authorize::RequestHost) of its own.
    fn authorize(
        &self,
        cx: &Context<'_>,
        state: &View,
        asking: Asking<'_>,
        check: &Check,
    ) -> Result<(), ServiceError> {
        Question::authorize(self, cx, state, asking, check, || Question::within(self, cx))
    }
}

#[async_trait]
impl IssuerKeys for Core {
    async fn keys(&self, issuer: &str, freshness: Freshness) -> Result<Arc<str>, KeysError> {
        match issuers::own::keys(self, &self.store.view(), issuer) {
            Some(keys) => Ok(keys.into()),
            None => self.issuers.keys(issuer, freshness, self.clock.now(), &self.config.web_identity).await,
        }
    }

    async fn certificate(&self, issuer: &str) -> Result<Option<Vec<u8>>, KeysError> {
        match issuers::own::keys(self, &self.store.view(), issuer) {
            Some(_) => Ok(None),
            None => self.issuers.certificate(issuer, &self.config.web_identity).await,
        }
    }

    fn allows_plain_http(&self) -> bool {
        self.config.web_identity.local_issuers
    }

    fn allows_unsigned(&self) -> bool {
        self.config.web_identity.unsigned_tokens
    }
}
