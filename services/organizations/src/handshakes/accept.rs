//! `AcceptHandshake`.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::{Found, account_of, all_features, description, find, refuse_ended, step};
use crate::generated::operations::AcceptHandshake;
use crate::generated::{AcceptHandshakeRequest, AcceptHandshakeResponse};
use crate::generated::{AccountJoinedMethod, ActionType, HandshakeState};
use crate::seat::Seat;
use crate::state::{ACCOUNTS, Organization, Party, Step};
use crate::{Organizations, access, errors};
use crate::{accounts, service_linked_role, transfers};

impl Handler<AcceptHandshake> for Organizations {
    type Mode = Write;

    fn access(
        &self,
        input: &AcceptHandshakeRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        let mut checks = vec![access::on("organizations:AcceptHandshake", cx, state, &input.handshake_id)];
        let moves = find(state, cx.account(), &input.handshake_id, cx.now)
            .is_ok_and(|found| found.handshake.action == ActionType::Invite)
            && Organization::of(state, cx.account()).is_some();
        if moves {
            checks.push(Check::on_any("organizations:LeaveOrganization"));
        }
        Ok(checks)
    }

    fn call(
        &self,
        input: AcceptHandshakeRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<AcceptHandshakeResponse, ServiceError> {
        let mut found = find(state, cx.account(), &input.handshake_id, cx.now)?;
        if !is_recipient(cx, state, &found) {
            return Err(errors::access_denied());
        }
        refuse_ended(&found.handshake, HandshakeState::Accepted, cx.now)?;
        match found.handshake.action {
            ActionType::Invite => self.accept_invitation(cx, state, &found)?,
            ActionType::EnableAllFeatures if found.handshake.step == Step::Requested => {
                return Err(errors::invalid_transition());
            }
            ActionType::EnableAllFeatures => all_features::finalize(state, found.sender),
            ActionType::TransferResponsibility => {
                transfers::accept(cx, state, &found.handshake, found.sender)?
            }
            ActionType::ApproveAllFeatures | ActionType::AddOrganizationsServiceLinkedRole => {}
        }
        step(state, &mut found, Step::Accepted(cx.now));
        all_features::open_if_agreed(state, found.sender, cx.now);
        let answer = description(state, found.sender, &found.id, &found.handshake, cx.now);
        Ok(AcceptHandshakeResponse { handshake: Some(answer) })
    }
}

/// Whether a handshake was sent to the caller.
pub(super) fn is_recipient(cx: &Context<'_>, state: &View, found: &Found) -> bool {
    match &found.handshake.recipient {
        Party::Organization => found.sender == cx.account(),
        party => account_of(state, party) == Some(cx.account()),
    }
}

impl Organizations {
    /// Lets the caller's account join the organization that invited it; it leaves another one for that.
    fn accept_invitation(
        &self,
        cx: &Context<'_>,
        state: &mut Transaction,
        found: &Found,
    ) -> Result<(), ServiceError> {
        let account = cx.account();
        let there = Seat::of_account(state, found.sender).ok_or_else(errors::no_such_handshake)?;
        if state.count(&ACCOUNTS, there.management) >= self.quotas().accounts as usize {
            return Err(errors::too_many_accounts_by_handshake());
        }
        if there.record(state)?.all_features {
            service_linked_role::refuse_without_permission(cx, state)?;
        }
        if Organization::of(state, account).is_some() {
            let seat = Seat::of(cx, state)?;
            self.refuse_bound(&seat, accounts::find(state, &seat, &account.to_string())?, cx.now)?;
            accounts::leave(state, seat.management, account, cx.now);
        }
        let tags = found.handshake.subject.tags.clone();
        accounts::join(state, there.management, account, AccountJoinedMethod::Invited, tags, cx.now)
    }
}
