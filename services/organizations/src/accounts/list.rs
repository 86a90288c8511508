//! `ListAccounts`, `ListAccountsForParent`.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use crate::generated::operations::{ListAccounts, ListAccountsForParent};
use crate::generated::{
    ListAccountsForParentRequest, ListAccountsForParentResponse, ListAccountsRequest, ListAccountsResponse,
};
use crate::page;
use crate::state::{ACCOUNTS, Account, tree};
use crate::{Organizations, access, errors};

impl Handler<ListAccounts> for Organizations {
    type Mode = Read;

    fn access(
        &self,
        _input: &ListAccountsRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![Check::on_any("organizations:ListAccounts")])
    }

    fn call(
        &self,
        input: ListAccountsRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<ListAccountsResponse, ServiceError> {
        let seat = self.seat::<ListAccounts>(&input, cx, state)?;
        let request = page::request("ListAccounts", input.next_token.as_deref(), input.max_results)?;
        let organization = seat.record(state)?;
        let page = request.fill(
            state
                .iter_from(&ACCOUNTS, seat.management, request.start())
                .map(|(id, account)| (id, self.description(state, &seat, organization, account, cx.now))),
        );
        Ok(ListAccountsResponse { accounts: Some(page.items), next_token: page.marker })
    }
}

impl Handler<ListAccountsForParent> for Organizations {
    type Mode = Read;

    fn access(
        &self,
        input: &ListAccountsForParentRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::on("organizations:ListAccountsForParent", cx, state, &input.parent_id)])
    }

    fn call(
        &self,
        input: ListAccountsForParentRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<ListAccountsForParentResponse, ServiceError> {
        let parent = &*input.parent_id;
        let seat = self.seat::<ListAccountsForParent>(&input, cx, state)?;
        let organization = seat.record(state)?;
        if tree::container(state, seat.management, organization, parent).is_none() {
            return Err(errors::no_such_parent());
        }
        let listing = format!("ListAccountsForParent/{parent}");
        let request = page::request(&listing, input.next_token.as_deref(), input.max_results)?;
        let ids = tree::children(state, seat.management, parent, true, request.after());
        let page = request.fill(ids.filter_map(|id| {
            let account = Account::get(state, seat.management, id)?;
            Some((id, self.description(state, &seat, organization, account, cx.now)))
        }));
        Ok(ListAccountsForParentResponse { accounts: Some(page.items), next_token: page.marker })
    }
}
