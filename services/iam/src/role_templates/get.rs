//! `GetRoleTemplateVersion`.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use super::template::{Parameter, RoleTemplate};
use crate::generated::operations::GetRoleTemplateVersion;
use crate::generated::{
    GetRoleTemplateVersionRequest, GetRoleTemplateVersionResponse, ManagedByTypeType, ParameterDefinition,
    ParameterTypeType, RoleTemplateVersion,
};
use crate::{Iam, Settings};

impl Handler<GetRoleTemplateVersion> for Iam {
    type Mode = Read;

    fn access(
        &self,
        input: &GetRoleTemplateVersionRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![Check::on("iam:GetRoleTemplateVersion", input.template_arn.as_str())])
    }

    fn call(
        &self,
        input: GetRoleTemplateVersionRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<GetRoleTemplateVersionResponse, ServiceError> {
        let template = RoleTemplate::find(&input.template_arn, input.minor_version)?;
        Ok(GetRoleTemplateVersionResponse { role_template_version: described(template, self.settings()) })
    }
}

fn described(template: &RoleTemplate, settings: &Settings) -> RoleTemplateVersion {
    let text = |text: &str| Some(text.to_owned());
    RoleTemplateVersion {
        template_arn: text(template.arn),
        template_name: text(template.name),
        template_version_id: text(template.version_id),
        description: text(template.description),
        major_version: Some(template.major_version),
        default_minor_version: Some(template.minor_version),
        managed_by_type: Some(ManagedByTypeType::Service),
        managed_by_value: text(template.managed_by),
        enabled: Some(template.is_enabled(settings)),
        minor_version: Some(template.minor_version),
        role_name_pattern: text(template.role_name),
        role_path_pattern: text(template.role_path),
        assume_role_policy_document_template: text(template.trust_policy),
        managed_policy_arns: Some(template.managed_policies.iter().map(|arn| (*arn).to_owned()).collect()),
        parameters_definition: Some(template.parameters.iter().map(parameter).collect()),
        max_session_duration: Some(template.max_session_duration),
        version_enabled: Some(true),
        ..RoleTemplateVersion::default()
    }
}

fn parameter(parameter: &Parameter) -> ParameterDefinition {
    ParameterDefinition {
        name: parameter.name.to_owned(),
        r#type: ParameterTypeType::String,
        sub_type: None,
        description: Some(parameter.description.to_owned()),
        is_required: Some(parameter.default.is_none()),
        default_value: parameter.default.map(str::to_owned),
        immutable: None,
    }
}
