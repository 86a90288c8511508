//! The states of a request and how it gets from one to the next.

use awsim_plugin::shape::Timestamp;

use crate::generated::StateType;
use crate::state::{DelegationRequest, Notification, Stage};

/// A day, in seconds.
const DAY: i64 = 24 * 60 * 60;

impl Stage {
    /// How long a request stays there before it expires, in seconds.
    fn lasts(self) -> i64 {
        match self {
            Self::Unassigned => DAY,
            _ => 7 * DAY,
        }
    }

    /// Whether a request may go on to `next`.
    fn leads_to(self, next: Stage) -> bool {
        match next {
            Self::Unassigned => false,
            Self::Assigned => self == Self::Unassigned,
            Self::PendingApproval | Self::Accepted => matches!(self, Self::Assigned | Self::PendingApproval),
            Self::Rejected => matches!(self, Self::Assigned | Self::PendingApproval | Self::Accepted),
            Self::Finalized => self == Self::Accepted,
        }
    }
}

/// When a request that comes to a stage now expires.
pub(super) fn expiry(stage: Stage, now: Timestamp) -> Timestamp {
    Timestamp::from_seconds(now.seconds() + stage.lasts())
}

/// Whether a request has expired.
pub(super) fn has_expired(request: &DelegationRequest, now: Timestamp) -> bool {
    now >= request.expires
}

/// Whether a request may go on to a stage.
pub(super) fn may_go_on(request: &DelegationRequest, stage: Stage, now: Timestamp) -> bool {
    !has_expired(request, now) && request.stage.leads_to(stage)
}

/// Brings a request to a stage, of which its topic is told.
pub(super) fn go_on(
    request: &mut DelegationRequest,
    stage: Stage,
    now: Timestamp,
    exchange_token: Option<Box<str>>,
) {
    request.stage = stage;
    request.updated = now;
    request.expires = expiry(stage, now);
    request.notifications.push(Notification { at: now, stage, exchange_token });
}

/// The state of a request as answers have it.
pub(super) fn state(request: &DelegationRequest, now: Timestamp) -> StateType {
    if has_expired(request, now) {
        return StateType::Expired;
    }
    match request.stage {
        Stage::Unassigned => StateType::Unassigned,
        Stage::Assigned => StateType::Assigned,
        Stage::PendingApproval => StateType::PendingApproval,
        Stage::Accepted => StateType::Accepted,
        Stage::Finalized => StateType::Finalized,
        Stage::Rejected => StateType::Rejected,
    }
}
