use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;

use crate::Quotas;
use crate::generated::operations::*;
use crate::generated::*;
use crate::test_data::{EXPIRED, INTERMEDIATE, P256_KEY, ROOT, RSA, RSA_KEY};
use crate::testing::{Fixture, refusal};

fn request(name: &str) -> UploadServerCertificateRequest {
    UploadServerCertificateRequest {
        server_certificate_name: name.into(),
        certificate_body: RSA.into(),
        private_key: RSA_KEY.into(),
        ..Default::default()
    }
}

fn upload(fixture: &mut Fixture, name: &str) -> Result<ServerCertificateMetadata, ServiceError> {
    let answer = fixture.call::<UploadServerCertificate>(request(name))?;
    Ok(answer.server_certificate_metadata.unwrap())
}

fn get(fixture: &mut Fixture, name: &str) -> Result<ServerCertificate, ServiceError> {
    let input = GetServerCertificateRequest { server_certificate_name: name.into() };
    fixture.call::<GetServerCertificate>(input).map(|answer| answer.server_certificate)
}

#[test]
fn a_certificate_comes_back_without_its_last_newline() {
    let mut fixture = Fixture::new();
    let input = UploadServerCertificateRequest {
        path: Some("/elb/".into()),
        certificate_chain: Some(format!("{INTERMEDIATE}{ROOT}")),
        tags: Some(vec![Tag { key: "team".into(), value: "blue".into() }]),
        ..request("Mine")
    };
    let made = fixture.call::<UploadServerCertificate>(input).unwrap();
    let metadata = made.server_certificate_metadata.unwrap();
    assert_eq!(metadata.arn, "arn:aws:iam::123456789012:server-certificate/elb/Mine");
    assert!(metadata.server_certificate_id.starts_with("ASCA"));
    assert_eq!(metadata.upload_date.unwrap().to_string(), "2026-04-21T08:15:30Z");
    assert_eq!(metadata.expiration.unwrap().to_string(), "2120-01-01T00:00:00Z");
    let got = get(&mut fixture, "mine").unwrap();
    assert_eq!(got.server_certificate_metadata, metadata);
    assert_eq!(got.certificate_body, RSA.trim_end());
    assert_eq!(got.certificate_chain.unwrap(), format!("{INTERMEDIATE}{ROOT}").trim_end());
    assert_eq!(got.tags, made.tags);
}

#[test]
fn an_untagged_certificate_has_no_tags_and_says_so() {
    let mut fixture = Fixture::new();
    assert_eq!(fixture.call::<UploadServerCertificate>(request("mine")).unwrap().tags, None);
    let got = get(&mut fixture, "mine").unwrap();
    assert_eq!((got.tags, got.certificate_chain), (Some(vec![]), None));
}

#[test]
fn what_does_not_fit_together_is_refused() {
    let mut fixture = Fixture::new();
    let mut refused = |change: fn(&mut UploadServerCertificateRequest)| {
        let mut input = request("mine");
        change(&mut input);
        let error = fixture.call::<UploadServerCertificate>(input).unwrap_err();
        assert_eq!(error.status, 400);
        error.code
    };
    assert_eq!(refused(|input| input.certificate_body = "text".into()), "MalformedCertificate");
    assert_eq!(refused(|input| input.private_key = "text".into()), "MalformedCertificate");
    assert_eq!(refused(|input| input.private_key = P256_KEY.into()), "KeyPairMismatch");
    assert_eq!(refused(|input| input.certificate_chain = Some(ROOT.into())), "MalformedCertificate");
    let reserved = |input: &mut UploadServerCertificateRequest| {
        input.tags = Some(vec![Tag { key: "aws:x".into(), value: String::new() }]);
    };
    assert_eq!(refused(reserved), "InvalidInput");
}

#[test]
fn a_certificate_must_be_valid_when_it_is_uploaded() {
    let mut fixture = Fixture::new();
    let expired = UploadServerCertificateRequest { certificate_body: EXPIRED.into(), ..request("mine") };
    assert_eq!(
        refusal(fixture.call::<UploadServerCertificate>(expired)),
        "MalformedCertificate (400): Certificate is no longer valid. The 'Not After' date restriction on the certificate \
         has passed."
    );
    fixture.now = Timestamp::parse("2019-12-31T23:59:59Z").unwrap();
    assert_eq!(
        refusal(upload(&mut fixture, "mine")),
        "MalformedCertificate (400): Unable to parse certificate. Please ensure the certificate is in PEM format."
    );
    for valid in ["2020-01-01T00:00:00Z", "2120-01-01T00:00:00Z"] {
        fixture.now = Timestamp::parse(valid).unwrap();
        upload(&mut fixture, valid.split('T').next().unwrap()).unwrap();
    }
}

#[test]
fn names_are_unique_and_certificates_counted() {
    let mut fixture = Fixture::with_quotas(Quotas { server_certificates: 1, ..Quotas::default() });
    upload(&mut fixture, "mine").unwrap();
    assert_eq!(
        refusal(upload(&mut fixture, "MINE")),
        "EntityAlreadyExists (409): The Server Certificate with name MINE already exists."
    );
    assert_eq!(
        refusal(upload(&mut fixture, "more")),
        "LimitExceeded (409): Cannot exceed quota for ServerCertificatesPerAccount: 1"
    );
    let summary = fixture.call::<GetAccountSummary>(()).unwrap().summary_map.unwrap();
    assert_eq!((summary["ServerCertificates"], summary["ServerCertificatesQuota"]), (1, 1));
}

#[test]
fn a_certificate_can_be_renamed_and_moved() {
    let mut fixture = Fixture::new();
    let before = upload(&mut fixture, "one").unwrap();
    upload(&mut fixture, "two").unwrap();
    let mut update = |name: &str, to: &str| {
        fixture.call::<UpdateServerCertificate>(UpdateServerCertificateRequest {
            server_certificate_name: name.into(),
            new_path: Some("/new/".into()),
            new_server_certificate_name: Some(to.into()),
        })
    };
    assert_eq!(
        refusal(update("one", "Two")),
        "EntityAlreadyExists (409): The Server Certificate with name Two already exists."
    );
    update("one", "ONE").unwrap();
    update("one", "three").unwrap();
    let missing =
        |name: &str| format!("NoSuchEntity (404): The Server Certificate with name {name} cannot be found.");
    assert_eq!(refusal(update("one", "four")), missing("one"));
    let after = get(&mut fixture, "three").unwrap().server_certificate_metadata;
    assert_eq!(after.arn, "arn:aws:iam::123456789012:server-certificate/new/three");
    assert_eq!(after.server_certificate_id, before.server_certificate_id);
    assert_eq!(refusal(get(&mut fixture, "one")), missing("one"));
}

#[test]
fn certificates_are_listed_by_path_and_deleted() {
    let mut fixture = Fixture::new();
    for (name, path) in [("b", "/x/"), ("a", "/"), ("c", "/xy/")] {
        let input = UploadServerCertificateRequest { path: Some(path.into()), ..request(name) };
        fixture.call::<UploadServerCertificate>(input).unwrap();
    }
    let list = |fixture: &mut Fixture, prefix: Option<&str>, marker: Option<String>| {
        let input =
            ListServerCertificatesRequest { path_prefix: prefix.map(Into::into), marker, max_items: Some(2) };
        let page = fixture.call::<ListServerCertificates>(input).unwrap();
        let names: Vec<_> = page
            .server_certificate_metadata_list
            .into_iter()
            .map(|metadata| metadata.server_certificate_name)
            .collect();
        (names, page.marker)
    };
    let (names, marker) = list(&mut fixture, None, None);
    assert_eq!(names, ["a", "b"]);
    assert_eq!(list(&mut fixture, None, marker), (vec!["c".into()], None));
    assert_eq!(list(&mut fixture, Some("/x/"), None).0, ["b"]);
    let delete = || DeleteServerCertificateRequest { server_certificate_name: "B".into() };
    fixture.call::<DeleteServerCertificate>(delete()).unwrap();
    assert_eq!(list(&mut fixture, None, None).0, ["a", "c"]);
    assert_eq!(
        refusal(fixture.call::<DeleteServerCertificate>(delete())),
        "NoSuchEntity (404): The Server Certificate with name B cannot be found."
    );
}

#[test]
fn the_rows_name_both_names_and_the_tags() {
    let mut fixture = Fixture::new();
    let input = UploadServerCertificateRequest {
        tags: Some(vec![Tag { key: "team".into(), value: "blue".into() }]),
        ..request("mine")
    };
    let checks = fixture.access::<UploadServerCertificate>(&input).unwrap();
    let actions: Vec<_> = checks.iter().map(|check| &*check.action).collect();
    assert_eq!(actions, ["iam:UploadServerCertificate", "iam:TagServerCertificate"]);
    fixture.call::<UploadServerCertificate>(input).unwrap();
    let update = UpdateServerCertificateRequest {
        server_certificate_name: "mine".into(),
        new_path: None,
        new_server_certificate_name: Some("other".into()),
    };
    let checks = fixture.access::<UpdateServerCertificate>(&update).unwrap();
    let resources: Vec<_> = checks.iter().map(|check| &*check.resource).collect();
    let arn = |name: &str| format!("arn:aws:iam::123456789012:server-certificate/{name}");
    assert_eq!(resources, [arn("mine"), arn("other")]);
}
