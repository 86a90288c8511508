//! `RegisterDelegatedAdministrator`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use crate::accounts::find;
use crate::generated::RegisterDelegatedAdministratorRequest;
use crate::generated::operations::RegisterDelegatedAdministrator;
use crate::seat::Seat;
use crate::service_access::is_service;
use crate::state::{ACCOUNTS, DelegatedService, TRUSTED_SERVICES};
use crate::{Organizations, access, errors};

impl Handler<RegisterDelegatedAdministrator> for Organizations {
    type Mode = Write;

    fn access(
        &self,
        input: &RegisterDelegatedAdministratorRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::with_service(
            access::on("organizations:RegisterDelegatedAdministrator", cx, state, &input.account_id),
            Some(&input.service_principal),
        )])
    }

    fn call(
        &self,
        input: RegisterDelegatedAdministratorRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let seat = Seat::managing(cx, state)?;
        let principal = &*input.service_principal;
        if !seat.record(state)?.all_features {
            return Err(errors::all_features_needed());
        }
        let account = find(state, &seat, &input.account_id)?;
        if account.id == seat.management {
            let message = "You cannot register management account/yourself as delegated administrator for your organization.";
            return Err(errors::constraint("CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR", message));
        }
        if account.closed.is_some() {
            let message = "You cannot register a suspended account as a delegated administrator.";
            return Err(errors::constraint(
                "CANNOT_REGISTER_SUSPENDED_ACCOUNT_AS_DELEGATED_ADMINISTRATOR",
                message,
            ));
        }
        if !is_service(principal) {
            return Err(errors::unrecognized_service());
        }
        if account.administers_since(principal).is_some() {
            return Err(errors::already_registered());
        }
        if !state.contains(&TRUSTED_SERVICES, seat.management, principal) {
            let message = "You must enable service access before you register a delegated administrator.";
            return Err(errors::constraint("SERVICE_ACCESS_NOT_ENABLED", message));
        }
        let service = DelegatedService { principal: principal.into(), since: cx.now };
        state.update(&ACCOUNTS, seat.management, &*input.account_id, |account| {
            account.administers.push(service);
            account.administers.sort_unstable_by(|one, other| one.principal.cmp(&other.principal));
        });
        Ok(())
    }
}
