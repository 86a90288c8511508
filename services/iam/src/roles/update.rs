//! `UpdateRole`, `UpdateRoleDescription`, `UpdateAssumeRolePolicy`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};
use awsim_policy::validate::PolicyKind;

use super::summary;
use crate::generated::operations::{UpdateAssumeRolePolicy, UpdateRole, UpdateRoleDescription};
use crate::generated::{
    UpdateAssumeRolePolicyRequest, UpdateRoleDescriptionRequest, UpdateRoleDescriptionResponse,
    UpdateRoleRequest, UpdateRoleResponse,
};
use crate::policy_document::PolicyText;
use crate::quotas::refuse_larger;
use crate::state::{Identity, Resource, Role};
use crate::{Iam, boundary, trusted};

impl Handler<UpdateRole> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &UpdateRoleRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![boundary::check::<Role>("iam:UpdateRole", cx, state, &input.role_name)])
    }

    fn call(
        &self,
        input: UpdateRoleRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<UpdateRoleResponse, ServiceError> {
        if input.max_session_duration.is_some() {
            // Of a service-linked role the description can be changed, and nothing else.
            Role::find(state, cx.account(), &input.role_name)?.refuse_protected()?;
        }
        Role::change(state, cx.account(), &input.role_name, |role| {
            if let Some(description) = input.description {
                role.description = Some(description.into());
            }
            if let Some(seconds) = input.max_session_duration {
                role.max_session_duration = seconds;
            }
        })?;
        Ok(UpdateRoleResponse {})
    }
}

impl Handler<UpdateRoleDescription> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &UpdateRoleDescriptionRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![boundary::check::<Role>("iam:UpdateRoleDescription", cx, state, &input.role_name)])
    }

    fn call(
        &self,
        input: UpdateRoleDescriptionRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<UpdateRoleDescriptionResponse, ServiceError> {
        Role::change(state, cx.account(), &input.role_name, |role| {
            role.description = Some(input.description.into());
        })?;
        let role = Role::find(state, cx.account(), &input.role_name)?;
        Ok(UpdateRoleDescriptionResponse { role: Some(summary(cx, state, role)) })
    }
}

impl Handler<UpdateAssumeRolePolicy> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &UpdateAssumeRolePolicyRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![boundary::check::<Role>("iam:UpdateAssumeRolePolicy", cx, state, &input.role_name)])
    }

    fn call(
        &self,
        input: UpdateAssumeRolePolicyRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let trust = PolicyText::parse(PolicyKind::Trust, &input.policy_document)?;
        Role::find(state, cx.account(), &input.role_name)?.refuse_protected()?;
        let stored = trusted::stored(state, cx, trust.text())?;
        refuse_larger(trust.size(), self.quotas().trust_policy_size, "ACLSizePerRole")?;
        Role::change(state, cx.account(), &input.role_name, |role| {
            role.trust_policy = stored.text;
            // Most roles have no details, and get none for nothing.
            if role.details.trusted != stored.principals {
                role.details.trusted = stored.principals;
            }
        })
    }
}
