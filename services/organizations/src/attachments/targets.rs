//! `ListTargetsForPolicy`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use super::Target;
use crate::generated::PolicyTargetSummary;
use crate::generated::operations::ListTargetsForPolicy;
use crate::generated::{ListTargetsForPolicyRequest, ListTargetsForPolicyResponse};
use crate::page;
use crate::policy_ref::PolicyRef;
use crate::state::attachment;
use crate::{Organizations, access};

impl Handler<ListTargetsForPolicy> for Organizations {
    type Mode = Read;

    fn access(
        &self,
        input: &ListTargetsForPolicyRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::on("organizations:ListTargetsForPolicy", cx, state, &input.policy_id)])
    }

    fn call(
        &self,
        input: ListTargetsForPolicyRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<ListTargetsForPolicyResponse, ServiceError> {
        let policy = &*input.policy_id;
        let seat = self.seat::<ListTargetsForPolicy>(&input, cx, state)?;
        PolicyRef::get(state, seat.management, policy)?;
        let listing = format!("ListTargetsForPolicy/{policy}");
        let request = page::request(&listing, input.next_token.as_deref(), input.max_results)?;
        let arns = seat.arns();
        let targets = attachment::targets_of(state, seat.management, policy, request.after());
        let page = request.fill(targets.filter_map(|id| {
            let target = Target::find(state, &seat, id)?;
            let summary = PolicyTargetSummary {
                target_id: Some(id.to_owned()),
                arn: Some(arns.target(id)),
                name: Some(target.name),
                r#type: Some(target.kind),
            };
            Some((id, summary))
        }));
        Ok(ListTargetsForPolicyResponse { targets: Some(page.items), next_token: page.marker })
    }
}
