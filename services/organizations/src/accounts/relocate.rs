//! `MoveAccount`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::find;
use crate::generated::MoveAccountRequest;
use crate::generated::operations::MoveAccount;
use crate::state::tree;
use crate::{Organizations, access, errors};

impl Handler<MoveAccount> for Organizations {
    type Mode = Write;

    fn access(
        &self,
        input: &MoveAccountRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(access::on_all(
            "organizations:MoveAccount",
            cx,
            state,
            &[&input.account_id, &input.source_parent_id, &input.destination_parent_id],
        ))
    }

    fn call(
        &self,
        input: MoveAccountRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let seat = self.seat::<MoveAccount>(&input, cx, state)?;
        let account = find(state, &seat, &input.account_id)?;
        if *account.parent != *input.source_parent_id {
            return Err(errors::no_such_source_parent());
        }
        let organization = seat.record(state)?;
        if tree::container(state, seat.management, organization, &input.destination_parent_id).is_none() {
            return Err(errors::no_such_destination_parent());
        }
        if input.source_parent_id == input.destination_parent_id {
            return Err(errors::duplicate_account());
        }
        tree::move_account(state, seat.management, &input.account_id, &input.destination_parent_id);
        Ok(())
    }
}
