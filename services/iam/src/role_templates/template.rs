//! The templates, and how parameters are put into them.

use std::collections::BTreeMap;

use awsim_plugin::error::ServiceError;

use crate::Settings;
use crate::generated::{ErrorCode, ReplacementValueEntry};

/// A version of a role template.
pub(super) struct RoleTemplate {
    /// The ARN, which ends with the major version.
    pub(super) arn: &'static str,
    pub(super) name: &'static str,
    pub(super) version_id: &'static str,
    pub(super) description: &'static str,
    pub(super) major_version: i32,
    pub(super) minor_version: i32,
    /// The principal of the service that manages it.
    pub(super) managed_by: &'static str,
    pub(super) role_name: &'static str,
    pub(super) role_path: &'static str,
    pub(super) trust_policy: &'static str,
    pub(super) managed_policies: &'static [&'static str],
    pub(super) parameters: &'static [Parameter],
    /// In seconds.
    pub(super) max_session_duration: i32,
}

/// A parameter of a template; all of them are text.
pub(super) struct Parameter {
    pub(super) name: &'static str,
    pub(super) description: &'static str,
    /// What stands there if a request does not say; a parameter without one is required.
    pub(super) default: Option<&'static str>,
}

static TEMPLATES: [RoleTemplate; 1] = [RoleTemplate {
    arn: "arn:aws:iam::aws:role-template/iam.amazonaws.com/PowerUserRoleTemplate:1",
    name: "PowerUserRoleTemplate",
    version_id: "ARTAPOWERUSERROLETEMPLATE1",
    description: "A role for one service with full access to services and resources, but not to users and groups.",
    major_version: 1,
    minor_version: 0,
    managed_by: "iam.amazonaws.com",
    role_name: "@{RoleName}",
    role_path: "/",
    trust_policy: r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"@{AWSServiceName}"},"Action":"sts:AssumeRole"}]}"#,
    managed_policies: &["arn:aws:iam::aws:policy/PowerUserAccess"],
    parameters: &[
        Parameter {
            name: "AWSServiceName",
            description: "The principal of the service that may assume the role.",
            default: None,
        },
        Parameter { name: "RoleName", description: "The name of the role.", default: Some("PowerUserRole") },
    ],
    max_session_duration: 3600,
}];

impl RoleTemplate {
    /// The version of the template with this ARN; the default one if none is asked for.
    ///
    /// # Errors
    /// `InvalidInput` (400) if it is not the ARN of a role template, `NoSuchEntity` (404) if there is no such version.
    pub(super) fn find(arn: &str, minor_version: Option<i32>) -> Result<&'static Self, ServiceError> {
        if arn.splitn(6, ':').nth(5).is_none_or(|resource| !resource.starts_with("role-template/")) {
            return Err(ErrorCode::InvalidInput.with(format!("ARN {arn} is not valid.")));
        }
        let found = TEMPLATES.iter().find(|template| {
            template.arn == arn && minor_version.is_none_or(|version| version == template.minor_version)
        });
        found.ok_or_else(|| ErrorCode::NoSuchEntity.with(format!("The role template {arn} cannot be found.")))
    }

    /// Whether roles can be made from it.
    pub(super) fn is_enabled(&self, settings: &Settings) -> bool {
        !settings.disabled_role_templates.iter().any(|disabled| *disabled == *self.arn)
    }

    /// What stands for each parameter.
    ///
    /// # Errors
    /// `InvalidInput` (400) for a parameter that there is not, that is missing, or that has not exactly one value.
    pub(super) fn values(
        &self,
        given: &BTreeMap<String, ReplacementValueEntry>,
    ) -> Result<Vec<(&'static str, String)>, ServiceError> {
        let invalid = |what: String| ErrorCode::InvalidInput.with(what);
        let known = |name: &str| self.parameters.iter().any(|parameter| parameter.name == name);
        if let Some(name) = given.keys().find(|name| !known(name)) {
            return Err(invalid(format!("The role template has no parameter {name}.")));
        }
        let value =
            |parameter: &Parameter| match given.get(parameter.name).map(|entry| entry.values.as_slice()) {
                Some([value]) => Ok((parameter.name, value.clone())),
                Some(_) => Err(invalid(format!("The parameter {} must have one value.", parameter.name))),
                None => match parameter.default {
                    Some(value) => Ok((parameter.name, value.to_owned())),
                    None => Err(invalid(format!("The parameter {} is required.", parameter.name))),
                },
            };
        self.parameters.iter().map(value).collect()
    }
}

/// A pattern with the values of parameters in their places.
pub(super) fn fill(pattern: &str, values: &[(&str, String)]) -> String {
    values.iter().fold(pattern.to_owned(), |text, (name, value)| text.replace(&format!("@{{{name}}}"), value))
}
