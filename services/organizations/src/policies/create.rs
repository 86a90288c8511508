//! `CreatePolicy`.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::{description, document, refuse_taken};
use crate::generated::operations::CreatePolicy;
use crate::generated::{CreatePolicyRequest, CreatePolicyResponse};
use crate::policy_ref::PolicyRef;
use crate::seat::Seat;
use crate::state::{POLICIES, Policy};
use crate::tags::{self, Tags};
use crate::{Organizations, access, errors, ids};

impl Handler<CreatePolicy> for Organizations {
    type Mode = Write;

    fn access(
        &self,
        input: &CreatePolicyRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok({
            let check = |action| {
                access::with_type(Check::on_any(action), Some(input.r#type))
                    .with_request_tags(tags::requested(input.tags.as_deref()))
            };
            let mut checks = vec![check("organizations:CreatePolicy")];
            if input.tags.as_ref().is_some_and(|tags| !tags.is_empty()) {
                checks.push(check("organizations:TagResource"));
            }
            checks
        })
    }

    fn call(
        &self,
        input: CreatePolicyRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<CreatePolicyResponse, ServiceError> {
        let seat = Seat::permitted(cx, state, "organizations:CreatePolicy", "*")?;
        let tags = Tags::of_request(input.tags)?;
        if !seat.record(state)?.all_features {
            return Err(errors::type_not_available());
        }
        document::check(self.quotas(), input.r#type, &input.content)?;
        refuse_taken(state, &seat, input.r#type, &input.name)?;
        let of_type =
            state.iter(&POLICIES, seat.management).filter(|(_, policy)| policy.kind == input.r#type);
        if of_type.count() >= self.quotas().policies as usize {
            let message = "You have exceeded the maximum number of policies.";
            return Err(errors::constraint("POLICY_NUMBER_LIMIT_EXCEEDED", message));
        }
        let policy = Policy {
            name: input.name.into(),
            description: input.description.into(),
            kind: input.r#type,
            content: input.content.into(),
            created: cx.now,
            updated: cx.now,
            tags,
        };
        let id = ids::new(ids::POLICY)?;
        let answer = description(&seat, &PolicyRef::Own(&id, &policy));
        state.insert(&POLICIES, seat.management, id, policy);
        Ok(CreatePolicyResponse { policy: Some(answer) })
    }
}
