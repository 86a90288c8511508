//! `CreateRole`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};
use awsim_policy::validate::PolicyKind;

use super::as_made;
use crate::boundary::attached;
use crate::generated::operations::CreateRole;
use crate::generated::{self, CreateRoleRequest, CreateRoleResponse};
use crate::policy_document::PolicyText;
use crate::quotas::{refuse_larger, refuse_more};
use crate::state::{ROLES, Resource, Role, RoleDetails};
use crate::tags::{Tags, requested};
use crate::{Iam, access, boundary, service_linked_roles, trusted, unique_id};

/// The longest session of a role whose maker does not say, in seconds.
pub(crate) const MAX_SESSION_DURATION: i32 = 3600;

impl Handler<CreateRole> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &CreateRoleRequest,
        cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        let tags = input.tags.as_deref();
        let check = |action| access::on_new::<Role>(action, cx, input.path.as_deref(), &input.role_name);
        let mut checks = vec![
            check("iam:CreateRole")
                .with_request_tags(requested(tags))
                .with_string(boundary::CONDITION_KEY, input.permissions_boundary.as_deref()),
        ];
        if tags.is_some_and(|tags| !tags.is_empty()) {
            checks.push(check("iam:TagRole").with_request_tags(requested(tags)));
        }
        Ok(checks)
    }

    fn call(
        &self,
        input: CreateRoleRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<CreateRoleResponse, ServiceError> {
        let account = cx.account();
        service_linked_roles::refuse_path(input.path.as_deref())?;
        let trust = PolicyText::parse(PolicyKind::Trust, &input.assume_role_policy_document)?;
        let tags = Tags::of_request::<Role>(input.tags)?;
        let arn = input.permissions_boundary.as_deref();
        boundary::refuse_unknown(cx, state, arn)?;
        Role::refuse_taken(state, account, &input.role_name)?;
        let stored = trusted::stored(state, cx, trust.text())?;
        refuse_larger(trust.size(), self.quotas().trust_policy_size, "ACLSizePerRole")?;
        refuse_more(state.count(&ROLES, account), self.quotas().roles, "RolesPerAccount")?;

        boundary::moved::<Role>(state, account, &input.role_name, None, arn);
        let role = Role {
            name: input.role_name.into(),
            id: unique_id::new(unique_id::ROLE, account)?,
            path: input.path.into(),
            created: cx.now.to_the_second(),
            trust_policy: stored.text,
            max_session_duration: input.max_session_duration.unwrap_or(MAX_SESSION_DURATION),
            description: input.description.map(Into::into),
            details: RoleDetails {
                tags,
                boundary: arn.map(Into::into),
                trusted: stored.principals,
                ..RoleDetails::default()
            }
            .into(),
        };
        let answer = generated::Role {
            tags: role.details.tags.to_member(),
            permissions_boundary: attached(arn),
            ..as_made(cx, state, &role)
        };
        role.insert(state, account);
        Ok(CreateRoleResponse { role: answer })
    }
}
