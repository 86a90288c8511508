//! `ListRoots`.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use crate::Organizations;
use crate::generated::operations::ListRoots;
use crate::generated::{ListRootsRequest, ListRootsResponse};
use crate::generated::{PolicyType, PolicyTypeStatus, PolicyTypeSummary, Root};
use crate::page;
use crate::seat::Seat;
use crate::state::Organization;

impl Handler<ListRoots> for Organizations {
    type Mode = Read;

    fn access(
        &self,
        _input: &ListRootsRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![Check::on_any("organizations:ListRoots")])
    }

    fn call(
        &self,
        input: ListRootsRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<ListRootsResponse, ServiceError> {
        let seat = self.seat::<ListRoots>(&input, cx, state)?;
        let request = page::request("ListRoots", input.next_token.as_deref(), input.max_results)?;
        let page = request.cut([(&*seat.root, description(&seat, seat.record(state)?))]);
        Ok(ListRootsResponse { roots: Some(page.items), next_token: page.marker })
    }
}

/// The root as answers have it.
pub(super) fn description(seat: &Seat, organization: &Organization) -> Root {
    let enabled = |kind: &PolicyType| PolicyTypeSummary {
        r#type: Some(*kind),
        status: Some(PolicyTypeStatus::Enabled),
    };
    Root {
        id: Some(organization.root_id.to_string()),
        arn: Some(seat.arns().root(&organization.root_id)),
        name: Some(NAME.to_owned()),
        policy_types: Some(organization.enabled_types.iter().map(enabled).collect()),
    }
}

/// The name of every root.
pub(crate) const NAME: &str = "Root";
