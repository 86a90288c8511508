//! What the operations that make sessions have in common.

pub(crate) mod contexts;
pub(crate) mod mfa;
pub(crate) mod packed;
pub(crate) mod policies;
pub(crate) mod tags;

use awsim_plugin::account::AccountId;
use awsim_plugin::caller::{Principal, Session};
use awsim_plugin::context::Context;
use awsim_plugin::directory::RoleRecord;
use awsim_plugin::error::ServiceError;
use awsim_plugin::session::{MAX_TOKEN_SIZE, TemporaryCredentials};

use crate::errors::access_denied;
use crate::generated::Credentials;

/// The longest session of a root user, and the longest that temporary credentials can be exchanged for, in seconds.
pub(crate) const HOUR: i64 = 3600;

/// How long a session lasts that is made from long-term credentials: 12 hours by default; an hour at most for a root
/// user, whatever was asked for.
pub(crate) fn duration_of_long_term(cx: &Context<'_>, requested: Option<i32>) -> i64 {
    const TWELVE_HOURS: i64 = 12 * HOUR;
    let requested = requested.map(i64::from);
    match cx.caller.principal {
        Principal::Root => requested.unwrap_or(HOUR).min(HOUR),
        _ => requested.unwrap_or(TWELVE_HOURS),
    }
}

/// How long a session of a role lasts: an hour unless the request says otherwise.
///
/// # Errors
/// `ValidationError` (400) if it asks for more than the role permits.
pub(crate) fn of_role(role: &RoleRecord, requested: Option<i32>) -> Result<i64, ServiceError> {
    let seconds = requested.map_or(HOUR, i64::from);
    if seconds > role.max_session_duration {
        return Err(ServiceError::validation(
            "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
        ));
    }
    Ok(seconds)
}

/// Refuses credentials that AWS does not let call an operation of STS, whatever policies say: those of
/// `GetSessionToken` reach only `AssumeRole` and `GetCallerIdentity`, those of `GetFederationToken` only the latter (see
/// the API reference of both).
///
/// # Errors
/// `AccessDenied` (403).
pub(crate) fn refuse_unreachable(cx: &Context<'_>, operation: &str) -> Result<(), ServiceError> {
    let refused = match cx.caller.principal {
        Principal::Root | Principal::User { .. } => cx.caller.session.is_some() && operation != "AssumeRole",
        Principal::FederatedUser { .. } => true,
        Principal::RoleSession { .. } | Principal::Anonymous => false,
    };
    if refused && cx.host.enforcing() {
        return Err(access_denied(format!("Cannot call {operation} with session credentials")));
    }
    Ok(())
}

/// A session that starts now.
pub(crate) fn starting(cx: &Context<'_>, seconds: i64) -> Session {
    let issued_at = cx.now.to_the_second();
    Session { issued_at, expires_at: issued_at.plus_seconds(seconds), ..Session::default() }
}

/// Issued credentials and what an answer says of their token.
pub(crate) struct Issued {
    pub(crate) credentials: Credentials,
    /// Both only if a minimum size was asked for, as answers did not have them before that could be.
    pub(crate) token_size: Option<i32>,
    pub(crate) token_utilization: Option<i32>,
}

/// Issues the credentials of a session.
pub(crate) fn issue(
    cx: &Context<'_>,
    account: AccountId,
    principal: &Principal,
    session: &Session,
    minimum_token_size: Option<i32>,
) -> Result<Issued, ServiceError> {
    let minimum = minimum_token_size.and_then(|size| usize::try_from(size).ok()).unwrap_or(0);
    let TemporaryCredentials { access_key_id, secret_access_key, session_token, expiration } =
        cx.host.sessions().issue(account, principal, session, minimum)?;
    let size = session_token.len();
    let told = |number: usize| minimum_token_size.and_then(|_| i32::try_from(number).ok());
    Ok(Issued {
        token_size: told(size),
        token_utilization: told(size * 100 / MAX_TOKEN_SIZE),
        credentials: Credentials { access_key_id, secret_access_key, session_token, expiration },
    })
}
