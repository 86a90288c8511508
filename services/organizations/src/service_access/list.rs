//! `ListAWSServiceAccessForOrganization`.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use crate::generated::EnabledServicePrincipal;
use crate::generated::operations::ListAWSServiceAccessForOrganization;
use crate::generated::{
    ListAWSServiceAccessForOrganizationRequest, ListAWSServiceAccessForOrganizationResponse,
};
use crate::page;
use crate::state::TRUSTED_SERVICES;
use crate::{Organizations, errors};

impl Handler<ListAWSServiceAccessForOrganization> for Organizations {
    type Mode = Read;

    fn access(
        &self,
        _input: &ListAWSServiceAccessForOrganizationRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![Check::on_any("organizations:ListAWSServiceAccessForOrganization")])
    }

    fn call(
        &self,
        input: ListAWSServiceAccessForOrganizationRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<ListAWSServiceAccessForOrganizationResponse, ServiceError> {
        let seat = self.seat::<ListAWSServiceAccessForOrganization>(&input, cx, state)?;
        if !seat.record(state)?.all_features {
            return Err(errors::all_features_needed());
        }
        let request = page::request(
            "ListAWSServiceAccessForOrganization",
            input.next_token.as_deref(),
            input.max_results,
        )?;
        let page = request.fill(state.iter_from(&TRUSTED_SERVICES, seat.management, request.start()).map(
            |(principal, trusted)| {
                let enabled = EnabledServicePrincipal {
                    service_principal: Some(principal.clone()),
                    date_enabled: Some(trusted.since),
                };
                (principal, enabled)
            },
        ));
        Ok(ListAWSServiceAccessForOrganizationResponse {
            enabled_service_principals: Some(page.items),
            next_token: page.marker,
        })
    }
}
