//! Who is calling.
//!
//! | credentials | enforcement off | enforcement on |
//! |---|---|---|
//! | the configured root credentials | root of the default account | the same |
//! | an active access key of an IAM user | that user | the same |
//! | an inactive access key | refused | refused |
//! | a session token issued here, with its access key | that session | the same |
//! | the same, expired, or of a user or role that is gone | refused | refused |
//! | an access key id of an account of this host that is not known, or without its session token | refused | refused |
//! | the same at IAM, if AWS does not let it reach IAM | that session | refused |
//! | any of an account that is closed | refused | refused |
//! | anything else | root of the default account | refused |
//! | none | anonymous, for operations that AWS serves unsigned, and for Amazon S3; else refused | the same |
//!
//! The account is never read out of an access key id that nobody issued: whoever comes with unknown credentials is in
//! the default account. Where signatures are verified, credentials without a known secret are refused too.

mod error;

#[cfg(test)]
mod tests;

pub use error::AuthenticationError;

use std::borrow::Cow;

use awsim_plugin::access_key;
use awsim_plugin::account::AccountId;
use awsim_plugin::caller::{Caller, Principal};
use awsim_plugin::directory::{Guardrails, IdentityDirectory};
use awsim_plugin::operation::OperationShape;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::View;

use crate::config::Root;
use crate::incoming::Incoming;
use crate::session::{TokenError, TokenSealer};
use crate::sigv4::{Examined, Signature, SigningKeys, StreamedContent};

/// All that is needed to tell who is calling.
pub struct Authenticator<'a> {
    /// The configured access key of the account root.
    pub root: &'a Root,
    /// The account that the root credentials, and unknown ones, belong to.
    pub default_account: AccountId,
    /// Whether unknown credentials are refused.
    pub enforcing: bool,
    /// Whether signatures are verified.
    pub verifying: bool,
    /// Whether the service serves anybody, and its policies say whom.
    pub anonymous: bool,
    /// What opens session tokens.
    pub sessions: &'a TokenSealer,
    /// The signing keys last used.
    pub signing_keys: &'a SigningKeys,
    /// The users and roles, if a service offers them.
    pub directory: Option<&'a dyn IdentityDirectory>,
    /// What tells whether an account is closed, if a service does.
    pub guardrails: Option<&'a dyn Guardrails>,
    /// The state in which they are looked up.
    pub state: &'a View,
}

awsim_plugin::partial_debug!(
    Authenticator<'_>,
    |authenticator| default_account = authenticator.default_account,
    enforcing = authenticator.enforcing,
    verifying = authenticator.verifying,
    anonymous = authenticator.anonymous
);

/// A signature, and the secret that it must have been made with.
type Proof<'r, 'a> = (Examined<'r>, Cow<'a, str>);

/// A caller together with the secret that the request must be signed with; none if the credentials are unknown.
type Known<'a> = (Caller, Option<Cow<'a, str>>);

impl<'a> Authenticator<'a> {
    /// Who sent a request for `operation`.
    ///
    /// # Errors
    /// [`AuthenticationError`] if the request is refused.
    pub fn caller(
        &self,
        incoming: &Incoming,
        signature: Option<&Signature<'_>>,
        operation: &OperationShape,
        now: Timestamp,
    ) -> Result<Caller, AuthenticationError> {
        let Some(signature) = signature else { return self.unsigned(operation) };
        let (caller, proof) = self.examined(incoming, signature, now)?;
        if let Some((examined, secret)) = proof {
            examined.verify(&secret, self.signing_keys)?;
        }
        Ok(caller)
    }

    /// Who sent a request for `operation` whose body is still to come, and what checks the body while it passes.
    ///
    /// # Errors
    /// [`AuthenticationError`] if the request is refused.
    pub fn streaming_caller(
        &self,
        incoming: &Incoming,
        signature: Option<&Signature<'_>>,
        operation: &OperationShape,
        now: Timestamp,
    ) -> Result<(Caller, StreamedContent), AuthenticationError> {
        let (caller, proof) = match signature {
            Some(signature) => self.examined(incoming, signature, now)?,
            None => (self.unsigned(operation)?, None),
        };
        let content = match proof {
            Some((examined, secret)) => examined.streamed(&secret, self.signing_keys)?,
            None => StreamedContent::unverified(incoming)?,
        };
        Ok((caller, content))
    }

    fn unsigned(&self, operation: &OperationShape) -> Result<Caller, AuthenticationError> {
        match operation.unsigned || self.anonymous {
            true => Ok(Caller::anonymous(self.default_account)),
            false => Err(AuthenticationError::MissingToken),
        }
    }

    /// Whom a signature belongs to, and with what it has to be verified; nothing if signatures are not.
    fn examined<'r>(
        &self,
        incoming: &'r Incoming,
        signature: &'r Signature<'r>,
        now: Timestamp,
    ) -> Result<(Caller, Option<Proof<'r, 'a>>), AuthenticationError> {
        // AWS complains of an old date before it looks for the key.
        let examined = self.verifying.then(|| Examined::new(incoming, signature, now)).transpose()?;
        let (caller, secret) = self.known(signature, now)?;
        if self.guardrails.is_some_and(|guardrails| guardrails.is_closed(self.state, caller.account)) {
            return Err(AuthenticationError::InvalidToken);
        }
        if self.enforcing && !reaches(&caller, &signature.scope.service) {
            return Err(AuthenticationError::InvalidToken);
        }
        let proof = match examined {
            Some(examined) => Some((examined, secret.ok_or(AuthenticationError::InvalidToken)?)),
            None => None,
        };
        Ok((caller, proof))
    }

    /// Whom the credentials belong to.
    fn known(&self, signature: &Signature<'_>, now: Timestamp) -> Result<Known<'a>, AuthenticationError> {
        let access_key_id = &*signature.scope.access_key_id;
        if let Some(token) = signature.session_token.as_deref() {
            match self.sessions.unseal(token, access_key_id, now) {
                Ok(opened) => {
                    let caller = self.still_there(opened.caller)?;
                    return Ok((caller, Some(opened.secret_access_key.into())));
                }
                // Somebody else's token: as good as none where nothing is enforced.
                Err(TokenError::Invalid) if !self.enforcing => {}
                Err(error) => return Err(error.into()),
            }
        }
        if access_key_id == self.root.access_key_id {
            return Ok((self.root(access_key_id), Some(Cow::Borrowed(&*self.root.secret_access_key))));
        }
        if let Some(key) =
            self.directory.and_then(|directory| directory.access_key(self.state, access_key_id))
        {
            if !key.active {
                return Err(AuthenticationError::InvalidToken);
            }
            let caller = Caller {
                account: key.account,
                principal: key.owner,
                access_key_id: Some(access_key_id.to_owned()),
                session: None,
            };
            return Ok((caller, Some(key.secret.into())));
        }
        if self.enforcing || self.was_issued_here(access_key_id) {
            return Err(AuthenticationError::InvalidToken);
        }
        Ok((self.root(access_key_id), None))
    }

    /// Whether an access key id says that it belongs to an account of ours, which is the default one or any of which
    /// something is kept: if the id is not known, it was deleted, or its session token is missing or another's.
    fn was_issued_here(&self, access_key_id: &str) -> bool {
        let account = access_key::account_of(access_key_id);
        account.is_some_and(|account| account == self.default_account || self.state.has_rows(account))
    }

    fn root(&self, access_key_id: &str) -> Caller {
        Caller { access_key_id: Some(access_key_id.to_owned()), ..Caller::root(self.default_account) }
    }

    /// The caller of a session under its present name; a session ends with the user or role that it belongs to.
    fn still_there(&self, caller: Caller) -> Result<Caller, AuthenticationError> {
        let Some(directory) = self.directory else { return Ok(caller) };
        if caller.principal == Principal::Root {
            return Ok(caller);
        }
        let principal = directory
            .current(self.state, caller.account, &caller.principal)
            .ok_or(AuthenticationError::InvalidToken)?;
        Ok(Caller { principal, ..caller })
    }
}

/// Whether credentials are good for a service at all, whatever policies say: those of `GetSessionToken` reach IAM only
/// with multi-factor authentication, those of `GetFederationToken` never (see the API reference of both). IAM answers
/// them as if it did not know them. The other sessions of root and other users (`AssumeRoot`, `GetDelegatedAccessToken`)
/// differ from those of `GetSessionToken` in that a policy limits them.
fn reaches(caller: &Caller, service: &str) -> bool {
    let Some(session) = caller.session.as_deref().filter(|_| service == "iam") else { return true };
    match caller.principal {
        Principal::Root | Principal::User { .. } => {
            session.has_policies() || session.mfa_authenticated_at.is_some()
        }
        Principal::FederatedUser { .. } => false,
        Principal::RoleSession { .. } | Principal::Anonymous => true,
    }
}
