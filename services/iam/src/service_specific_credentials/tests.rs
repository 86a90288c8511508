use awsim_plugin::access::ContextValue;
use awsim_plugin::caller::Principal;
use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;
use data_encoding::BASE64;

use crate::generated::operations::*;
use crate::generated::*;
use crate::testing::{Fixture, START, refusal};

const CODECOMMIT: &str = "codecommit.amazonaws.com";
const BEDROCK: &str = "bedrock.amazonaws.com";

fn with_users() -> Fixture {
    let mut fixture = Fixture::new();
    for name in ["Bob", "alice"] {
        fixture
            .call::<CreateUser>(CreateUserRequest { user_name: name.into(), ..Default::default() })
            .unwrap();
    }
    fixture
}

fn request(user: &str, service: &str, days: Option<i32>) -> CreateServiceSpecificCredentialRequest {
    CreateServiceSpecificCredentialRequest {
        user_name: user.into(),
        service_name: service.into(),
        credential_age_days: days,
    }
}

fn create(
    fixture: &mut Fixture,
    user: &str,
    service: &str,
) -> Result<ServiceSpecificCredential, ServiceError> {
    let answer = fixture.call::<CreateServiceSpecificCredential>(request(user, service, None))?;
    Ok(answer.service_specific_credential.unwrap())
}

fn list(
    fixture: &mut Fixture,
    user: Option<&str>,
    service: Option<&str>,
) -> Vec<ServiceSpecificCredentialMetadata> {
    let input = ListServiceSpecificCredentialsRequest {
        user_name: user.map(Into::into),
        service_name: service.map(Into::into),
        ..Default::default()
    };
    fixture.call::<ListServiceSpecificCredentials>(input).unwrap().service_specific_credentials.unwrap()
}

#[test]
fn a_password_is_shown_once() {
    let mut fixture = with_users();
    let made = create(&mut fixture, "bob", CODECOMMIT).unwrap();
    assert_eq!(made.service_user_name.as_deref(), Some("Bob-at-123456789012"));
    assert_eq!(BASE64.decode(made.service_password.unwrap().as_bytes()).unwrap().len(), 32);
    assert!(made.service_specific_credential_id.starts_with("ACCA"));
    assert_eq!((made.user_name.as_str(), made.status), ("Bob", StatusType::Active));
    assert_eq!((made.service_credential_alias, made.expiration_date), (None, None));
    let listed = list(&mut fixture, Some("bob"), Some(CODECOMMIT));
    assert_eq!(listed[0].service_user_name.as_deref(), Some("Bob-at-123456789012"));
    assert_eq!(list(&mut fixture, Some("bob"), Some("cassandra.amazonaws.com")), []);
}

#[test]
fn two_for_each_service() {
    let mut fixture = with_users();
    create(&mut fixture, "bob", CODECOMMIT).unwrap();
    let second = create(&mut fixture, "bob", CODECOMMIT).unwrap();
    assert_eq!(second.service_user_name.as_deref(), Some("Bob+1-at-123456789012"));
    assert_eq!(
        refusal(create(&mut fixture, "bob", CODECOMMIT)),
        "LimitExceeded (409): Cannot exceed quota for ServiceSpecificCredentialsPerUser: 2"
    );
    create(&mut fixture, "bob", "cassandra.amazonaws.com").unwrap();
    assert_eq!(list(&mut fixture, Some("bob"), None).len(), 3);
}

#[test]
fn an_api_key_expires() {
    let mut fixture = with_users();
    let made = fixture.call::<CreateServiceSpecificCredential>(request("bob", BEDROCK, Some(2))).unwrap();
    let made = made.service_specific_credential.unwrap();
    assert_eq!(made.expiration_date, Some(Timestamp::from_seconds(START + 2 * 86400)));
    assert_eq!((made.service_user_name, made.service_password), (None, None));
    let alias = made.service_credential_alias.unwrap();
    let secret = made.service_credential_secret.unwrap();
    let inner = BASE64.decode(secret.strip_prefix("ABSK").unwrap().as_bytes()).unwrap();
    assert!(inner.starts_with(format!("{alias}:").as_bytes()));
    fixture.now = Timestamp::from_seconds(START + 2 * 86400 - 1);
    assert_eq!(list(&mut fixture, Some("bob"), None)[0].status, StatusType::Active);
    fixture.now = Timestamp::from_seconds(START + 2 * 86400);
    assert_eq!(list(&mut fixture, Some("bob"), None)[0].status, StatusType::Expired);
    assert_eq!(
        refusal(fixture.call::<CreateServiceSpecificCredential>(request("bob", CODECOMMIT, Some(2)))),
        "NotSupportedService (404): The service codecommit.amazonaws.com does not support credentials that expire."
    );
}

#[test]
fn the_user_is_looked_for_before_the_service() {
    let mut fixture = with_users();
    assert_eq!(
        refusal(create(&mut fixture, "nobody", "lambda.amazonaws.com")),
        "NoSuchEntity (404): The user with name nobody cannot be found."
    );
    assert_eq!(
        refusal(create(&mut fixture, "bob", "lambda.amazonaws.com")),
        "NoSuchEntity (404): No such service lambda.amazonaws.com is supported for Service Specific Credentials"
    );
}

#[test]
fn a_reset_keeps_everything_but_the_secret() {
    let mut fixture = with_users();
    let made = create(&mut fixture, "bob", CODECOMMIT).unwrap();
    let id = made.service_specific_credential_id.clone();
    let update = |status| UpdateServiceSpecificCredentialRequest {
        user_name: Some("bob".into()),
        service_specific_credential_id: id.clone(),
        status,
    };
    fixture.call::<UpdateServiceSpecificCredential>(update(StatusType::Inactive)).unwrap();
    assert_eq!(
        refusal(fixture.call::<UpdateServiceSpecificCredential>(update(StatusType::Expired))),
        "InvalidInput (400): The status of a credential cannot be set to Expired."
    );
    let reset = |user: &str, id: &str| ResetServiceSpecificCredentialRequest {
        user_name: Some(user.into()),
        service_specific_credential_id: id.into(),
    };
    let again = fixture.call::<ResetServiceSpecificCredential>(reset("bob", &id)).unwrap();
    let again = again.service_specific_credential.unwrap();
    assert_ne!(again.service_password, made.service_password);
    assert_eq!(
        ServiceSpecificCredential {
            service_password: made.service_password.clone(),
            status: StatusType::Active,
            ..again.clone()
        },
        made
    );
    assert_eq!(again.status, StatusType::Inactive);
    // Others have no part in it.
    assert_eq!(
        refusal(fixture.call::<ResetServiceSpecificCredential>(reset("alice", &id))),
        format!("NoSuchEntity (404): No such credential {id} exists")
    );
}

#[test]
fn all_users_are_listed_page_by_page() {
    let mut fixture = with_users();
    let mut ids = Vec::new();
    for (user, service) in [("bob", BEDROCK), ("bob", CODECOMMIT), ("alice", BEDROCK), ("alice", BEDROCK)] {
        ids.push(create(&mut fixture, user, service).unwrap().service_specific_credential_id);
        fixture.now = fixture.now.plus_seconds(1);
    }
    let input = |marker, user: Option<&str>| ListServiceSpecificCredentialsRequest {
        user_name: user.map(Into::into),
        service_name: Some(BEDROCK.into()),
        all_users: Some(true),
        marker,
        max_items: Some(2),
    };
    let first = fixture.call::<ListServiceSpecificCredentials>(input(None, None)).unwrap();
    let listed = |page: &ListServiceSpecificCredentialsResponse| -> Vec<String> {
        let items = page.service_specific_credentials.iter().flatten();
        items.map(|item| item.service_specific_credential_id.clone()).collect()
    };
    assert_eq!((listed(&first), first.is_truncated), (ids[2..].to_vec(), Some(true)));
    let second = fixture.call::<ListServiceSpecificCredentials>(input(first.marker, None)).unwrap();
    assert_eq!((listed(&second), second.is_truncated), (ids[..1].to_vec(), None));
    assert_eq!(
        refusal(fixture.call::<ListServiceSpecificCredentials>(input(None, Some("bob")))),
        "ValidationError (400): AllUsers and UserName cannot be specified together."
    );
}

#[test]
fn without_a_name_the_calling_user_is_meant() {
    let mut fixture = with_users();
    let id = create(&mut fixture, "bob", CODECOMMIT).unwrap().service_specific_credential_id;
    let delete = || DeleteServiceSpecificCredentialRequest {
        user_name: None,
        service_specific_credential_id: id.clone(),
    };
    assert_eq!(
        refusal(fixture.call::<DeleteServiceSpecificCredential>(delete())),
        "ValidationError (400): Must specify userName when calling with non-User credentials"
    );
    fixture.act_as(Principal::User { id: "AIDA".into(), name: "Bob".into(), path: "/".into() });
    assert_eq!(list(&mut fixture, None, None).len(), 1);
    fixture.call::<DeleteServiceSpecificCredential>(delete()).unwrap();
    assert_eq!(list(&mut fixture, None, None), []);
}

#[test]
fn the_row_names_service_and_age() {
    let fixture = with_users();
    let checks =
        fixture.access::<CreateServiceSpecificCredential>(&request("bob", BEDROCK, Some(30))).unwrap();
    assert_eq!(checks[0].resource, "arn:aws:iam::123456789012:user/Bob");
    let service = ContextValue::String(BEDROCK.into());
    assert!(checks[0].context.contains(&("iam:ServiceSpecificCredentialServiceName".into(), service)));
    let days = ContextValue::Number(30);
    assert!(checks[0].context.contains(&("iam:ServiceSpecificCredentialAgeDays".into(), days)));
}
