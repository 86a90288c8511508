//! `DeregisterDelegatedAdministrator`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use crate::accounts::find;
use crate::generated::DeregisterDelegatedAdministratorRequest;
use crate::generated::operations::DeregisterDelegatedAdministrator;
use crate::seat::Seat;
use crate::service_access::is_service;
use crate::state::ACCOUNTS;
use crate::{Organizations, access, errors};

impl Handler<DeregisterDelegatedAdministrator> for Organizations {
    type Mode = Write;

    fn access(
        &self,
        input: &DeregisterDelegatedAdministratorRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::with_service(
            access::on("organizations:DeregisterDelegatedAdministrator", cx, state, &input.account_id),
            Some(&input.service_principal),
        )])
    }

    fn call(
        &self,
        input: DeregisterDelegatedAdministratorRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let seat = Seat::managing(cx, state)?;
        let account = find(state, &seat, &input.account_id)?;
        if !is_service(&input.service_principal) {
            return Err(errors::unrecognized_service());
        }
        if account.administers_since(&input.service_principal).is_none() {
            return Err(errors::not_registered());
        }
        state.update(&ACCOUNTS, seat.management, &*input.account_id, |account| {
            account.administers.retain(|service| *service.principal != *input.service_principal);
        });
        Ok(())
    }
}
