use std::collections::BTreeMap;

use awsim_plugin::error::ServiceError;

use crate::generated::operations::*;
use crate::generated::*;
use crate::testing::{Fixture, refusal};

const TEMPLATE: &str = "arn:aws:iam::aws:role-template/iam.amazonaws.com/PowerUserRoleTemplate:1";
const POWER_USER: &str = "arn:aws:iam::aws:policy/PowerUserAccess";

fn acquire(fixture: &mut Fixture, values: &[(&str, &str)]) -> Result<Role, ServiceError> {
    let values: BTreeMap<String, ReplacementValueEntry> = values
        .iter()
        .map(|(name, value)| {
            ((*name).to_owned(), ReplacementValueEntry { values: vec![(*value).to_owned()] })
        })
        .collect();
    let input = AcquireRoleRequest {
        template_arn: TEMPLATE.into(),
        template_minor_version: None,
        replacement_values: Some(values),
    };
    Ok(fixture.call::<AcquireRole>(input)?.role)
}

#[test]
fn a_template_tells_what_it_makes() {
    let mut fixture = Fixture::new();
    let input = GetRoleTemplateVersionRequest { template_arn: TEMPLATE.into(), minor_version: None };
    let version = fixture.call::<GetRoleTemplateVersion>(input).unwrap().role_template_version;
    assert_eq!(version.managed_policy_arns, Some(vec![POWER_USER.into()]));
    let names: Vec<_> = version.parameters_definition.unwrap().into_iter().map(|one| one.name).collect();
    assert_eq!(names, ["AWSServiceName", "RoleName"]);
    for (arn, version, error) in [
        (TEMPLATE, Some(7), "NoSuchEntity (404)"),
        ("arn:aws:iam::aws:role-template/x.amazonaws.com/None:1", None, "NoSuchEntity (404)"),
        ("arn:aws:iam::123456789012:role/template", None, "InvalidInput (400)"),
    ] {
        let input = GetRoleTemplateVersionRequest { template_arn: arn.into(), minor_version: version };
        assert!(refusal(fixture.call::<GetRoleTemplateVersion>(input)).starts_with(error), "{arn}");
    }
}

#[test]
fn the_same_role_is_made_once() {
    let mut fixture = Fixture::new();
    let service = [("AWSServiceName", "lambda.amazonaws.com")];
    let made = acquire(&mut fixture, &service).unwrap();
    assert_eq!((&*made.role_name, &*made.path), ("PowerUserRole", "/"));
    assert!(made.assume_role_policy_document.unwrap().contains("lambda.amazonaws.com"));
    let found = acquire(&mut fixture, &service).unwrap();
    assert_eq!(found.role_id, made.role_id);
    assert_eq!(found.source_role_template.unwrap().template_arn, TEMPLATE);
    let usage = crate::state::policy_usage::counts(&fixture.view, crate::testing::ACCOUNT, POWER_USER);
    assert_eq!(usage.attachments, 1);

    let other = refusal(acquire(&mut fixture, &[("AWSServiceName", "events.amazonaws.com")]));
    assert!(other.starts_with("NameConflict (409)"), "{other}");
    let detach = DetachRolePolicyRequest { role_name: "PowerUserRole".into(), policy_arn: POWER_USER.into() };
    fixture.call::<DetachRolePolicy>(detach).unwrap();
    let changed = refusal(acquire(&mut fixture, &service));
    assert!(changed.starts_with("RoleModified (409)"), "{changed}");
}

#[test]
fn parameters_must_fit() {
    let mut fixture = Fixture::new();
    for (values, error) in [
        (&[][..], "InvalidInput (400): The parameter AWSServiceName is required."),
        (&[("Nothing", "x")], "InvalidInput (400): The role template has no parameter Nothing."),
        (
            &[("AWSServiceName", "x"), ("RoleName", "a b")],
            "InvalidInput (400): a b cannot be the name of a role.",
        ),
        (&[("AWSServiceName", "no service")], "MalformedPolicyDocument (400)"),
    ] {
        let refused = refusal(acquire(&mut fixture, values));
        assert!(refused.starts_with(error), "{refused}");
    }
}

#[test]
fn a_disabled_template_makes_no_role_and_finds_what_it_made() {
    let mut fixture = Fixture::new();
    let service = [("AWSServiceName", "lambda.amazonaws.com")];
    let made = acquire(&mut fixture, &service).unwrap();
    fixture.iam.settings.disabled_role_templates = vec![TEMPLATE.to_owned()];
    assert_eq!(acquire(&mut fixture, &service).unwrap().role_id, made.role_id);
    let other = acquire(&mut fixture, &[service[0], ("RoleName", "Other")]);
    let disabled = format!("RoleTemplateDisabled (400): The role template {TEMPLATE} is disabled.");
    assert_eq!(refusal(other), disabled);
    let input = GetRoleTemplateVersionRequest { template_arn: TEMPLATE.into(), minor_version: None };
    let version = fixture.call::<GetRoleTemplateVersion>(input).unwrap().role_template_version;
    assert_eq!(version.enabled, Some(false));
}
