use awsim_plugin::access::ContextValue;
use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::{Transaction, View};

use super::all;
use crate::Quotas;
use crate::generated::operations::*;
use crate::generated::*;
use crate::state::{DELETION_TASKS, deletion_task, policy_usage};
use crate::testing::{ACCOUNT, Fixture, refusal};

const ECS: &str = "ecs.amazonaws.com";
const ECS_ROLE: &str = "AWSServiceRoleForECS";

fn request(service: &str, suffix: Option<&str>) -> CreateServiceLinkedRoleRequest {
    CreateServiceLinkedRoleRequest {
        aws_service_name: service.into(),
        description: None,
        custom_suffix: suffix.map(Into::into),
    }
}

fn create(fixture: &mut Fixture, service: &str, suffix: Option<&str>) -> Result<Role, ServiceError> {
    Ok(fixture.call::<CreateServiceLinkedRole>(request(service, suffix))?.role.unwrap())
}

fn status(fixture: &mut Fixture, task: &str) -> Result<DeletionTaskStatusType, ServiceError> {
    let input = GetServiceLinkedRoleDeletionStatusRequest { deletion_task_id: task.into() };
    fixture.call::<GetServiceLinkedRoleDeletionStatus>(input).map(|answer| answer.status)
}

#[test]
fn every_service_has_its_role() {
    let mut fixture = Fixture::new();
    for kind in all() {
        let role = create(&mut fixture, kind.service, None).unwrap();
        assert_eq!(role.arn, format!("arn:aws:iam::{ACCOUNT}:role{}{}", kind.path(), kind.role_name));
        let trust = role.assume_role_policy_document.unwrap();
        assert!(trust.contains(kind.service), "{trust}");
        assert_eq!((role.description, role.tags, role.max_session_duration), (None, None, None));
        let input =
            ListAttachedRolePoliciesRequest { role_name: kind.role_name.into(), ..Default::default() };
        let attached = fixture.call::<ListAttachedRolePolicies>(input).unwrap().attached_policies.unwrap();
        assert_eq!(attached[0].policy_arn.as_deref(), Some(&*kind.policy_arn()));
        assert_eq!(
            refusal(create(&mut fixture, kind.service, None)),
            format!(
                "InvalidInput (400): Service role name {} has been taken in this account, please try a different \
                 suffix.",
                kind.role_name
            )
        );
    }
}

#[test]
fn suffixes_are_for_a_few_services() {
    let mut fixture = Fixture::new();
    let role = create(&mut fixture, "autoscaling.amazonaws.com", Some("debug")).unwrap();
    assert_eq!(role.role_name, "AWSServiceRoleForAutoScaling_debug");
    assert_eq!(
        refusal(create(&mut fixture, ECS, Some("debug"))),
        "InvalidInput (400): Custom suffix is not allowed for ecs.amazonaws.com"
    );
    let long = "x".repeat(64);
    let error = create(&mut fixture, "autoscaling.amazonaws.com", Some(&long)).unwrap_err();
    assert_eq!((error.code.as_ref(), error.status), ("InvalidInput", 400));
}

#[test]
fn unknown_services_and_too_many_roles_are_refused() {
    let mut fixture = Fixture::with_quotas(Quotas { roles: 1, ..Quotas::default() });
    assert_eq!(
        refusal(create(&mut fixture, "nobody.amazonaws.com", None)),
        "NoSuchEntity (404): There is no service-linked role for the service nobody.amazonaws.com."
    );
    create(&mut fixture, ECS, None).unwrap();
    assert_eq!(
        refusal(create(&mut fixture, "autoscaling.amazonaws.com", None)),
        "LimitExceeded (409): Cannot exceed quota for RolesPerAccount: 1"
    );
}

#[test]
fn a_deletion_has_a_task_whose_status_can_be_asked_for() {
    let mut fixture = Fixture::new();
    create(&mut fixture, ECS, None).unwrap();
    let policy = "arn:aws:iam::aws:policy/aws-service-role/AmazonECSServiceRolePolicy";
    assert_eq!(policy_usage::counts(&fixture.view, ACCOUNT, policy).attachments, 1);
    let delete = || DeleteServiceLinkedRoleRequest { role_name: ECS_ROLE.into() };
    let task = fixture.call::<DeleteServiceLinkedRole>(delete()).unwrap().deletion_task_id;
    let uuid = task.strip_prefix("task/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS/").unwrap();
    assert_eq!(uuid.split('-').map(str::len).collect::<Vec<_>>(), [8, 4, 4, 4, 12]);
    assert_eq!(status(&mut fixture, &task), Ok(DeletionTaskStatusType::Succeeded));
    assert_eq!(policy_usage::counts(&fixture.view, ACCOUNT, policy).attachments, 0);
    assert_eq!(
        refusal(fixture.call::<DeleteServiceLinkedRole>(delete())),
        "NoSuchEntity (404): The role with name AWSServiceRoleForECS cannot be found."
    );
    let unknown = task.replace(uuid, "12345678-1234-1234-1234-123456789012");
    assert_eq!(
        refusal(status(&mut fixture, &unknown)),
        format!("NoSuchEntity (404): The deletion task {unknown} cannot be found.")
    );
    assert_eq!(
        refusal(status(&mut fixture, "invented")),
        "InvalidInput (400): The deletion task id invented is not valid."
    );
}

#[test]
fn nobody_else_changes_the_role() {
    let mut fixture = Fixture::new();
    create(&mut fixture, ECS, None).unwrap();
    let name = || ECS_ROLE.to_owned();
    let profile = CreateInstanceProfileRequest { instance_profile_name: "p".into(), ..Default::default() };
    fixture.call::<CreateInstanceProfile>(profile).unwrap();
    let allow = r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"#;
    let arn = || "arn:aws:iam::aws:policy/ReadOnlyAccess".to_owned();
    let own = || "arn:aws:iam::aws:policy/aws-service-role/AmazonECSServiceRolePolicy".to_owned();
    let trust = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}]}"#;
    let put =
        PutRolePolicyRequest { role_name: name(), policy_name: "p".into(), policy_document: allow.into() };
    let refused = [
        refusal(
            fixture
                .call::<AttachRolePolicy>(AttachRolePolicyRequest { role_name: name(), policy_arn: arn() }),
        ),
        refusal(
            fixture
                .call::<DetachRolePolicy>(DetachRolePolicyRequest { role_name: name(), policy_arn: own() }),
        ),
        refusal(fixture.call::<PutRolePolicy>(put)),
        refusal(fixture.call::<DeleteRolePolicy>(DeleteRolePolicyRequest {
            role_name: name(),
            policy_name: "p".into(),
        })),
        refusal(fixture.call::<PutRolePermissionsBoundary>(PutRolePermissionsBoundaryRequest {
            role_name: name(),
            permissions_boundary: arn(),
        })),
        refusal(fixture.call::<DeleteRolePermissionsBoundary>(DeleteRolePermissionsBoundaryRequest {
            role_name: name(),
        })),
        refusal(fixture.call::<UpdateAssumeRolePolicy>(UpdateAssumeRolePolicyRequest {
            role_name: name(),
            policy_document: trust.into(),
        })),
        refusal(fixture.call::<UpdateRole>(UpdateRoleRequest {
            role_name: name(),
            max_session_duration: Some(7200),
            description: None,
        })),
        refusal(fixture.call::<DeleteRole>(DeleteRoleRequest { role_name: name() })),
        refusal(fixture.call::<AddRoleToInstanceProfile>(AddRoleToInstanceProfileRequest {
            instance_profile_name: "p".into(),
            role_name: name(),
        })),
        refusal(fixture.call::<RemoveRoleFromInstanceProfile>(RemoveRoleFromInstanceProfileRequest {
            instance_profile_name: "p".into(),
            role_name: name(),
        })),
    ];
    for message in refused {
        assert_eq!(
            message,
            "UnmodifiableEntity (400): Cannot perform the operation on the protected role 'AWSServiceRoleForECS' - \
             this role is only modifiable by AWS"
        );
    }
}

#[test]
fn description_and_tags_can_be_changed() {
    let mut fixture = Fixture::new();
    create(&mut fixture, ECS, None).unwrap();
    let update = UpdateRoleRequest {
        role_name: ECS_ROLE.into(),
        description: Some("for us".into()),
        max_session_duration: None,
    };
    fixture.call::<UpdateRole>(update).unwrap();
    let tag = TagRoleRequest {
        role_name: ECS_ROLE.into(),
        tags: vec![Tag { key: "team".into(), value: "blue".into() }],
    };
    fixture.call::<TagRole>(tag).unwrap();
    let role = fixture.call::<GetRole>(GetRoleRequest { role_name: ECS_ROLE.into() }).unwrap().role;
    assert_eq!((role.description.as_deref(), role.tags.map(|tags| tags.len())), (Some("for us"), Some(1)));
}

#[test]
fn the_path_is_theirs_alone() {
    let mut fixture = Fixture::new();
    let input = CreateRoleRequest {
        path: Some("/aws-service-role/ecs.amazonaws.com/".into()),
        role_name: "mine".into(),
        assume_role_policy_document: super::create::trust_policy(ECS),
        ..Default::default()
    };
    assert_eq!(
        refusal(fixture.call::<CreateRole>(input)),
        "InvalidInput (400): Path prefix '/aws-service-role/' can only be used for AWS Service linked Roles"
    );
    let input = CreateRoleRequest {
        role_name: "mine".into(),
        assume_role_policy_document: super::create::trust_policy(ECS),
        ..Default::default()
    };
    fixture.call::<CreateRole>(input).unwrap();
    let delete = DeleteServiceLinkedRoleRequest { role_name: "mine".into() };
    assert_eq!(
        refusal(fixture.call::<DeleteServiceLinkedRole>(delete)),
        "NoSuchEntity (404): The role with name mine cannot be found."
    );
}

#[test]
fn the_row_names_the_role_and_its_service() {
    let fixture = Fixture::new();
    let checks = fixture.access::<CreateServiceLinkedRole>(&request(ECS, None)).unwrap();
    let arn = "arn:aws:iam::123456789012:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS";
    assert_eq!(checks[0].resource, arn);
    let service = ContextValue::String(ECS.into());
    assert!(checks[0].context.contains(&("iam:AWSServiceName".into(), service)));
    let input = GetServiceLinkedRoleDeletionStatusRequest {
        deletion_task_id: "task/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS/1".into(),
    };
    let checks = fixture.access::<GetServiceLinkedRoleDeletionStatus>(&input).unwrap();
    assert_eq!(checks[0].resource, arn);
}

#[test]
fn tasks_are_told_of_for_a_week() {
    let mut fixture = Fixture::new();
    let delete = |fixture: &mut Fixture| {
        create(fixture, ECS, None).unwrap();
        let input = DeleteServiceLinkedRoleRequest { role_name: ECS_ROLE.into() };
        fixture.call::<DeleteServiceLinkedRole>(input).unwrap().deletion_task_id
    };
    let first = delete(&mut fixture);
    fixture.now = fixture.now.plus_seconds(7 * 24 * 60 * 60 - 1);
    let second = delete(&mut fixture);
    assert_eq!(status(&mut fixture, &first), Ok(DeletionTaskStatusType::Succeeded));
    fixture.now = fixture.now.plus_seconds(1);
    delete(&mut fixture);
    assert!(refusal(status(&mut fixture, &first)).starts_with("NoSuchEntity (404)"));
    assert_eq!(status(&mut fixture, &second), Ok(DeletionTaskStatusType::Succeeded));
}

#[test]
fn an_account_keeps_no_more_tasks_than_it_can() {
    let mut state = Transaction::begin(&View::empty());
    for second in 0..1005 {
        let id = format!("task/aws-service-role/{ECS}/{ECS_ROLE}/{second:04}");
        deletion_task::add(&mut state, ACCOUNT, &id, Timestamp::from_seconds(second));
    }
    assert_eq!(state.count(&DELETION_TASKS, ACCOUNT), 1000);
    let (oldest, _) = state.iter(&DELETION_TASKS, ACCOUNT).next().unwrap();
    assert!(oldest.ends_with("/0005"), "{oldest}");
}
