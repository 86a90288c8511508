//! Service plugins and their registration.

mod registration;

use std::sync::Arc;

use async_trait::async_trait;

use crate::access::Unchecked;
use crate::account::AccountId;
use crate::bootstrap::Bootstrap;
use crate::caller::Principal;
use crate::delegation::Delegations;
use crate::directory::{Guardrails, IdentityDirectory, ResourcePolicies};
use crate::error::ServiceError;
use crate::federation::{IdentityProviders, TokenSigner};
use crate::handler::BoundOperation;
use crate::operation::{OperationShape, ServiceModel};
use crate::shape::Timestamp;
use crate::sign_in::SignIns;
use crate::store::{Store, Transaction, View};
use crate::upstream::Upstream;

pub use registration::{Configure, Mistake, Registration};
pub(crate) use registration::{checked, default_settings};

/// A service that the host serves.
#[async_trait]
pub trait ServicePlugin: Send + Sync + 'static {
    /// What the model says of the service.
    fn model(&self) -> &'static ServiceModel;

    /// All operations of the model, sorted by name, each bound to its handler; usually the generated `bind`.
    fn operations(self: Arc<Self>) -> Vec<BoundOperation>;

    /// Called once before the first request.
    ///
    /// # Errors
    /// An error keeps the host from starting.
    async fn start(&self, store: &dyn Store) -> Result<(), ServiceError> {
        let _ = store;
        Ok(())
    }

    /// Notes how requests used credentials. Called soon after there were requests, off every caller's time, with what is
    /// news of them: a use that was told is not told again for a minute.
    fn record_usage(&self, usage: &[Usage], now: Timestamp, state: &mut Transaction) {
        let _ = (usage, now, state);
    }

    /// Whether a state from elsewhere fits together: whether what one row says of another is so. Rows are of the forms of
    /// their collections already.
    ///
    /// # Errors
    /// What does not fit, for people; the state is refused then.
    fn check_state(&self, state: &View) -> Result<(), String> {
        let _ = state;
        Ok(())
    }

    /// Notes that there is this account, and since when if that was not known: called at every start with the account that
    /// exists from the start and those that are declared, and with one that is read from a description.
    fn note_account(&self, account: AccountId, now: Timestamp, state: &mut Transaction) {
        let _ = (account, now, state);
    }

    /// Makes what is declared and this service's to make; called at every start.
    ///
    /// # Errors
    /// What cannot be made, and why. It keeps the host from starting.
    fn bootstrap(
        &self,
        declared: &Bootstrap,
        now: Timestamp,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let _ = (declared, now, state);
        Ok(())
    }

    /// The answer to input that violates the constraints of the model, where a service has its own. `violated` is
    /// `ValidationError` with a message that names all violations.
    fn refuse_input(&self, violated: ServiceError) -> ServiceError {
        violated
    }

    /// The refusal of a request for the operation that is about to change what another request has changed since this one
    /// arrived. With none, the change is made after the other.
    fn refuse_race(&self, operation: &OperationShape) -> Option<ServiceError> {
        let _ = operation;
        None
    }

    /// The identities of the accounts, if this service has them.
    fn identity_directory(&self) -> Option<&dyn IdentityDirectory> {
        None
    }

    /// The organization's policies, if this service has them.
    fn guardrails(&self) -> Option<&dyn Guardrails> {
        None
    }

    /// The region that requests are for, whatever region they are signed for: that of a service with one endpoint for
    /// the whole world (IAM User Guide, "AWS global condition context keys", `aws:RequestedRegion`).
    fn only_region(&self) -> Option<&'static str> {
        None
    }

    /// The operations whose authorization rows have no checks.
    fn unchecked(&self) -> &'static [Unchecked] {
        &[]
    }

    /// What the authorization of this service does not cover, in sentences for people.
    fn not_covered(&self) -> &'static [&'static str] {
        &[]
    }

    /// Whether denials tell why to whoever belongs neither to the account of the resource nor to its organization.
    fn explains_denials_to_strangers(&self) -> bool {
        true
    }

    /// Whether denials carry an encoded authorization message, which `sts:DecodeAuthorizationMessage` makes readable, as
    /// those of EC2 do. "The documentation for an individual operation indicates whether that operation returns an encoded
    /// message" (`DecodeAuthorizationMessage`, AWS STS API Reference); of IAM, STS and Organizations, none does.
    fn encodes_denials(&self) -> bool {
        false
    }

    /// The identity providers of the accounts, if this service has them.
    fn identity_providers(&self) -> Option<&dyn IdentityProviders> {
        None
    }

    /// The signer of tokens for other services, if this service issues any.
    fn token_signer(&self) -> Option<&dyn TokenSigner> {
        None
    }

    /// The delegations of the accounts, if this service has them.
    fn delegations(&self) -> Option<&dyn Delegations> {
        None
    }

    /// The users who sign in with passwords, if this service has them.
    fn sign_ins(&self) -> Option<&dyn SignIns> {
        None
    }

    /// The policies attached to this service's resources, if it has any.
    fn resource_policies(&self) -> Option<&dyn ResourcePolicies> {
        None
    }

    /// What this service is if it runs elsewhere: its requests are authorized here and passed on.
    fn upstream(&self) -> Option<&dyn Upstream> {
        None
    }
}

/// One use of credentials.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Usage {
    /// The account.
    pub account: AccountId,
    /// Who.
    pub principal: Principal,
    /// With which access key.
    pub access_key_id: Option<String>,
    /// The signing name of the service that was called.
    pub service: &'static str,
    /// The operation.
    pub operation: &'static str,
    /// The region in the credential scope.
    pub region: String,
    /// When.
    pub at: Timestamp,
}
