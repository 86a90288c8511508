//! What a handler knows of the request besides its input, and what it may ask of the host.

use std::sync::mpsc;

use async_trait::async_trait;

use crate::access::{Asking, Check};
use crate::account::AccountId;
use crate::caller::Caller;
use crate::delegation::Delegations;
use crate::directory::{Guardrails, IdentityDirectory, PolicyDocument, ResourcePolicies};
use crate::error::ServiceError;
use crate::federation::{AssertedContext, AssertionRefusal, IdentityProviders, IssuerKeys};
use crate::session::{NoSessions, SessionIssuer};
use crate::shape::Timestamp;
use crate::store::View;

/// The circumstances of a request.
pub struct Context<'c> {
    /// Who is calling.
    pub caller: &'c Caller,
    /// The region in the request's credential scope.
    pub region: &'c str,
    /// The partition: `aws`.
    pub partition: &'static str,
    /// When the request arrived.
    pub now: Timestamp,
    /// The request's id, as in the answer and the log.
    pub request_id: &'c str,
    /// The host.
    pub host: &'c dyn Host,
}

partial_debug!(
    Context<'_>,
    |cx| caller = cx.caller,
    region = cx.region,
    now = cx.now,
    request_id = cx.request_id
);

impl Context<'_> {
    /// The account that the caller acts in.
    pub fn account(&self) -> AccountId {
        self.caller.account
    }

    /// Whether an account is closed; see [`Guardrails::is_closed`].
    pub fn is_closed(&self, state: &View, account: AccountId) -> bool {
        self.host.guardrails().is_some_and(|guardrails| guardrails.is_closed(state, account))
    }

    /// An ARN in this partition: `arn:aws:SERVICE:REGION:ACCOUNT:RESOURCE`.
    pub fn arn(
        &self,
        service: &str,
        region: &str,
        account: AccountId,
        resource: impl std::fmt::Display,
    ) -> String {
        format!("arn:{}:{service}:{region}:{account}:{resource}", self.partition)
    }
}

/// Work that keeps a thread busy.
pub type BusyWork = Box<dyn FnOnce() + Send>;

/// Does work that keeps a thread busy for a while, such as a slow hash, away from the threads that serve requests.
///
/// # Errors
/// `ServiceFailure` if it was not carried to its end.
pub async fn apart<T: Send + 'static>(
    host: &dyn Host,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, ServiceError> {
    let (done, result) = mpsc::channel();
    // Whoever does not wait any more does not want to know.
    host.do_apart(Box::new(move || drop(done.send(work())))).await;
    result.try_recv().map_err(|_| ServiceError::failure("the work was not carried to its end"))
}

/// What a service may ask of its host. Services know each other only through these traits; a build without one of
/// them still works.
#[async_trait]
pub trait Host: Send + Sync {
    /// The identities of the accounts, if a service offers them.
    fn identity_directory(&self) -> Option<&dyn IdentityDirectory>;
    /// The organization's policies, if a service offers them.
    fn guardrails(&self) -> Option<&dyn Guardrails>;
    /// The delegations of the accounts, if a service offers them.
    fn delegations(&self) -> Option<&dyn Delegations> {
        None
    }
    /// The resource policies of the service with this signing name.
    fn resource_policies(&self, service: &str) -> Option<&dyn ResourcePolicies>;
    /// The identity providers of the accounts, if a service offers them.
    fn identity_providers(&self) -> Option<&dyn IdentityProviders> {
        None
    }
    /// The keys of issuers of web identity tokens, if the host gets them.
    fn issuer_keys(&self) -> Option<&dyn IssuerKeys> {
        None
    }
    /// The URL of an issuer of this host's own, by its id; AWS's own form, unless the configuration has another.
    fn token_issuer_url(&self, issuer_id: &str) -> String {
        format!("https://{issuer_id}.tokens.sts.global.api.aws")
    }
    /// The issuer of temporary credentials.
    fn sessions(&self) -> &dyn SessionIssuer {
        &NoSessions
    }
    /// What an encoded authorization message tells, in JSON: why a principal of this account was denied a request. None if
    /// the host did not issue the message for the account, or issued it too long ago.
    fn decode_authorization_message(
        &self,
        account: AccountId,
        message: &str,
        now: Timestamp,
    ) -> Option<String> {
        let _ = (account, message, now);
        None
    }
    /// What a context assertion says that the host sealed for a context provider.
    ///
    /// # Errors
    /// [`AssertionRefusal`] if it was not sealed here, or its time is over.
    fn open_context_assertion(
        &self,
        assertion: &str,
        now: Timestamp,
    ) -> Result<AssertedContext, AssertionRefusal> {
        let _ = (assertion, now);
        Err(AssertionRefusal::Invalid)
    }
    /// Does work away from the threads that serve requests, and waits for it; see [`apart`]. A host that serves nobody does
    /// it at once.
    async fn do_apart(&self, work: BusyWork) {
        work();
    }
    /// The account that exists from the start.
    fn default_account(&self) -> AccountId;
    /// Whether decisions of the policy engine are enforced.
    fn enforcing(&self) -> bool;

    /// Whether a policy that bears on a check by the caller asks for a condition key whose name begins with this; letters of
    /// either case. For keys that cost something to supply.
    fn may_ask_for(&self, cx: &Context<'_>, state: &View, check: &Check, key: &str) -> bool {
        let _ = (cx, state, check, key);
        true
    }

    /// Whether the one who asks may do this: for handlers that learn only while they work what is asked for, or who asks.
    /// What the authorization row of an operation names has been asked before the handler runs. Decides as enforcement
    /// does, with the policies of `state`, and records the decision; where nothing is enforced, everybody may.
    ///
    /// # Errors
    /// `AccessDenied` (403), or `AccessDeniedException` (400) of a service that speaks JSON, in AWS's words.
    fn authorize(
        &self,
        cx: &Context<'_>,
        state: &View,
        asking: Asking<'_>,
        check: &Check,
    ) -> Result<(), ServiceError>;

    /// Whether a policy that a service keeps lets the caller do this, whatever the policies of the caller say. Decides also
    /// where nothing is enforced, because the answer follows from what the service is; records the decision where decisions
    /// are made. A host without a policy engine says no.
    fn delegated(&self, cx: &Context<'_>, state: &View, check: Check, policy: PolicyDocument) -> bool {
        let _ = (cx, state, check, policy);
        false
    }
}
