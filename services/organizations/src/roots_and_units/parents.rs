//! `ListParents`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use crate::generated::operations::ListParents;
use crate::generated::{ListParentsRequest, ListParentsResponse};
use crate::generated::{Parent, ParentType};
use crate::page;
use crate::state::tree;
use crate::{Organizations, access, errors};

impl Handler<ListParents> for Organizations {
    type Mode = Read;

    fn access(
        &self,
        input: &ListParentsRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::on("organizations:ListParents", cx, state, &input.child_id)])
    }

    fn call(
        &self,
        input: ListParentsRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<ListParentsResponse, ServiceError> {
        let child = &*input.child_id;
        let seat = self.seat::<ListParents>(&input, cx, state)?;
        let parent = tree::parent(state, seat.management, child).ok_or_else(errors::no_such_child)?;
        let listing = format!("ListParents/{child}");
        let request = page::request(&listing, input.next_token.as_deref(), input.max_results)?;
        let kind = if *seat.root == *parent { ParentType::Root } else { ParentType::OrganizationalUnit };
        // "In the current release, a child can have only a single parent."
        let page = request.cut([(parent, Parent { id: Some(parent.to_owned()), r#type: Some(kind) })]);
        Ok(ListParentsResponse { parents: Some(page.items), next_token: page.marker })
    }
}
