use awsim_plugin::account::AccountId;
use awsim_plugin::caller::Principal;
use awsim_plugin::error::ServiceError;
use awsim_plugin::service::{ServicePlugin, Usage};
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::Transaction;

use crate::generated::operations::*;
use crate::generated::*;
use crate::testing::{ACCOUNT, Fixture, Organization, START, refusal};

const IAM_AND_S3: &str =
    r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["iam:*","s3:*"],"Resource":"*"}}"#;
const IAM_AND_STS: &str =
    r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["iam:*","sts:*"],"Resource":"*"}}"#;

fn managed() -> Fixture {
    Fixture::in_organization(Organization { policies: [IAM_AND_S3, IAM_AND_STS], ..Organization::default() })
}

fn used(fixture: &mut Fixture, account: AccountId, service: &'static str, seconds: i64) {
    let usage = Usage {
        account,
        principal: Principal::Root,
        access_key_id: None,
        service,
        operation: "GetUser",
        region: "eu-west-1".into(),
        at: Timestamp::from_seconds(START + seconds),
    };
    let mut state = Transaction::begin(&fixture.view);
    let now = usage.at;
    fixture.iam.record_usage(&[usage], now, &mut state);
    fixture.view = state.finish().unwrap().0;
}

fn generate(fixture: &mut Fixture, path: &str, policy: Option<&str>) -> Result<String, ServiceError> {
    let input = GenerateOrganizationsAccessReportRequest {
        entity_path: path.into(),
        organizations_policy_id: policy.map(Into::into),
    };
    Ok(fixture.call::<GenerateOrganizationsAccessReport>(input)?.job_id.unwrap())
}

fn get(
    fixture: &mut Fixture,
    job: &str,
    sort_key: Option<SortKeyType>,
) -> Result<GetOrganizationsAccessReportResponse, ServiceError> {
    let input = GetOrganizationsAccessReportRequest { job_id: job.into(), sort_key, ..Default::default() };
    fixture.call::<GetOrganizationsAccessReport>(input)
}

fn report(fixture: &mut Fixture, path: &str, policy: Option<&str>) -> GetOrganizationsAccessReportResponse {
    let job = generate(fixture, path, policy).unwrap();
    assert_eq!(get(fixture, &job, None).unwrap().job_status, JobStatusType::InProgress);
    used(fixture, ACCOUNT, "sts", 50);
    get(fixture, &job, None).unwrap()
}

fn services(answer: &GetOrganizationsAccessReportResponse) -> Vec<&str> {
    answer.access_details.iter().flatten().map(|detail| detail.service_namespace.as_str()).collect()
}

#[test]
fn services_are_what_every_level_allows() {
    let mut fixture = managed();
    used(&mut fixture, Organization::MEMBER, "iam", 5);
    let root = report(&mut fixture, Organization::ROOT, None);
    assert_eq!(services(&root), ["iam", "s3"]);
    assert_eq!(
        (root.number_of_services_accessible, root.number_of_services_not_accessed),
        (Some(2), Some(1))
    );
    let iam = &root.access_details.unwrap()[0];
    assert_eq!(iam.entity_path, Some(format!("{}/{}", Organization::UNIT, Organization::MEMBER)));
    assert_eq!(iam.last_authenticated_time.unwrap().seconds(), START + 5);
    assert_eq!((iam.region.as_deref(), iam.total_authenticated_entities), (Some("eu-west-1"), Some(1)));
    assert_eq!(services(&report(&mut fixture, Organization::UNIT, None)), ["iam"]);
}

#[test]
fn of_a_policy_what_it_allows_counts() {
    let mut fixture = managed();
    let answer = report(&mut fixture, Organization::ROOT, Some("p-ofthisunit"));
    assert_eq!(services(&answer), ["iam", "sts"]);
}

#[test]
fn the_management_account_is_not_limited_and_does_not_count_elsewhere() {
    let mut fixture = managed();
    used(&mut fixture, ACCOUNT, "s3", 5);
    let path = format!("{}/{ACCOUNT}", Organization::ROOT);
    let answer = report(&mut fixture, &path, Some("p-ignored123"));
    let all = awsim_policy::catalogue::services().len();
    assert_eq!(answer.number_of_services_accessible, i32::try_from(all).ok());
    // Root called `s3` before, and `sts` as time passed.
    assert_eq!(answer.number_of_services_not_accessed, i32::try_from(all - 2).ok());
    let root = report(&mut fixture, Organization::ROOT, None);
    assert_eq!(root.number_of_services_not_accessed, Some(2));
}

#[test]
fn details_come_in_the_order_asked_for() {
    let mut fixture = managed();
    used(&mut fixture, Organization::MEMBER, "s3", 5);
    let job = generate(&mut fixture, Organization::ROOT, None).unwrap();
    used(&mut fixture, ACCOUNT, "sts", 50);
    for (order, expected) in [
        (SortKeyType::ServiceNamespaceAscending, ["iam", "s3"]),
        (SortKeyType::ServiceNamespaceDescending, ["s3", "iam"]),
        (SortKeyType::LastAuthenticatedTimeAscending, ["iam", "s3"]),
        (SortKeyType::LastAuthenticatedTimeDescending, ["s3", "iam"]),
    ] {
        assert_eq!(services(&get(&mut fixture, &job, Some(order)).unwrap()), expected, "{order:?}");
    }
}

#[test]
fn a_path_to_nowhere_fails_the_report() {
    let mut fixture = managed();
    for (path, policy) in [("o-a1b2c3d4e5/r-none", None), (Organization::ROOT, Some("p-none1234"))] {
        let job = generate(&mut fixture, path, policy).unwrap();
        let answer = get(&mut fixture, &job, None).unwrap();
        assert_eq!(answer.job_status, JobStatusType::Failed, "{path}");
        assert_eq!(answer.error_details.unwrap().code, "InvalidInput");
        used(&mut fixture, ACCOUNT, "sts", 50);
        assert_eq!(get(&mut fixture, &job, None).unwrap().job_status, JobStatusType::Failed);
    }
}

#[test]
fn few_reports_are_made_at_a_time_and_only_for_the_management_account() {
    let mut fixture = managed();
    for _ in 0..5 {
        generate(&mut fixture, Organization::ROOT, None).unwrap();
    }
    let refused = refusal(generate(&mut fixture, Organization::ROOT, None));
    assert!(refused.starts_with("ReportGenerationLimitExceeded (409)"), "{refused}");
    used(&mut fixture, ACCOUNT, "sts", 50);
    generate(&mut fixture, Organization::ROOT, None).unwrap();

    let alone = refusal(generate(&mut Fixture::new(), Organization::ROOT, None));
    assert!(alone.starts_with("OrganizationNotFoundException (400)"), "{alone}");
    let member = Organization { management_account: Organization::MEMBER, ..Organization::default() };
    let member = refusal(generate(&mut Fixture::in_organization(member), Organization::ROOT, None));
    assert!(member.starts_with("CallerIsNotManagementAccountException (400)"), "{member}");
    let job = "e4bdcdae-4f66-11ed-aefa-bfd6a0000000";
    assert!(refusal(get(&mut fixture, job, None)).starts_with("NoSuchEntity (404)"));
}
