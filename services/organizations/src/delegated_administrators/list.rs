//! `ListDelegatedAdministrators`.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use super::of;
use crate::generated::DelegatedAdministrator;
use crate::generated::operations::ListDelegatedAdministrators;
use crate::generated::{ListDelegatedAdministratorsRequest, ListDelegatedAdministratorsResponse};
use crate::page;
use crate::state::Account;
use crate::{Organizations, access, errors};

impl Handler<ListDelegatedAdministrators> for Organizations {
    type Mode = Read;

    fn access(
        &self,
        input: &ListDelegatedAdministratorsRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::with_service(
            Check::on_any("organizations:ListDelegatedAdministrators"),
            input.service_principal.as_deref(),
        )])
    }

    fn call(
        &self,
        input: ListDelegatedAdministratorsRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<ListDelegatedAdministratorsResponse, ServiceError> {
        let seat = self.seat::<ListDelegatedAdministrators>(&input, cx, state)?;
        let organization = seat.record(state)?;
        if !organization.all_features {
            return Err(errors::all_features_needed());
        }
        let principal = input.service_principal.as_deref();
        let listing = format!("ListDelegatedAdministrators/{}", principal.unwrap_or_default());
        let request = page::request(&listing, input.next_token.as_deref(), input.max_results)?;
        let administrator = |account: &Account| {
            let described = self.description(state, &seat, organization, account, cx.now);
            DelegatedAdministrator {
                id: described.id,
                arn: described.arn,
                email: described.email,
                name: described.name,
                status: described.status,
                state: described.state,
                joined_method: described.joined_method,
                joined_timestamp: described.joined_timestamp,
                delegation_enabled_date: account.administers.iter().map(|service| service.since).min(),
            }
        };
        let accounts = of(state, seat.management, principal);
        let page = request.cut(accounts.map(|(id, account)| (id, administrator(account))));
        Ok(ListDelegatedAdministratorsResponse {
            delegated_administrators: Some(page.items),
            next_token: page.marker,
        })
    }
}
