//! Handshakes and the transfers that they offer: whoever received one finds it at its sender, and each finds the other. They
//! outlive the organizations that they are about.

use awsim_plugin::account::AccountId;
use awsim_plugin::consistency::{demand, refuse_repetition};
use awsim_plugin::store::View;

use crate::state::{HANDSHAKES, OUTBOUND, Party, RECEIVED, TRANSFERS};

pub(super) fn check(state: &View) -> Result<(), String> {
    let senders = || state.accounts(&HANDSHAKES);
    refuse_repetition(
        "handshakes",
        senders().flat_map(|sender| state.iter(&HANDSHAKES, sender)).map(|(id, _)| id),
    )?;
    senders().try_for_each(|sender| sent(state, sender))?;
    for recipient in state.accounts(&RECEIVED) {
        for (id, received) in state.iter(&RECEIVED, recipient) {
            demand(state.contains(&HANDSHAKES, received.sender, id), || {
                format!("{recipient} received the handshake {id:?}, which {} did not send", received.sender)
            })?;
        }
    }
    transfers(state)
}

fn sent(state: &View, sender: AccountId) -> Result<(), String> {
    for (id, handshake) in state.iter(&HANDSHAKES, sender) {
        if let Party::Account(recipient) = handshake.recipient {
            let received = state.get(&RECEIVED, recipient, id);
            demand(received.is_some_and(|received| received.sender == sender), || {
                format!("{recipient} did not receive the handshake {id:?}, which {sender} sent")
            })?;
        }
        let parent = handshake.subject.parent.as_deref();
        demand(parent.is_none_or(|parent| state.contains(&HANDSHAKES, sender, parent)), || {
            format!("the handshake {id:?} is part of {parent:?}, which is not there")
        })?;
        let transfer = handshake.subject.transfer.as_deref();
        demand(transfer.is_none_or(|transfer| state.contains(&TRANSFERS, sender, transfer)), || {
            format!("the handshake {id:?} offers the transfer {transfer:?}, which is not there")
        })?;
    }
    Ok(())
}

fn transfers(state: &View) -> Result<(), String> {
    for target in state.accounts(&TRANSFERS) {
        for (id, transfer) in state.iter(&TRANSFERS, target) {
            demand(state.contains(&HANDSHAKES, target, &*transfer.handshake), || {
                format!("the transfer {id:?} was offered by {:?}, which is not there", transfer.handshake)
            })?;
        }
    }
    for source in state.accounts(&OUTBOUND) {
        for (id, target) in state.iter(&OUTBOUND, source) {
            demand(state.contains(&TRANSFERS, *target, id), || {
                format!("{source} takes part in the transfer {id:?}, which {target} has not")
            })?;
        }
    }
    Ok(())
}
