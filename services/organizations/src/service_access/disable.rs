//! `DisableAWSServiceAccess`.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::is_service;
use crate::delegated_administrators;
use crate::generated::DisableAWSServiceAccessRequest;
use crate::generated::operations::DisableAWSServiceAccess;
use crate::roots_and_units::needs_service;
use crate::seat::Seat;
use crate::state::TRUSTED_SERVICES;
use crate::{Organizations, access, errors};

impl Handler<DisableAWSServiceAccess> for Organizations {
    type Mode = Write;

    fn access(
        &self,
        input: &DisableAWSServiceAccessRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::with_service(
            Check::on_any("organizations:DisableAWSServiceAccess"),
            Some(&input.service_principal),
        )])
    }

    fn call(
        &self,
        input: DisableAWSServiceAccessRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let seat = Seat::managing(cx, state)?;
        let principal = input.service_principal;
        if !is_service(&principal) {
            return Err(errors::unrecognized_service());
        }
        let mut enabled = seat.record(state)?.enabled_types.iter();
        if enabled.any(|kind| needs_service(*kind) == Some(principal.as_str())) {
            let message = "You attempted to disable service access before you disabled the policy type.";
            return Err(errors::constraint("POLICY_TYPE_ENABLED_FOR_THIS_SERVICE", message));
        }
        if delegated_administrators::of(state, seat.management, Some(&principal)).next().is_some() {
            let message = "You must deregister the delegated administrators of the service first.";
            return Err(errors::constraint("DELEGATED_ADMINISTRATOR_EXISTS_FOR_THIS_SERVICE", message));
        }
        state.remove(&TRUSTED_SERVICES, seat.management, &principal);
        Ok(())
    }
}
