//! `EnableAWSServiceAccess`.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::is_service;
use crate::generated::EnableAWSServiceAccessRequest;
use crate::generated::operations::EnableAWSServiceAccess;
use crate::seat::Seat;
use crate::state::{TRUSTED_SERVICES, TrustedService};
use crate::{Organizations, access, errors};

impl Handler<EnableAWSServiceAccess> for Organizations {
    type Mode = Write;

    fn access(
        &self,
        input: &EnableAWSServiceAccessRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::with_service(
            Check::on_any("organizations:EnableAWSServiceAccess"),
            Some(&input.service_principal),
        )])
    }

    fn call(
        &self,
        input: EnableAWSServiceAccessRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let seat = Seat::managing(cx, state)?;
        if !seat.record(state)?.all_features {
            return Err(errors::all_features_needed());
        }
        if !is_service(&input.service_principal) {
            return Err(errors::unrecognized_service());
        }
        if !state.contains(&TRUSTED_SERVICES, seat.management, &*input.service_principal) {
            let trusted = TrustedService { since: cx.now };
            state.insert(&TRUSTED_SERVICES, seat.management, input.service_principal, trusted);
        }
        Ok(())
    }
}
