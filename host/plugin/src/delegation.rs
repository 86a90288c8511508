//! Access that a customer delegates to a product provider for a while ("IAM temporary delegation" in the IAM User
//! Guide).
//!
//! IAM keeps the delegation requests. When the customer sends the exchange token of an approved one, the provider
//! trades it in at STS (`GetDelegatedAccessToken`) for a session of whoever approved the request, limited to what was
//! asked for.

use std::sync::Arc;

use crate::account::AccountId;
use crate::caller::Principal;
use crate::shape::Timestamp;
use crate::store::View;

/// The delegations of the accounts; offered by IAM, used by STS.
pub trait Delegations: Send + Sync {
    /// What the exchange token stands for.
    ///
    /// # Errors
    /// [`TokenRefusal`] if it stands for nothing, or not any more.
    fn delegation(&self, state: &View, token: &str, now: Timestamp) -> Result<Delegation, TokenRefusal>;
}

/// Delegated access.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delegation {
    /// The account that the access is to.
    pub account: AccountId,
    /// Who approved the request, under the present name: the session has this principal's permissions at most.
    pub approver: Principal,
    /// The policy that limits the session: the rendered template of the request.
    pub policy: Arc<str>,
    /// The account that asked for the access and may trade in the token.
    pub requestor: AccountId,
    /// How long a session may last, in seconds.
    pub session_duration: i64,
    /// When the access ends: the time begins when the token is sent.
    pub ends_at: Timestamp,
}

/// Why an exchange token is good for nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TokenRefusal {
    /// No such token was ever sent, or whoever approved the request is gone.
    #[error("no such token was ever sent, or whoever approved the request is gone")]
    Unknown,
    /// The access has ended.
    #[error("the access has ended")]
    Expired,
}
