//! `ListOrganizationalUnitsForParent`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use super::{description, refuse_unknown_parent};
use crate::generated::operations::ListOrganizationalUnitsForParent;
use crate::generated::{ListOrganizationalUnitsForParentRequest, ListOrganizationalUnitsForParentResponse};
use crate::page;
use crate::state::{UNITS, tree};
use crate::{Organizations, access};

impl Handler<ListOrganizationalUnitsForParent> for Organizations {
    type Mode = Read;

    fn access(
        &self,
        input: &ListOrganizationalUnitsForParentRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::on("organizations:ListOrganizationalUnitsForParent", cx, state, &input.parent_id)])
    }

    fn call(
        &self,
        input: ListOrganizationalUnitsForParentRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<ListOrganizationalUnitsForParentResponse, ServiceError> {
        let parent = &*input.parent_id;
        let seat = self.seat::<ListOrganizationalUnitsForParent>(&input, cx, state)?;
        refuse_unknown_parent(state, &seat, parent)?;
        let listing = format!("ListOrganizationalUnitsForParent/{parent}");
        let request = page::request(&listing, input.next_token.as_deref(), input.max_results)?;
        let organization = seat.record(state)?;
        let ids = tree::children(state, seat.management, parent, false, request.after());
        let page = request.fill(ids.filter_map(|id| {
            let unit = state.get(&UNITS, seat.management, id)?;
            Some((id, description(state, &seat, organization, id, unit)))
        }));
        Ok(ListOrganizationalUnitsForParentResponse {
            organizational_units: Some(page.items),
            next_token: page.marker,
        })
    }
}
