//! `CloseAccount`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::{Transaction, View};

use super::{Closing, find};
use crate::generated::CloseAccountRequest;
use crate::generated::operations::CloseAccount;
use crate::state::ACCOUNTS;
use crate::{Organizations, access, errors};

impl Handler<CloseAccount> for Organizations {
    type Mode = Write;

    fn access(
        &self,
        input: &CloseAccountRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::on("organizations:CloseAccount", cx, state, &input.account_id)])
    }

    fn call(
        &self,
        input: CloseAccountRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let seat = self.seat::<CloseAccount>(&input, cx, state)?;
        let account = find(state, &seat, &input.account_id)?;
        if !seat.record(state)?.all_features {
            return Err(errors::all_features_needed());
        }
        if account.id == seat.management {
            let message = "You attempted to close the management account.";
            return Err(errors::constraint("CANNOT_CLOSE_MANAGEMENT_ACCOUNT", message));
        }
        match self.closing(account, cx.now) {
            Closing::No => {}
            Closing::Pending => return Err(errors::closing()),
            Closing::Done => return Err(errors::already_closed()),
        }
        let since = cx.now.plus_seconds(-PERIOD);
        let lately = |closed: &Timestamp| *closed > since;
        let closures = state
            .iter(&ACCOUNTS, seat.management)
            .filter(|(_, account)| account.closed.as_ref().is_some_and(lately));
        if closures.count() >= self.quotas().closures as usize {
            let message = "You have exceeded close account quota for the past 30 days.";
            return Err(errors::constraint("CLOSE_ACCOUNT_QUOTA_EXCEEDED", message));
        }
        state.update(&ACCOUNTS, seat.management, &*input.account_id, |account| account.closed = Some(cx.now));
        Ok(())
    }
}

/// The seconds of the 30 days in which a number of accounts may be closed.
const PERIOD: i64 = 30 * 24 * 60 * 60;
