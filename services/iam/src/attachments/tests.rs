use awsim_plugin::access::ContextValue;
use awsim_plugin::error::ServiceError;

use crate::Quotas;
use crate::generated::operations::*;
use crate::generated::*;
use crate::testing::{Fixture, refusal};

const ADMINISTRATOR: &str = "arn:aws:iam::aws:policy/AdministratorAccess";
const LAMBDA: &str = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";
const TRUST: &str = r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}}"#;

/// An account with the user `bob`, the group `staff` and the role `App`.
fn account() -> Fixture {
    let mut fixture = Fixture::with_quotas(Quotas { policies_per_role: 2, ..Quotas::default() });
    fixture.call::<CreateUser>(CreateUserRequest { user_name: "bob".into(), ..Default::default() }).unwrap();
    fixture.call::<CreateGroup>(CreateGroupRequest { path: None, group_name: "staff".into() }).unwrap();
    let role = CreateRoleRequest {
        role_name: "App".into(),
        assume_role_policy_document: TRUST.into(),
        permissions_boundary: Some(ADMINISTRATOR.into()),
        ..Default::default()
    };
    fixture.call::<CreateRole>(role).unwrap();
    fixture
}

fn attach(fixture: &mut Fixture, role: &str, arn: &str) -> Result<(), ServiceError> {
    let input = AttachRolePolicyRequest { role_name: role.into(), policy_arn: arn.into() };
    fixture.call::<AttachRolePolicy>(input)
}

fn detach(fixture: &mut Fixture, role: &str, arn: &str) -> Result<(), ServiceError> {
    let input = DetachRolePolicyRequest { role_name: role.into(), policy_arn: arn.into() };
    fixture.call::<DetachRolePolicy>(input)
}

fn names(policies: Option<Vec<AttachedPolicy>>) -> Vec<String> {
    policies.unwrap_or_default().into_iter().filter_map(|policy| policy.policy_name).collect()
}

fn attached(fixture: &mut Fixture, prefix: Option<&str>) -> Vec<String> {
    let path_prefix = prefix.map(Into::into);
    let input =
        ListAttachedRolePoliciesRequest { role_name: "app".into(), path_prefix, ..Default::default() };
    names(fixture.call::<ListAttachedRolePolicies>(input).unwrap().attached_policies)
}

fn count(fixture: &mut Fixture, arn: &str) -> Option<i32> {
    let input = GetPolicyRequest { policy_arn: arn.into() };
    fixture.call::<GetPolicy>(input).unwrap().policy.and_then(|policy| policy.attachment_count)
}

#[test]
fn attaching_twice_counts_once() {
    let mut fixture = account();
    for arn in [LAMBDA, LAMBDA, ADMINISTRATOR] {
        attach(&mut fixture, "APP", arn).unwrap();
    }
    assert_eq!(attached(&mut fixture, None), ["AdministratorAccess", "AWSLambdaBasicExecutionRole"]);
    assert_eq!(attached(&mut fixture, Some("/service-role/")), ["AWSLambdaBasicExecutionRole"]);
    assert_eq!(count(&mut fixture, LAMBDA), Some(1));
    detach(&mut fixture, "app", LAMBDA).unwrap();
    assert_eq!(count(&mut fixture, LAMBDA), Some(0));
    assert_eq!(attached(&mut fixture, None), ["AdministratorAccess"]);
}

#[test]
fn policy_and_identity_must_exist() {
    let mut fixture = account();
    let error = refusal(attach(&mut fixture, "App", "AWSLambdaBasicExecutionRole"));
    assert_eq!(error, "ValidationError (400): Invalid ARN:  Could not be parsed!");
    let unknown = "arn:aws:iam::aws:policy/AWSLambdaBasicExecutionRole";
    assert_eq!(
        refusal(attach(&mut fixture, "App", unknown)),
        format!("NoSuchEntity (404): Policy {unknown} does not exist or is not attachable.")
    );
    let error = refusal(attach(&mut fixture, "nobody", LAMBDA));
    assert_eq!(error, "NoSuchEntity (404): The role with name nobody cannot be found.");
    let error = refusal(detach(&mut fixture, "App", LAMBDA));
    assert_eq!(error, format!("NoSuchEntity (404): Policy {LAMBDA} was not found."));
}

#[test]
fn policies_of_service_linked_roles_are_for_them_alone() {
    let mut fixture = account();
    let arn = "arn:aws:iam::aws:policy/aws-service-role/AmazonElasticsearchServiceRolePolicy";
    assert_eq!(
        refusal(attach(&mut fixture, "App", arn)),
        "PolicyNotAttachable (400): Cannot attach a Service Role Policy to a Customer Role."
    );
}

#[test]
fn the_number_of_attached_policies_is_limited() {
    let mut fixture = account();
    attach(&mut fixture, "App", LAMBDA).unwrap();
    attach(&mut fixture, "App", ADMINISTRATOR).unwrap();
    assert_eq!(
        refusal(attach(&mut fixture, "App", "arn:aws:iam::aws:policy/AmazonS3FullAccess")),
        "LimitExceeded (409): Cannot exceed quota for PoliciesPerRole: 2"
    );
    // What is attached already may be attached again.
    attach(&mut fixture, "App", LAMBDA).unwrap();
}

#[test]
fn users_and_groups_have_policies_too() {
    let mut fixture = account();
    let user = AttachUserPolicyRequest { user_name: "Bob".into(), policy_arn: LAMBDA.into() };
    fixture.call::<AttachUserPolicy>(user).unwrap();
    let group = AttachGroupPolicyRequest { group_name: "Staff".into(), policy_arn: LAMBDA.into() };
    fixture.call::<AttachGroupPolicy>(group).unwrap();
    assert_eq!(count(&mut fixture, LAMBDA), Some(2));
    // Renaming carries the policies along, and the policy knows the new name.
    let rename = UpdateUserRequest {
        user_name: "bob".into(),
        new_user_name: Some("rob".into()),
        ..Default::default()
    };
    fixture.call::<UpdateUser>(rename).unwrap();
    let list = ListAttachedUserPoliciesRequest { user_name: "rob".into(), ..Default::default() };
    let answer = fixture.call::<ListAttachedUserPolicies>(list).unwrap();
    assert_eq!(names(answer.attached_policies), ["AWSLambdaBasicExecutionRole"]);
    let entities = ListEntitiesForPolicyRequest { policy_arn: LAMBDA.into(), ..Default::default() };
    let users = fixture.call::<ListEntitiesForPolicy>(entities).unwrap().policy_users.unwrap();
    assert_eq!(users[0].user_name.as_deref(), Some("rob"));
    let detach = DetachUserPolicyRequest { user_name: "rob".into(), policy_arn: LAMBDA.into() };
    fixture.call::<DetachUserPolicy>(detach).unwrap();
    let detach = DetachGroupPolicyRequest { group_name: "staff".into(), policy_arn: LAMBDA.into() };
    fixture.call::<DetachGroupPolicy>(detach).unwrap();
    assert_eq!(count(&mut fixture, LAMBDA), Some(0));
}

#[test]
fn pages_follow_each_other() {
    let mut fixture = account();
    attach(&mut fixture, "App", LAMBDA).unwrap();
    attach(&mut fixture, "App", ADMINISTRATOR).unwrap();
    let mut page = |marker| {
        let role_name = "App".to_owned();
        let input =
            ListAttachedRolePoliciesRequest { role_name, path_prefix: None, marker, max_items: Some(1) };
        let answer = fixture.call::<ListAttachedRolePolicies>(input).unwrap();
        (names(answer.attached_policies), answer.is_truncated, answer.marker)
    };
    let (first, truncated, marker) = page(None);
    assert_eq!((first, truncated), (vec!["AdministratorAccess".to_owned()], Some(true)));
    assert_eq!(page(marker), (vec!["AWSLambdaBasicExecutionRole".to_owned()], Some(false), None));
}

#[test]
fn the_row_names_policy_and_boundary() {
    let fixture = account();
    let input = AttachRolePolicyRequest { role_name: "app".into(), policy_arn: LAMBDA.into() };
    let checks = fixture.access::<AttachRolePolicy>(&input).unwrap();
    assert_eq!(checks[0].resource, "arn:aws:iam::123456789012:role/App");
    for (key, value) in [("iam:PolicyARN", LAMBDA), ("iam:PermissionsBoundary", ADMINISTRATOR)] {
        let value = ContextValue::String(value.into());
        assert!(checks[0].context.contains(&(key.into(), value)), "{key} in {:?}", checks[0].context);
    }
}
