//! `ListEffectivePolicyValidationErrors`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use super::{find, policy_type, problems};
use crate::accounts;
use crate::generated::EffectivePolicyValidationError;
use crate::generated::operations::ListEffectivePolicyValidationErrors;
use crate::generated::{
    ListEffectivePolicyValidationErrorsRequest, ListEffectivePolicyValidationErrorsResponse,
};
use crate::page;
use crate::state::tree;
use crate::{Organizations, access};

impl Handler<ListEffectivePolicyValidationErrors> for Organizations {
    type Mode = Read;

    fn access(
        &self,
        input: &ListEffectivePolicyValidationErrorsRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::with_type(
            access::on("organizations:ListEffectivePolicyValidationErrors", cx, state, &input.account_id),
            policy_type(input.policy_type).ok(),
        )])
    }

    fn call(
        &self,
        input: ListEffectivePolicyValidationErrorsRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<ListEffectivePolicyValidationErrorsResponse, ServiceError> {
        let id = &*input.account_id;
        let seat = self.seat::<ListEffectivePolicyValidationErrors>(&input, cx, state)?;
        let account = accounts::find(state, &seat, id)?;
        let kind = policy_type(input.policy_type)?;
        let found = find(state, &seat, id, kind)?;
        let listing = format!("ListEffectivePolicyValidationErrors/{id}/{}", input.policy_type);
        let request = page::request(&listing, input.next_token.as_deref(), input.max_results)?;
        let page = request.cut(problems::of(kind, &found.effective).into_iter().map(|problem| {
            let described = EffectivePolicyValidationError {
                error_code: Some(problem.code.to_owned()),
                error_message: Some(problem.message),
                path_to_error: Some(problem.path.clone()),
                contributing_policies: Some(found.policies.clone()),
            };
            (problem.path, described)
        }));
        let above = tree::path(state, seat.management, seat.record(state)?, &account.parent);
        Ok(ListEffectivePolicyValidationErrorsResponse {
            account_id: Some(id.to_owned()),
            policy_type: Some(input.policy_type),
            path: Some(format!("{above}{id}/")),
            evaluation_timestamp: Some(cx.now),
            next_token: page.marker,
            effective_policy_validation_errors: Some(page.items),
        })
    }
}
