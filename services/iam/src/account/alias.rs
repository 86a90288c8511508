//! The account's alias: `CreateAccountAlias`, `DeleteAccountAlias`, `ListAccountAliases`. An account has at most one; a new
//! one takes the place of the old ("Creating an account alias" in the AWS Sign-In User Guide).

use awsim_plugin::access::{Access, Check};
use awsim_plugin::account::AccountId;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read, Write};
use awsim_plugin::store::{Transaction, View};

use crate::Iam;
use crate::generated::operations::{CreateAccountAlias, DeleteAccountAlias, ListAccountAliases};
use crate::generated::{
    CreateAccountAliasRequest, DeleteAccountAliasRequest, ErrorCode, ListAccountAliasesRequest,
    ListAccountAliasesResponse,
};
use crate::pagination::PageRequest;
use crate::state::{ACCOUNT_ALIAS, AccountAlias};

impl Handler<CreateAccountAlias> for Iam {
    type Mode = Write;

    fn access(
        &self,
        _input: &CreateAccountAliasRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![Check::on_any("iam:CreateAccountAlias")])
    }

    fn call(
        &self,
        input: CreateAccountAliasRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let alias = input.account_alias;
        if alias.parse::<AccountId>().is_ok() {
            // "It cannot be a 12-digit number" ("IAM and AWS STS quotas"): it would be taken for the id of an account.
            return Err(ServiceError::validation("The account alias must not be a 12-digit number."));
        }
        let is_taken = state
            .accounts(&ACCOUNT_ALIAS)
            .filter_map(|account| state.get(&ACCOUNT_ALIAS, account, &()))
            .any(|other| *other.0 == *alias);
        if is_taken {
            return Err(
                ErrorCode::EntityAlreadyExists.with(format!("The account alias {alias} already exists."))
            );
        }
        state.insert(&ACCOUNT_ALIAS, cx.account(), (), AccountAlias(alias.into()));
        Ok(())
    }
}

impl Handler<DeleteAccountAlias> for Iam {
    type Mode = Write;

    fn access(
        &self,
        _input: &DeleteAccountAliasRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![Check::on_any("iam:DeleteAccountAlias")])
    }

    fn call(
        &self,
        input: DeleteAccountAliasRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let alias = input.account_alias;
        if state.get(&ACCOUNT_ALIAS, cx.account(), &()).is_none_or(|present| *present.0 != *alias) {
            return Err(ErrorCode::NoSuchEntity.with(format!("The account alias {alias} cannot be found.")));
        }
        state.remove(&ACCOUNT_ALIAS, cx.account(), &());
        Ok(())
    }
}

impl Handler<ListAccountAliases> for Iam {
    type Mode = Read;

    fn access(
        &self,
        _input: &ListAccountAliasesRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![Check::on_any("iam:ListAccountAliases")])
    }

    fn call(
        &self,
        input: ListAccountAliasesRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<ListAccountAliasesResponse, ServiceError> {
        let request = PageRequest::new("ListAccountAliases", input.marker.as_deref(), input.max_items)?;
        let alias = state.get(&ACCOUNT_ALIAS, cx.account(), &());
        let page = request.cut(alias.map(|alias| (&alias.0, alias.0.to_string())));
        Ok(ListAccountAliasesResponse {
            account_aliases: page.items,
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}
