//! Transfers of responsibility: the management account of one organization manages the bills of another.
//!
//! The organization that acts invites the other, and is the target of the transfer; for it the transfer is inbound. The other
//! is the source, and the transfer is outbound for it.

mod dates;
mod describe;
mod invite;
mod list;
mod terminate;
mod update;

#[cfg(test)]
mod tests;

use awsim_plugin::account::AccountId;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::{Transaction, View};

use crate::arn::Arns;
use crate::errors;
use crate::generated;
use crate::generated::{
    HandshakeState, ResponsibilityTransferStatus, ResponsibilityTransferType, TransferParticipant,
};
use crate::seat::Seat;
use crate::state::{HANDSHAKES, Handshake, OUTBOUND, TRANSFERS, Transfer, owner};

/// How far a transfer has come.
fn status(
    state: &View,
    target: AccountId,
    transfer: &Transfer,
    now: Timestamp,
) -> ResponsibilityTransferStatus {
    if transfer.ends.is_some() {
        return ResponsibilityTransferStatus::Withdrawn;
    }
    match state.get(&HANDSHAKES, target, &*transfer.handshake).map(|handshake| handshake.state(now)) {
        Some(HandshakeState::Requested | HandshakeState::Open) => ResponsibilityTransferStatus::Requested,
        Some(HandshakeState::Accepted) => ResponsibilityTransferStatus::Accepted,
        Some(HandshakeState::Declined) => ResponsibilityTransferStatus::Declined,
        Some(HandshakeState::Canceled) | None => ResponsibilityTransferStatus::Canceled,
        Some(HandshakeState::Expired) => ResponsibilityTransferStatus::Expired,
    }
}

/// The transfer as answers have it.
fn description(
    state: &View,
    seat: &Seat,
    target: AccountId,
    id: &str,
    transfer: &Transfer,
    now: Timestamp,
) -> generated::ResponsibilityTransfer {
    let status = status(state, target, transfer, now);
    let arns = Arns { management: seat.management, organization: &seat.organization };
    let pending = status == ResponsibilityTransferStatus::Requested;
    generated::ResponsibilityTransfer {
        arn: Some(arns.transfer(target == seat.management, id)),
        name: Some(transfer.name.to_string()),
        id: Some(id.to_owned()),
        r#type: Some(ResponsibilityTransferType::Billing),
        status: Some(status),
        source: Some(TransferParticipant {
            management_account_id: transfer.source.map(|account| account.to_string()),
            management_account_email: Some(transfer.source_email.to_string()),
        }),
        target: Some(TransferParticipant {
            management_account_id: Some(target.to_string()),
            management_account_email: Some(owner::of(state, target).email.into()),
        }),
        start_timestamp: Some(transfer.starts),
        end_timestamp: transfer.ends,
        active_handshake_id: pending.then(|| transfer.handshake.to_string()),
    }
}

/// The transfer of this id that the caller's organization takes part in, and the account that acts.
///
/// # Errors
/// `ResponsibilityTransferNotFoundException`.
fn find(state: &View, seat: &Seat, id: &str) -> Result<(AccountId, Transfer), ServiceError> {
    Transfer::find(state, seat.management, id)
        .map(|(target, transfer)| (target, transfer.clone()))
        .ok_or_else(errors::no_such_transfer)
}

/// Whether a transfer is offered or in force.
fn is_ongoing(state: &View, target: AccountId, transfer: &Transfer, now: Timestamp) -> bool {
    use ResponsibilityTransferStatus::{Accepted, Requested};
    matches!(status(state, target, transfer, now), Requested | Accepted)
}

/// Refuses to go on while the account takes part in a transfer that is offered or in force.
///
/// # Errors
/// `ConstraintViolationException`.
pub(crate) fn refuse_ongoing(
    state: &View,
    management: AccountId,
    now: Timestamp,
) -> Result<(), ServiceError> {
    let inbound = state.iter(&TRANSFERS, management).map(|(_, transfer)| (management, transfer));
    let outbound = state
        .iter(&OUTBOUND, management)
        .filter_map(|(id, target)| Some((*target, state.get(&TRANSFERS, *target, id)?)));
    if !inbound.chain(outbound).any(|(target, transfer)| is_ongoing(state, target, transfer, now)) {
        return Ok(());
    }
    let message = "You cannot delete organization due to an ongoing responsibility transfer process.";
    Err(errors::constraint("ACTIVE_RESPONSIBILITY_TRANSFER_PROCESS", message))
}

/// Lets the caller, who manages an organization, agree to a transfer that `target` offers.
///
/// # Errors
/// `AccessDeniedException` for accounts that manage no organization; `HandshakeConstraintViolationException` if the bills
/// are managed by somebody already.
pub(crate) fn accept(
    cx: &Context<'_>,
    state: &mut Transaction,
    handshake: &Handshake,
    target: AccountId,
) -> Result<(), ServiceError> {
    let seat = Seat::managing(cx, state)?;
    let accepted = |(target, transfer): (AccountId, &Transfer)| {
        status(state, target, transfer, cx.now) == ResponsibilityTransferStatus::Accepted
    };
    let is_transferred = state
        .iter(&OUTBOUND, seat.management)
        .filter_map(|(id, target)| Some((*target, state.get(&TRANSFERS, *target, id)?)))
        .any(accepted);
    if is_transferred {
        let message = "You cannot perform this operation with the current transfer.";
        return Err(errors::handshake_constraint("RESPONSIBILITY_TRANSFER_ALREADY_EXISTS", message));
    }
    if let Some(id) = handshake.subject.transfer.as_deref() {
        state.update(&TRANSFERS, target, id, |transfer| transfer.source = Some(seat.management));
        state.insert(&OUTBOUND, seat.management, id.to_owned(), target);
    }
    Ok(())
}
