//! From checks to an answer: decided, counted, recorded, and refused if need be.

use std::sync::Arc;

use awsim_plugin::access::{Asking, Check};
use awsim_plugin::context::Context;
use awsim_plugin::directory::PolicyDocument;
use awsim_plugin::error::ServiceError;
use awsim_plugin::operation::ProtocolName;
use awsim_plugin::store::View;

use super::circumstances::Circumstances;
use super::denial;
use super::evaluation::{Decided, Evaluation};
use crate::config::EnforcementMode;
use crate::core::Core;
use crate::decisions::Record;
use crate::services::HostedService;

/// Where checks come from.
pub(crate) struct Question<'q> {
    pub(super) core: &'q Core,
    /// The service whose request it is; none for what the host asks by itself.
    pub(super) service: Option<&'q HostedService>,
    /// The operation.
    pub(super) operation: &'static str,
    pub(super) circumstances: Arc<Circumstances>,
}

impl<'q> Question<'q> {
    /// Decides what a handler, or the host by itself, asks about: nothing where nothing is enforced, and otherwise by the
    /// policies as they are felt.
    ///
    /// # Errors
    /// As [`decide`](Self::decide).
    pub(crate) fn authorize(
        core: &'q Core,
        cx: &Context<'_>,
        state: &View,
        asking: Asking<'_>,
        check: &Check,
        question: impl FnOnce() -> Question<'q>,
    ) -> Result<(), ServiceError> {
        if core.config.iam_enforce == EnforcementMode::Off {
            return Ok(());
        }
        let earlier = core.propagation.earlier(cx.now);
        let state = earlier.as_deref().unwrap_or(state);
        question().decide(cx, state, asking, [check.clone()])
    }

    /// What the host asks by itself, without a request.
    pub(crate) fn within(core: &'q Core, cx: &Context<'_>) -> Self {
        let circumstances = Arc::new(Circumstances::within(cx.now, cx.region));
        Self { core, service: None, operation: "", circumstances }
    }

    /// Decides checks until one is denied, and records the decisions.
    ///
    /// # Errors
    /// The refusal, where decisions are enforced.
    pub(crate) fn decide(
        &self,
        cx: &Context<'_>,
        state: &View,
        asking: Asking<'_>,
        checks: impl IntoIterator<Item = Check>,
    ) -> Result<(), ServiceError> {
        let evaluation = Evaluation::new(cx, state, &self.core.compiled, &self.circumstances, asking);
        let protocol = self.service.map_or(ProtocolName::Query, |service| service.model.protocol);
        for check in checks {
            let decided = evaluation.decide(check);
            let refusal = if self.enforced() { denial::of(&decided, protocol) } else { None };
            let refusal = refusal.map(|refusal| self.told(refusal, &decided));
            self.record(cx, decided, self.enforced());
            if let Some(refusal) = refusal {
                return Err(refusal);
            }
        }
        Ok(())
    }

    /// Whether a policy that bears on a check of the caller asks for a condition key whose name begins with this.
    pub(super) fn asks_for(&self, cx: &Context<'_>, state: &View, check: Check, key: &str) -> bool {
        Evaluation::new(cx, state, &self.core.compiled, &self.circumstances, Asking::Caller)
            .asks_for(check, key)
    }

    /// Whether the policy of a service lets the caller do this. What it says is carried out in every mode.
    pub(super) fn delegated(
        &self,
        cx: &Context<'_>,
        state: &View,
        check: Check,
        policy: PolicyDocument,
    ) -> bool {
        let evaluation = Evaluation::new(cx, state, &self.core.compiled, &self.circumstances, Asking::Caller);
        let decided = evaluation.delegated(check, policy);
        let allowed = decided.decision.is_allowed();
        if self.core.config.iam_enforce != EnforcementMode::Off {
            self.record(cx, decided, true);
        }
        allowed
    }

    /// The refusal as the service tells it: to strangers without a reason, or with an encoded authorization message.
    fn told(&self, mut refusal: ServiceError, decided: &Decided) -> ServiceError {
        let explains = self.service.is_none_or(|service| service.plugin.explains_denials_to_strangers());
        if !explains && !decided.is_among_acquaintances() {
            refusal.message = "Access Denied".to_owned();
        }
        let encodes = self.service.is_some_and(|service| service.plugin.encodes_denials());
        if let Some(message) = encodes.then(|| self.core.messages.seal(decided)).flatten() {
            refusal.message.push_str(". Encoded authorization failure message: ");
            refusal.message.push_str(&message);
        }
        refusal
    }

    /// Denies a request whose operation has no checks, and records that; whoever enforces decisions refuses it.
    pub(crate) fn deny(&self, cx: &Context<'_>, state: &View) {
        let evaluation = Evaluation::new(cx, state, &self.core.compiled, &self.circumstances, Asking::Caller);
        let denial = evaluation.deny(format!("{}:{}", self.service_name(), self.operation));
        self.record(cx, denial, self.enforced());
    }

    fn record(&self, cx: &Context<'_>, decided: Decided, enforced: bool) {
        if let Some(service) = self.service {
            self.core.metrics.decided(service.index, &decided.decision, decided.elapsed);
        }
        self.core.decisions.note(Record {
            request_id: cx.request_id.to_owned(),
            service: self.service_name(),
            operation: self.operation,
            enforced,
            decided,
        });
    }

    fn enforced(&self) -> bool {
        self.core.config.iam_enforce == EnforcementMode::On
    }

    fn service_name(&self) -> &'static str {
        self.service.map_or("", |service| service.model.signing_name)
    }
}
