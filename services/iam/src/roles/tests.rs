use awsim_plugin::access::ContextValue;
use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::Transaction;

use crate::Quotas;
use crate::generated::operations::*;
use crate::generated::*;
use crate::policy_document::encoded;
use crate::state::{ROLES, RoleUse};
use crate::testing::{ACCOUNT, Fixture, START, refusal};

const TRUST: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}"#;
const INLINE: &str =
    r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:Get*","Resource":"*"}}"#;
const POWER_USER: &str = "arn:aws:iam::aws:policy/PowerUserAccess";

fn request(name: &str) -> CreateRoleRequest {
    CreateRoleRequest {
        role_name: name.into(),
        assume_role_policy_document: TRUST.into(),
        ..Default::default()
    }
}

fn with_role(input: CreateRoleRequest) -> Fixture {
    let mut fixture = Fixture::new();
    fixture.call::<CreateRole>(input).unwrap();
    fixture
}

fn get(fixture: &mut Fixture, name: &str) -> Result<Role, ServiceError> {
    Ok(fixture.call::<GetRole>(GetRoleRequest { role_name: name.into() })?.role)
}

fn tag(key: &str, value: &str) -> Tag {
    Tag { key: key.into(), value: value.into() }
}

#[test]
fn each_answer_shows_its_part_of_a_role() {
    let mut fixture = Fixture::new();
    let made = fixture.call::<CreateRole>(request("App")).unwrap().role;
    assert_eq!(made.arn, "arn:aws:iam::123456789012:role/App");
    assert!(made.role_id.starts_with("AROA") && made.role_id.len() == 21, "{}", made.role_id);
    assert_eq!(made.assume_role_policy_document, Some(encoded(TRUST)));
    assert_eq!((&made.description, &made.tags, made.max_session_duration), (&None, &None, None));
    assert_eq!((&made.role_last_used, &made.permissions_boundary), (&None, &None));

    let got = get(&mut fixture, "app").unwrap();
    let listed = Role { max_session_duration: Some(3600), ..made };
    assert_eq!(got, Role { role_last_used: Some(RoleLastUsed::default()), ..listed.clone() });
    assert_eq!(fixture.call::<ListRoles>(ListRolesRequest::default()).unwrap().roles, [listed]);
}

#[test]
fn a_use_is_told_of_for_four_hundred_days() {
    let mut fixture = with_role(request("App"));
    let mut state = Transaction::begin(&fixture.view);
    let used = RoleUse { at: fixture.now, region: "us-east-1".into() };
    state.update(&ROLES, ACCOUNT, "app", |role| role.details.last_used = Some(used));
    fixture.view = state.finish().unwrap().0;
    let last = RoleLastUsed { last_used_date: Some(fixture.now), region: Some("us-east-1".into()) };
    for (days, told) in [(0, last.clone()), (400, last), (401, RoleLastUsed::default())] {
        fixture.now = Timestamp::from_seconds(START + days * 24 * 3600);
        assert_eq!(get(&mut fixture, "App").unwrap().role_last_used, Some(told), "{days}");
    }
}

#[test]
fn listings_leave_tags_and_boundary_out() {
    let mut fixture = with_role(CreateRoleRequest {
        path: Some("/myPath/".into()),
        description: Some(String::new()),
        max_session_duration: Some(7200),
        permissions_boundary: Some(POWER_USER.into()),
        tags: Some(vec![tag("team", "blue")]),
        ..request("App")
    });
    let got = get(&mut fixture, "App").unwrap();
    assert_eq!((got.tags, got.description.as_deref()), (Some(vec![tag("team", "blue")]), Some("")));
    let boundary = got.permissions_boundary.unwrap();
    assert_eq!(boundary.permissions_boundary_arn.as_deref(), Some(POWER_USER));
    assert_eq!(boundary.permissions_boundary_type.map(|kind| kind.as_str()), Some("Policy"));
    let below = |prefix: &str| ListRolesRequest { path_prefix: Some(prefix.into()), ..Default::default() };
    let listed = fixture.call::<ListRoles>(below("/my")).unwrap().roles.remove(0);
    assert_eq!((listed.tags, listed.permissions_boundary), (None, None));
    assert_eq!(listed.max_session_duration, Some(7200));
    assert_eq!(fixture.call::<ListRoles>(below("/other/")).unwrap().roles, []);
}

#[test]
fn names_are_unique_whatever_their_case() {
    let mut fixture = with_role(request("App"));
    assert_eq!(
        refusal(fixture.call::<CreateRole>(request("APP"))),
        "EntityAlreadyExists (409): Role with name APP already exists."
    );
    assert_eq!(
        refusal(get(&mut fixture, "Web")),
        "NoSuchEntity (404): The role with name Web cannot be found."
    );
}

#[test]
fn roles_and_trust_policies_have_quotas() {
    let mut fixture = Fixture::with_quotas(Quotas { roles: 1, ..Quotas::default() });
    fixture.call::<CreateRole>(request("one")).unwrap();
    assert_eq!(
        refusal(fixture.call::<CreateRole>(request("two"))),
        "LimitExceeded (409): Cannot exceed quota for RolesPerAccount: 1"
    );
    let mut fixture = Fixture::with_quotas(Quotas { trust_policy_size: 100, ..Quotas::default() });
    assert_eq!(
        refusal(fixture.call::<CreateRole>(request("large"))),
        "LimitExceeded (409): Cannot exceed quota for ACLSizePerRole: 100"
    );
}

#[test]
fn trust_policies_are_checked_and_replaced() {
    let mut fixture = with_role(request("App"));
    let update = |document: &str| UpdateAssumeRolePolicyRequest {
        role_name: "App".into(),
        policy_document: document.into(),
    };
    assert_eq!(
        refusal(fixture.call::<UpdateAssumeRolePolicy>(update(r#"{"Version":"2012-10-17",}"#))),
        "MalformedPolicyDocument (400): This policy contains invalid Json"
    );
    assert_eq!(
        refusal(
            fixture.call::<UpdateAssumeRolePolicy>(update(&TRUST.replace("sts:AssumeRole", "s3:GetObject")))
        ),
        "MalformedPolicyDocument (400): AssumeRole policy may only specify STS AssumeRole actions."
    );
    assert_eq!(get(&mut fixture, "App").unwrap().assume_role_policy_document, Some(encoded(TRUST)));
    let other = TRUST.replace("lambda", "ec2");
    fixture.call::<UpdateAssumeRolePolicy>(update(&other)).unwrap();
    assert_eq!(get(&mut fixture, "App").unwrap().assume_role_policy_document, Some(encoded(&other)));
}

#[test]
fn what_an_update_leaves_out_stays() {
    let mut fixture = with_role(CreateRoleRequest { max_session_duration: Some(43200), ..request("App") });
    let update = UpdateRoleRequest {
        role_name: "app".into(),
        description: Some("first".into()),
        max_session_duration: None,
    };
    fixture.call::<UpdateRole>(update).unwrap();
    let update =
        UpdateRoleRequest { role_name: "app".into(), description: None, max_session_duration: Some(3601) };
    fixture.call::<UpdateRole>(update).unwrap();
    let role = get(&mut fixture, "App").unwrap();
    assert_eq!((role.description.as_deref(), role.max_session_duration), (Some("first"), Some(3601)));
    let update = UpdateRoleDescriptionRequest { role_name: "app".into(), description: "second".into() };
    let role = fixture.call::<UpdateRoleDescription>(update).unwrap().role.unwrap();
    assert_eq!((role.description.as_deref(), role.max_session_duration), (Some("second"), Some(3601)));
}

#[test]
fn what_a_role_has_must_go_first() {
    let mut fixture = with_role(request("App"));
    let name = || "app".to_owned();
    let attach = AttachRolePolicyRequest { role_name: name(), policy_arn: POWER_USER.into() };
    fixture.call::<AttachRolePolicy>(attach).unwrap();
    let put =
        PutRolePolicyRequest { role_name: name(), policy_name: "p".into(), policy_document: INLINE.into() };
    fixture.call::<PutRolePolicy>(put).unwrap();
    let profile = CreateInstanceProfileRequest { instance_profile_name: "P".into(), ..Default::default() };
    fixture.call::<CreateInstanceProfile>(profile).unwrap();
    let add = AddRoleToInstanceProfileRequest { instance_profile_name: "P".into(), role_name: name() };
    fixture.call::<AddRoleToInstanceProfile>(add).unwrap();

    let delete = |fixture: &mut Fixture| fixture.call::<DeleteRole>(DeleteRoleRequest { role_name: name() });
    let conflict = |first: &str| format!("DeleteConflict (409): Cannot delete entity, must {first} first.");
    assert_eq!(refusal(delete(&mut fixture)), conflict("remove roles from instance profile"));
    let remove =
        RemoveRoleFromInstanceProfileRequest { instance_profile_name: "P".into(), role_name: name() };
    fixture.call::<RemoveRoleFromInstanceProfile>(remove).unwrap();
    assert_eq!(refusal(delete(&mut fixture)), conflict("delete policies"));
    let policy = DeleteRolePolicyRequest { role_name: name(), policy_name: "p".into() };
    fixture.call::<DeleteRolePolicy>(policy).unwrap();
    assert_eq!(refusal(delete(&mut fixture)), conflict("detach all policies"));
    let detach = DetachRolePolicyRequest { role_name: name(), policy_arn: POWER_USER.into() };
    fixture.call::<DetachRolePolicy>(detach).unwrap();
    delete(&mut fixture).unwrap();
    assert!(get(&mut fixture, "App").is_err());
}

#[test]
fn boundaries_are_counted_until_they_go() {
    let mut fixture = with_role(request("App"));
    let put = |arn: &str| PutRolePermissionsBoundaryRequest {
        role_name: "App".into(),
        permissions_boundary: arn.into(),
    };
    let unknown = "arn:aws:iam::123456789012:policy/unknown";
    assert_eq!(
        refusal(fixture.call::<PutRolePermissionsBoundary>(put(unknown))),
        format!("NoSuchEntity (404): Scope ARN: {unknown} does not exist or is not attachable.")
    );
    fixture.call::<PutRolePermissionsBoundary>(put(POWER_USER)).unwrap();
    fixture.call::<PutRolePermissionsBoundary>(put(POWER_USER)).unwrap();
    let usage = |fixture: &mut Fixture| {
        let input = GetPolicyRequest { policy_arn: POWER_USER.into() };
        fixture.call::<GetPolicy>(input).unwrap().policy.unwrap().permissions_boundary_usage_count
    };
    assert_eq!(usage(&mut fixture), Some(1));
    let delete = DeleteRolePermissionsBoundaryRequest { role_name: "App".into() };
    fixture.call::<DeleteRolePermissionsBoundary>(delete).unwrap();
    assert_eq!(get(&mut fixture, "App").unwrap().permissions_boundary, None);
    fixture.call::<PutRolePermissionsBoundary>(put(POWER_USER)).unwrap();
    fixture.call::<DeleteRole>(DeleteRoleRequest { role_name: "App".into() }).unwrap();
    assert_eq!(usage(&mut fixture), Some(0));
}

#[test]
fn tags_are_added_replaced_removed_and_listed() {
    let mut fixture = with_role(request("App"));
    let put = TagRoleRequest { role_name: "app".into(), tags: vec![tag("b", "1"), tag("a", "2")] };
    fixture.call::<TagRole>(put).unwrap();
    let put = TagRoleRequest { role_name: "app".into(), tags: vec![tag("B", "3")] };
    fixture.call::<TagRole>(put).unwrap();
    let list = || ListRoleTagsRequest { role_name: "app".into(), ..Default::default() };
    assert_eq!(fixture.call::<ListRoleTags>(list()).unwrap().tags, [tag("B", "3"), tag("a", "2")]);
    let remove = UntagRoleRequest { role_name: "app".into(), tag_keys: vec!["A".into()] };
    fixture.call::<UntagRole>(remove).unwrap();
    assert_eq!(fixture.call::<ListRoleTags>(list()).unwrap().tags, [tag("B", "3")]);
}

#[test]
fn the_row_of_a_new_role_has_path_tags_and_boundary() {
    let fixture = Fixture::new();
    let input = CreateRoleRequest {
        path: Some("/p/".into()),
        permissions_boundary: Some(POWER_USER.into()),
        tags: Some(vec![tag("team", "blue")]),
        ..request("App")
    };
    let checks = fixture.access::<CreateRole>(&input).unwrap();
    let asked: Vec<_> = checks.iter().map(|check| (&*check.action, &*check.resource)).collect();
    let arn = "arn:aws:iam::123456789012:role/p/App";
    assert_eq!(asked, [("iam:CreateRole", arn), ("iam:TagRole", arn)]);
    for (key, value) in [("aws:RequestTag/team", "blue"), ("iam:PermissionsBoundary", POWER_USER)] {
        let value = ContextValue::String(value.into());
        assert!(checks[0].context.contains(&(key.into(), value)), "{key} in {:?}", checks[0].context);
    }
}
