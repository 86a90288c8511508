//! Accounts: created, closed, moved, removed, described, listed.

mod close;
mod create;
mod creations;
mod describe;
mod leave;
mod list;
mod relocate;

#[cfg(test)]
mod tests;

use awsim_plugin::account::AccountId;
use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::{Transaction, View};

use crate::attachments;
use crate::generated;
use crate::generated::{AccountJoinedMethod, AccountState, AccountStatus};
use crate::handshakes;
use crate::seat::Seat;
use crate::state::{ACCOUNTS, Account, MEMBERSHIPS, Membership, Organization, attachment, owner, tree};
use crate::tags::Tags;
use crate::{Organizations, errors};

/// How far the closing of an account has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Closing {
    No,
    Pending,
    Done,
}

impl Organizations {
    fn closing(&self, account: &Account, now: Timestamp) -> Closing {
        let seconds = i64::from(self.settings.account_closure_seconds);
        match account.closed {
            None => Closing::No,
            Some(at) if now < at.plus_seconds(seconds) => Closing::Pending,
            Some(_) => Closing::Done,
        }
    }

    /// The status and the state of an account, of which the first is the older way to tell.
    pub(crate) fn status(&self, account: &Account, now: Timestamp) -> (AccountStatus, AccountState) {
        match self.closing(account, now) {
            Closing::No => (AccountStatus::Active, AccountState::Active),
            Closing::Pending => (AccountStatus::PendingClosure, AccountState::PendingClosure),
            Closing::Done => (AccountStatus::Suspended, AccountState::Closed),
        }
    }

    /// The account as answers have it.
    pub(crate) fn description(
        &self,
        state: &View,
        seat: &Seat,
        organization: &Organization,
        account: &Account,
        now: Timestamp,
    ) -> generated::Account {
        let owner = owner::of(state, account.id);
        let (status, account_state) = self.status(account, now);
        let above = tree::path(state, seat.management, organization, &account.parent);
        generated::Account {
            id: Some(account.id.to_string()),
            arn: Some(seat.arns().account(account.id)),
            email: Some(owner.email.into()),
            name: Some(owner.name.into()),
            status: Some(status),
            state: Some(account_state),
            paths: Some(vec![format!("{above}{}/", account.id)]),
            joined_method: Some(account.joined_method),
            joined_timestamp: Some(account.joined),
        }
    }

    /// Whether the organization may have one more account; invitations that can still be accepted count too.
    pub(crate) fn has_room(&self, state: &View, seat: &Seat, now: Timestamp) -> bool {
        let invited = handshakes::open_invitations(state, seat.management, now);
        state.count(&ACCOUNTS, seat.management) + invited < self.quotas().accounts as usize
    }
}

/// Puts an account, which is in no organization, into the root of one.
pub(crate) fn join(
    state: &mut Transaction,
    management: AccountId,
    account: AccountId,
    joined_method: AccountJoinedMethod,
    tags: Tags,
    now: Timestamp,
) -> Result<(), ServiceError> {
    state.insert(&MEMBERSHIPS, account, (), Membership { management });
    let seat = Seat::of_account(state, management).ok_or_else(errors::not_in_use)?;
    let record = Account {
        id: account,
        parent: seat.root.clone(),
        joined_method,
        joined: now,
        closed: None,
        tags,
        administers: Vec::new(),
    };
    tree::insert_account(state, management, record);
    attachments::attach_defaults(state, &seat, &account.to_string(), now)
}

/// Takes an account out of its organization.
pub(crate) fn leave(state: &mut Transaction, management: AccountId, account: AccountId, now: Timestamp) {
    let id = account.to_string();
    attachment::forget(state, management, &id);
    tree::remove_account(state, management, &id);
    state.remove(&MEMBERSHIPS, account, &());
    handshakes::forget_member(state, management, account, now);
}

/// The account of this id in the organization.
///
/// # Errors
/// `AccountNotFoundException`.
pub(crate) fn find<'v>(state: &'v View, seat: &Seat, id: &str) -> Result<&'v Account, ServiceError> {
    Account::get(state, seat.management, id).ok_or_else(errors::no_such_account)
}
