use awsim_plugin::access::ContextValue;
use awsim_plugin::error::ServiceError;

use crate::Quotas;
use crate::generated::operations::*;
use crate::generated::*;
use crate::testing::{Fixture, refusal};

const DOCUMENT: &str =
    r#"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:Get*", "Resource": "*"}}"#;
const OTHER: &str =
    r#"{"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": "s3:*", "Resource": "*"}}"#;
const ARN: &str = "arn:aws:iam::123456789012:policy/team/Reader";
const READ_ONLY: &str = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess";

fn request(name: &str, path: Option<&str>) -> CreatePolicyRequest {
    CreatePolicyRequest {
        policy_name: name.into(),
        path: path.map(Into::into),
        policy_document: DOCUMENT.into(),
        ..Default::default()
    }
}

/// An account with the policy `Reader` at the path `/team/`.
fn with_reader() -> Fixture {
    let mut fixture = Fixture::new();
    fixture.call::<CreatePolicy>(request("Reader", Some("/team/"))).unwrap();
    fixture
}

fn get(fixture: &mut Fixture, arn: &str) -> Result<Policy, ServiceError> {
    Ok(fixture.call::<GetPolicy>(GetPolicyRequest { policy_arn: arn.into() })?.policy.unwrap())
}

fn add_version(fixture: &mut Fixture, set_as_default: bool) -> Result<PolicyVersion, ServiceError> {
    let input = CreatePolicyVersionRequest {
        policy_arn: ARN.into(),
        policy_document: OTHER.into(),
        set_as_default: Some(set_as_default),
    };
    Ok(fixture.call::<CreatePolicyVersion>(input)?.policy_version.unwrap())
}

fn delete_version(fixture: &mut Fixture, version_id: &str) -> Result<(), ServiceError> {
    let input = DeletePolicyVersionRequest { policy_arn: ARN.into(), version_id: version_id.into() };
    fixture.call::<DeletePolicyVersion>(input)
}

fn version_ids(fixture: &mut Fixture, arn: &str) -> Vec<String> {
    let input = ListPolicyVersionsRequest { policy_arn: arn.into(), ..Default::default() };
    let versions = fixture.call::<ListPolicyVersions>(input).unwrap().versions.unwrap();
    assert!(versions.iter().all(|version| version.document.is_none()));
    versions.into_iter().filter_map(|version| version.version_id).collect()
}

fn arns(policies: Option<Vec<Policy>>) -> Vec<String> {
    policies.unwrap_or_default().into_iter().filter_map(|policy| policy.arn).collect()
}

fn list(fixture: &mut Fixture, input: ListPoliciesRequest) -> Vec<String> {
    arns(fixture.call::<ListPolicies>(input).unwrap().policies)
}

#[test]
fn a_policy_is_answered_as_it_was_made() {
    let mut fixture = Fixture::new();
    let made = fixture.call::<CreatePolicy>(request("Reader", Some("/team/"))).unwrap().policy.unwrap();
    assert_eq!(made.arn.as_deref(), Some(ARN));
    assert!(made.policy_id.as_deref().is_some_and(|id| id.starts_with("ANPA") && id.len() == 21));
    assert_eq!(made.default_version_id.as_deref(), Some("v1"));
    assert_eq!((made.attachment_count, made.permissions_boundary_usage_count), (Some(0), Some(0)));
    assert_eq!((made.is_attachable, &made.description, &made.tags), (Some(true), &None, &None));
    assert_eq!(made.create_date, made.update_date);
    // Tags are there, empty, when it is asked for.
    assert_eq!(get(&mut fixture, ARN).unwrap(), Policy { tags: Some(Vec::new()), ..made });
}

#[test]
fn names_are_unique_whatever_case_and_path() {
    let mut fixture = with_reader();
    assert_eq!(
        refusal(fixture.call::<CreatePolicy>(request("READER", None))),
        "EntityAlreadyExists (409): A policy called READER already exists. Duplicate names are not allowed."
    );
    for arn in ["arn:aws:iam::123456789012:policy/Reader", "arn:aws:iam::123456789012:policy/team/reader"] {
        assert_eq!(
            refusal(get(&mut fixture, arn)),
            format!("NoSuchEntity (404): Policy {arn} was not found.")
        );
    }
}

#[test]
fn other_text_than_arns_of_policies_is_refused() {
    let mut fixture = with_reader();
    let error = refusal(get(&mut fixture, "Reader-is-a-name-only"));
    assert_eq!(error, "ValidationError (400): Invalid ARN:  Could not be parsed!");
    let error = refusal(get(&mut fixture, "arn:aws:iam::123456789012:role/Reader"));
    assert_eq!(error, "InvalidInput (400): ARN arn:aws:iam::123456789012:role/Reader is not valid.");
}

#[test]
fn all_policies_together_have_so_many_versions_and_no_more() {
    let mut fixture = Fixture::with_quotas(Quotas { policy_versions_in_use: 3, ..Quotas::default() });
    fixture.call::<CreatePolicy>(request("Reader", Some("/team/"))).unwrap();
    fixture.call::<CreatePolicy>(request("second", None)).unwrap();
    add_version(&mut fixture, false).unwrap();
    let full = "LimitExceeded (409): Cannot exceed quota for PolicyVersionsInUse: 3";
    assert_eq!(refusal(add_version(&mut fixture, false)), full);
    assert_eq!(refusal(fixture.call::<CreatePolicy>(request("third", None))), full);
    let summary = fixture.call::<GetAccountSummary>(()).unwrap().summary_map.unwrap();
    assert_eq!((summary["PolicyVersionsInUse"], summary["PolicyVersionsInUseQuota"]), (3, 3));
    delete_version(&mut fixture, "v2").unwrap();
    add_version(&mut fixture, false).unwrap();
}

#[test]
fn documents_are_checked_and_counted_without_white_space() {
    let size = DOCUMENT.chars().filter(|character| *character != ' ').count();
    let quota = |policy_size| Quotas { policy_size, policies: 1, ..Quotas::default() };
    let mut fixture = Fixture::with_quotas(quota(u32::try_from(size).unwrap()));
    fixture.call::<CreatePolicy>(request("fits", None)).unwrap();
    assert_eq!(
        refusal(fixture.call::<CreatePolicy>(request("second", None))),
        "LimitExceeded (409): Cannot exceed quota for PoliciesPerAccount: 1"
    );
    let mut fixture = Fixture::with_quotas(quota(u32::try_from(size).unwrap() - 1));
    assert_eq!(
        refusal(fixture.call::<CreatePolicy>(request("large", None))),
        format!("LimitExceeded (409): Cannot exceed quota for PolicySize: {}", size - 1)
    );
    let malformed = CreatePolicyRequest { policy_document: "{".into(), ..request("p", None) };
    assert_eq!(
        refusal(fixture.call::<CreatePolicy>(malformed)),
        "MalformedPolicyDocument (400): Syntax errors in policy."
    );
}

#[test]
fn versions_are_numbered_on_and_never_again() {
    let mut fixture = with_reader();
    assert_eq!(add_version(&mut fixture, false).unwrap().version_id.as_deref(), Some("v2"));
    let third = add_version(&mut fixture, true).unwrap();
    assert_eq!((third.is_default_version, third.document), (Some(true), None));
    assert_eq!(version_ids(&mut fixture, ARN), ["v3", "v2", "v1"]);
    delete_version(&mut fixture, "v2").unwrap();
    assert_eq!(add_version(&mut fixture, false).unwrap().version_id.as_deref(), Some("v4"));
    assert_eq!(version_ids(&mut fixture, ARN), ["v4", "v3", "v1"]);
    assert_eq!(get(&mut fixture, ARN).unwrap().default_version_id.as_deref(), Some("v3"));
    assert_eq!(
        refusal(delete_version(&mut fixture, "v3")),
        "DeleteConflict (409): Cannot delete the default version of a policy."
    );
    let unknown = format!("NoSuchEntity (404): Policy {ARN} version v2 does not exist or is not attachable.");
    assert_eq!(refusal(delete_version(&mut fixture, "v2")), unknown);
    let choose = |version_id: &str| SetDefaultPolicyVersionRequest {
        policy_arn: ARN.into(),
        version_id: version_id.into(),
    };
    assert_eq!(refusal(fixture.call::<SetDefaultPolicyVersion>(choose("v2"))), unknown);
    fixture.call::<SetDefaultPolicyVersion>(choose("v1")).unwrap();
    assert_eq!(get(&mut fixture, ARN).unwrap().default_version_id.as_deref(), Some("v1"));
}

#[test]
fn five_versions_and_no_more() {
    let mut fixture = with_reader();
    for _ in 0..4 {
        add_version(&mut fixture, false).unwrap();
    }
    assert_eq!(
        refusal(add_version(&mut fixture, false)),
        "LimitExceeded (409): A managed policy can have up to 5 versions. Before you create a new version, you must \
         delete an existing version."
    );
}

#[test]
fn documents_come_back_percent_encoded() {
    let mut fixture = with_reader();
    let input = GetPolicyVersionRequest { policy_arn: ARN.into(), version_id: "v1".into() };
    let version = fixture.call::<GetPolicyVersion>(input).unwrap().policy_version.unwrap();
    assert_eq!(
        version.document.as_deref().map(|document| &document[..32]),
        Some("%7B%22Version%22%3A%20%222012-10")
    );
    assert_eq!(version.is_default_version, Some(true));
}

#[test]
fn a_policy_goes_last() {
    let mut fixture = with_reader();
    let delete = || DeletePolicyRequest { policy_arn: ARN.into() };
    let user = CreateUserRequest { user_name: "bob".into(), ..Default::default() };
    fixture.call::<CreateUser>(user).unwrap();
    let attach = AttachUserPolicyRequest { user_name: "bob".into(), policy_arn: ARN.into() };
    fixture.call::<AttachUserPolicy>(attach).unwrap();
    assert_eq!(
        refusal(fixture.call::<DeletePolicy>(delete())),
        "DeleteConflict (409): Cannot delete a policy attached to entities."
    );
    let detach = DetachUserPolicyRequest { user_name: "bob".into(), policy_arn: ARN.into() };
    fixture.call::<DetachUserPolicy>(detach).unwrap();
    add_version(&mut fixture, false).unwrap();
    assert_eq!(
        refusal(fixture.call::<DeletePolicy>(delete())),
        "DeleteConflict (409): This policy has more than one version. Before you delete a policy, you must delete the \
         policy's versions. The default version is deleted with the policy."
    );
    delete_version(&mut fixture, "v2").unwrap();
    fixture.call::<DeletePolicy>(delete()).unwrap();
    assert_eq!(
        refusal(fixture.call::<DeletePolicy>(delete())),
        format!("NoSuchEntity (404): Policy {ARN} was not found.")
    );
}

#[test]
fn aws_policies_are_read_and_not_changed() {
    let mut fixture = Fixture::new();
    let policy = get(&mut fixture, READ_ONLY).unwrap();
    assert_eq!(
        (policy.policy_name.as_deref(), policy.tags),
        (Some("AmazonS3ReadOnlyAccess"), Some(Vec::new()))
    );
    let version_id = policy.default_version_id.unwrap();
    assert_eq!(version_ids(&mut fixture, READ_ONLY).first(), Some(&version_id));
    let input = GetPolicyVersionRequest { policy_arn: READ_ONLY.into(), version_id };
    let version = fixture.call::<GetPolicyVersion>(input).unwrap().policy_version.unwrap();
    assert!(version.document.is_some_and(|document| document.contains("s3%3AGet%2A")));
    assert_eq!(
        refusal(fixture.call::<DeletePolicy>(DeletePolicyRequest { policy_arn: READ_ONLY.into() })),
        format!(
            "AccessDenied (403): User: arn:aws:iam::123456789012:root is not authorized to perform: iam:DeletePolicy \
             on resource: {READ_ONLY}"
        )
    );
    let tags = ListPolicyTagsRequest { policy_arn: READ_ONLY.into(), ..Default::default() };
    assert_eq!(
        refusal(fixture.call::<ListPolicyTags>(tags)),
        "InvalidInput (400): Tags not supported for policies in this domain"
    );
}

#[test]
fn listings_are_narrowed_by_scope_path_and_use() {
    let mut fixture = with_reader();
    fixture.call::<CreatePolicy>(request("other", None)).unwrap();
    let other = "arn:aws:iam::123456789012:policy/other";
    let local = || ListPoliciesRequest { scope: Some(PolicyScopeType::Local), ..Default::default() };
    assert_eq!(list(&mut fixture, local()), [other, ARN]);
    let below = ListPoliciesRequest { path_prefix: Some("/team/".into()), ..local() };
    assert_eq!(list(&mut fixture, below), [ARN]);

    let boundary = Some(other.to_owned());
    let user =
        CreateUserRequest { user_name: "bob".into(), permissions_boundary: boundary, ..Default::default() };
    fixture.call::<CreateUser>(user).unwrap();
    let attach = AttachUserPolicyRequest { user_name: "bob".into(), policy_arn: READ_ONLY.into() };
    fixture.call::<AttachUserPolicy>(attach).unwrap();
    let attached = ListPoliciesRequest { only_attached: Some(true), ..Default::default() };
    assert_eq!(list(&mut fixture, attached), [READ_ONLY]);
    let filter = Some(PolicyUsageType::PermissionsBoundary);
    let boundaries = ListPoliciesRequest { policy_usage_filter: filter, ..Default::default() };
    assert_eq!(list(&mut fixture, boundaries), [other]);
    let policy = get(&mut fixture, READ_ONLY).unwrap();
    assert_eq!((policy.attachment_count, policy.permissions_boundary_usage_count), (Some(1), Some(0)));
}

#[test]
fn all_policies_are_listed_once_page_by_page() {
    let mut fixture = with_reader();
    let mut seen = Vec::new();
    let mut marker = None;
    loop {
        let input = ListPoliciesRequest { marker, max_items: Some(333), ..Default::default() };
        let page = fixture.call::<ListPolicies>(input).unwrap();
        assert_eq!(page.is_truncated, Some(page.marker.is_some()));
        seen.extend(arns(page.policies));
        marker = page.marker;
        if marker.is_none() {
            break;
        }
    }
    let aws = crate::managed_policies::all().iter().map(|policy| policy.arn);
    assert_eq!(seen.first().map(String::as_str), Some(ARN));
    assert!(seen.iter().skip(1).map(String::as_str).eq(aws), "{} policies", seen.len());
    let invented = ListPoliciesRequest { marker: Some("invented".into()), ..Default::default() };
    assert_eq!(refusal(fixture.call::<ListPolicies>(invented)), "ValidationError (400): Invalid Marker.");
}

#[test]
fn the_entities_of_a_policy_come_by_kind_and_in_pages() {
    let mut fixture = with_reader();
    for name in ["zoe", "Bob"] {
        let user = CreateUserRequest {
            user_name: name.into(),
            path: Some(format!("/{name}/")),
            ..Default::default()
        };
        fixture.call::<CreateUser>(user).unwrap();
        let attach = AttachUserPolicyRequest { user_name: name.into(), policy_arn: ARN.into() };
        fixture.call::<AttachUserPolicy>(attach).unwrap();
    }
    let boundary =
        PutUserPermissionsBoundaryRequest { user_name: "bob".into(), permissions_boundary: ARN.into() };
    fixture.call::<PutUserPermissionsBoundary>(boundary).unwrap();
    fixture.call::<CreateGroup>(CreateGroupRequest { path: None, group_name: "staff".into() }).unwrap();
    let attach = AttachGroupPolicyRequest { group_name: "staff".into(), policy_arn: ARN.into() };
    fixture.call::<AttachGroupPolicy>(attach).unwrap();

    let mut entities = |input: ListEntitiesForPolicyRequest| {
        let answer = fixture
            .call::<ListEntitiesForPolicy>(ListEntitiesForPolicyRequest { policy_arn: ARN.into(), ..input })
            .unwrap();
        let groups =
            answer.policy_groups.unwrap_or_default().into_iter().filter_map(|group| group.group_name);
        let users = answer.policy_users.unwrap_or_default().into_iter().filter_map(|user| user.user_name);
        (groups.chain(users).collect::<Vec<_>>(), answer.marker)
    };
    assert_eq!(entities(ListEntitiesForPolicyRequest::default()).0, ["staff", "Bob", "zoe"]);
    let (first, marker) = entities(ListEntitiesForPolicyRequest { max_items: Some(2), ..Default::default() });
    assert_eq!(first, ["staff", "Bob"]);
    assert_eq!(
        entities(ListEntitiesForPolicyRequest { marker, ..Default::default() }),
        (vec!["zoe".into()], None)
    );
    let filter = Some(PolicyUsageType::PermissionsBoundary);
    let boundaries = ListEntitiesForPolicyRequest { policy_usage_filter: filter, ..Default::default() };
    assert_eq!(entities(boundaries).0, ["Bob"]);
    let groups =
        ListEntitiesForPolicyRequest { entity_filter: Some(EntityType::Group), ..Default::default() };
    assert_eq!(entities(groups).0, ["staff"]);
    let below = ListEntitiesForPolicyRequest { path_prefix: Some("/zoe/".into()), ..Default::default() };
    assert_eq!(entities(below).0, ["zoe"]);
}

#[test]
fn tags_are_kept_and_stand_in_the_row() {
    let mut fixture = with_reader();
    let tag = |key: &str, value: &str| Tag { key: key.into(), value: value.into() };
    let input =
        TagPolicyRequest { policy_arn: ARN.into(), tags: vec![tag("Team", "blue"), tag("cost", "1")] };
    fixture.call::<TagPolicy>(input).unwrap();
    assert_eq!(get(&mut fixture, ARN).unwrap().tags.unwrap(), [tag("Team", "blue"), tag("cost", "1")]);
    let untag =
        UntagPolicyRequest { policy_arn: ARN.into(), tag_keys: vec!["cost".into(), "unknown".into()] };
    fixture.call::<UntagPolicy>(untag).unwrap();
    let tags = ListPolicyTagsRequest { policy_arn: ARN.into(), ..Default::default() };
    assert_eq!(fixture.call::<ListPolicyTags>(tags).unwrap().tags, [tag("Team", "blue")]);

    let checks = fixture.access::<DeletePolicy>(&DeletePolicyRequest { policy_arn: ARN.into() }).unwrap();
    assert_eq!((&*checks[0].action, &*checks[0].resource), ("iam:DeletePolicy", ARN));
    let value = ContextValue::String("blue".into());
    assert!(checks[0].context.contains(&("aws:ResourceTag/Team".into(), value)));
    let tagged = CreatePolicyRequest { tags: Some(vec![tag("Team", "red")]), ..request("new", Some("/p/")) };
    let checks = fixture.access::<CreatePolicy>(&tagged).unwrap();
    let asked: Vec<_> = checks.iter().map(|check| (&*check.action, &*check.resource)).collect();
    let arn = "arn:aws:iam::123456789012:policy/p/new";
    assert_eq!(asked, [("iam:CreatePolicy", arn), ("iam:TagPolicy", arn)]);
}
