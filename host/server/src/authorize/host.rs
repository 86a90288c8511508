//! The host as the handlers of one request see it.

use std::sync::{Arc, OnceLock};

use async_trait::async_trait;
use awsim_plugin::access::{Asking, Check};
use awsim_plugin::account::AccountId;
use awsim_plugin::context::{BusyWork, Context, Host};
use awsim_plugin::delegation::Delegations;
use awsim_plugin::directory::{Guardrails, IdentityDirectory, PolicyDocument, ResourcePolicies};
use awsim_plugin::error::ServiceError;
use awsim_plugin::federation::{AssertedContext, AssertionRefusal, IdentityProviders, IssuerKeys};
use awsim_plugin::session::SessionIssuer;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::View;

use super::circumstances::Circumstances;
use super::question::Question;
use crate::core::Core;
use crate::incoming::Incoming;
use crate::services::HostedService;

/// The host of one request: what a handler asks of it is answered with the circumstances of the request in mind.
pub(crate) struct RequestHost<'c> {
    pub(super) core: &'c Core,
    pub(super) service: &'c HostedService,
    operation: &'static str,
    incoming: &'c Incoming,
    circumstances: OnceLock<Arc<Circumstances>>,
}

impl<'c> RequestHost<'c> {
    /// The host of a request for an operation.
    pub(crate) fn new(
        core: &'c Core,
        service: &'c HostedService,
        operation: &'static str,
        incoming: &'c Incoming,
    ) -> Self {
        Self { core, service, operation, incoming, circumstances: OnceLock::new() }
    }

    /// What is to be decided in this request.
    pub(super) fn question(&self, cx: &Context<'_>) -> Question<'_> {
        let circumstances = self.circumstances.get_or_init(|| {
            let trusted = &self.core.config.enforcement.trusted_proxies;
            Arc::new(Circumstances::of(
                self.incoming,
                trusted,
                self.service.plugin.only_region().unwrap_or(cx.region),
                cx.now,
            ))
        });
        let circumstances = Arc::clone(circumstances);
        Question { core: self.core, service: Some(self.service), operation: self.operation, circumstances }
    }
}

/// All but [`authorize`](Host::authorize) and [`delegated`](Host::delegated) is the matter of the host as a whole. What is not forwarded would be answered as if
/// no service offered it.
#[async_trait]
#[deny(clippy::missing_trait_methods)]
impl Host for RequestHost<'_> {
    fn identity_directory(&self) -> Option<&dyn IdentityDirectory> {
        self.core.identity_directory()
    }

    fn guardrails(&self) -> Option<&dyn Guardrails> {
        self.core.guardrails()
    }

    fn delegations(&self) -> Option<&dyn Delegations> {
        self.core.delegations()
    }

    fn identity_providers(&self) -> Option<&dyn IdentityProviders> {
        self.core.identity_providers()
    }

    fn issuer_keys(&self) -> Option<&dyn IssuerKeys> {
        self.core.issuer_keys()
    }

    fn token_issuer_url(&self, issuer_id: &str) -> String {
        self.core.token_issuer_url(issuer_id)
    }

    fn resource_policies(&self, service: &str) -> Option<&dyn ResourcePolicies> {
        self.core.resource_policies(service)
    }

    fn sessions(&self) -> &dyn SessionIssuer {
        self.core.sessions()
    }

    fn decode_authorization_message(
        &self,
        account: AccountId,
        message: &str,
        now: Timestamp,
    ) -> Option<String> {
        self.core.decode_authorization_message(account, message, now)
    }

    fn open_context_assertion(
        &self,
        assertion: &str,
        now: Timestamp,
    ) -> Result<AssertedContext, AssertionRefusal> {
        self.core.open_context_assertion(assertion, now)
    }

    async fn do_apart(&self, work: BusyWork) {
        self.core.do_apart(work).await;
    }

    fn default_account(&self) -> AccountId {
        self.core.default_account()
    }

    fn enforcing(&self) -> bool {
        self.core.enforcing()
    }

    fn may_ask_for(&self, cx: &Context<'_>, state: &View, check: &Check, key: &str) -> bool {
        self.question(cx).asks_for(cx, state, check.clone(), key)
    }

    fn authorize(
        &self,
        cx: &Context<'_>,
        state: &View,
        asking: Asking<'_>,
        check: &Check,
    ) -> Result<(), ServiceError> {
        Question::authorize(self.core, cx, state, asking, check, || self.question(cx))
    }

    fn delegated(&self, cx: &Context<'_>, state: &View, check: Check, policy: PolicyDocument) -> bool {
        self.question(cx).delegated(cx, state, check, policy)
    }
}
