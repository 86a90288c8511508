//! `DeleteOrganization`.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use crate::generated::operations::DeleteOrganization;
use crate::seat::Seat;
use crate::state::{
    ACCOUNTS, ATTACHED, CHILDREN, CREATIONS, MEMBERSHIPS, ORGANIZATIONS, POLICIES, RESOURCE_POLICIES,
    TARGETS, TRUSTED_SERVICES, UNITS,
};
use crate::{Organizations, errors};
use crate::{handshakes, transfers};

impl Handler<DeleteOrganization> for Organizations {
    type Mode = Write;

    fn access(&self, _input: &(), _cx: &Context<'_>, _state: &View) -> Result<Access, ServiceError> {
        Ok(vec![Check::on_any("organizations:DeleteOrganization")])
    }

    fn call(&self, _input: (), cx: &Context<'_>, state: &mut Transaction) -> Result<(), ServiceError> {
        let seat = Seat::managing(cx, state)?;
        let management = seat.management;
        if state.count(&ACCOUNTS, management) > 1 {
            return Err(errors::not_empty());
        }
        transfers::refuse_ongoing(state, management, cx.now)?;
        handshakes::cancel_all(state, management, cx.now);
        state.remove(&MEMBERSHIPS, management, &());
        state.remove(&ORGANIZATIONS, management, &());
        state.remove(&RESOURCE_POLICIES, management, &());
        state.clear(&ACCOUNTS, management);
        state.clear(&UNITS, management);
        state.clear(&CHILDREN, management);
        state.clear(&POLICIES, management);
        state.clear(&ATTACHED, management);
        state.clear(&TARGETS, management);
        state.clear(&TRUSTED_SERVICES, management);
        state.clear(&CREATIONS, management);
        Ok(())
    }
}
