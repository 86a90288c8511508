//! Bodies in signed chunks.

use serde_json::json;

use crate::Place;
use crate::client::{Chain, Connection, Head};
use crate::elsewhere::Seen;

const TRAILER: &str = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER";
const CHECKSUM: &str = "x-amz-checksum-crc32";

/// All but the last are as large as Amazon S3 wants them.
const PIECES: [&[u8]; 3] = [&[3; 10_000], &[7; 100_000], b"the last"];

fn head() -> Head {
    let length: usize = PIECES.iter().map(|piece| piece.len()).sum();
    Head::new("PUT", "/bucket/key")
        .payload(TRAILER)
        .header("x-amz-decoded-content-length", length.to_string())
        .header("x-amz-trailer", CHECKSUM)
        .header("content-encoding", "aws-chunked")
}

/// The body in chunks.
fn framed(chain: Chain) -> Vec<u8> {
    let mut body = Vec::new();
    let chain = PIECES.iter().fold(chain, |chain, piece| chain.chunk(piece, &mut body));
    chain.end(CHECKSUM, "AAAAAA==", &mut body);
    body
}

/// Sends a body in chunks, changed by `change`.
async fn send(client: &mut Connection, change: impl Fn(&mut Vec<u8>)) -> Vec<u8> {
    // What the chunks weigh depends on their number and lengths alone.
    let length = framed(head().signed().1).len();
    let (text, chain) = head().header("content-length", length.to_string()).signed();
    let mut body = framed(chain);
    change(&mut body);
    client.send(&[text.as_bytes(), &body].concat()).await;
    body
}

fn payload(seen: &Seen) -> &[u8] {
    seen.body.as_ref().unwrap()
}

#[tokio::test]
async fn chunks_pass_through_as_they_are() {
    let mut place = Place::new().await;
    let mut client = place.connect().await;
    let body = send(&mut client, |_| {}).await;
    let answer = client.answer().await;
    assert_eq!(answer.status, 200, "{answer:?}");
    let seen = place.upstream.seen().await;
    assert!(payload(&seen) == body);
    assert_eq!(seen.header("content-encoding"), Some("aws-chunked"));
    assert_eq!(seen.header("x-amz-content-sha256"), Some(TRAILER));
}

/// The content in chunks that are not signed, with the checksum behind it.
fn unsigned() -> Vec<u8> {
    let content = PIECES.concat();
    let mut body = format!("{:x}\r\n", content.len()).into_bytes();
    body.extend_from_slice(&content);
    body.extend_from_slice(format!("\r\n0\r\n{CHECKSUM}:AAAAAA==\r\n\r\n").as_bytes());
    body
}

#[tokio::test]
async fn whoever_signs_anew_passes_on_what_follows_the_chunks() {
    for signing in ["own", "none"] {
        let settings = json!({"signing": signing, "access_key_id": "AKIDUPSTREAM"});
        let mut place = Place::with(settings, |_| {}).await;
        let mut client = place.connect().await;
        send(&mut client, |_| {}).await;
        let answer = client.answer().await;
        assert_eq!(answer.status, 200, "{answer:?}");
        let seen = place.upstream.seen().await;
        assert!(payload(&seen) == unsigned());
        let decoded = PIECES.concat().len().to_string();
        for (name, value) in [
            ("content-length", &*unsigned().len().to_string()),
            ("x-amz-decoded-content-length", &*decoded),
            ("x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER"),
            ("content-encoding", "aws-chunked"),
            ("x-amz-trailer", CHECKSUM),
        ] {
            assert_eq!(seen.header(name), Some(value), "{name}");
        }
        let authorization = seen.header("authorization");
        match signing {
            "own" => assert!(authorization.unwrap().contains("Credential=AKIDUPSTREAM/")),
            _ => assert_eq!(authorization, None),
        }
    }
}

#[tokio::test]
async fn whoever_signs_anew_sends_what_chunks_carry_that_nothing_follows() {
    for signing in ["own", "none"] {
        let mut place = Place::with(json!({"signing": signing}), |_| {}).await;
        let mut client = place.connect().await;
        let head = |length: usize| {
            let decoded: usize = PIECES.iter().map(|piece| piece.len()).sum();
            Head::new("PUT", "/bucket/key")
                .payload("STREAMING-AWS4-HMAC-SHA256-PAYLOAD")
                .header("x-amz-decoded-content-length", decoded.to_string())
                .header("content-encoding", "aws-chunked,gzip")
                .header("content-length", length.to_string())
                .signed()
        };
        let framed = |chain: Chain| {
            let mut body = Vec::new();
            PIECES.iter().fold(chain, |chain, piece| chain.chunk(piece, &mut body)).close(&mut body);
            body
        };
        let length = framed(head(0).1).len();
        let (text, chain) = head(length);
        client.send(&[text.as_bytes(), &framed(chain)].concat()).await;
        assert_eq!(client.answer().await.status, 200);
        let seen = place.upstream.seen().await;
        assert!(payload(&seen) == PIECES.concat());
        assert_eq!(seen.header("content-length"), Some(PIECES.concat().len().to_string().as_str()));
        assert_eq!(seen.header("content-encoding"), Some("gzip"));
        for name in ["x-amz-trailer", "x-amz-decoded-content-length"] {
            assert_eq!(seen.header(name), None, "{name}");
        }
    }
}

#[tokio::test]
async fn a_checksum_that_is_none_ends_the_request() {
    let place = Place::with(json!({"signing": "own"}), |_| {}).await;
    let mut client = place.connect().await;
    let framed = |chain: Chain| {
        let mut body = Vec::new();
        chain.chunk(b"hello", &mut body).end(CHECKSUM, "AAAA", &mut body);
        body
    };
    let head = |length: usize| {
        Head::new("PUT", "/bucket/key")
            .payload(TRAILER)
            .header("x-amz-decoded-content-length", "5")
            .header("x-amz-trailer", CHECKSUM)
            .header("content-length", length.to_string())
            .signed()
    };
    let length = framed(head(0).1).len();
    let (text, chain) = head(length);
    client.send(&[text.as_bytes(), &framed(chain)].concat()).await;
    let answer = client.answer().await;
    assert_eq!((answer.status, answer.code()), (400, "MalformedTrailerError"));
}

#[tokio::test]
async fn a_chunk_whose_signature_does_not_hold_ends_the_request() {
    for signing in ["same", "own"] {
        let mut place = Place::with(json!({"signing": signing}), |_| {}).await;
        let changes: [fn(&mut Vec<u8>); 3] = [
            // A byte of the first chunk, one of the second, and one of the value after the last.
            |body| body[5000] ^= 1,
            |body| body[50_000] ^= 1,
            |body| {
                let at = body.windows(5).position(|part| part == b"AAAAA").unwrap();
                body[at] = b'B';
            },
        ];
        for change in changes {
            let mut client = place.connect().await;
            send(&mut client, change).await;
            let answer = client.answer().await;
            assert_eq!((answer.status, answer.code()), (403, "SignatureDoesNotMatch"));
        }
        // Of those the upstream has seen less than the whole, if anything: the first whole one is one without fault.
        let mut client = place.connect().await;
        let sound = send(&mut client, |_| {}).await;
        assert_eq!(client.answer().await.status, 200);
        let whole = loop {
            if let Ok(body) = place.upstream.seen().await.body {
                break body;
            }
        };
        assert!(whole == if signing == "same" { sound } else { unsigned() });
    }
}
