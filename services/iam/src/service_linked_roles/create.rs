//! `CreateServiceLinkedRole`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::{ServiceLinkedRole, find};
use crate::generated::operations::CreateServiceLinkedRole;
use crate::generated::{CreateServiceLinkedRoleRequest, CreateServiceLinkedRoleResponse, ErrorCode};
use crate::quotas::refuse_more;
use crate::roles::{MAX_SESSION_DURATION, as_made};
use crate::state::{HeldPolicies, IdentityKind, PolicyUse, ROLES, Resource, Role, RoleDetails, policy_usage};
use crate::{Iam, access, names, unique_id};

/// The longest name of a role.
const LONGEST_NAME: usize = 64;

impl Handler<CreateServiceLinkedRole> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &CreateServiceLinkedRoleRequest,
        cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        let service = &input.aws_service_name;
        let path = format!("{}{service}/", super::PATH_PREFIX);
        let name = find(service).map_or_else(|| "*".to_owned(), |role| full_name(&role, input));
        let check = access::on_new::<Role>("iam:CreateServiceLinkedRole", cx, Some(&path), &name);
        Ok(vec![check.with_string("iam:AWSServiceName", Some(service.as_str()))])
    }

    fn call(
        &self,
        input: CreateServiceLinkedRoleRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<CreateServiceLinkedRoleResponse, ServiceError> {
        let account = cx.account();
        let kind = find(&input.aws_service_name).ok_or_else(|| no_such_service(&input.aws_service_name))?;
        let name = full_name(&kind, &input);
        refuse_suffix(&kind, &input, &name)?;
        if Role::get(state, account, &name).is_some() {
            return Err(ErrorCode::InvalidInput.with(format!(
                "Service role name {name} has been taken in this account, please try a different suffix."
            )));
        }
        refuse_more(state.count(&ROLES, account), self.quotas().roles, "RolesPerAccount")?;

        let policy = kind.policy_arn();
        let key = names::key(&name);
        policy_usage::add(state, account, &policy, PolicyUse::Attachment, IdentityKind::Role, &key);
        let policies = HeldPolicies { attached: vec![policy.into()], inline: Vec::new() };
        let role = Role {
            name: name.into(),
            id: unique_id::new(unique_id::ROLE, account)?,
            path: kind.path().into(),
            created: cx.now.to_the_second(),
            trust_policy: trust_policy(kind.service).into(),
            max_session_duration: MAX_SESSION_DURATION,
            description: input.description.map(Into::into),
            details: RoleDetails { policies, ..RoleDetails::default() }.into(),
        };
        let answer = as_made(cx, state, &role);
        role.insert(state, account);
        Ok(CreateServiceLinkedRoleResponse { role: Some(answer) })
    }
}

/// The role's name with the suffix that the caller wants.
fn full_name(kind: &ServiceLinkedRole, input: &CreateServiceLinkedRoleRequest) -> String {
    match &input.custom_suffix {
        Some(suffix) => format!("{}_{suffix}", kind.role_name),
        None => kind.role_name.to_owned(),
    }
}

/// Refuses a suffix for a service that takes none, or one that is too long.
fn refuse_suffix(
    kind: &ServiceLinkedRole,
    input: &CreateServiceLinkedRoleRequest,
    name: &str,
) -> Result<(), ServiceError> {
    if input.custom_suffix.is_some() && !kind.allows_custom_suffix {
        let service = kind.service;
        return Err(ErrorCode::InvalidInput.with(format!("Custom suffix is not allowed for {service}")));
    }
    if name.len() > LONGEST_NAME {
        return Err(ErrorCode::InvalidInput
            .with(format!("The role name {name} is longer than {LONGEST_NAME} characters.")));
    }
    Ok(())
}

fn no_such_service(service: &str) -> ServiceError {
    ErrorCode::NoSuchEntity.with(format!("There is no service-linked role for the service {service}."))
}

/// The trust policy as AWS writes it.
pub(super) fn trust_policy(service: &str) -> String {
    format!(
        r#"{{"Version":"2012-10-17","Statement":[{{"Effect":"Allow","Principal":{{"Service":"{service}"}},"Action":"sts:AssumeRole"}}]}}"#
    )
}
