//! `EnableAllFeatures`, and how it comes to its end.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::account::AccountId;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::{Transaction, View};

use super::{cancel, description, pending, send};
use crate::generated::operations::EnableAllFeatures;
use crate::generated::{AccountJoinedMethod, ActionType};
use crate::generated::{EnableAllFeaturesRequest, EnableAllFeaturesResponse};
use crate::seat::Seat;
use crate::state::{ACCOUNTS, HANDSHAKES, Handshake, ORGANIZATIONS, Party, Step, Subject};
use crate::{Organizations, errors, ids};

impl Handler<EnableAllFeatures> for Organizations {
    type Mode = Write;

    fn access(
        &self,
        _input: &EnableAllFeaturesRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![Check::on_any("organizations:EnableAllFeatures")])
    }

    fn call(
        &self,
        _input: EnableAllFeaturesRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<EnableAllFeaturesResponse, ServiceError> {
        let seat = Seat::managing(cx, state)?;
        if seat.record(state)?.all_features {
            let message = "The organization already has all features enabled.";
            return Err(errors::handshake_constraint("ORGANIZATION_ALREADY_HAS_ALL_FEATURES", message));
        }
        if pending(state, seat.management, cx.now).any(|(_, one)| one.action == ActionType::EnableAllFeatures)
        {
            let message = "The organization has already started the process to enable all features.";
            return Err(errors::handshake_constraint(
                "ORGANIZATION_IS_ALREADY_PENDING_ALL_FEATURES_MIGRATION",
                message,
            ));
        }
        // "All pending invitations for other accounts to join the organization are automatically canceled."
        cancel(state, seat.management, cx.now, |handshake| handshake.action == ActionType::Invite);
        let handshake = |action, recipient, parent: Option<&str>| Handshake {
            action,
            organization: seat.organization.clone(),
            recipient,
            step: if parent.is_some() { Step::Open } else { Step::Requested },
            requested: cx.now,
            expires: cx.now.plus_seconds(Handshake::ALL_FEATURES),
            subject: Subject { parent: parent.map(Into::into), ..Subject::default() },
        };
        let id = ids::new(ids::HANDSHAKE)?;
        send(
            state,
            seat.management,
            &id,
            handshake(ActionType::EnableAllFeatures, Party::Organization, None),
            None,
        );
        for account in invited(state, &seat) {
            let part = handshake(ActionType::ApproveAllFeatures, Party::Account(account), Some(&id));
            send(state, seat.management, &ids::new(ids::HANDSHAKE)?, part, Some(account));
        }
        open_if_agreed(state, seat.management, cx.now);
        let sent = state.get(&HANDSHAKES, seat.management, &*id).ok_or_else(errors::no_such_handshake)?;
        Ok(EnableAllFeaturesResponse {
            handshake: Some(description(state, seat.management, &id, sent, cx.now)),
        })
    }
}

/// The accounts that must agree: those that were invited.
fn invited(state: &View, seat: &Seat) -> Vec<AccountId> {
    let accounts = state.iter(&ACCOUNTS, seat.management).map(|(_, account)| account);
    accounts
        .filter(|account| {
            account.joined_method == AccountJoinedMethod::Invited && account.id != seat.management
        })
        .map(|account| account.id)
        .collect()
}

/// Lets the organization finalize the process once nobody is waited for any more.
pub(super) fn open_if_agreed(state: &mut Transaction, management: AccountId, now: Timestamp) {
    let Some(id) = pending(state, management, now)
        .find(|(_, handshake)| handshake.action == ActionType::EnableAllFeatures)
        .map(|(id, _)| id.clone())
    else {
        return;
    };
    // A part that was declined stands in the way until its account has left.
    let stands = |handshake: &Handshake| {
        handshake.subject.parent.as_deref() == Some(id.as_str())
            && matches!(handshake.step, Step::Open | Step::Declined(_))
            && is_member(state, management, &handshake.recipient)
    };
    if !state.iter(&HANDSHAKES, management).any(|(_, handshake)| stands(handshake)) {
        state.update(&HANDSHAKES, management, &id, |handshake| handshake.step = Step::Open);
    }
}

fn is_member(state: &View, management: AccountId, party: &Party) -> bool {
    matches!(party, Party::Account(account) if state.contains(&ACCOUNTS, management, &account.to_string()))
}

/// Enables all features.
pub(super) fn finalize(state: &mut Transaction, management: AccountId) {
    state.update(&ORGANIZATIONS, management, &(), |organization| organization.all_features = true);
}

/// Cancels the parts of a process that was canceled.
pub(super) fn cancel_parts(state: &mut Transaction, management: AccountId, id: &str, now: Timestamp) {
    cancel(state, management, now, |handshake| handshake.subject.parent.as_deref() == Some(id));
}
