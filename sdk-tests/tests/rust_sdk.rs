//! The Rust SDK.

use aws_credential_types::Credentials;
use aws_sdk_iam::error::ProvideErrorMetadata;
use aws_sdk_iam::types::Tag;
use aws_smithy_http_client::Builder;
use awsim_sdk_tests::process::Awsim;

const TRUST: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}"#;

fn root() -> Credentials {
    Credentials::new("test", "test", None, None, "test")
}

fn iam(awsim: &Awsim, credentials: Credentials) -> aws_sdk_iam::Client {
    let config = aws_sdk_iam::Config::builder()
        .endpoint_url(awsim.endpoint())
        .region(aws_sdk_iam::config::Region::new("us-east-1"))
        .credentials_provider(credentials)
        .http_client(Builder::new().build_http())
        .build();
    aws_sdk_iam::Client::from_conf(config)
}

fn sts(awsim: &Awsim, credentials: Credentials) -> aws_sdk_sts::Client {
    let config = aws_sdk_sts::Config::builder()
        .endpoint_url(awsim.endpoint())
        .region(aws_sdk_sts::config::Region::new("us-east-1"))
        .credentials_provider(credentials)
        .http_client(Builder::new().build_http())
        .build();
    aws_sdk_sts::Client::from_conf(config)
}

#[tokio::test]
async fn users_and_their_keys() {
    let awsim = Awsim::start();
    let client = iam(&awsim, root());
    let tag = Tag::builder().key("team").value("R+D: 1/2").build().unwrap();
    let created =
        client.create_user().user_name("alice").path("/people/").tags(tag.clone()).send().await.unwrap();
    let user = created.user.unwrap();
    assert_eq!(user.arn, "arn:aws:iam::000000000000:user/people/alice");
    assert!(user.user_id.starts_with("AIDA"), "{}", user.user_id);
    assert_eq!(user.tags(), [tag]);

    let again = client.create_user().user_name("ALICE").send().await.unwrap_err().into_service_error();
    assert!(again.is_entity_already_exists_exception(), "{again:?}");
    assert_eq!(again.code(), Some("EntityAlreadyExists"));

    let key = client.create_access_key().user_name("alice").send().await.unwrap().access_key.unwrap();
    let as_alice = Credentials::new(key.access_key_id, key.secret_access_key, None, None, "test");
    let identity = sts(&awsim, as_alice.clone()).get_caller_identity().send().await.unwrap();
    assert_eq!(identity.arn.as_deref(), Some(user.arn.as_str()));
    assert_eq!(identity.user_id.as_deref(), Some(user.user_id.as_str()));
    let own = iam(&awsim, as_alice).get_user().send().await.unwrap().user.unwrap();
    assert_eq!(own.user_name, "alice");

    let conflict = client.delete_user().user_name("alice").send().await.unwrap_err().into_service_error();
    assert!(conflict.is_delete_conflict_exception(), "{conflict:?}");
}

#[tokio::test]
async fn roles_and_their_sessions() {
    let awsim = Awsim::start();
    let client = iam(&awsim, root());
    let role = client
        .create_role()
        .role_name("deploy")
        .assume_role_policy_document(TRUST)
        .send()
        .await
        .unwrap()
        .role
        .unwrap();
    let assumed = sts(&awsim, root())
        .assume_role()
        .role_arn(&role.arn)
        .role_session_name("run-1")
        .send()
        .await
        .unwrap();
    let credentials = assumed.credentials.unwrap();
    let session = Credentials::new(
        credentials.access_key_id,
        credentials.secret_access_key,
        Some(credentials.session_token),
        None,
        "test",
    );
    let identity = sts(&awsim, session).get_caller_identity().send().await.unwrap();
    assert_eq!(identity.arn.as_deref(), Some("arn:aws:sts::000000000000:assumed-role/deploy/run-1"));
    assert_eq!(identity.user_id, Some(format!("{}:run-1", role.role_id)));
}

#[tokio::test]
async fn pages_of_aws_managed_policies() {
    let awsim = Awsim::start();
    let client = iam(&awsim, root());
    let mut pages = client.list_policies().scope("AWS".into()).max_items(500).into_paginator().send();
    let mut names = std::collections::BTreeSet::new();
    while let Some(page) = pages.next().await {
        names.extend(page.unwrap().policies().iter().filter_map(|policy| policy.arn.clone()));
    }
    assert!(names.len() > 1000, "{}", names.len());
    assert!(names.contains("arn:aws:iam::aws:policy/AdministratorAccess"));
}

#[tokio::test]
async fn violated_constraints_are_told_in_aws_words() {
    let awsim = Awsim::start();
    let error =
        iam(&awsim, root()).get_role().role_name("no spaces").send().await.unwrap_err().into_service_error();
    assert_eq!(error.code(), Some("ValidationError"));
    assert_eq!(
        error.message(),
        Some(
            "1 validation error detected: Value at 'roleName' failed to satisfy constraint: Member must satisfy \
             regular expression pattern: [\\w+=,.@-]+"
        )
    );
}
