//! Handshakes: one account asks, the other agrees or does not.
//!
//! An invitation is open from the start. Enabling all features is two kinds of handshake: one that the organization sends to
//! itself, which waits until all others have been accepted, and one to each account that was invited, which is part of it.

mod accept;
mod all_features;
mod cancel;
mod decline;
mod describe;
mod invite;
mod list;
mod parties;

#[cfg(test)]
mod tests;

pub(crate) use invite::party;
pub(crate) use parties::description;

use awsim_plugin::account::AccountId;
use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::{Transaction, View};

use crate::errors;
use crate::generated::{ActionType, HandshakeState};
use crate::state::{HANDSHAKES, Handshake, Party, RECEIVED, Received, Step, owner};

/// A handshake with its id and the account that sent it.
struct Found {
    id: String,
    sender: AccountId,
    handshake: Handshake,
}

/// The handshake of this id, if `account` sent or received it, and it is not too old.
///
/// # Errors
/// `HandshakeNotFoundException`.
fn find(state: &View, account: AccountId, id: &str, now: Timestamp) -> Result<Found, ServiceError> {
    Handshake::find(state, account, id)
        .filter(|(_, handshake)| handshake.is_shown(now))
        .map(|(sender, handshake)| Found { id: id.to_owned(), sender, handshake: handshake.clone() })
        .ok_or_else(errors::no_such_handshake)
}

/// Refuses what cannot be done with a handshake that has come to a state.
///
/// # Errors
/// `HandshakeAlreadyInStateException` if that is where it is to go, `InvalidHandshakeTransitionException` if it has ended
/// otherwise.
fn refuse_ended(handshake: &Handshake, to: HandshakeState, now: Timestamp) -> Result<(), ServiceError> {
    match handshake.state(now) {
        HandshakeState::Requested | HandshakeState::Open => Ok(()),
        state if state == to => Err(errors::handshake_already_in_state()),
        _ => Err(errors::invalid_transition()),
    }
}

/// Sends a handshake to an account.
pub(crate) fn send(
    state: &mut Transaction,
    sender: AccountId,
    id: &str,
    handshake: Handshake,
    recipient: Option<AccountId>,
) {
    state.insert(&HANDSHAKES, sender, id.to_owned(), handshake);
    if let Some(recipient) = recipient {
        state.insert(&RECEIVED, recipient, id.to_owned(), Received { sender });
    }
}

/// The account behind a party, if it is known here.
pub(crate) fn account_of(state: &View, party: &Party) -> Option<AccountId> {
    match party {
        Party::Account(account) => Some(*account),
        Party::Email(email) => owner::with_email(state, email),
        Party::Organization => None,
    }
}

/// Lets a handshake take a step.
fn step(state: &mut Transaction, found: &mut Found, step: Step) {
    found.handshake.step = step;
    state.update(&HANDSHAKES, found.sender, &*found.id, |handshake| handshake.step = step);
}

/// The handshakes of an organization that can still be answered, with their ids.
fn pending(state: &View, sender: AccountId, now: Timestamp) -> impl Iterator<Item = (&String, &Handshake)> {
    state.iter(&HANDSHAKES, sender).filter(move |(_, handshake)| handshake.is_pending(now))
}

/// How many invitations of an organization can still be accepted.
pub(crate) fn open_invitations(state: &View, sender: AccountId, now: Timestamp) -> usize {
    pending(state, sender, now).filter(|(_, handshake)| handshake.action == ActionType::Invite).count()
}

/// Cancels all handshakes of an organization that `which` picks and that can still be answered.
fn cancel(state: &mut Transaction, sender: AccountId, now: Timestamp, which: impl Fn(&Handshake) -> bool) {
    let ids: Vec<String> = pending(state, sender, now)
        .filter(|(_, handshake)| which(handshake))
        .map(|(id, _)| id.clone())
        .collect();
    for id in ids {
        state.update(&HANDSHAKES, sender, &id, |handshake| handshake.step = Step::Canceled(now));
    }
}

/// Cancels all handshakes of an organization that is deleted.
pub(crate) fn cancel_all(state: &mut Transaction, sender: AccountId, now: Timestamp) {
    cancel(state, sender, now, |_| true);
}

/// Cancels what an account that leaves its organization was still asked to agree to; others may have waited for it only.
pub(crate) fn forget_member(
    state: &mut Transaction,
    management: AccountId,
    member: AccountId,
    now: Timestamp,
) {
    let asked = |handshake: &Handshake| {
        handshake.action == ActionType::ApproveAllFeatures && handshake.recipient == Party::Account(member)
    };
    cancel(state, management, now, asked);
    all_features::open_if_agreed(state, management, now);
}
