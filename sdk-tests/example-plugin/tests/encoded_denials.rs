//! A service whose denials carry an encoded authorization message: the example plugin behind another that says so.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on is to end")]

mod wire;

use std::sync::Arc;

use awsim_example_notes::{Notes, Settings};
use awsim_iam as _;
use awsim_plugin::handler::BoundOperation;
use awsim_plugin::operation::{ProtocolName, ServiceModel};
use awsim_plugin::register_service;
use awsim_plugin::service::{Configure, ServicePlugin};
use awsim_plugin::shape::ViolationStyle;
use awsim_server::config::{Config, EnforcementMode};
use awsim_server::server::Server;
use awsim_sts as _;
use wire::call;

static MODEL: ServiceModel = ServiceModel {
    signing_name: "secret-notes",
    endpoint_prefix: "secret-notes",
    full_name: "Secret Notes",
    service_id: "Secret Notes",
    api_version: "2026-01-01",
    protocol: ProtocolName::Json11,
    xml_namespace: "",
    target_prefix: "Notes",
    error_message: "message",
    global: false,
    violations: ViolationStyle { quotes_values: true },
};

/// Notes that nobody may read, and that say why in a way that not everybody can read.
struct SecretNotes(Arc<Notes>);

impl Configure for SecretNotes {
    type Settings = Settings;

    fn configure(settings: Settings) -> Self {
        Self(Arc::new(Notes::configure(settings)))
    }
}

impl ServicePlugin for SecretNotes {
    fn model(&self) -> &'static ServiceModel {
        &MODEL
    }

    fn operations(self: Arc<Self>) -> Vec<BoundOperation> {
        Arc::clone(&self.0).operations()
    }

    fn encodes_denials(&self) -> bool {
        true
    }
}

register_service!("secret-notes", SecretNotes);

fn form(server: &Server, key: &str, service: &str, body: &str) -> String {
    call(server, key, service, "content-type: application/x-www-form-urlencoded\r\n", body)
}

/// What stands between two texts.
fn between<'t>(text: &'t str, before: &str, after: &str) -> &'t str {
    let rest = text.split_once(before).unwrap().1;
    rest.split_once(after).unwrap().0
}

#[tokio::test(flavor = "multi_thread")]
async fn a_denial_carries_a_message_that_can_be_decoded() {
    let mut config = Config::ephemeral();
    config.iam_enforce = EnforcementMode::On;
    config.verify_sigv4 = awsim_server::config::SignatureMode::Off;
    config.services.get_mut("notes").unwrap().enabled = false;
    let server = Server::start(config).await.unwrap();

    let root = server.core().config.root.access_key_id.clone();
    let made = form(&server, &root, "iam", "Action=CreateUser&Version=2010-05-08&UserName=ann");
    assert!(made.starts_with("HTTP/1.1 200"), "{made}");
    let key = form(&server, &root, "iam", "Action=CreateAccessKey&Version=2010-05-08&UserName=ann");
    let key = between(&key, "<AccessKeyId>", "</AccessKeyId>");

    let headers = "content-type: application/x-amz-json-1.1\r\nx-amz-target: Notes.GetNote\r\n";
    let denied = call(&server, key, "secret-notes", headers, r#"{"Title":"milk"}"#);
    assert!(denied.starts_with("HTTP/1.1 400") && denied.contains("AccessDeniedException"), "{denied}");
    let reason = "because no identity-based policy allows the notes:GetNote action";
    let message = between(&denied, &format!("{reason}. Encoded authorization failure message: "), "\"");

    let decode = format!("Action=DecodeAuthorizationMessage&Version=2011-06-15&EncodedMessage={message}");
    let refused = form(&server, key, "sts", &decode);
    assert!(refused.starts_with("HTTP/1.1 403") && !refused.contains("Encoded"), "{refused}");
    let decoded = form(&server, &root, "sts", &decode).replace("&quot;", "\"");
    let decoded = between(&decoded, "<DecodedMessage>", "</DecodedMessage>");
    let decoded: serde_json::Value = serde_json::from_str(decoded).unwrap();
    assert_eq!(decoded["context"]["action"], "notes:GetNote");
    assert_eq!(decoded["context"]["resource"], "arn:aws:notes:us-east-1:000000000000:note/milk");
    assert_eq!(decoded["context"]["principal"]["arn"], "arn:aws:iam::000000000000:user/ann");
    server.shutdown().await;
}
