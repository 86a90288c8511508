//! Handshakes: what one account asks another to agree to.

use awsim_plugin::account::AccountId;
use awsim_plugin::collection;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::View;
use serde::{Deserialize, Serialize};

use crate::generated::{ActionType, HandshakeState};
use crate::tags::Tags;

collection! {
    /// The handshakes that an organization sent, by id, under the account that manages it.
    pub static HANDSHAKES: Collection<String, Handshake> = "organizations"/"handshakes" version 1;
}

collection! {
    /// The handshakes that an account received, by id.
    pub static RECEIVED: Collection<String, Received> = "organizations"/"received" version 1;
}

/// A handshake that an account received.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Received {
    /// The account that manages the organization that sent it.
    pub sender: AccountId,
}

/// A handshake.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handshake {
    /// What is to be agreed to.
    pub action: ActionType,
    /// The id of the organization that sent it.
    pub organization: Box<str>,
    /// Whom it was sent to, as the sender named it.
    pub recipient: Party,
    /// How far it has come. A handshake that nobody answered in time is expired, whatever stands here.
    pub step: Step,
    /// When it was sent.
    pub requested: Timestamp,
    /// Until when it can be answered.
    pub expires: Timestamp,
    /// What it is about.
    #[serde(default)]
    pub subject: Subject,
}

/// Whom a handshake is sent to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Party {
    /// An account, by its id.
    Account(AccountId),
    /// An account, by the e-mail address of its owner. Which one that is shows when it answers.
    Email(Box<str>),
    /// The organization itself, which finalizes what it began.
    Organization,
}

/// How far a handshake has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    /// Others must agree before it can be answered.
    Requested,
    /// It can be answered.
    Open,
    /// The sender withdrew it.
    Canceled(Timestamp),
    /// The recipient agreed.
    Accepted(Timestamp),
    /// The recipient did not agree.
    Declined(Timestamp),
}

/// What a handshake is about, besides its action.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Subject {
    /// The sender's words to the recipient.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notes: Option<Box<str>>,
    /// The handshake that this one is part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<Box<str>>,
    /// The transfer that is offered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transfer: Option<Box<str>>,
    /// The tags that the account gets when it joins.
    #[serde(skip_serializing_if = "Tags::is_empty")]
    pub tags: Tags,
}

impl Handshake {
    /// How long an invitation can be answered, in seconds: 15 days.
    pub const INVITATION: i64 = 15 * DAY;
    /// How long the members of an organization may agree to all features, in seconds: 90 days.
    pub const ALL_FEATURES: i64 = 90 * DAY;
    /// How long a handshake is shown after it has ended, in seconds: 30 days.
    const KEPT: i64 = 30 * DAY;

    /// The state at a time.
    pub fn state(&self, now: Timestamp) -> HandshakeState {
        match self.step {
            Step::Requested | Step::Open if now >= self.expires => HandshakeState::Expired,
            Step::Requested => HandshakeState::Requested,
            Step::Open => HandshakeState::Open,
            Step::Canceled(_) => HandshakeState::Canceled,
            Step::Accepted(_) => HandshakeState::Accepted,
            Step::Declined(_) => HandshakeState::Declined,
        }
    }

    /// Whether it can still be answered at a time.
    pub fn is_pending(&self, now: Timestamp) -> bool {
        matches!(self.state(now), HandshakeState::Requested | HandshakeState::Open)
    }

    /// Whether it is shown at a time: ended handshakes are deleted after 30 days.
    pub fn is_shown(&self, now: Timestamp) -> bool {
        let ended = match self.step {
            Step::Requested | Step::Open => self.expires,
            Step::Canceled(at) | Step::Accepted(at) | Step::Declined(at) => at,
        };
        now < ended.plus_seconds(Self::KEPT)
    }

    /// The handshake with this id that `account` sent or received, and the account that sent it.
    pub fn find<'v>(state: &'v View, account: AccountId, id: &str) -> Option<(AccountId, &'v Self)> {
        let sender = state.get(&RECEIVED, account, id).map_or(account, |received| received.sender);
        Some((sender, state.get(&HANDSHAKES, sender, id)?))
    }
}

/// A day in seconds.
const DAY: i64 = 24 * 60 * 60;
