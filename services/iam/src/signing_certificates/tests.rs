use awsim_plugin::caller::Principal;
use awsim_plugin::error::ServiceError;

use crate::generated::operations::*;
use crate::generated::*;
use crate::test_data::{EXPIRED, P256, P384, P521, RSA};
use crate::testing::{Fixture, refusal};

fn with_users() -> Fixture {
    let mut fixture = Fixture::new();
    for name in ["Bob", "alice"] {
        let input = CreateUserRequest { user_name: name.into(), ..Default::default() };
        fixture.call::<CreateUser>(input).unwrap();
    }
    fixture
}

fn upload(fixture: &mut Fixture, user: Option<&str>, body: &str) -> Result<SigningCertificate, ServiceError> {
    let input =
        UploadSigningCertificateRequest { user_name: user.map(Into::into), certificate_body: body.into() };
    fixture.call::<UploadSigningCertificate>(input).map(|answer| answer.certificate)
}

fn list(fixture: &mut Fixture, user: Option<&str>) -> Vec<SigningCertificate> {
    let input = ListSigningCertificatesRequest { user_name: user.map(Into::into), ..Default::default() };
    fixture.call::<ListSigningCertificates>(input).unwrap().certificates
}

#[test]
fn a_certificate_is_listed_as_it_was_uploaded() {
    let mut fixture = with_users();
    assert_eq!(list(&mut fixture, Some("bob")), []);
    let made = upload(&mut fixture, Some("bob"), RSA).unwrap();
    assert_eq!((made.user_name.as_str(), made.status), ("Bob", StatusType::Active));
    assert_eq!(made.certificate_body, RSA.trim_end());
    assert_eq!(made.certificate_id.len(), 32);
    assert_eq!(list(&mut fixture, Some("bob")), [made]);
}

#[test]
fn two_for_each_user_and_none_twice() {
    let mut fixture = with_users();
    upload(&mut fixture, Some("bob"), RSA).unwrap();
    for user in ["bob", "alice"] {
        assert_eq!(
            refusal(upload(&mut fixture, Some(user), &RSA.replace('\n', "\r\n"))),
            "DuplicateCertificate (409): The certificate is already associated with an IAM user of this account."
        );
    }
    upload(&mut fixture, Some("bob"), P256).unwrap();
    assert_eq!(
        refusal(upload(&mut fixture, Some("bob"), P384)),
        "LimitExceeded (409): Cannot exceed quota for SigningCertificatesPerUser: 2"
    );
}

#[test]
fn what_is_no_valid_certificate_is_refused() {
    let mut fixture = with_users();
    assert_eq!(
        refusal(upload(&mut fixture, Some("bob"), "text")),
        "MalformedCertificate (400): Unable to parse certificate. Please ensure the certificate is in PEM format."
    );
    assert_eq!(
        refusal(upload(&mut fixture, Some("bob"), EXPIRED)),
        "InvalidCertificate (400): The certificate is valid from 2020-01-01T00:00:00Z to 2021-01-01T00:00:00Z."
    );
    assert_eq!(
        refusal(upload(&mut fixture, Some("nobody"), RSA)),
        "NoSuchEntity (404): The user with name nobody cannot be found."
    );
}

#[test]
fn a_certificate_is_found_at_its_owner_only() {
    let mut fixture = with_users();
    let id = upload(&mut fixture, Some("bob"), RSA).unwrap().certificate_id;
    let update = |user: &str, status| UpdateSigningCertificateRequest {
        user_name: Some(user.into()),
        certificate_id: id.clone(),
        status,
    };
    let missing = format!("NoSuchEntity (404): The Certificate with id {id} cannot be found.");
    assert_eq!(
        refusal(fixture.call::<UpdateSigningCertificate>(update("alice", StatusType::Inactive))),
        missing
    );
    fixture.call::<UpdateSigningCertificate>(update("bob", StatusType::Inactive)).unwrap();
    assert_eq!(list(&mut fixture, Some("bob"))[0].status, StatusType::Inactive);
    assert_eq!(
        refusal(fixture.call::<UpdateSigningCertificate>(update("bob", StatusType::Expired))),
        "InvalidInput (400): The status of a credential cannot be set to Expired."
    );
    assert_eq!(
        refusal(fixture.call::<DeleteUser>(DeleteUserRequest { user_name: "bob".into() })),
        "DeleteConflict (409): Cannot delete entity, must delete certificates first."
    );
    let delete =
        || DeleteSigningCertificateRequest { user_name: Some("bob".into()), certificate_id: id.clone() };
    fixture.call::<DeleteSigningCertificate>(delete()).unwrap();
    assert_eq!(refusal(fixture.call::<DeleteSigningCertificate>(delete())), missing);
}

#[test]
fn root_and_callers_need_no_name() {
    let mut fixture = with_users();
    let of_root = upload(&mut fixture, None, P521).unwrap();
    assert_eq!(of_root.user_name, "root");
    assert_eq!(list(&mut fixture, None), std::slice::from_ref(&of_root));
    let summary = fixture.call::<GetAccountSummary>(()).unwrap().summary_map.unwrap();
    assert_eq!(summary["AccountSigningCertificatesPresent"], 1);
    let delete = DeleteSigningCertificateRequest { user_name: None, certificate_id: of_root.certificate_id };
    fixture.call::<DeleteSigningCertificate>(delete).unwrap();
    assert_eq!(list(&mut fixture, None), []);

    fixture.act_as(Principal::User { id: "AIDA".into(), name: "Bob".into(), path: "/".into() });
    let of_bob = upload(&mut fixture, None, P521).unwrap();
    assert_eq!(of_bob.user_name, "Bob");
    assert_eq!(list(&mut fixture, Some("bob")), [of_bob]);
}
