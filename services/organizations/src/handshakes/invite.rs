//! `InviteAccountToOrganization`.

use awsim_plugin::access::Access;
use awsim_plugin::account::AccountId;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::{Transaction, View};

use super::{account_of, description, pending, send};
use crate::generated::operations::InviteAccountToOrganization;
use crate::generated::{ActionType, HandshakeParty, HandshakePartyType};
use crate::generated::{InviteAccountToOrganizationRequest, InviteAccountToOrganizationResponse};
use crate::seat::Seat;
use crate::state::{ACCOUNTS, HANDSHAKES, Handshake, Party, Step, Subject};
use crate::tags::Tags;
use crate::{Organizations, access, errors, ids};

impl Handler<InviteAccountToOrganization> for Organizations {
    type Mode = Write;

    fn access(
        &self,
        input: &InviteAccountToOrganizationRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(access::making(
            access::on_party("organizations:InviteAccountToOrganization", cx, state, &input.target),
            input.tags.as_deref(),
        ))
    }

    fn call(
        &self,
        input: InviteAccountToOrganizationRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<InviteAccountToOrganizationResponse, ServiceError> {
        let seat = Seat::managing(cx, state)?;
        let tags = Tags::of_request(input.tags)?;
        let recipient = party(&input.target)?;
        let account = account_of(state, &recipient);
        if pending(state, seat.management, cx.now).any(|(_, one)| one.action == ActionType::EnableAllFeatures)
        {
            let message = "You can't issue new invitations while the organization is in the process of enabling all features.";
            return Err(errors::handshake_constraint("INVITE_DISABLED_DURING_ENABLE_ALL_FEATURES", message));
        }
        let here = |account: &AccountId| state.contains(&ACCOUNTS, seat.management, &account.to_string());
        if account.as_ref().is_some_and(here) {
            let message = "The invited account is already a member of an organization.";
            return Err(errors::handshake_constraint("ALREADY_IN_AN_ORGANIZATION", message));
        }
        let same = |one: &Handshake| {
            one.action == ActionType::Invite
                && (one.recipient == recipient
                    || account.is_some() && account_of(state, &one.recipient) == account)
        };
        if pending(state, seat.management, cx.now).any(|(_, one)| same(one)) {
            return Err(errors::duplicate_handshake());
        }
        self.refuse_more_handshakes(state, &seat, cx.now)?;
        if !self.has_room(state, &seat, cx.now) {
            return Err(errors::too_many_accounts_by_handshake());
        }
        let handshake = Handshake {
            action: ActionType::Invite,
            organization: seat.organization.clone(),
            recipient,
            step: Step::Open,
            requested: cx.now,
            expires: cx.now.plus_seconds(Handshake::INVITATION),
            subject: Subject { notes: input.notes.map(Into::into), tags, ..Subject::default() },
        };
        let id = ids::new(ids::HANDSHAKE)?;
        let answer = description(state, seat.management, &id, &handshake, cx.now);
        send(state, seat.management, &id, handshake, account);
        Ok(InviteAccountToOrganizationResponse { handshake: Some(answer) })
    }
}

/// Whom a request names.
///
/// # Errors
/// `InvalidInputException`.
pub(crate) fn party(named: &HandshakeParty) -> Result<Party, ServiceError> {
    match named.r#type {
        HandshakePartyType::Account => named.id.parse().map(Party::Account).map_err(|_| {
            errors::invalid(
                "INVALID_PATTERN",
                "You provided a value that does not match the required pattern.",
            )
        }),
        HandshakePartyType::Email if is_email(&named.id) => Ok(Party::Email(named.id.as_str().into())),
        HandshakePartyType::Email => {
            let message = "You specified an invalid email address for the invited account owner.";
            Err(errors::invalid("INVALID_EMAIL_ADDRESS_TARGET", message))
        }
        HandshakePartyType::Organization => {
            let message =
                "You specified the wrong type of entity (account, organization, or email) as a party.";
            Err(errors::invalid("INVALID_PARTY_TYPE_TARGET", message))
        }
    }
}

fn is_email(text: &str) -> bool {
    let parts = text.split_once('@').filter(|(name, _)| !name.is_empty());
    let domain = parts.and_then(|(_, domain)| domain.rsplit_once('.'));
    let dotted = domain.is_some_and(|(name, top)| !name.is_empty() && !top.is_empty() && !name.contains('@'));
    dotted && (6..=64).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic())
}

impl Organizations {
    /// Refuses more handshakes than may be sent in a day.
    ///
    /// # Errors
    /// `HandshakeConstraintViolationException`.
    pub(crate) fn refuse_more_handshakes(
        &self,
        state: &View,
        seat: &Seat,
        now: Timestamp,
    ) -> Result<(), ServiceError> {
        let since = now.plus_seconds(-24 * 60 * 60);
        let sent =
            state.iter(&HANDSHAKES, seat.management).filter(|(_, handshake)| handshake.requested > since);
        if sent.count() < self.quotas().handshakes_per_day as usize {
            return Ok(());
        }
        let message = "You have exceeded the number of handshakes that you can send in one day.";
        Err(errors::handshake_constraint("HANDSHAKE_RATE_LIMIT_EXCEEDED", message))
    }
}
