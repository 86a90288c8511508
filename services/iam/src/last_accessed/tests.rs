use awsim_plugin::caller::Principal;
use awsim_plugin::error::ServiceError;
use awsim_plugin::service::{ServicePlugin, Usage};
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::Transaction;

use crate::generated::operations::*;
use crate::generated::*;
use crate::state::LAST_ACCESSES;
use crate::testing::{ACCOUNT, Fixture, START, refusal};

const READ_ONLY: &str = "arn:aws:iam::aws:policy/IAMReadOnlyAccess";

fn arn(resource: &str) -> String {
    format!("arn:aws:iam::{ACCOUNT}:{resource}")
}

fn allow(actions: &str) -> String {
    format!(
        r#"{{"Version":"2012-10-17","Statement":{{"Effect":"Allow","Action":[{actions}],"Resource":"*"}}}}"#
    )
}

/// Makes a user, who is the principal.
fn user(fixture: &mut Fixture, name: &str) -> Principal {
    let input = CreateUserRequest { user_name: name.into(), ..Default::default() };
    let user = fixture.call::<CreateUser>(input).unwrap().user.unwrap();
    Principal::User { id: user.user_id, name: name.into(), path: "/".into() }
}

fn attach(fixture: &mut Fixture, name: &str) {
    let input = AttachUserPolicyRequest { user_name: name.into(), policy_arn: READ_ONLY.into() };
    fixture.call::<AttachUserPolicy>(input).unwrap();
}

/// The host reports that principals called operations, some seconds after the start.
fn used(fixture: &mut Fixture, uses: &[(&Principal, &'static str, &'static str, i64)]) {
    let usage: Vec<Usage> = uses
        .iter()
        .map(|(principal, service, operation, seconds)| Usage {
            account: ACCOUNT,
            principal: (*principal).clone(),
            access_key_id: None,
            service,
            operation,
            region: "eu-west-1".into(),
            at: Timestamp::from_seconds(START + seconds),
        })
        .collect();
    let mut state = Transaction::begin(&fixture.view);
    let now = usage.iter().map(|used| used.at).max().unwrap();
    fixture.iam.record_usage(&usage, now, &mut state);
    fixture.view = state.finish().unwrap().0;
}

/// The host reports that root did something; reports that wait are made then.
fn time_passes(fixture: &mut Fixture) {
    used(fixture, &[(&Principal::Root, "sts", "GetCallerIdentity", 50)]);
}

fn generate(fixture: &mut Fixture, arn: &str, by_action: bool) -> Result<String, ServiceError> {
    let granularity = by_action.then_some(AccessAdvisorUsageGranularityType::ActionLevel);
    let input = GenerateServiceLastAccessedDetailsRequest { arn: arn.into(), granularity };
    Ok(fixture.call::<GenerateServiceLastAccessedDetails>(input)?.job_id.unwrap())
}

fn get(fixture: &mut Fixture, job: &str) -> Result<GetServiceLastAccessedDetailsResponse, ServiceError> {
    let input = GetServiceLastAccessedDetailsRequest { job_id: job.into(), marker: None, max_items: None };
    fixture.call::<GetServiceLastAccessedDetails>(input)
}

fn report(fixture: &mut Fixture, arn: &str) -> Vec<ServiceLastAccessed> {
    let job = generate(fixture, arn, true).unwrap();
    time_passes(fixture);
    let answer = get(fixture, &job).unwrap();
    assert_eq!((answer.job_status, answer.error), (JobStatusType::Completed, None));
    answer.services_last_accessed
}

fn entities(fixture: &mut Fixture, arn: &str, service: &str) -> Vec<(String, Option<i64>)> {
    let job = generate(fixture, arn, false).unwrap();
    time_passes(fixture);
    let input = GetServiceLastAccessedDetailsWithEntitiesRequest {
        job_id: job,
        service_namespace: service.into(),
        marker: None,
        max_items: None,
    };
    let answer = fixture.call::<GetServiceLastAccessedDetailsWithEntities>(input).unwrap();
    let seconds = |at: Timestamp| at.seconds() - START;
    let describe = |one: EntityDetails| (one.entity_info.name, one.last_authenticated.map(seconds));
    answer.entity_details_list.into_iter().map(describe).collect()
}

#[test]
fn a_report_is_made_after_it_was_asked_for() {
    let mut fixture = Fixture::new();
    user(&mut fixture, "bob");
    attach(&mut fixture, "bob");
    let job = generate(&mut fixture, &arn("user/bob"), false).unwrap();
    let waiting = get(&mut fixture, &job).unwrap();
    assert_eq!((waiting.job_status, waiting.services_last_accessed.len()), (JobStatusType::InProgress, 0));
    time_passes(&mut fixture);
    let made = get(&mut fixture, &job).unwrap();
    assert_eq!(made.job_status, JobStatusType::Completed);
    assert_eq!(made.job_completion_date.seconds(), START + 50);
    assert_eq!(made.job_type, Some(AccessAdvisorUsageGranularityType::ServiceLevel));
    let [service] = made.services_last_accessed.as_slice() else { panic!("{made:?}") };
    assert_eq!(service.service_namespace, "iam");
    assert_eq!((service.last_authenticated, service.total_authenticated_entities), (None, Some(0)));
}

#[test]
fn services_are_those_granted_and_accesses_those_that_happened() {
    let mut fixture = Fixture::new();
    let bob = user(&mut fixture, "bob");
    let put = PutUserPolicyRequest {
        user_name: "bob".into(),
        policy_name: "p".into(),
        policy_document: allow(r#""iam:Get*","s3:*""#),
    };
    fixture.call::<PutUserPolicy>(put).unwrap();
    used(
        &mut fixture,
        &[(&bob, "iam", "GetUser", 1), (&bob, "iam", "ListUsers", 9), (&bob, "sts", "AssumeRole", 3)],
    );
    let services = report(&mut fixture, &arn("user/bob"));
    let names: Vec<_> = services.iter().map(|service| &*service.service_namespace).collect();
    // What is not granted is not told of, though it was called.
    assert_eq!(names, ["iam", "s3"]);
    let iam = &services[0];
    assert_eq!(iam.last_authenticated.unwrap().seconds(), START + 9);
    assert_eq!(iam.last_authenticated_entity, Some(arn("user/bob")));
    assert_eq!(iam.last_authenticated_region.as_deref(), Some("eu-west-1"));
    assert_eq!(iam.total_authenticated_entities, Some(1));
    let actions = iam.tracked_actions_last_accessed.as_ref().unwrap();
    let names: Vec<_> = actions.iter().map(|action| action.action_name.as_deref().unwrap()).collect();
    assert_eq!(names, ["GetUser"]);
    assert_eq!(services[1].tracked_actions_last_accessed, None);
}

#[test]
fn a_policy_tells_of_everybody_who_has_it() {
    let mut fixture = Fixture::new();
    let [ann, bob] = ["ann", "bob"].map(|name| user(&mut fixture, name));
    user(&mut fixture, "carl");
    fixture.call::<CreateGroup>(CreateGroupRequest { group_name: "g".into(), path: None }).unwrap();
    for name in ["ann", "carl"] {
        let join = AddUserToGroupRequest { group_name: "g".into(), user_name: name.into() };
        fixture.call::<AddUserToGroup>(join).unwrap();
    }
    let input = AttachGroupPolicyRequest { group_name: "g".into(), policy_arn: READ_ONLY.into() };
    fixture.call::<AttachGroupPolicy>(input).unwrap();
    attach(&mut fixture, "bob");
    attach(&mut fixture, "ann");
    used(&mut fixture, &[(&bob, "iam", "GetUser", 2), (&ann, "iam", "GetUser", 1)]);

    let services = report(&mut fixture, READ_ONLY);
    assert_eq!(services[0].last_authenticated_entity, Some(arn("user/bob")));
    assert_eq!(services[0].total_authenticated_entities, Some(2));
    let expected = [("bob".into(), Some(2)), ("ann".into(), Some(1)), ("carl".into(), None)];
    assert_eq!(entities(&mut fixture, READ_ONLY, "iam"), expected);
    assert_eq!(entities(&mut fixture, READ_ONLY, "s3"), []);
    assert_eq!(
        entities(&mut fixture, &arn("group/g"), "iam"),
        [("ann".into(), Some(1)), ("carl".into(), None)]
    );
    assert_eq!(report(&mut fixture, &arn("group/g"))[0].last_authenticated_entity, Some(arn("user/ann")));
}

#[test]
fn sessions_count_for_their_role() {
    let mut fixture = Fixture::new();
    let trust = r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}}"#;
    let input = CreateRoleRequest {
        role_name: "r".into(),
        assume_role_policy_document: trust.into(),
        ..Default::default()
    };
    let role = fixture.call::<CreateRole>(input).unwrap().role;
    let attach = AttachRolePolicyRequest { role_name: "r".into(), policy_arn: READ_ONLY.into() };
    fixture.call::<AttachRolePolicy>(attach).unwrap();
    let session = |id: &str| Principal::RoleSession {
        role_id: id.into(),
        role_name: "r".into(),
        role_path: "/".into(),
        session_name: "s".into(),
    };
    let (own, former) = (session(&role.role_id), session("AROAFORMER"));
    used(&mut fixture, &[(&own, "iam", "GetRole", 4), (&former, "iam", "GetRole", 8)]);
    let services = report(&mut fixture, &arn("role/r"));
    assert_eq!(services[0].last_authenticated.unwrap().seconds(), START + 4);
    assert_eq!(services[0].last_authenticated_entity, Some(arn("role/r")));
}

#[test]
fn accesses_go_with_the_user_and_after_four_hundred_days() {
    let mut fixture = Fixture::new();
    let bob = user(&mut fixture, "bob");
    used(&mut fixture, &[(&bob, "iam", "GetUser", 0), (&bob, "sts", "GetCallerIdentity", 0)]);
    attach(&mut fixture, "bob");
    let year = 400 * 24 * 3600;
    used(&mut fixture, &[(&bob, "sts", "GetCallerIdentity", year + 1)]);
    let job = generate(&mut fixture, &arn("user/bob"), true).unwrap();
    used(&mut fixture, &[(&Principal::Root, "sts", "GetCallerIdentity", year + 2)]);
    assert_eq!(get(&mut fixture, &job).unwrap().services_last_accessed[0].last_authenticated, None);

    let detach = DetachUserPolicyRequest { user_name: "bob".into(), policy_arn: READ_ONLY.into() };
    fixture.call::<DetachUserPolicy>(detach).unwrap();
    let count = |fixture: &Fixture| fixture.view.count(&LAST_ACCESSES, ACCOUNT);
    // Two of bob, one of root.
    assert_eq!(count(&fixture), 3);
    fixture.call::<DeleteUser>(DeleteUserRequest { user_name: "bob".into() }).unwrap();
    assert_eq!(count(&fixture), 1);
    // A request that was on its way does not bring them back.
    used(&mut fixture, &[(&bob, "iam", "GetUser", year + 3)]);
    assert_eq!(count(&fixture), 1);
}

#[test]
fn what_is_gone_before_the_report_is_made_fails_it() {
    let mut fixture = Fixture::new();
    user(&mut fixture, "bob");
    let job = generate(&mut fixture, &arn("user/bob"), false).unwrap();
    fixture.call::<DeleteUser>(DeleteUserRequest { user_name: "bob".into() }).unwrap();
    time_passes(&mut fixture);
    let answer = get(&mut fixture, &job).unwrap();
    assert_eq!(answer.job_status, JobStatusType::Failed);
    let error = answer.error.unwrap();
    assert_eq!((&*error.code, &*error.message), ("NoSuchEntity", "The user with name bob cannot be found."));
}

#[test]
fn only_who_started_a_job_reads_it() {
    let mut fixture = Fixture::new();
    let bob = user(&mut fixture, "bob");
    let job = generate(&mut fixture, &arn("user/bob"), false).unwrap();
    fixture.act_as(bob);
    assert_eq!(refusal(get(&mut fixture, &job)), format!("NoSuchEntity (404): Job {job} cannot be found."));
    let malformed = "e4bdcdae-4f66-11ed-eleg-ationexample";
    assert_eq!(
        refusal(get(&mut fixture, malformed)),
        format!("InvalidInput (400): Invalid JobId: {malformed}.")
    );
}

#[test]
fn what_there_is_not_is_not_reported_on() {
    let mut fixture = Fixture::new();
    for (resource, error) in [
        ("user/bob", "NoSuchEntity (404): The user with name bob cannot be found."),
        ("group/g", "NoSuchEntity (404): The group with name g cannot be found."),
        ("role/r", "NoSuchEntity (404): The role with name r cannot be found."),
    ] {
        assert_eq!(refusal(generate(&mut fixture, &arn(resource), false)), error);
    }
    let policy = arn("policy/p");
    let error = format!("NoSuchEntity (404): Policy {policy} was not found.");
    assert_eq!(refusal(generate(&mut fixture, &policy, false)), error);
    let bucket = "arn:aws:s3:::a-bucket-of-ours";
    assert!(refusal(generate(&mut fixture, bucket, false)).starts_with("InvalidInput (400)"));
}

#[test]
fn policies_granting_a_service_are_told_by_where_they_are() {
    let mut fixture = Fixture::new();
    user(&mut fixture, "bob");
    attach(&mut fixture, "bob");
    fixture.call::<CreateGroup>(CreateGroupRequest { group_name: "g".into(), path: None }).unwrap();
    let join = AddUserToGroupRequest { group_name: "g".into(), user_name: "bob".into() };
    fixture.call::<AddUserToGroup>(join).unwrap();
    let put = PutGroupPolicyRequest {
        group_name: "g".into(),
        policy_name: "inline".into(),
        policy_document: allow(r#""s3:Get*","iam:CreateUser""#),
    };
    fixture.call::<PutGroupPolicy>(put).unwrap();
    let mut list = |resource: &str, services: &[&str]| {
        let input = ListPoliciesGrantingServiceAccessRequest {
            arn: arn(resource),
            service_namespaces: services.iter().map(|one| (*one).into()).collect(),
            marker: None,
        };
        fixture.call::<ListPoliciesGrantingServiceAccess>(input)
    };
    let entries = list("user/bob", &["s3", "iam", "ec2", "s3"]).unwrap().policies_granting_service_access;
    let summary: Vec<(String, Vec<String>)> = entries
        .into_iter()
        .map(|entry| {
            let names = entry.policies.unwrap().into_iter().map(|policy| {
                format!(
                    "{} {:?}",
                    policy.policy_name,
                    policy.entity_name.as_deref().or(policy.policy_arn.as_deref())
                )
            });
            (entry.service_namespace.unwrap(), names.collect())
        })
        .collect();
    let (managed, inline) =
        (format!("IAMReadOnlyAccess Some({READ_ONLY:?})"), "inline Some(\"g\")".to_owned());
    assert_eq!(
        summary,
        [
            ("s3".into(), vec![inline.clone()]),
            ("iam".into(), vec![managed, inline]),
            ("ec2".into(), Vec::new()),
        ]
    );
    let unknown = refusal(list("user/bob", &["nothing"]));
    assert_eq!(unknown, "InvalidInput (400): Invalid Service Namespace: nothing.");
    assert!(refusal(list("user/ann", &["s3"])).starts_with("NoSuchEntity (404)"));
    assert!(refusal(list("policy/p", &["s3"])).starts_with("InvalidInput (400)"));
}
