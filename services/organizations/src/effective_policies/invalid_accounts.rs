//! `ListAccountsWithInvalidEffectivePolicy`.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use super::{find, policy_type, problems};
use crate::generated::operations::ListAccountsWithInvalidEffectivePolicy;
use crate::generated::{
    ListAccountsWithInvalidEffectivePolicyRequest, ListAccountsWithInvalidEffectivePolicyResponse,
};
use crate::page;
use crate::state::ACCOUNTS;
use crate::{Organizations, access, errors};

impl Handler<ListAccountsWithInvalidEffectivePolicy> for Organizations {
    type Mode = Read;

    fn access(
        &self,
        input: &ListAccountsWithInvalidEffectivePolicyRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::with_type(
            Check::on_any("organizations:ListAccountsWithInvalidEffectivePolicy"),
            policy_type(input.policy_type).ok(),
        )])
    }

    fn call(
        &self,
        input: ListAccountsWithInvalidEffectivePolicyRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<ListAccountsWithInvalidEffectivePolicyResponse, ServiceError> {
        let seat = self.seat::<ListAccountsWithInvalidEffectivePolicy>(&input, cx, state)?;
        let kind = policy_type(input.policy_type)?;
        let organization = seat.record(state)?;
        if !organization.has_enabled(kind) {
            return Err(errors::no_effective_policy());
        }
        let listing = format!("ListAccountsWithInvalidEffectivePolicy/{}", input.policy_type);
        let request = page::request(&listing, input.next_token.as_deref(), input.max_results)?;
        let is_invalid = |id: &str| {
            find(state, &seat, id, kind).is_ok_and(|found| !problems::of(kind, &found.effective).is_empty())
        };
        let page = request.fill(
            state
                .iter_from(&ACCOUNTS, seat.management, request.start())
                .filter(|(id, _)| is_invalid(id))
                .map(|(id, account)| (id, self.description(state, &seat, organization, account, cx.now))),
        );
        Ok(ListAccountsWithInvalidEffectivePolicyResponse {
            accounts: Some(page.items),
            policy_type: Some(input.policy_type),
            next_token: page.marker,
        })
    }
}
