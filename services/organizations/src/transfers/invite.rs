//! `InviteOrganizationToTransferResponsibility`.

use awsim_plugin::access::Access;
use awsim_plugin::account::AccountId;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::{Transaction, View};

use super::{dates, is_ongoing};
use crate::generated::ActionType;
use crate::generated::operations::InviteOrganizationToTransferResponsibility;
use crate::generated::{
    InviteOrganizationToTransferResponsibilityRequest, InviteOrganizationToTransferResponsibilityResponse,
};
use crate::handshakes::{account_of, description, party, send};
use crate::seat::Seat;
use crate::state::{Handshake, OUTBOUND, Party, Step, Subject, TRANSFERS, Transfer, owner};
use crate::tags::Tags;
use crate::{Organizations, access, errors, ids};

impl Handler<InviteOrganizationToTransferResponsibility> for Organizations {
    type Mode = Write;

    fn access(
        &self,
        input: &InviteOrganizationToTransferResponsibilityRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        let check = access::on_party(
            "organizations:InviteOrganizationToTransferResponsibility",
            cx,
            state,
            &input.target,
        );
        Ok(access::making(access::with_direction(check, true), input.tags.as_deref()))
    }

    fn call(
        &self,
        input: InviteOrganizationToTransferResponsibilityRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<InviteOrganizationToTransferResponsibilityResponse, ServiceError> {
        let seat = Seat::managing(cx, state)?;
        let tags = Tags::of_request(input.tags)?;
        let recipient = party(&input.target)?;
        dates::refuse_start(input.start_timestamp, cx.now)?;
        let source = account_of(state, &recipient);
        self.refuse_transfer(state, &seat, source, &recipient, cx.now)?;
        let (id, handshake_id) = (ids::new(ids::TRANSFER)?, ids::new(ids::HANDSHAKE)?);
        let source_email = match &recipient {
            Party::Email(email) => email.clone(),
            Party::Account(account) => owner::of(state, *account).email,
            Party::Organization => return Err(errors::no_such_target()),
        };
        let transfer = Transfer {
            name: input.source_name.into(),
            source,
            source_email,
            starts: input.start_timestamp,
            ends: None,
            handshake: handshake_id.as_str().into(),
            tags,
        };
        let handshake = Handshake {
            action: ActionType::TransferResponsibility,
            organization: seat.organization.clone(),
            recipient,
            step: Step::Open,
            requested: cx.now,
            expires: cx.now.plus_seconds(Handshake::INVITATION),
            subject: Subject {
                notes: input.notes.map(Into::into),
                transfer: Some(id.as_str().into()),
                ..Subject::default()
            },
        };
        state.insert(&TRANSFERS, seat.management, id.clone(), transfer);
        if let Some(source) = source {
            state.insert(&OUTBOUND, source, id, seat.management);
        }
        let answer = description(state, seat.management, &handshake_id, &handshake, cx.now);
        send(state, seat.management, &handshake_id, handshake, source);
        Ok(InviteOrganizationToTransferResponsibilityResponse { handshake: Some(answer) })
    }
}

impl Organizations {
    /// Refuses an offer to oneself, a second one to the same organization, and one too many.
    fn refuse_transfer(
        &self,
        state: &View,
        seat: &Seat,
        source: Option<AccountId>,
        recipient: &Party,
        now: Timestamp,
    ) -> Result<(), ServiceError> {
        if source == Some(seat.management) {
            let message = "An account can't accept a transfer invitation if it is both the sender and recipient of the invitation.";
            return Err(errors::handshake_constraint("SOURCE_AND_TARGET_CANNOT_MATCH", message));
        }
        let email = match recipient {
            Party::Email(email) => Some(&**email),
            _ => None,
        };
        let same = |transfer: &Transfer| {
            source.is_some() && transfer.source == source || email == Some(&*transfer.source_email)
        };
        let ongoing = || {
            let transfers = state.iter(&TRANSFERS, seat.management).map(|(_, transfer)| transfer);
            transfers.filter(|transfer| is_ongoing(state, seat.management, transfer, now))
        };
        if ongoing().any(same) {
            return Err(errors::duplicate_handshake());
        }
        if ongoing().count() >= self.quotas().inbound_transfers as usize {
            let message = "You have exceeded your inbound transfers limit.";
            return Err(errors::constraint("RESPONSIBILITY_TRANSFER_MAX_INBOUND_QUOTA_VIOLATION", message));
        }
        self.refuse_more_handshakes(state, seat, now)
    }
}
