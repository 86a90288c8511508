//! What a session token says.
//!
//! The form is postcard's: the fields in their order, numbers and lengths as varints. Whatever changes it needs a new
//! `VERSION` in `seal`, as tokens outlive the program that issued them.

use std::borrow::Cow;

use awsim_plugin::access_key::SECRET_BYTES;
use awsim_plugin::account::AccountId;
use awsim_plugin::caller::{Principal, Session, SessionTag};
use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;
use serde::{Deserialize, Serialize};

use super::TokenError;
use super::policies::{Policies, PoliciesClaim};

/// The claims of a token.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Claims<'c> {
    account: u64,
    secret: [u8; SECRET_BYTES],
    #[serde(borrow)]
    principal: PrincipalClaim<'c>,
    issued_at: i64,
    expires_at: i64,
    mfa_authenticated_at: Option<i64>,
    chained: bool,
    #[serde(borrow)]
    source_identity: Option<Cow<'c, str>>,
    #[serde(borrow)]
    federated_provider: Option<Cow<'c, str>>,
    federated_context: Cow<'c, [(String, Vec<String>)]>,
    policies: PoliciesClaim<'c>,
    tags: Cow<'c, [SessionTag]>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
enum PrincipalClaim<'c> {
    Root,
    #[serde(borrow)]
    User(EntityClaim<'c>),
    RoleSession {
        #[serde(borrow)]
        role: EntityClaim<'c>,
        #[serde(borrow)]
        session_name: Cow<'c, str>,
    },
    FederatedUser {
        #[serde(borrow)]
        name: Cow<'c, str>,
        #[serde(borrow)]
        issuer: Option<EntityClaim<'c>>,
    },
}

/// A user or a role.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct EntityClaim<'c> {
    #[serde(borrow)]
    id: Cow<'c, str>,
    #[serde(borrow)]
    name: Cow<'c, str>,
    #[serde(borrow)]
    path: Cow<'c, str>,
}

impl<'c> EntityClaim<'c> {
    fn of(id: &'c str, name: &'c str, path: &'c str) -> Self {
        Self { id: Cow::Borrowed(id), name: Cow::Borrowed(name), path: Cow::Borrowed(path) }
    }
}

impl<'c> Claims<'c> {
    /// The claims of a session.
    ///
    /// # Errors
    /// `PackedPolicyTooLarge` (400) if the session has more policies than a token can say.
    pub(super) fn of(
        account: AccountId,
        principal: &'c Principal,
        session: &'c Session,
        secret: [u8; SECRET_BYTES],
    ) -> Result<Self, ServiceError> {
        let policies = Policies {
            documents: Cow::Borrowed(&session.policies),
            arns: Cow::Borrowed(&session.policy_arns),
        };
        Ok(Self {
            account: account.number(),
            secret,
            principal: PrincipalClaim::of(principal),
            issued_at: session.issued_at.millis(),
            expires_at: session.expires_at.millis(),
            mfa_authenticated_at: session.mfa_authenticated_at.map(Timestamp::millis),
            chained: session.chained,
            source_identity: session.source_identity.as_deref().map(Cow::Borrowed),
            federated_provider: session.federated_provider.as_deref().map(Cow::Borrowed),
            federated_context: Cow::Borrowed(&session.federated_context),
            policies: PoliciesClaim::of(policies)?,
            tags: Cow::Borrowed(&session.tags),
        })
    }

    /// The claims in bytes.
    ///
    /// # Errors
    /// `ServiceFailure` if they cannot be written.
    pub(super) fn encode(&self) -> Result<Vec<u8>, ServiceError> {
        postcard::to_allocvec(self)
            .map_err(|error| ServiceError::failure(format!("the session cannot be sealed: {error}")))
    }

    /// Reads what [`Claims::encode`] wrote; what comes after it is padding.
    ///
    /// # Errors
    /// [`TokenError::Invalid`] if it did not write this.
    pub(super) fn decode(bytes: &'c [u8]) -> Result<Self, TokenError> {
        postcard::take_from_bytes(bytes).map(|(claims, _padding)| claims).map_err(|_| TokenError::Invalid)
    }

    /// Account, principal, session and secret.
    ///
    /// # Errors
    /// [`TokenError::Invalid`] if the account is none, or the policies cannot be read.
    pub(super) fn into_parts(
        self,
    ) -> Result<(AccountId, Principal, Session, [u8; SECRET_BYTES]), TokenError> {
        let account = AccountId::from_number(self.account).ok_or(TokenError::Invalid)?;
        let (policies, policy_arns) = self.policies.into_policies()?;
        let session = Session {
            issued_at: Timestamp::from_millis(self.issued_at),
            expires_at: Timestamp::from_millis(self.expires_at),
            policies,
            policy_arns,
            tags: self.tags.into_owned(),
            source_identity: self.source_identity.map(Cow::into_owned),
            mfa_authenticated_at: self.mfa_authenticated_at.map(Timestamp::from_millis),
            chained: self.chained,
            federated_provider: self.federated_provider.map(Cow::into_owned),
            federated_context: self.federated_context.into_owned(),
        };
        Ok((account, self.principal.into_principal(), session, self.secret))
    }
}

impl<'c> PrincipalClaim<'c> {
    fn of(principal: &'c Principal) -> Self {
        match principal {
            // An anonymous caller has no credentials to pass on. Should somebody seal them all the same, they are
            // those of a user whom no directory knows.
            Principal::Anonymous => Self::User(EntityClaim::of("", "", "")),
            Principal::Root => Self::Root,
            Principal::User { id, name, path } => Self::User(EntityClaim::of(id, name, path)),
            Principal::RoleSession { role_id, role_name, role_path, session_name } => Self::RoleSession {
                role: EntityClaim::of(role_id, role_name, role_path),
                session_name: Cow::Borrowed(session_name),
            },
            Principal::FederatedUser { name, issuer_id, issuer_name, issuer_path } => Self::FederatedUser {
                name: Cow::Borrowed(name),
                issuer: match (issuer_id, issuer_name, issuer_path) {
                    (Some(id), Some(name), Some(path)) => Some(EntityClaim::of(id, name, path)),
                    _ => None,
                },
            },
        }
    }

    fn into_principal(self) -> Principal {
        match self {
            Self::Root => Principal::Root,
            Self::User(user) => Principal::User {
                id: user.id.into_owned(),
                name: user.name.into_owned(),
                path: user.path.into_owned(),
            },
            Self::RoleSession { role, session_name } => Principal::RoleSession {
                role_id: role.id.into_owned(),
                role_name: role.name.into_owned(),
                role_path: role.path.into_owned(),
                session_name: session_name.into_owned(),
            },
            Self::FederatedUser { name, issuer } => {
                let (issuer_id, issuer_name, issuer_path) = issuer
                    .map(|issuer| {
                        (issuer.id.into_owned(), issuer.name.into_owned(), issuer.path.into_owned())
                    })
                    .map_or((None, None, None), |(id, name, path)| (Some(id), Some(name), Some(path)));
                Principal::FederatedUser { name: name.into_owned(), issuer_id, issuer_name, issuer_path }
            }
        }
    }
}
