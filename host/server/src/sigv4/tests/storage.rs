//! Amazon S3, which signs paths and bodies in its own way.

use super::*;

/// Worked example "GET Object" with a range, "Signature Calculations for the Authorization Header", Amazon S3 API
/// reference.
fn get_object() -> Incoming {
    incoming(
        "GET",
        "/test.txt",
        &[
            ("host", "examplebucket.s3.amazonaws.com"),
            ("range", "bytes=0-9"),
            ("x-amz-content-sha256", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("x-amz-date", "20130524T000000Z"),
            (
                "authorization",
                "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,\
                 SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,\
                 Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
            ),
        ],
        "",
    )
}

/// Worked example "Authenticating Requests: Using Query Parameters" of the same reference.
fn presigned() -> Incoming {
    incoming(
        "GET",
        "/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2F\
         aws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=\
         aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404",
        &[("host", "examplebucket.s3.amazonaws.com")],
        "",
    )
}

const STORAGE_SECRET: &str = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

fn check(incoming: &Incoming, now: &str) -> Result<(), SignatureError> {
    verify(incoming, STORAGE_SECRET, at(now))
}

#[test]
fn the_worked_examples_verify() {
    assert_eq!(check(&get_object(), "2013-05-24T00:00:00Z"), Ok(()));
    assert_eq!(check(&presigned(), "2013-05-24T00:00:00Z"), Ok(()));
}

#[test]
fn a_hash_that_was_signed_is_that_of_the_body() {
    let other = Incoming { body: "other".into(), ..get_object() };
    assert_eq!(check(&other, "2013-05-24T00:00:00Z"), Err(SignatureError::ContentDiffers));
    let lacking = without(get_object(), "x-amz-content-sha256");
    assert!(matches!(check(&lacking, "2013-05-24T00:00:00Z"), Err(SignatureError::Payload(_))));
    for wrong in ["", "nonsense", "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD"] {
        let wrong = with(get_object(), "x-amz-content-sha256", wrong);
        assert!(matches!(check(&wrong, "2013-05-24T00:00:00Z"), Err(SignatureError::Payload(_))));
    }
}

#[test]
fn nothing_is_added_to_what_was_signed() {
    for signed in [get_object(), presigned()] {
        for name in ["x-amz-copy-source", "x-amz-acl", "x-amz-meta-a"] {
            let added = with(signed.clone(), name, "private");
            let refused = Err(SignatureError::HeadersNotSigned(name.to_owned()));
            assert_eq!(check(&added, "2013-05-24T00:00:00Z"), refused);
        }
        for name in ["x-forwarded-for", "x-amz-security-token"] {
            assert_eq!(check(&with(signed.clone(), name, "any"), "2013-05-24T00:00:00Z"), Ok(()), "{name}");
        }
    }
    // What is covered without being named does not change either.
    let added = with(presigned(), "x-amz-content-sha256", &payload_hash(b""));
    assert!(matches!(check(&added, "2013-05-24T00:00:00Z"), Err(SignatureError::DoesNotMatch(_))));
}

#[test]
fn presigned_urls_hold_as_long_as_they_say() {
    assert_eq!(check(&presigned(), "2013-05-25T00:00:00Z"), Ok(()));
    assert_eq!(check(&presigned(), "2013-05-25T00:00:01Z"), Err(SignatureError::Expired));
    for expires in ["", "X-Amz-Expires=soon&", "X-Amz-Expires=-1&", "X-Amz-Expires=604801&"] {
        let target = presigned().uri.to_string().replace("X-Amz-Expires=86400&", expires);
        let wrong = Incoming { uri: target.parse().unwrap(), ..presigned() };
        let error = check(&wrong, "2013-05-24T00:00:00Z").unwrap_err();
        assert!(matches!(error, SignatureError::Incomplete(_)), "{expires}: {error:?}");
    }
}
