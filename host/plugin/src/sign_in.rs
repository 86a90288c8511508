//! Signing in with a password, as people do at AWS's console; offered by IAM, used by the host's admin interface.

use crate::account::AccountId;
use crate::caller::Principal;
use crate::error::ServiceError;
use crate::shape::Timestamp;
use crate::store::{Transaction, View};

/// What a password comes to for the user who is to sign in with it: worked out by [`SignIns::prove`], good for
/// [`SignIns::sign_in`] as long as the user's password stays the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasswordProof {
    /// The salt of the password's hash.
    pub salt: Box<str>,
    /// The hash.
    pub hash: Box<str>,
}

/// Who signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// The user.
    pub principal: Principal,
    /// Whether a code of an MFA device was needed, and was right.
    pub with_mfa: bool,
}

/// Users that sign in with passwords.
pub trait SignIns: Send + Sync {
    /// The account that has this alias.
    fn account_with_alias(&self, state: &View, alias: &str) -> Option<AccountId>;

    /// Works out what a password comes to. That takes milliseconds on purpose, also for users that there are not, and is
    /// no work for a thread that serves requests.
    ///
    /// # Errors
    /// `ServiceFailure` if it cannot be worked out.
    fn prove(
        &self,
        state: &View,
        account: AccountId,
        user_name: &str,
        password: &str,
    ) -> Result<PasswordProof, ServiceError>;

    /// Lets a user sign in, and notes when. A code of an MFA device is needed if the user has one, and is used up.
    ///
    /// # Errors
    /// `AuthenticationFailed` (403) for a wrong name, password or code, which are not told apart; with the right ones
    /// `MultiFactorAuthenticationRequired` (403) without a code, and `PasswordExpired` or `PasswordResetRequired` (403) for a
    /// password that has to be replaced first.
    fn sign_in(
        &self,
        state: &mut Transaction,
        account: AccountId,
        user_name: &str,
        proof: &PasswordProof,
        mfa_code: Option<&str>,
        now: Timestamp,
    ) -> Result<SignedIn, ServiceError>;
}

/// The answer to a wrong account, name, password or code, which are not told apart.
pub fn authentication_failed() -> ServiceError {
    let message = "Your authentication information is incorrect. Please try again.";
    ServiceError::sender("AuthenticationFailed", 403, message)
}
