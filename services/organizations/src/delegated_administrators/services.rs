//! `ListDelegatedServicesForAccount`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use crate::accounts::find;
use crate::generated::DelegatedService;
use crate::generated::operations::ListDelegatedServicesForAccount;
use crate::generated::{ListDelegatedServicesForAccountRequest, ListDelegatedServicesForAccountResponse};
use crate::page;
use crate::{Organizations, access, errors};

impl Handler<ListDelegatedServicesForAccount> for Organizations {
    type Mode = Read;

    fn access(
        &self,
        input: &ListDelegatedServicesForAccountRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::on("organizations:ListDelegatedServicesForAccount", cx, state, &input.account_id)])
    }

    fn call(
        &self,
        input: ListDelegatedServicesForAccountRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<ListDelegatedServicesForAccountResponse, ServiceError> {
        let seat = self.seat::<ListDelegatedServicesForAccount>(&input, cx, state)?;
        if !seat.record(state)?.all_features {
            return Err(errors::all_features_needed());
        }
        let account = find(state, &seat, &input.account_id)?;
        if account.administers.is_empty() {
            return Err(errors::not_registered());
        }
        let listing = format!("ListDelegatedServicesForAccount/{}", input.account_id);
        let request = page::request(&listing, input.next_token.as_deref(), input.max_results)?;
        let page = request.cut(account.administers.iter().map(|service| {
            let described = DelegatedService {
                service_principal: Some(service.principal.to_string()),
                delegation_enabled_date: Some(service.since),
            };
            (&*service.principal, described)
        }));
        Ok(ListDelegatedServicesForAccountResponse {
            delegated_services: Some(page.items),
            next_token: page.marker,
        })
    }
}
