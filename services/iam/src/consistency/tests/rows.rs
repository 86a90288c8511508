//! Rows as an import brings them: of every collection one is put elsewhere, and many are damaged.

use awsim_plugin::account::AccountId;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::{Row, Transaction, View, collections};

use super::super::check;
use super::relations::account;
use crate::generated::operations::*;
use crate::generated::*;
use crate::state::*;
use crate::test_data::{P256, P256_KEY, SSH_KEY};
use crate::testing::{ACCOUNT, Fixture, START};

const OTHER: AccountId = AccountId::from_number(210_987_654_321).unwrap();
const JOB: &str = "0e4f66aa-4f66-11ed-aefa-bfd6aeaaaaaa";
const SAML: &str = include_str!("../../../../../sdk-tests/terraform/credentials/metadata.xml");
const BOB: &str = "bob";

/// Calls operations that succeed.
macro_rules! call {
    ($fixture:ident: $($operation:ident($request:expr);)*) => {
        $($fixture.call::<$operation>($request).unwrap();)*
    };
}

/// An account with a row in every collection.
fn everything() -> View {
    let mut fixture = account();
    of_the_account(&mut fixture);
    of_bob(&mut fixture);
    let mut state = Transaction::begin(&fixture.view);
    let now = Timestamp::from_seconds(START);
    let bobs_id = state.get(&USERS, ACCOUNT, BOB).unwrap().id.to_string();
    let access = LastAccess { at: now, region: "us-east-1".into() };
    last_access::note(&mut state, ACCOUNT, &bobs_id, "iam", Some("GetUser"), &access);
    state.insert(&ORGANIZATION_FEATURES, ACCOUNT, (), OrganizationFeatures::default());
    let report = OrganizationReport { granted: "s3".into(), accounts: Vec::new(), created: now, made: None };
    access_report::ask(&mut state, ACCOUNT, JOB, report);
    state.finish().unwrap().0
}

/// What an account has beside its identities.
fn of_the_account(fixture: &mut Fixture) {
    call! { fixture:
        CreateAccountAlias(CreateAccountAliasRequest { account_alias: "an-alias".into() });
        PutAccountProperties(PutAccountPropertiesRequest {
            properties: [("RoleManager/Enabled".to_owned(), "true".to_owned())].into(),
        });
        UpdateAccountPasswordPolicy(Default::default());
        EnableOutboundWebIdentityFederation(());
        SetSecurityTokenServicePreferences(SetSecurityTokenServicePreferencesRequest {
            global_endpoint_token_version: GlobalEndpointTokenVersion::V2Token,
        });
        CreateVirtualMFADevice(CreateVirtualMFADeviceRequest {
            virtual_mfa_device_name: "phone".into(),
            ..Default::default()
        });
        CreateSAMLProvider(CreateSAMLProviderRequest {
            name: "corp".into(),
            saml_metadata_document: SAML.into(),
            ..Default::default()
        });
        UploadServerCertificate(UploadServerCertificateRequest {
            server_certificate_name: "web".into(),
            certificate_body: P256.into(),
            private_key: P256_KEY.into(),
            ..Default::default()
        });
        CreateServiceLinkedRole(CreateServiceLinkedRoleRequest {
            aws_service_name: "ecs.amazonaws.com".into(),
            ..Default::default()
        });
        DeleteServiceLinkedRole(DeleteServiceLinkedRoleRequest { role_name: "AWSServiceRoleForECS".into() });
        CreateDelegationRequest(CreateDelegationRequestRequest {
            description: "Sets things up.".into(),
            permissions: DelegationPermission {
                policy_template_arn: Some(format!("arn:aws:iam::{ACCOUNT}:policy/own")),
                parameters: None,
            },
            requestor_workflow_id: "workflow".into(),
            notification_channel: format!("arn:aws:sns:us-east-1:{ACCOUNT}:delegations"),
            session_duration: 3600,
            ..Default::default()
        });
        GenerateServiceLastAccessedDetails(GenerateServiceLastAccessedDetailsRequest {
            arn: format!("arn:aws:iam::{ACCOUNT}:user/bob"),
            ..Default::default()
        });
    }
    fixture.call_async::<GenerateCredentialReport>(()).unwrap();
    fixture
        .call_async::<CreateOpenIDConnectProvider>(CreateOpenIDConnectProviderRequest {
            url: "https://idp.example.com".into(),
            client_id_list: Some(vec!["app".into()]),
            ..Default::default()
        })
        .unwrap();
}

/// What a user signs in and proves itself with.
fn of_bob(fixture: &mut Fixture) {
    let bob = || Some(BOB.to_owned());
    call! { fixture:
        UploadSigningCertificate(UploadSigningCertificateRequest {
            user_name: bob(),
            certificate_body: P256.into(),
        });
        UploadSSHPublicKey(UploadSSHPublicKeyRequest {
            user_name: BOB.into(),
            ssh_public_key_body: SSH_KEY.into(),
        });
        CreateServiceSpecificCredential(CreateServiceSpecificCredentialRequest {
            user_name: BOB.into(),
            service_name: "codecommit.amazonaws.com".into(),
            ..Default::default()
        });
    }
    fixture
        .call_async::<CreateLoginProfile>(CreateLoginProfileRequest {
            user_name: bob(),
            password: Some("correct horse".into()),
            ..Default::default()
        })
        .unwrap();
}

/// A view whose rows of one collection are others.
fn with_rows(view: &View, name: &str, change: impl FnOnce(&mut Vec<Row>)) -> View {
    let slot = collections().iter().position(|one| one.service() == "iam" && one.name() == name).unwrap();
    let mut rows = Vec::new();
    view.any_table(slot).unwrap().rows(&mut |row| rows.push(row)).unwrap();
    change(&mut rows);
    let mut table = collections()[slot].empty_table();
    for row in rows {
        std::sync::Arc::get_mut(&mut table).unwrap().load(row.account, &row.key, &row.value).unwrap();
    }
    let mut changed = view.clone();
    changed.replace_table(slot, table);
    changed
}

/// Collections whose rows are as right in another account: they name nothing that is of an account.
const ALONE: [&str; 13] = [
    "account_aliases",
    "account_properties",
    "credential_reports",
    "delegation_requests",
    "deletion_tasks",
    "mfa_devices",
    "oidc_providers",
    "organization_features",
    "outbound_issuers",
    "password_policies",
    "saml_providers",
    "server_certificates",
    "token_versions",
];

/// Those of them that no two accounts may have.
const UNIQUE: [&str; 3] = ["account_aliases", "delegation_requests", "outbound_issuers"];

#[test]
fn a_row_in_the_wrong_account_is_noticed_unless_it_stands_for_itself() {
    let view = everything();
    assert_eq!(check(&view), Ok(()));
    for collection in collections().iter().filter(|collection| collection.service() == "iam") {
        let name = collection.name();
        let mut rows = 0;
        let moved = with_rows(&view, name, |all| {
            rows = all.len();
            if let Some(row) = all.first_mut() {
                row.account = OTHER;
            }
        });
        assert!(rows > 0, "the sample has no row of {name}");
        assert_eq!(check(&moved).is_ok(), ALONE.contains(&name), "{name}: {:?}", check(&moved));
        let copied = with_rows(&view, name, |all| {
            let copies: Vec<Row> = all.iter().map(|row| Row { account: OTHER, ..row.clone() }).collect();
            all.extend(copies);
        });
        if ALONE.contains(&name) {
            assert_eq!(check(&copied).is_ok(), !UNIQUE.contains(&name), "{name}: {:?}", check(&copied));
        }
    }
}

#[test]
fn damaged_rows_are_refused() {
    let view = everything();
    for (collection, from, to, said) in [
        ("users", r#""name":"bob""#, r#""name":"b/b""#, "stands under the key"),
        ("users", r#""created""#, r#""path":"staff","created""#, "has the path \"staff\""),
        ("users", r#""passwords":[""#, r#""passwords":["x"#, "the login profile of the user \"bob\""),
        ("users", r#""salt":""#, r#""salt":"="#, "the login profile of the user \"bob\""),
        ("users", "BEGIN CERTIFICATE", "BEGIN SOMETHING", "the signing certificate"),
        ("users", r#""material":"AAAA"#, r#""material":"BAAA"#, "the SSH public key"),
        ("users", "codecommit.amazonaws.com", "lambda.amazonaws.com", "takes no credentials like"),
        (
            "users",
            r#""details":{"#,
            r#""details":{"tags":[{"key":"b","value":""},{"key":"a","value":""}],"#,
            "tags",
        ),
        ("roles", "sts:AssumeRole", "s3:GetObject", "the trust policy of the role \"app\""),
        ("roles", r#""max_session_duration":3600"#, r#""max_session_duration":1"#, "can last 1 seconds"),
        ("policies", r#"\"Allow\""#, r#"\"Maybe\""#, "the version 1 of the policy \"own\""),
        ("mfa_devices", r#""seed":""#, r#""seed":"1"#, "the seed of the MFA device"),
        ("oidc_providers", r#""client_ids":["app""#, r#""client_ids":["app","app""#, "there are two clients"),
        ("saml_providers", r#""entity_id":""#, r#""entity_id":"x"#, "what is known of the metadata document"),
        ("saml_providers", r#""created""#, r#""requires_encryption":true,"created""#, "the private keys of"),
        ("server_certificates", r#""expires":"2"#, r#""expires":"3"#, "is said to end at"),
        ("server_certificates", "BEGIN CERTIFICATE", "BEGIN SOMETHING", "the server certificate \"web\""),
        ("delegation_requests", r#""Unassigned""#, r#""Accepted""#, "nobody brought the delegation request"),
        ("delegation_requests", r#"\"Allow\""#, r#"\"Maybe\""#, "the policy of the delegation request"),
        ("account_aliases", "an-alias", "An Alias", "is no alias"),
        ("account_properties", "true", "yes", "there is no property of the account like"),
        ("password_policies", r#""minimum_length":6"#, r#""minimum_length":0"#, "no password policy can be"),
        ("outbound_issuers", r#""id":""#, r#""id":"x"#, "is no id of an issuer"),
    ] {
        let damaged = with_rows(&view, collection, |rows| {
            let row = rows.iter_mut().find(|row| row.value.contains(from));
            let row = row.unwrap_or_else(|| panic!("no row of {collection} has {from}"));
            row.value = row.value.replacen(from, to, 1);
        });
        let refused = check(&damaged).unwrap_err();
        assert!(refused.contains(said), "{collection}, {to}: {refused}");
    }
}

#[test]
fn keys_have_their_forms() {
    let view = everything();
    for (collection, key, said) in [
        ("deletion_tasks", "task/nothing", "is no id of a deletion task"),
        ("delegation_requests", "request", "is no id of a delegation request"),
        ("oidc_providers", "idp.example.org", "stands under the key"),
        ("last_accesses", "AIDANOBODY\tiam", "\"AIDANOBODY\", which is not there, called iam"),
        ("pending_reports", "job", "and nobody will make it"),
    ] {
        let damaged = with_rows(&view, collection, |rows| rows[0].key = key.to_owned());
        let refused = check(&damaged).unwrap_err();
        assert!(refused.contains(said), "{collection}: {refused}");
    }
}
