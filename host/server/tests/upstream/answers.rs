//! Answers pass through as they are.

use awsim_server::config::EnforcementMode;
use serde_json::json;

use crate::Place;
use crate::client::Head;
use crate::storage::UNKNOWABLE;

#[tokio::test]
async fn answers_pass_through_as_they_are() {
    let place = Place::new().await;
    let mut client = place.connect().await;

    client.send(Head::new("HEAD", "/bucket/key").signed().0.as_bytes()).await;
    let answer = client.answer_without_body().await;
    assert_eq!((answer.status, answer.header("content-length")), (200, Some("123456789")));
    assert_eq!(answer.header("x-amz-version-id"), Some("v1"));

    let head = Head::new("GET", "/bucket/key").header("if-none-match", "\"tag\"");
    client.send(head.signed().0.as_bytes()).await;
    let answer = client.answer_without_body().await;
    assert_eq!((answer.status, answer.header("etag")), (304, Some("\"tag\"")));

    let answer = client.exchange(Head::new("GET", "/bucket/key").header("range", "bytes=2-4"), b"").await;
    assert_eq!((answer.status, answer.body.as_str()), (206, "234"));
    assert_eq!(answer.header("content-range"), Some("bytes 2-4/10"));
    assert_eq!(answer.header("content-length"), Some("3"));
}

#[tokio::test]
async fn an_upstream_that_answers_before_it_has_read_is_heard() {
    let mut place = Place::new().await;
    let mut client = place.connect().await;
    let head = Head::new("PUT", "/bucket/unread").payload("UNSIGNED-PAYLOAD");
    client.send(head.header("content-length", "100000").signed().0.as_bytes()).await;
    client.send(&[7; 10_000]).await;
    let answer = client.answer().await;
    assert_eq!(answer.status, 200, "{answer:?}");
    assert_eq!(place.upstream.seen().await.method, "PUT");
}

#[tokio::test]
async fn what_cannot_be_decided_is_refused_only_where_decisions_are_enforced() {
    for (mode, expected) in
        [(EnforcementMode::Off, 206), (EnforcementMode::Audit, 206), (EnforcementMode::On, 503)]
    {
        let place = Place::with(json!({}), |config| config.iam_enforce = mode).await;
        let head = Head::new("GET", "/unknowable/key").header("range", "bytes=2-4");
        assert!(head.path.contains(UNKNOWABLE));
        let answer = place.connect().await.exchange(head, b"").await;
        assert_eq!(answer.status, expected, "{mode:?}: {answer:?}");
    }
}
