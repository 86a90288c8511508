use awsim_plugin::access::ContextValue;
use awsim_plugin::error::ServiceError;

use crate::Quotas;
use crate::generated::operations::*;
use crate::generated::*;
use crate::testing::{Fixture, refusal};

const TRUST: &str = r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}}"#;

fn create(fixture: &mut Fixture, name: &str) -> Result<InstanceProfile, ServiceError> {
    let input = CreateInstanceProfileRequest {
        instance_profile_name: name.into(),
        path: Some("/web/".into()),
        tags: None,
    };
    Ok(fixture.call::<CreateInstanceProfile>(input)?.instance_profile)
}

/// An account with the role `App` and the instance profiles `P` and `Q`.
fn account() -> Fixture {
    let mut fixture = Fixture::with_quotas(Quotas { instance_profiles: 2, ..Quotas::default() });
    let role = CreateRoleRequest {
        role_name: "App".into(),
        assume_role_policy_document: TRUST.into(),
        ..Default::default()
    };
    fixture.call::<CreateRole>(role).unwrap();
    create(&mut fixture, "P").unwrap();
    create(&mut fixture, "Q").unwrap();
    fixture
}

fn add(fixture: &mut Fixture, profile: &str, role: &str) -> Result<(), ServiceError> {
    let (instance_profile_name, role_name) = (profile.into(), role.into());
    fixture.call::<AddRoleToInstanceProfile>(AddRoleToInstanceProfileRequest {
        instance_profile_name,
        role_name,
    })
}

fn remove(fixture: &mut Fixture, profile: &str, role: &str) -> Result<(), ServiceError> {
    let (instance_profile_name, role_name) = (profile.into(), role.into());
    let input = RemoveRoleFromInstanceProfileRequest { instance_profile_name, role_name };
    fixture.call::<RemoveRoleFromInstanceProfile>(input)
}

fn get(fixture: &mut Fixture, name: &str) -> Result<InstanceProfile, ServiceError> {
    let input = GetInstanceProfileRequest { instance_profile_name: name.into() };
    Ok(fixture.call::<GetInstanceProfile>(input)?.instance_profile)
}

fn of_role(fixture: &mut Fixture) -> Vec<String> {
    let input = ListInstanceProfilesForRoleRequest { role_name: "app".into(), ..Default::default() };
    let profiles = fixture.call::<ListInstanceProfilesForRole>(input).unwrap().instance_profiles;
    profiles.into_iter().map(|profile| profile.instance_profile_name).collect()
}

#[test]
fn an_instance_profile_is_answered_as_it_was_made() {
    let mut fixture = Fixture::new();
    let made = create(&mut fixture, "P").unwrap();
    assert_eq!(made.arn, "arn:aws:iam::123456789012:instance-profile/web/P");
    assert!(made.instance_profile_id.starts_with("AIPA"), "{}", made.instance_profile_id);
    assert_eq!((&made.tags, &made.roles), (&None, &Vec::new()));
    assert_eq!(get(&mut fixture, "p").unwrap(), InstanceProfile { tags: Some(Vec::new()), ..made });
}

#[test]
fn names_are_unique_and_their_number_is_limited() {
    let mut fixture = account();
    assert_eq!(
        refusal(create(&mut fixture, "p")),
        "EntityAlreadyExists (409): Instance Profile p already exists."
    );
    assert_eq!(
        refusal(create(&mut fixture, "R")),
        "LimitExceeded (409): Cannot exceed quota for InstanceProfilesPerAccount: 2"
    );
    assert_eq!(refusal(get(&mut fixture, "R")), "NoSuchEntity (404): Instance Profile R cannot be found.");
}

#[test]
fn it_holds_one_role_which_knows_it() {
    let mut fixture = account();
    add(&mut fixture, "Q", "app").unwrap();
    add(&mut fixture, "p", "App").unwrap();
    assert_eq!(of_role(&mut fixture), ["P", "Q"]);
    assert_eq!(get(&mut fixture, "P").unwrap().roles[0].role_name, "App");
    assert_eq!(
        refusal(add(&mut fixture, "P", "App")),
        "LimitExceeded (409): Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1"
    );
    remove(&mut fixture, "P", "app").unwrap();
    assert_eq!(of_role(&mut fixture), ["Q"]);
    let error = remove(&mut fixture, "P", "App").unwrap_err();
    assert_eq!((error.code.as_ref(), error.status), ("NoSuchEntity", 404));
    assert_eq!(
        refusal(add(&mut fixture, "P", "nobody")),
        "NoSuchEntity (404): The role with name nobody cannot be found."
    );
}

#[test]
fn it_is_deleted_after_its_role_is_out() {
    let mut fixture = account();
    add(&mut fixture, "P", "App").unwrap();
    let delete = || DeleteInstanceProfileRequest { instance_profile_name: "P".into() };
    assert_eq!(
        refusal(fixture.call::<DeleteInstanceProfile>(delete())),
        "DeleteConflict (409): Cannot delete entity, must remove roles from instance profile first."
    );
    remove(&mut fixture, "P", "App").unwrap();
    fixture.call::<DeleteInstanceProfile>(delete()).unwrap();
    let listed = fixture.call::<ListInstanceProfiles>(ListInstanceProfilesRequest::default()).unwrap();
    let names: Vec<_> =
        listed.instance_profiles.into_iter().map(|profile| profile.instance_profile_name).collect();
    assert_eq!(names, ["Q"]);
}

#[test]
fn tags_of_an_untagged_one_are_an_empty_list() {
    let mut fixture = account();
    let list = || ListInstanceProfileTagsRequest { instance_profile_name: "P".into(), ..Default::default() };
    assert_eq!(fixture.call::<ListInstanceProfileTags>(list()).unwrap().tags, []);
    let tags = vec![Tag { key: "team".into(), value: "blue".into() }];
    for _ in 0..2 {
        let tag = TagInstanceProfileRequest { instance_profile_name: "p".into(), tags: tags.clone() };
        fixture.call::<TagInstanceProfile>(tag).unwrap();
    }
    assert_eq!(fixture.call::<ListInstanceProfileTags>(list()).unwrap().tags, tags);
    let untag = UntagInstanceProfileRequest {
        instance_profile_name: "p".into(),
        tag_keys: vec!["unknown".into(), "team".into()],
    };
    fixture.call::<UntagInstanceProfile>(untag).unwrap();
    assert_eq!(fixture.call::<ListInstanceProfileTags>(list()).unwrap().tags, []);
}

#[test]
fn adding_a_role_passes_it_to_ec2() {
    let fixture = account();
    let input =
        AddRoleToInstanceProfileRequest { instance_profile_name: "p".into(), role_name: "app".into() };
    let checks = fixture.access::<AddRoleToInstanceProfile>(&input).unwrap();
    let asked: Vec<_> = checks.iter().map(|check| (&*check.action, &*check.resource)).collect();
    assert_eq!(
        asked,
        [
            ("iam:AddRoleToInstanceProfile", "arn:aws:iam::123456789012:instance-profile/web/P"),
            ("iam:PassRole", "arn:aws:iam::123456789012:role/App"),
        ]
    );
    for (key, value) in [
        ("iam:PassedToService", "ec2.amazonaws.com"),
        ("iam:AssociatedResourceArn", "arn:aws:ec2:*:123456789012:instance/*"),
    ] {
        let value = ContextValue::String(value.into());
        assert!(checks[1].context.contains(&(key.into(), value)), "{key} in {:?}", checks[1].context);
    }
}
