//! The example plugin, served by a real host and called over the wire.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on is to end")]

mod wire;

use awsim_example_notes as _;
use awsim_server::config::Config;
use awsim_server::server::Server;

fn call(server: &Server, operation: &str, body: &str) -> String {
    let headers = format!("content-type: application/x-amz-json-1.1\r\nx-amz-target: Notes.{operation}\r\n");
    wire::call(server, "test", "notes", &headers, body)
}

#[tokio::test(flavor = "multi_thread")]
async fn notes_are_kept_and_returned() {
    let server = Server::start(Config::ephemeral()).await.unwrap();
    let kept = call(&server, "PutNote", r#"{"Title":"milk","Text":"two bottles"}"#);
    assert!(kept.starts_with("HTTP/1.1 200"), "{kept}");
    let note = call(&server, "GetNote", r#"{"Title":"milk"}"#);
    assert!(note.ends_with(r#"{"Title":"milk","Text":"two bottles"}"#), "{note}");
    let missing = call(&server, "GetNote", r#"{"Title":"bread"}"#);
    assert!(missing.starts_with("HTTP/1.1 404") && missing.contains("NoteNotFoundException"), "{missing}");
    let invalid = call(&server, "PutNote", r#"{"Title":""}"#);
    assert!(invalid.contains("2 validation errors detected"), "{invalid}");
    server.shutdown().await;
}
