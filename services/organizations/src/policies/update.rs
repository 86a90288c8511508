//! `UpdatePolicy`: a new name, description or document.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::{description, document, refuse_taken};
use crate::generated::operations::UpdatePolicy;
use crate::generated::{UpdatePolicyRequest, UpdatePolicyResponse};
use crate::policy_ref::PolicyRef;
use crate::state::{ATTACHED, POLICIES, attachment};
use crate::{Organizations, access, errors};

impl Handler<UpdatePolicy> for Organizations {
    type Mode = Write;

    fn access(
        &self,
        input: &UpdatePolicyRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::on("organizations:UpdatePolicy", cx, state, &input.policy_id)])
    }

    fn call(
        &self,
        input: UpdatePolicyRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<UpdatePolicyResponse, ServiceError> {
        let seat = self.seat::<UpdatePolicy>(&input, cx, state)?;
        let id = input.policy_id;
        let PolicyRef::Own(_, policy) = PolicyRef::get(state, seat.management, &id)? else {
            return Err(errors::immutable_policy());
        };
        let mut policy = policy.clone();
        if let Some(content) = input.content {
            document::check(self.quotas(), policy.kind, &content)?;
            policy.content = content.into();
        }
        if let Some(name) = input.name.filter(|name| **name != *policy.name) {
            refuse_taken(state, &seat, policy.kind, &name)?;
            policy.name = name.into();
        }
        if let Some(description) = input.description {
            policy.description = description.into();
        }
        policy.updated = cx.now;
        let answer = description(&seat, &PolicyRef::Own(&id, &policy));
        state.insert(&POLICIES, seat.management, id.clone(), policy);
        // What is in effect below the targets has changed too.
        let targets: Vec<String> =
            attachment::targets_of(state, seat.management, &id, None).map(str::to_owned).collect();
        for target in targets {
            state.update(&ATTACHED, seat.management, &target, |attached| attached.changed = cx.now);
        }
        Ok(UpdatePolicyResponse { policy: Some(answer) })
    }
}
