use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::Transaction;

use crate::Quotas;
use crate::generated::operations::*;
use crate::generated::*;
use crate::state::{ACCESS_KEYS, CREDENTIAL_REPORT, CredentialReport, KeyUse, root_user};
use crate::test_data::{P256, P384, P521, RSA};
use crate::testing::{ACCOUNT, Fixture, START, refusal};

const HOURS: i64 = 3600;

fn generate(fixture: &mut Fixture) -> ReportStateType {
    fixture.call_async::<GenerateCredentialReport>(()).unwrap().state.unwrap()
}

fn get(fixture: &mut Fixture) -> String {
    String::from_utf8(fixture.call::<GetCredentialReport>(()).unwrap().content.unwrap().0).unwrap()
}

fn create_user(fixture: &mut Fixture, name: &str) {
    let input = CreateUserRequest { user_name: name.into(), ..Default::default() };
    fixture.call::<CreateUser>(input).unwrap();
}

fn create_key(fixture: &mut Fixture, name: &str) -> String {
    let input = CreateAccessKeyRequest { user_name: Some(name.into()) };
    fixture.call::<CreateAccessKey>(input).unwrap().access_key.access_key_id
}

/// The row of a user, by column.
fn row(report: &str, user: &str) -> Vec<(String, String)> {
    let mut lines = report.lines();
    let columns = lines.next().unwrap().split(',');
    let row = lines.find(|line| line.split(',').next() == Some(user)).unwrap().split(',');
    columns.zip(row).map(|(column, value)| (column.to_owned(), value.to_owned())).collect()
}

fn value<'r>(row: &'r [(String, String)], column: &str) -> &'r str {
    &row.iter().find(|(name, _)| name == column).unwrap().1
}

#[test]
fn a_report_is_the_same_for_four_hours() {
    let mut fixture = Fixture::new();
    assert!(refusal(fixture.call::<GetCredentialReport>(())).starts_with("ReportNotPresent (410)"));
    assert_eq!(generate(&mut fixture), ReportStateType::Started);
    let first = get(&mut fixture);
    create_user(&mut fixture, "bob");
    fixture.now = Timestamp::from_seconds(START + 4 * HOURS - 1);
    assert_eq!(generate(&mut fixture), ReportStateType::Complete);
    assert_eq!(get(&mut fixture), first);
    fixture.now = Timestamp::from_seconds(START + 4 * HOURS);
    assert!(refusal(fixture.call::<GetCredentialReport>(())).starts_with("ReportExpired (410)"));
    assert_eq!(generate(&mut fixture), ReportStateType::Started);
    assert_eq!(value(&row(&get(&mut fixture), "bob"), "user"), "bob");
}

#[test]
fn a_report_in_the_making_is_waited_for_and_one_that_was_given_up_is_not() {
    let mut fixture = Fixture::new();
    let mut state = Transaction::begin(&fixture.view);
    let started = CredentialReport { started: fixture.now, content: None };
    state.insert(&CREDENTIAL_REPORT, ACCOUNT, (), started);
    fixture.view = state.finish().unwrap().0;
    assert!(refusal(fixture.call::<GetCredentialReport>(())).starts_with("ReportInProgress (404)"));
    assert_eq!(generate(&mut fixture), ReportStateType::Inprogress);
    fixture.now = Timestamp::from_seconds(START + 60);
    assert_eq!(generate(&mut fixture), ReportStateType::Started);
    assert_eq!(generate(&mut fixture), ReportStateType::Complete);
}

#[test]
fn the_root_user_comes_first_and_nobody_is_left_out() {
    let mut fixture = Fixture::new();
    let mut state = Transaction::begin(&fixture.view);
    root_user::note_created(&mut state, ACCOUNT, fixture.now);
    // Since when there is an account is noted once.
    root_user::note_created(&mut state, ACCOUNT, fixture.now.plus_seconds(1));
    fixture.view = state.finish().unwrap().0;
    for name in ["Zoe", "a,b", "bob"] {
        create_user(&mut fixture, name);
    }
    generate(&mut fixture);
    let report = get(&mut fixture);
    let lines: Vec<&str> = report.lines().collect();
    assert_eq!(
        lines[1],
        "<root_account>,arn:aws:iam::123456789012:root,2026-04-21T08:15:30+00:00,false,N/A,not_supported,not_supported,\
         false,false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A,N/A"
    );
    assert!(
        lines[2].starts_with("\"a,b\",\"arn:aws:iam::123456789012:user/a,b\",2026-04-21T08:15:30+00:00,")
    );
    assert!(lines[3].starts_with("bob,") && lines[4].starts_with("Zoe,"), "{report}");
    assert_eq!(lines.len(), 5);
}

#[test]
fn passwords_are_dated_and_so_is_their_end() {
    let mut fixture = Fixture::new();
    create_user(&mut fixture, "bob");
    let policy = UpdateAccountPasswordPolicyRequest { max_password_age: Some(1), ..Default::default() };
    fixture.call::<UpdateAccountPasswordPolicy>(policy).unwrap();
    let profile = CreateLoginProfileRequest {
        user_name: Some("bob".into()),
        password: Some("secret".into()),
        password_reset_required: None,
    };
    fixture.call_async::<CreateLoginProfile>(profile).unwrap();
    generate(&mut fixture);
    let bob = row(&get(&mut fixture), "bob");
    for (column, expected) in [
        ("password_enabled", "true"),
        ("password_last_used", "no_information"),
        ("password_last_changed", "2026-04-21T08:15:30+00:00"),
        ("password_next_rotation", "2026-04-22T08:15:30+00:00"),
    ] {
        assert_eq!(value(&bob, column), expected, "{column}");
    }
}

#[test]
fn keys_are_dated_and_used_and_more_than_two_are_counted() {
    let mut fixture = Fixture::with_quotas(Quotas { access_keys_per_user: 3, ..Quotas::default() });
    create_user(&mut fixture, "bob");
    let used = create_key(&mut fixture, "bob");
    let inactive = create_key(&mut fixture, "bob");
    create_key(&mut fixture, "bob");
    let mut state = Transaction::begin(&fixture.view);
    state.update(&ACCESS_KEYS, ACCOUNT, used.as_str(), |key| {
        let at = Timestamp::from_seconds(START + 5);
        key.last_used = Some(Box::new(KeyUse { at, service: "sts".into(), region: "eu-west-1".into() }));
    });
    fixture.view = state.finish().unwrap().0;
    fixture.now = Timestamp::from_seconds(START + 60);
    let update = UpdateAccessKeyRequest {
        user_name: Some("bob".into()),
        access_key_id: inactive,
        status: StatusType::Inactive,
    };
    fixture.call::<UpdateAccessKey>(update).unwrap();
    generate(&mut fixture);
    let bob = row(&get(&mut fixture), "bob");
    for (column, expected) in [
        ("access_key_1_active", "true"),
        ("access_key_1_last_rotated", "2026-04-21T08:15:30+00:00"),
        ("access_key_1_last_used_date", "2026-04-21T08:15:35+00:00"),
        ("access_key_1_last_used_region", "eu-west-1"),
        ("access_key_1_last_used_service", "sts"),
        ("access_key_2_active", "false"),
        ("access_key_2_last_rotated", "2026-04-21T08:16:30+00:00"),
        ("access_key_2_last_used_date", "N/A"),
        ("additional_credentials_info", "1 more access keys: ListAccessKeys"),
    ] {
        assert_eq!(value(&bob, column), expected, "{column}");
    }
}

#[test]
fn signing_certificates_have_columns() {
    let mut fixture = Fixture::new();
    create_user(&mut fixture, "bob");
    let ids = [RSA, P256].map(|body| {
        let input =
            UploadSigningCertificateRequest { user_name: Some("bob".into()), certificate_body: body.into() };
        fixture.call::<UploadSigningCertificate>(input).unwrap().certificate.certificate_id
    });
    fixture.now = Timestamp::from_seconds(START + HOURS);
    let input = UpdateSigningCertificateRequest {
        user_name: Some("bob".into()),
        certificate_id: ids[1].clone(),
        status: StatusType::Inactive,
    };
    fixture.call::<UpdateSigningCertificate>(input).unwrap();
    generate(&mut fixture);
    let report = get(&mut fixture);
    let bob = row(&report, "bob");
    for (column, expected) in [
        ("cert_1_active", "true"),
        ("cert_1_last_rotated", "2026-04-21T08:15:30+00:00"),
        ("cert_2_active", "false"),
        ("cert_2_last_rotated", "2026-04-21T09:15:30+00:00"),
    ] {
        assert_eq!(value(&bob, column), expected, "{column}");
    }
}

#[test]
fn credentials_without_columns_are_counted() {
    let quotas = Quotas { access_keys_per_user: 3, signing_certificates_per_user: 4, ..Quotas::default() };
    let mut fixture = Fixture::with_quotas(quotas);
    create_user(&mut fixture, "bob");
    for _ in 0..3 {
        create_key(&mut fixture, "bob");
    }
    for body in [RSA, P256, P384, P521] {
        let input =
            UploadSigningCertificateRequest { user_name: Some("bob".into()), certificate_body: body.into() };
        fixture.call::<UploadSigningCertificate>(input).unwrap();
    }
    generate(&mut fixture);
    assert_eq!(
        value(&row(&get(&mut fixture), "bob"), "additional_credentials_info"),
        "1 more access keys: ListAccessKeys; 2 more certificates: ListSigningCertificates"
    );
}
