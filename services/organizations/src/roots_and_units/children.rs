//! `ListChildren`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use super::refuse_unknown_parent;
use crate::generated::operations::ListChildren;
use crate::generated::{Child, ChildType};
use crate::generated::{ListChildrenRequest, ListChildrenResponse};
use crate::page;
use crate::state::tree;
use crate::{Organizations, access};

impl Handler<ListChildren> for Organizations {
    type Mode = Read;

    fn access(
        &self,
        input: &ListChildrenRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::on("organizations:ListChildren", cx, state, &input.parent_id)])
    }

    fn call(
        &self,
        input: ListChildrenRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<ListChildrenResponse, ServiceError> {
        let parent = &*input.parent_id;
        let seat = self.seat::<ListChildren>(&input, cx, state)?;
        refuse_unknown_parent(state, &seat, parent)?;
        let listing = format!("ListChildren/{parent}/{}", input.child_type);
        let request = page::request(&listing, input.next_token.as_deref(), input.max_results)?;
        let accounts = input.child_type == ChildType::Account;
        let ids = tree::children(state, seat.management, parent, accounts, request.after());
        let child = |id: &str| Child { id: Some(id.to_owned()), r#type: Some(input.child_type) };
        let page = request.fill(ids.map(|id| (id, child(id))));
        Ok(ListChildrenResponse { children: Some(page.items), next_token: page.marker })
    }
}
