//! Where requests are for: host names, and unsigned requests.

use serde_json::json;

use crate::Place;
use crate::client::{EMPTY, Head};
use crate::elsewhere::{Elsewhere, certificate};

#[tokio::test]
async fn what_a_host_name_says_is_sent_in_the_path() {
    let mut place = Place::new().await;
    for (host, path, query, target) in [
        ("127.0.0.1", "/bucket/key", "", "/bucket/key"),
        ("bucket.localhost", "/key/%2541", "", "/bucket/key/%2541"),
        ("bucket.localhost:4566", "//key", "partNumber=1", "/bucket//key?partNumber=1"),
        ("a.bucket.s3.us-east-1.amazonaws.com", "/key", "acl", "/a.bucket/key?acl"),
    ] {
        let mut client = place.connect().await;
        let answer = client.exchange(Head::new("GET", path).query(query).host(host), b"").await;
        assert_eq!(answer.status, 200, "{host}: {answer:?}");
        assert_eq!(place.upstream.seen().await.target, target);
    }
}

#[tokio::test]
async fn no_host_name_is_passed_on() {
    let mut place = Place::new().await;
    let own = place.upstream.authority();
    for host in
        ["localhost", "127.0.0.1:4566", "bucket.localhost", "s3-bucket.localhost", "bucket.example.com"]
    {
        let mut client = place.connect().await;
        client.exchange(Head::new("GET", "/bucket/key").host(host), b"").await;
        assert_eq!(place.upstream.seen().await.header("host"), Some(own.as_str()), "{host}");
    }
}

#[tokio::test]
async fn unsigned_requests_are_those_of_anybody() {
    let place = Place::new().await;
    let mut client = place.connect().await;
    for (host, path) in
        [("bucket.localhost", "/key"), ("s3.localhost", "/bucket/key"), ("127.0.0.1", "/bucket/key")]
    {
        client.send(Head::new("GET", path).host(host).unsigned().as_bytes()).await;
        let answer = client.answer().await;
        assert_eq!((answer.status, answer.code()), (403, "AccessDenied"), "{host}");
        assert_eq!(answer.header("content-type"), Some("application/xml"));
        assert_eq!(answer.header("x-amz-request-id"), answer.header("x-amzn-requestid"));
        assert!(answer.header("x-amz-id-2").is_some() && answer.body.starts_with("<?xml"), "{answer:?}");
    }
}

#[tokio::test]
async fn whoever_signs_anew_takes_off_what_a_presigned_url_was_signed_with() {
    let settings = json!({"signing": "own", "access_key_id": "AKIDUPSTREAM"});
    let off = |config: &mut awsim_server::config::Config| {
        config.verify_sigv4 = awsim_server::config::SignatureMode::Off;
    };
    let mut place = Place::with(settings, off).await;
    let mut client = place.connect().await;
    let query = "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=test%2F20260421%2Fus-east-1%2Fs3%2Faws4_request\
                 &X-Amz-Date=20260421T000000Z&X-Amz-Expires=60&partNumber=2&X-Amz-SignedHeaders=host&X-Amz-Signature=00";
    client.send(Head::new("GET", "/bucket/key").query(query).unsigned().as_bytes()).await;
    let answer = client.answer().await;
    assert_eq!(answer.status, 200, "{answer:?}");
    let seen = place.upstream.seen().await;
    assert_eq!(seen.target, "/bucket/key?partNumber=2");
    assert!(seen.header("authorization").unwrap().contains("Credential=AKIDUPSTREAM/"));
    assert_eq!(seen.header("x-amz-content-sha256"), Some(EMPTY));
}

#[tokio::test]
async fn headers_in_a_presigned_url_go_on_as_headers_unless_it_goes_on_as_it_was_signed() {
    let query = "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=test%2F20260421%2Fus-east-1%2Fs3%2Faws4_request\
                 &X-Amz-Date=20260421T000000Z&X-Amz-Expires=60&X-Amz-Acl=private&x-amz-other=1\
                 &X-Amz-SignedHeaders=host&X-Amz-Signature=00";
    let as_signed = format!("/bucket/key?{query}");
    for (signing, target, acl) in
        [("none", "/bucket/key?x-amz-other=1", Some("private")), ("same", as_signed.as_str(), None)]
    {
        let off = |config: &mut awsim_server::config::Config| {
            config.verify_sigv4 = awsim_server::config::SignatureMode::Off;
        };
        let mut place = Place::with(json!({"signing": signing}), off).await;
        let mut client = place.connect().await;
        let head = Head::new("PUT", "/bucket/key").query(query).header("content-length", "0");
        client.send(head.unsigned().as_bytes()).await;
        let answer = client.answer().await;
        assert_eq!(answer.status, 200, "{answer:?}");
        let seen = place.upstream.seen().await;
        assert_eq!((seen.target.as_str(), seen.header("x-amz-acl")), (target, acl));
    }
}

#[tokio::test]
async fn an_upstream_may_speak_https() {
    let (tls, pem) = certificate();
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), pem).unwrap();
    let upstream = Elsewhere::start(Some(tls)).await;
    let settings = json!({"authorities": file.path()});
    let mut place = Place::before(upstream, settings, |_| {}).await;
    let mut client = place.connect().await;
    let answer = client.exchange(Head::new("GET", "/bucket/key"), b"").await;
    assert_eq!((answer.status, answer.body.as_str()), (200, "0123456789"));
    assert_eq!(place.upstream.seen().await.target, "/bucket/key");

    // A certificate of nobody who is trusted.
    let (tls, _) = certificate();
    let upstream = Elsewhere::start(Some(tls)).await;
    let place = Place::before(upstream, json!({"authorities": file.path()}), |_| {}).await;
    let answer = place.connect().await.exchange(Head::new("GET", "/bucket/key"), b"").await;
    assert_eq!((answer.status, answer.code()), (503, "ServiceUnavailable"));
}
