//! `RemoveAccountFromOrganization`, `LeaveOrganization`.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::{Transaction, View};

use super::{find, leave};
use crate::generated::AccountJoinedMethod;
use crate::generated::RemoveAccountFromOrganizationRequest;
use crate::generated::operations::{LeaveOrganization, RemoveAccountFromOrganization};
use crate::seat::Seat;
use crate::state::Account;
use crate::{Organizations, access, errors};

impl Handler<RemoveAccountFromOrganization> for Organizations {
    type Mode = Write;

    fn access(
        &self,
        input: &RemoveAccountFromOrganizationRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::on("organizations:RemoveAccountFromOrganization", cx, state, &input.account_id)])
    }

    fn call(
        &self,
        input: RemoveAccountFromOrganizationRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let seat = self.seat::<RemoveAccountFromOrganization>(&input, cx, state)?;
        let account = find(state, &seat, &input.account_id)?;
        self.refuse_bound(&seat, account, cx.now)?;
        let id = account.id;
        leave(state, seat.management, id, cx.now);
        Ok(())
    }
}

impl Handler<LeaveOrganization> for Organizations {
    type Mode = Write;

    fn access(&self, _input: &(), _cx: &Context<'_>, _state: &View) -> Result<Access, ServiceError> {
        Ok(vec![Check::on_any("organizations:LeaveOrganization")])
    }

    fn call(&self, _input: (), cx: &Context<'_>, state: &mut Transaction) -> Result<(), ServiceError> {
        let seat = Seat::of(cx, state)?;
        let account = find(state, &seat, &cx.account().to_string())?;
        self.refuse_bound(&seat, account, cx.now)?;
        leave(state, seat.management, cx.account(), cx.now);
        Ok(())
    }
}

impl Organizations {
    /// Refuses to let go of an account that cannot stand alone.
    ///
    /// # Errors
    /// `MasterCannotLeaveOrganizationException` for the management account; `ConstraintViolationException` for one that
    /// administers a service, is closed (it would have to be "configured with the information required to operate as a
    /// standalone account"), or was made too short a time ago.
    pub(crate) fn refuse_bound(
        &self,
        seat: &Seat,
        account: &Account,
        now: Timestamp,
    ) -> Result<(), ServiceError> {
        if account.id == seat.management {
            return Err(errors::management_cannot_leave());
        }
        if !account.administers.is_empty() {
            let message = "You cannot remove a member account that is registered as a delegated administrator for your organization.";
            return Err(errors::constraint("CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG", message));
        }
        if account.closed.is_some() {
            let message = "A closed account has no valid payment instrument associated with it.";
            return Err(errors::constraint("MEMBER_ACCOUNT_PAYMENT_INSTRUMENT_REQUIRED", message));
        }
        let wait = i64::from(self.settings.account_wait_days) * 24 * 60 * 60;
        if account.joined_method == AccountJoinedMethod::Created && now < account.joined.plus_seconds(wait) {
            let message = "This operation requires a wait period. Try again later.";
            return Err(errors::constraint("WAIT_PERIOD_ACTIVE", message));
        }
        Ok(())
    }
}
