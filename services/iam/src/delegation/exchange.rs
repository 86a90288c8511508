//! Exchange tokens: what a provider trades in for a session.

use awsim_plugin::caller::Principal;
use awsim_plugin::delegation::{Delegation, Delegations, TokenRefusal};
use awsim_plugin::directory::IdentityDirectory;
use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::View;
use data_encoding::BASE64URL_NOPAD;

use super::by_id;
use crate::state::{ApproverKind, Stage};
use crate::{Iam, random};

/// The random bytes of a token.
const RANDOM: usize = 48;

/// Between the id of the request and what is random in a token.
const DIVIDER: char = '.';

/// A token for the request with this id.
///
/// # Errors
/// `ServiceFailure` if no random numbers are to be had.
pub(super) fn new_token(id: &str) -> Result<Box<str>, ServiceError> {
    let random: [u8; RANDOM] = random::bytes()?;
    Ok(format!("{id}{DIVIDER}{}", BASE64URL_NOPAD.encode(&random)).into())
}

impl Delegations for Iam {
    fn delegation(&self, state: &View, token: &str, now: Timestamp) -> Result<Delegation, TokenRefusal> {
        let id = token.split_once(DIVIDER).map_or(token, |(id, _)| id);
        let found = by_id(state, id).ok_or(TokenRefusal::Unknown)?;
        let request = found.request;
        let sent = request
            .notifications
            .iter()
            .find(|told| told.exchange_token.as_deref().is_some_and(|sent| is_equal(sent, token)))
            .filter(|told| told.stage == Stage::Finalized)
            .ok_or(TokenRefusal::Unknown)?;
        let duration = i64::from(request.session_duration);
        let ends_at = Timestamp::from_seconds(sent.at.seconds() + duration);
        if now >= ends_at {
            return Err(TokenRefusal::Expired);
        }
        let (Some(account), Some(approver)) = (request.owner_account, &request.approver) else {
            return Err(TokenRefusal::Unknown);
        };
        let then = principal(&approver.who);
        let approver = self.current(state, account, &then).ok_or(TokenRefusal::Unknown)?;
        Ok(Delegation {
            account,
            approver,
            policy: request.policy.clone(),
            requestor: found.requestor,
            session_duration: duration,
            ends_at,
        })
    }
}

/// Whoever approved a request, under the name at the time.
fn principal(who: &ApproverKind) -> Principal {
    match who {
        ApproverKind::Root => Principal::Root,
        ApproverKind::User { id, name } => {
            Principal::User { id: id.to_string(), name: name.to_string(), path: "/".to_owned() }
        }
        ApproverKind::Role { id, name, session } => Principal::RoleSession {
            role_id: id.to_string(),
            role_name: name.to_string(),
            role_path: "/".to_owned(),
            session_name: session.to_string(),
        },
    }
}

/// Whether two tokens are equal, in a time that does not tell how much of them is.
fn is_equal(one: &str, other: &str) -> bool {
    one.len() == other.len()
        && one.bytes().zip(other.bytes()).fold(0, |different, (one, other)| different | (one ^ other)) == 0
}
