//! `AcquireRole`: the role that a template makes with given parameters, made if it is not there.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};
use awsim_policy::PolicyKind;

use super::template::{RoleTemplate, fill};
use crate::generated::operations::AcquireRole;
use crate::generated::{AcquireRoleRequest, AcquireRoleResponse, ErrorCode};
use crate::names::Path;
use crate::policy_document::PolicyText;
use crate::quotas::{refuse_larger, refuse_more};
use crate::state::{
    HeldPolicies, Identity, PolicyUse, ROLES, Resource, Role, RoleDetails, SourceTemplate, policy_usage,
};
use crate::{Iam, access, boundary, names, roles, trusted, unique_id};

/// The condition key that has the ARN of the template, in every action that a template leads to.
const TEMPLATE_KEY: &str = "iam:RoleTemplateARN";

/// The longest name of a role.
const LONGEST_NAME: usize = 64;

impl Handler<AcquireRole> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &AcquireRoleRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        let wanted = Wanted::of(input)?;
        let template = wanted.template.arn;
        let mut checks = Vec::new();
        if Role::get(state, cx.account(), &wanted.name).is_some() {
            checks.push(boundary::check::<Role>("iam:GetRole", cx, state, &wanted.name));
        } else {
            let on_new =
                |action| access::on_new::<Role>(action, cx, Some(wanted.template.role_path), &wanted.name);
            checks.push(on_new("iam:CreateRole"));
            let attached = wanted.template.managed_policies.iter();
            checks.extend(
                attached.map(|arn| on_new("iam:AttachRolePolicy").with_string("iam:PolicyARN", Some(*arn))),
            );
        }
        let read = Check::on("iam:GetRoleTemplateVersion", template);
        let acquire = checks.into_iter().map(|check| check.with_string(TEMPLATE_KEY, Some(template)));
        Ok(std::iter::once(read).chain(acquire).collect())
    }

    fn call(
        &self,
        input: AcquireRoleRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<AcquireRoleResponse, ServiceError> {
        let account = cx.account();
        let wanted = Wanted::of(&input)?;
        let trust = PolicyText::parse(PolicyKind::Trust, &wanted.trust_policy)?;
        if let Some(role) = Role::get(state, account, &wanted.name) {
            wanted.refuse_other(role, &trusted::shown(state, cx.partition, role))?;
            return Ok(AcquireRoleResponse { role: roles::description(cx, state, role) });
        }
        if !wanted.template.is_enabled(self.settings()) {
            let message = format!("The role template {} is disabled.", wanted.template.arn);
            return Err(ErrorCode::RoleTemplateDisabled.with(message));
        }
        let stored = trusted::stored(state, cx, trust.text())?;
        refuse_larger(trust.size(), self.quotas().trust_policy_size, "ACLSizePerRole")?;
        refuse_more(state.count(&ROLES, account), self.quotas().roles, "RolesPerAccount")?;
        let attached: Vec<Box<str>> =
            wanted.template.managed_policies.iter().map(|arn| (*arn).into()).collect();
        for arn in &attached {
            let key = names::key(&wanted.name);
            policy_usage::add(state, account, arn, PolicyUse::Attachment, Role::KIND, &key);
        }
        let role = Role {
            name: wanted.name.as_str().into(),
            id: unique_id::new(unique_id::ROLE, account)?,
            path: Path::from(wanted.template.role_path.to_owned()),
            created: cx.now.to_the_second(),
            trust_policy: stored.text,
            max_session_duration: wanted.template.max_session_duration,
            description: None,
            details: RoleDetails {
                policies: HeldPolicies { attached, inline: Vec::new() },
                trusted: stored.principals,
                template: Some(wanted.source()),
                ..RoleDetails::default()
            }
            .into(),
        };
        let answer = roles::as_made(cx, state, &role);
        role.insert(state, account);
        Ok(AcquireRoleResponse { role: answer })
    }
}

/// The role that a request wants.
struct Wanted {
    template: &'static RoleTemplate,
    name: String,
    trust_policy: String,
}

impl Wanted {
    /// # Errors
    /// `NoSuchEntity` (404) without such a template; `InvalidInput` (400) for parameters that do not fit it.
    fn of(input: &AcquireRoleRequest) -> Result<Self, ServiceError> {
        let template = RoleTemplate::find(&input.template_arn, input.template_minor_version)?;
        let values = template.values(input.replacement_values.as_ref().unwrap_or(&Default::default()))?;
        let name = fill(template.role_name, &values);
        let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"_+=,.@-".contains(&byte);
        if name.is_empty() || name.len() > LONGEST_NAME || !name.bytes().all(is_name) {
            return Err(ErrorCode::InvalidInput.with(format!("{name} cannot be the name of a role.")));
        }
        // A value is part of a string of the document and cannot be more than that.
        let quoted: Vec<(&str, String)> = values
            .iter()
            .map(|(name, value)| (*name, value.replace('\\', "\\\\").replace('"', "\\\"")))
            .collect();
        Ok(Self { template, name, trust_policy: fill(template.trust_policy, &quoted) })
    }

    fn source(&self) -> SourceTemplate {
        SourceTemplate { arn: self.template.arn.into(), minor_version: self.template.minor_version }
    }

    /// Refuses a role of the wanted name that is not the wanted role. `trust_policy` is its trust policy as it is shown.
    ///
    /// # Errors
    /// `NameConflict` (409) if it was not made from the template, or for another service; `RoleModified` (409) if it was
    /// and has been changed since.
    fn refuse_other(&self, role: &Role, trust_policy: &str) -> Result<(), ServiceError> {
        let trusts_alike = *trust_policy == *self.trust_policy;
        if role.details.template.as_ref() != Some(&self.source()) || !trusts_alike {
            let message = format!("A role with name {} exists that the template does not make.", role.name);
            return Err(ErrorCode::NameConflict.with(message));
        }
        let held = &role.details.policies;
        let attached =
            held.attached.iter().map(|arn| &**arn).eq(self.template.managed_policies.iter().copied());
        if !attached || !held.inline.is_empty() {
            let message = format!("The role {} has been modified since the template made it.", role.name);
            return Err(ErrorCode::RoleModified.with(message));
        }
        Ok(())
    }
}
