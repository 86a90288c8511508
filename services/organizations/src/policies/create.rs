//! `CreatePolicy`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::{description, document, refuse_taken};
use crate::generated::operations::CreatePolicy;
use crate::generated::{CreatePolicyRequest, CreatePolicyResponse};
use crate::policy_ref::PolicyRef;
use crate::state::{POLICIES, Policy};
use crate::tags::Tags;
use crate::{Organizations, access, errors, ids};

impl Handler<CreatePolicy> for Organizations {
    type Mode = Write;

    fn access(
        &self,
        input: &CreatePolicyRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        let check =
            access::on_new("organizations:CreatePolicy", cx, state, |arns| arns.policy(input.r#type, "p-*"));
        Ok(access::making(access::with_type(check, Some(input.r#type)), input.tags.as_deref()))
    }

    fn call(
        &self,
        input: CreatePolicyRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<CreatePolicyResponse, ServiceError> {
        let seat = self.seat::<CreatePolicy>(&input, cx, state)?;
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
