use awsim_plugin::access_key::account_of;
use awsim_plugin::caller::Principal;
use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;

use crate::generated::operations::*;
use crate::generated::*;
use crate::testing::{ACCOUNT, Fixture, START, refusal};

fn with_bob() -> Fixture {
    let mut fixture = Fixture::new();
    let input = CreateUserRequest { user_name: "Bob".into(), ..Default::default() };
    let bob = fixture.call::<CreateUser>(input).unwrap().user.unwrap();
    fixture.act_as(Principal::User { id: bob.user_id, name: bob.user_name, path: "/".into() });
    fixture
}

fn create(fixture: &mut Fixture, user: Option<&str>) -> Result<AccessKey, ServiceError> {
    let input = CreateAccessKeyRequest { user_name: user.map(Into::into) };
    fixture.call::<CreateAccessKey>(input).map(|answer| answer.access_key)
}

fn list(fixture: &mut Fixture, user: Option<&str>) -> Vec<AccessKeyMetadata> {
    let input = ListAccessKeysRequest { user_name: user.map(Into::into), ..Default::default() };
    fixture.call::<ListAccessKeys>(input).unwrap().access_key_metadata
}

#[test]
fn a_key_says_its_account_and_shows_its_secret_once() {
    let mut fixture = with_bob();
    let key = create(&mut fixture, Some("bob")).unwrap();
    assert!(key.access_key_id.starts_with("AKIA") && key.access_key_id.len() == 20);
    assert_eq!(account_of(&key.access_key_id), Some(ACCOUNT));
    assert_eq!(key.secret_access_key.len(), 40);
    assert_eq!((key.user_name.as_str(), key.status), ("Bob", StatusType::Active));
    let listed = list(&mut fixture, None);
    let expected = AccessKeyMetadata {
        user_name: Some("Bob".into()),
        access_key_id: Some(key.access_key_id),
        status: Some(StatusType::Active),
        create_date: key.create_date,
    };
    assert_eq!(listed, [expected]);
}

#[test]
fn two_keys_a_user() {
    let mut fixture = with_bob();
    let first = create(&mut fixture, None).unwrap();
    fixture.now = fixture.now.plus_seconds(1);
    let second = create(&mut fixture, None).unwrap();
    let ids: Vec<_> = list(&mut fixture, None).into_iter().filter_map(|key| key.access_key_id).collect();
    assert_eq!(ids, [first.access_key_id, second.access_key_id]);
    assert_eq!(
        refusal(create(&mut fixture, Some("bob"))),
        "LimitExceeded (409): Cannot exceed quota for AccessKeysPerUser: 2"
    );
}

#[test]
fn a_page_goes_on_where_the_last_one_ended_even_if_that_key_is_gone() {
    let mut fixture = with_bob();
    fixture.iam.settings.quotas.access_keys_per_user = 5;
    for second in [0, 0, 0, 1, 1] {
        fixture.now = Timestamp::from_seconds(START + second);
        create(&mut fixture, None).unwrap();
    }
    let all: Vec<_> = list(&mut fixture, None).into_iter().filter_map(|key| key.access_key_id).collect();
    let mut page = |marker: Option<String>| {
        let input = ListAccessKeysRequest { marker, max_items: Some(2), ..Default::default() };
        let page = fixture.call::<ListAccessKeys>(input).unwrap();
        let ids =
            page.access_key_metadata.into_iter().filter_map(|key| key.access_key_id).collect::<Vec<_>>();
        let last = DeleteAccessKeyRequest { user_name: None, access_key_id: ids.last().unwrap().clone() };
        fixture.call::<DeleteAccessKey>(last).unwrap();
        (ids, page.marker)
    };
    let mut seen = Vec::new();
    let mut marker = None;
    loop {
        let (ids, next) = page(marker);
        seen.extend(ids);
        marker = next;
        if marker.is_none() {
            break;
        }
    }
    assert_eq!(seen, all);
}

#[test]
fn a_key_is_found_at_its_owner_only() {
    let mut fixture = with_bob();
    let id = create(&mut fixture, None).unwrap().access_key_id;
    fixture.act_as(Principal::Root);
    let missing = format!("NoSuchEntity (404): The Access Key with id {id} cannot be found.");
    let update = |user: Option<&str>, status| UpdateAccessKeyRequest {
        user_name: user.map(Into::into),
        access_key_id: id.clone(),
        status,
    };
    let delete = |user: Option<&str>| DeleteAccessKeyRequest {
        user_name: user.map(Into::into),
        access_key_id: id.clone(),
    };
    assert_eq!(refusal(fixture.call::<UpdateAccessKey>(update(None, StatusType::Inactive))), missing);
    assert_eq!(refusal(fixture.call::<DeleteAccessKey>(delete(None))), missing);
    assert_eq!(
        refusal(fixture.call::<DeleteAccessKey>(delete(Some("nobody")))),
        "NoSuchEntity (404): The user with name nobody cannot be found."
    );

    fixture.call::<UpdateAccessKey>(update(Some("bob"), StatusType::Inactive)).unwrap();
    assert_eq!(list(&mut fixture, Some("bob"))[0].status, Some(StatusType::Inactive));
    fixture.call::<UpdateAccessKey>(update(Some("bob"), StatusType::Active)).unwrap();
    assert_eq!(list(&mut fixture, Some("bob"))[0].status, Some(StatusType::Active));
    assert_eq!(
        refusal(fixture.call::<UpdateAccessKey>(update(Some("bob"), StatusType::Expired))),
        "InvalidInput (400): The status of a credential cannot be set to Expired."
    );
    fixture.call::<DeleteAccessKey>(delete(Some("bob"))).unwrap();
    assert_eq!(list(&mut fixture, Some("bob")), []);
    assert_eq!(refusal(fixture.call::<DeleteAccessKey>(delete(Some("bob")))), missing);
}

#[test]
fn root_has_keys_of_its_own() {
    let mut fixture = Fixture::new();
    let key = create(&mut fixture, None).unwrap();
    assert_eq!(key.user_name, "root");
    let listed = list(&mut fixture, None);
    assert_eq!((listed.len(), &listed[0].user_name), (1, &None));
    let delete = DeleteAccessKeyRequest { user_name: None, access_key_id: key.access_key_id };
    fixture.call::<DeleteAccessKey>(delete).unwrap();
    assert_eq!(list(&mut fixture, None), []);
}

#[test]
fn sessions_must_name_a_user() {
    let mut fixture = with_bob();
    fixture.act_as(Principal::FederatedUser {
        name: "f".into(),
        issuer_id: None,
        issuer_name: None,
        issuer_path: None,
    });
    assert_eq!(
        refusal(create(&mut fixture, None)),
        "ValidationError (400): Must specify userName when calling with non-User credentials"
    );
    create(&mut fixture, Some("bob")).unwrap();
}

#[test]
fn a_key_that_was_never_used_says_so() {
    let mut fixture = with_bob();
    let id = create(&mut fixture, None).unwrap().access_key_id;
    let input = GetAccessKeyLastUsedRequest { access_key_id: id };
    let answer = fixture.call::<GetAccessKeyLastUsed>(input.clone()).unwrap();
    let expected =
        AccessKeyLastUsed { last_used_date: None, service_name: "N/A".into(), region: "N/A".into() };
    assert_eq!((answer.user_name.as_deref(), answer.access_key_last_used), (Some("Bob"), Some(expected)));
    let row = fixture.access::<GetAccessKeyLastUsed>(&input).unwrap();
    assert_eq!(row[0].resource, "arn:aws:iam::123456789012:user/Bob");

    let unknown = GetAccessKeyLastUsedRequest { access_key_id: "AKIAQAAAAAAAUNKNOWN1".into() };
    assert_eq!(
        refusal(fixture.call::<GetAccessKeyLastUsed>(unknown)),
        "NoSuchEntity (404): The Access Key with id AKIAQAAAAAAAUNKNOWN1 cannot be found."
    );
}
