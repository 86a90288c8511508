//! Bodies that pass through, and what ends them.

use std::time::Duration;

use serde_json::json;

use crate::Place;
use crate::client::{Head, UNSIGNED, digest};

/// More than AWSim holds of any body here.
const LARGE: usize = 3 << 20;

fn body() -> Vec<u8> {
    (0..LARGE).map(|at| (at / 7) as u8).collect()
}

#[tokio::test]
async fn a_body_larger_than_the_limit_passes_through() {
    let mut place = Place::with(json!({}), |config| config.limits.body_bytes = 1024).await;
    let mut client = place.connect().await;
    let body = body();
    let head = Head::new("PUT", "/bucket/a%20key").payload(digest(&body)).header("x-amz-acl", "private");
    let head = head.header("x-moto-account-id", "111122223333").header("content-type", "text/plain");
    let answer = client.exchange(head, &body).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    assert_eq!(answer.header("etag"), Some("\"tag\""));
    let seen = place.upstream.seen().await;
    assert_eq!(seen.target, "/bucket/a%20key");
    assert_eq!(seen.body.as_ref().unwrap(), &body);
    assert_eq!(seen.header("content-length"), Some(LARGE.to_string().as_str()));
    assert_eq!(
        (seen.header("content-type"), seen.header("x-amz-acl")),
        (Some("text/plain"), Some("private"))
    );
    assert_eq!(seen.header("x-moto-account-id"), None);
    assert!(seen.header("authorization").unwrap().contains("Credential=test/"));
    // The limit is on bodies that are read as a whole.
    let answer = client.exchange(Head::new("POST", "/bucket").query("delete").payload(UNSIGNED), &body).await;
    assert_eq!(answer.status, 413, "{answer:?}");
}

#[tokio::test]
async fn a_body_that_differs_from_what_was_signed_is_not_stored() {
    let mut place = Place::new().await;
    for length in [1, 1000, LARGE] {
        let mut client = place.connect().await;
        let mut body = body();
        body.truncate(length);
        let head = Head::new("PUT", "/bucket/key").payload(digest(b"another"));
        let answer = client.exchange(head, &body).await;
        assert_eq!((answer.status, answer.code()), (400, "XAmzContentSHA256Mismatch"));
        // Of a small one, the upstream may not even have seen the beginning.
        let mut next = place.connect().await;
        assert_eq!(next.exchange(Head::new("GET", "/bucket/key"), b"").await.status, 200);
        loop {
            let seen = place.upstream.seen().await;
            if seen.method == "GET" {
                break;
            }
            assert!(seen.body.is_err(), "{length}");
        }
    }
}

#[tokio::test]
async fn a_client_that_goes_away_ends_its_request() {
    let mut place = Place::new().await;
    let mut client = place.connect().await;
    let head = Head::new("PUT", "/bucket/key").payload(UNSIGNED).header("content-length", "1000000");
    client.send(head.signed().0.as_bytes()).await;
    client.send(&[7; 1000]).await;
    place.upstream.begun().await;
    drop(client);
    assert!(place.upstream.seen().await.body.is_err());
}

#[tokio::test]
async fn a_client_that_stands_still_is_told() {
    // Long enough for a slow machine to reach the upstream meanwhile.
    let short = Duration::from_secs(1);
    let mut place = Place::with(json!({}), |config| config.limits.body_timeout = short).await;
    let mut client = place.connect().await;
    let head = Head::new("PUT", "/bucket/key").payload(UNSIGNED).header("content-length", "1000000");
    client.send(&[head.signed().0.as_bytes(), &[7; 1000]].concat()).await;
    let answer = client.answer().await;
    assert_eq!((answer.status, answer.code()), (400, "RequestTimeout"));
    assert!(place.upstream.seen().await.body.is_err());
}

#[tokio::test]
async fn an_answer_that_breaks_off_breaks_off_here() {
    let place = Place::new().await;
    let mut client = place.connect().await;
    client.send(Head::new("GET", "/bucket/broken").signed().0.as_bytes()).await;
    let head = client.head().await;
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    let rest = client.rest().await.unwrap_or_default();
    assert!(!rest.ends_with(b"0\r\n\r\n"), "{rest:?}");
}

#[tokio::test]
async fn whoever_asks_first_is_told_to_go_on() {
    let mut place = Place::new().await;
    let mut client = place.connect().await;
    let head =
        || Head::new("PUT", "/bucket/key").header("content-length", "3").header("expect", "100-continue");
    client.send(head().payload(digest(b"abc")).signed().0.as_bytes()).await;
    assert!(client.head().await.starts_with("HTTP/1.1 100"));
    client.send(b"abc").await;
    assert_eq!(client.answer().await.status, 200);
    let seen = place.upstream.seen().await;
    assert_eq!((seen.body.unwrap().as_ref(), seen.headers.contains_key("expect")), (&b"abc"[..], false));

    let mut client = place.connect().await;
    client.send(head().unsigned().as_bytes()).await;
    let answer = client.answer().await;
    assert_eq!((answer.status, answer.code()), (403, "AccessDenied"));
    assert!(place.upstream.has_seen_nothing());
}

#[tokio::test]
async fn whoever_sends_everything_first_reads_the_refusal_then() {
    let mut place = Place::new().await;
    let mut client = place.connect().await;
    let body = body();
    let head = Head::new("PUT", "/bucket/key").header("content-length", body.len().to_string());
    client.send(head.unsigned().as_bytes()).await;
    client.send(&body).await;
    let answer = client.answer().await;
    assert_eq!((answer.status, answer.code()), (403, "AccessDenied"));
    assert!(place.upstream.has_seen_nothing());
    // The connection is as good as before.
    let answer = client.exchange(Head::new("GET", "/bucket/key"), b"").await;
    assert_eq!((answer.status, answer.body.as_str()), (200, "0123456789"));
}

#[tokio::test]
async fn an_upstream_that_is_not_there_is_told_of() {
    let place = Place::with(json!({"upstream": "http://127.0.0.1:1"}), |_| {}).await;
    let mut client = place.connect().await;
    let answer = client.exchange(Head::new("PUT", "/bucket/key").payload(UNSIGNED), b"abc").await;
    assert_eq!((answer.status, answer.code()), (503, "ServiceUnavailable"));
}
