//! `ListPoliciesForTarget`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use super::{Target, of_type};
use crate::generated::operations::ListPoliciesForTarget;
use crate::generated::{ListPoliciesForTargetRequest, ListPoliciesForTargetResponse};
use crate::page;
use crate::{Organizations, access};

impl Handler<ListPoliciesForTarget> for Organizations {
    type Mode = Read;

    fn access(
        &self,
        input: &ListPoliciesForTargetRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::with_type(
            access::on("organizations:ListPoliciesForTarget", cx, state, &input.target_id),
            Some(input.filter),
        )])
    }

    fn call(
        &self,
        input: ListPoliciesForTargetRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<ListPoliciesForTargetResponse, ServiceError> {
        let seat = self.seat::<ListPoliciesForTarget>(&input, cx, state)?;
        Target::get(state, &seat, &input.target_id)?;
        let listing = format!("ListPoliciesForTarget/{}/{}", input.target_id, input.filter);
        let request = page::request(&listing, input.next_token.as_deref(), input.max_results)?;
        let arns = seat.arns();
        let mut policies = of_type(state, &seat, &input.target_id, input.filter);
        policies.sort_unstable_by_key(|(id, _)| *id);
        let page = request.cut(policies.into_iter().map(|(id, policy)| (id, policy.summary(&arns))));
        Ok(ListPoliciesForTargetResponse { policies: Some(page.items), next_token: page.marker })
    }
}
