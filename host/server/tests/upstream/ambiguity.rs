//! What can be read in two ways reaches no upstream.

use crate::Place;
use crate::client::{Head, digest};

#[tokio::test]
async fn what_can_be_read_in_two_ways_is_refused() {
    let mut place = Place::new().await;
    let put = |path| Head::new("PUT", path);
    let get = |path| Head::new("GET", path);
    for (code, head) in [
        ("InvalidURI", get("/bucket/%2e%2e/other/key")),
        ("InvalidURI", get("/bucket%2Fkey/secret")),
        ("MethodNotAllowed", get("//bucket/key")),
        ("MethodNotAllowed", get("/bucket")),
        ("InvalidArgument", get("/bucket/key").query("acl&acl")),
        ("NotImplemented", get("/bucket/key").query("acl&partNumber=1")),
        ("NotImplemented", get("/bucket/key").query("policy")),
        ("NotImplemented", get("/bucket/key").query("torrents")),
        ("NotImplemented", put("/bucket/key").query("uploadId=1")),
        ("InvalidArgument", get("/bucket/key").header("x-amz-copy-source", "/a/b")),
        (
            "InvalidArgument",
            put("/bucket/key").query("partNumber=1&uploadId=1").header("x-amz-copy-source", "/a/b"),
        ),
        ("InvalidArgument", put("/bucket/key").query("x-amz-acl=private")),
        (
            "InvalidRequest",
            put("/bucket/key").header("x-amz-acl", "private").header("connection", "x-amz-acl"),
        ),
        ("InvalidRequest", get("/bucket/key").header("x-amz-target", "secretsmanager.GetSecretValue")),
        ("InvalidArgument", put("/bucket/key").query("x-amz-acl=private").header("x-amz-acl", "public-read")),
    ] {
        let target = format!("{} {}?{}", head.method, head.path, head.query);
        let mut client = place.connect().await;
        client.send(head.header("content-length", "0").signed().0.as_bytes()).await;
        let answer = client.answer().await;
        assert_eq!(answer.code(), code, "{target}: {answer:?}");
        assert!((400..502).contains(&answer.status), "{answer:?}");
    }
    assert!(place.upstream.has_seen_nothing());
}

#[tokio::test]
async fn urls_that_are_signed_in_version_2_are_refused_as_storage_does() {
    let mut place = Place::new().await;
    let url =
        Head::new("GET", "/bucket/key").query("AWSAccessKeyId=test&Expires=4102444800&Signature=c2lnbmVk");
    let mut client = place.connect().await;
    client.send(url.unsigned().as_bytes()).await;
    let answer = client.answer().await;
    assert_eq!((answer.status, answer.code()), (400, "InvalidRequest"));
    assert!(answer.body.contains("Please use AWS4-HMAC-SHA256."), "{answer:?}");
    assert!(place.upstream.has_seen_nothing());
}

#[tokio::test]
async fn documents_that_can_be_read_in_two_ways_are_refused() {
    let mut place = Place::new().await;
    let delete = |body: &str| {
        (Head::new("POST", "/bucket").query("delete").payload(digest(body.as_bytes())), body.to_owned())
    };
    let mut client = place.connect().await;
    let (head, body) = delete("<Delete><Object><Key>a</Key></Object><Object><Key>b</Key></Object></Delete>");
    assert_eq!(client.exchange(head, body.as_bytes()).await.status, 200);
    assert!(place.upstream.seen().await.body.unwrap() == body);
    for wrong in [
        "<Delete><Object><Key>a</Key><Key>b</Key></Object></Delete>",
        "<Delete><Object><Key>a<!-- b --></Key></Object></Delete>",
        "{}",
    ] {
        let (head, body) = delete(wrong);
        let answer = client.exchange(head, body.as_bytes()).await;
        assert_eq!((answer.status, answer.code()), (400, "MalformedXML"), "{wrong}");
    }
    let head = Head::new("GET", "/bucket/key").payload(digest(b"<a/>"));
    let answer = client.exchange(head, b"<a/>").await;
    assert_eq!((answer.status, answer.code()), (400, "InvalidRequest"));
    let answer = client.exchange(Head::new("POST", "/bucket").query("delete"), b"").await;
    assert_eq!((answer.status, answer.code()), (400, "InvalidRequest"));
    assert!(place.upstream.has_seen_nothing());
}
