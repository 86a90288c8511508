//! The example plugin, served by a real host and called over the wire.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on is to end")]

use std::io::{Read, Write};
use std::net::TcpStream;

use awsim_example_notes as _;
use awsim_server::config::Config;
use awsim_server::server::Server;

fn call(server: &Server, operation: &str, body: &str) -> String {
    let mut stream = TcpStream::connect(server.address()).unwrap();
    write!(
        stream,
        "POST / HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-type: application/x-amz-json-1.1\r\n\
         x-amz-target: Notes.{operation}\r\nauthorization: AWS4-HMAC-SHA256 \
         Credential=test/20260421/us-east-1/notes/aws4_request, SignedHeaders=host, Signature=fake\r\n\
         content-length: {}\r\n\r\n{body}",
        body.len()
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
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
