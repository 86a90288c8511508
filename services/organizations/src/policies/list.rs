//! `ListPolicies`.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use crate::generated::operations::ListPolicies;
use crate::generated::{ListPoliciesRequest, ListPoliciesResponse};
use crate::page;
use crate::policy_ref::{self, PolicyRef};
use crate::state::POLICIES;
use crate::{Organizations, access};

impl Handler<ListPolicies> for Organizations {
    type Mode = Read;

    fn access(
        &self,
        input: &ListPoliciesRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::with_type(Check::on_any("organizations:ListPolicies"), Some(input.filter))])
    }

    fn call(
        &self,
        input: ListPoliciesRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<ListPoliciesResponse, ServiceError> {
        let seat = self.seat::<ListPolicies>(&input, cx, state)?;
        let listing = format!("ListPolicies/{}", input.filter);
        let request = page::request(&listing, input.next_token.as_deref(), input.max_results)?;
        let arns = seat.arns();
        let own = state.iter(&POLICIES, seat.management).filter(|(_, policy)| policy.kind == input.filter);
        let own = own.map(|(id, policy)| (id.as_str(), PolicyRef::Own(id, policy)));
        let aws = policy_ref::default_of(input.filter).map(|policy| (policy.id, PolicyRef::Aws(policy)));
        let mut policies: Vec<_> = own.chain(aws).collect();
        policies.sort_unstable_by_key(|(id, _)| *id);
        let page = request.cut(policies.into_iter().map(|(id, policy)| (id, policy.summary(&arns))));
        Ok(ListPoliciesResponse { policies: Some(page.items), next_token: page.marker })
    }
}
