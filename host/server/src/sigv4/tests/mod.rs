use awsim_plugin::shape::Timestamp;
use data_encoding::HEXLOWER;
use hmac::Mac;

use super::payload::Chunking;
use super::*;

mod chunks;
mod content;
mod oracle;
mod storage;
mod suite;

const SECRET: &str = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

/// The authorization header of the `ListUsers` example in "Create a signed AWS API request", IAM User Guide.
const LIST_USERS: &str = "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, \
     SignedHeaders=content-type;host;x-amz-date, \
     Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7";

fn incoming(method: &str, target: &str, headers: &[(&str, &str)], body: &str) -> Incoming {
    let mut map = http::HeaderMap::new();
    for (name, value) in headers {
        map.append(
            http::HeaderName::from_bytes(name.as_bytes()).unwrap(),
            http::HeaderValue::from_bytes(value.as_bytes()).unwrap(),
        );
    }
    Incoming {
        method: method.parse().unwrap(),
        uri: target.parse().unwrap(),
        headers: map,
        body: body.to_owned().into(),
        ..Incoming::empty()
    }
}

/// AWS's worked example: `ListUsers` on 30 August 2015.
fn list_users() -> Incoming {
    incoming(
        "GET",
        "/?Action=ListUsers&Version=2010-05-08",
        &[
            ("host", "iam.amazonaws.com"),
            ("content-type", "application/x-www-form-urlencoded; charset=utf-8"),
            ("x-amz-date", "20150830T123600Z"),
            ("authorization", LIST_USERS),
        ],
        "",
    )
}

fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).unwrap()
}

fn verify(incoming: &Incoming, secret: &str, now: Timestamp) -> Result<(), SignatureError> {
    let signature = Signature::of(incoming)?.unwrap();
    Examined::new(incoming, &signature, now)?.verify(secret, &SigningKeys::default())
}

fn refusal(incoming: &Incoming) -> SignatureError {
    verify(incoming, SECRET, at("2015-08-30T12:36:00Z")).unwrap_err()
}

fn without(mut incoming: Incoming, header: &str) -> Incoming {
    incoming.headers.remove(header);
    incoming
}

fn with(mut incoming: Incoming, header: &'static str, value: &str) -> Incoming {
    incoming.headers.insert(header, value.parse().unwrap());
    incoming
}

#[test]
fn the_worked_example_of_aws_step_by_step() {
    let incoming = list_users();
    let signature = Signature::of(&incoming).unwrap().unwrap();
    assert_eq!(signature.scope.access_key_id, "AKIDEXAMPLE");
    assert_eq!(signature.scope.region, "us-east-1");
    assert_eq!(signature.scope.service, "iam");

    let headers = canonical::signed_headers(&signature.signed_headers);
    let payload = payload::hash(&incoming.body);
    let request = canonical::request(&incoming, dialect::Dialect::COMMON, &[], &headers, &payload);
    assert_eq!(
        std::str::from_utf8(&request).unwrap(),
        "GET\n/\nAction=ListUsers&Version=2010-05-08\n\
         content-type:application/x-www-form-urlencoded; charset=utf-8\nhost:iam.amazonaws.com\n\
         x-amz-date:20150830T123600Z\n\ncontent-type;host;x-amz-date\n\
         e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    );
    assert_eq!(
        canonical::string_to_sign(&request, "20150830T123600Z", &signature),
        "AWS4-HMAC-SHA256\n20150830T123600Z\n20150830/us-east-1/iam/aws4_request\n\
         f536975d06c0309214f805bb90ccff089219ecd68b2577efef23edd43b7e1a59"
    );
    verify(&incoming, SECRET, at("2015-08-30T12:36:00Z")).unwrap();
}

/// "Examples of how to derive a signing key for Signature Version 4", AWS General Reference.
#[test]
fn the_signing_key_of_the_worked_example() {
    let scope = "AKIDEXAMPLE/20120215/us-east-1/iam/aws4_request";
    let scope = Scope::parse(Algorithm::HmacSha256, scope.into()).unwrap();
    let secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    // The key itself is inside the keyed hash, so what it makes of a message is compared.
    let mut derived = signing_key::derive(secret, &scope).unwrap();
    let key = HEXLOWER.decode(b"f4780e2d9f65fa895f9c67b32ce1baf0b0d8a43505a000a1a9e090d414db404d").unwrap();
    let mut expected = <hmac::Hmac<sha2::Sha256> as hmac::KeyInit>::new_from_slice(&key).unwrap();
    derived.update(b"message");
    expected.update(b"message");
    assert_eq!(derived.finalize().into_bytes(), expected.finalize().into_bytes());
}

#[derive(serde::Deserialize)]
struct Vector {
    name: String,
    method: String,
    target: String,
    headers: Vec<(String, String)>,
    body: String,
    secret: String,
    access_key_id: String,
    service: String,
    region: String,
    presigned: bool,
    session_token: Option<String>,
}

/// Requests signed by botocore 1.44.5 on 21 April 2026, 08:15:30.
fn vectors() -> Vec<(Vector, Incoming)> {
    let vectors: Vec<Vector> = serde_json::from_str(include_str!("vectors.json")).unwrap();
    vectors
        .into_iter()
        .map(|vector| {
            let headers: Vec<_> =
                vector.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            let incoming = incoming(&vector.method, &vector.target, &headers, &vector.body);
            (vector, incoming)
        })
        .collect()
}

fn signed_at() -> Timestamp {
    at("2026-04-21T08:15:30Z")
}

#[test]
fn what_botocore_signs_verifies() {
    let vectors = vectors();
    assert!(vectors.len() > 10);
    for (vector, incoming) in vectors {
        let name = &vector.name;
        let signature = Signature::of(&incoming).unwrap().unwrap();
        assert_eq!(signature.scope.access_key_id, vector.access_key_id, "{name}");
        assert_eq!(signature.scope.service, vector.service, "{name}");
        assert_eq!(signature.scope.region, vector.region, "{name}");
        assert_eq!(signature.place == Place::Query, vector.presigned, "{name}");
        assert_eq!(signature.session_token.as_deref(), vector.session_token.as_deref(), "{name}");
        assert_eq!(verify(&incoming, &vector.secret, signed_at()), Ok(()), "{name}");
        assert!(is_mismatch(&verify(&incoming, "another", signed_at()).unwrap_err()), "{name}");
    }
}

#[test]
fn whatever_is_altered_no_longer_verifies() {
    for (vector, incoming) in vectors() {
        let name = &vector.name;
        let refused = |altered: &Incoming| {
            let error = verify(altered, &vector.secret, signed_at()).unwrap_err();
            assert!(is_mismatch(&error), "{name}: {error}");
        };
        refused(&Incoming { body: format!("{}x", vector.body).into(), ..incoming.clone() });
        refused(&Incoming { method: "PUT".parse().unwrap(), ..incoming.clone() });
        refused(&with(incoming.clone(), "host", "elsewhere.example"));
        let longer = if vector.target.contains('?') { "&z=1" } else { "?z=1" };
        let uri = format!("{}{longer}", vector.target).parse().unwrap();
        refused(&Incoming { uri, ..incoming.clone() });
    }
}

#[test]
fn keys_are_remembered_and_never_mixed_up() {
    let keys = SigningKeys::default();
    for _ in 0..3 {
        for (vector, incoming) in vectors() {
            let signature = Signature::of(&incoming).unwrap().unwrap();
            let examined = Examined::new(&incoming, &signature, signed_at()).unwrap();
            examined.verify(&vector.secret, &keys).unwrap();
            examined.verify("another", &keys).unwrap_err();
        }
    }
}

#[test]
fn commas_and_blanks_divide_alike() {
    let strict = Signature::of(&list_users()).unwrap().unwrap().scope.access_key_id.into_owned();
    for divider in [",", " ", ", ", "  ,\t"] {
        let header = LIST_USERS.replace(", ", divider);
        let incoming = with(list_users(), "authorization", &header);
        let signature = Signature::of(&incoming).unwrap().unwrap();
        assert_eq!(signature.scope.access_key_id, strict, "{divider:?}");
        assert_eq!(signature.signed_headers, "content-type;host;x-amz-date", "{divider:?}");
        assert_eq!(verify(&incoming, SECRET, at("2015-08-30T12:36:00Z")), Ok(()), "{divider:?}");
    }
}

#[test]
fn whatever_its_form_a_signature_is_restated_in_one() {
    let (_, parts) = LIST_USERS.split_once(' ').unwrap();
    let mut parts: Vec<&str> = parts.split(", ").collect();
    parts.reverse();
    let header = format!("AWS4-HMAC-SHA256 Credential=x,{}", parts.join(" "));
    let incoming = with(list_users(), "authorization", &header);
    let signature = Signature::of(&incoming).unwrap().unwrap();
    let mut restated = incoming.clone();
    restate(&mut restated, &signature);
    assert_eq!(restated.header("authorization"), Some(LIST_USERS));
}

#[test]
fn a_signature_is_there_once_and_names_headers_that_are_there() {
    let mut twice = list_users();
    twice.headers.append("authorization", LIST_USERS.parse().unwrap());
    check_incomplete(&twice, "Found two Authorization headers.");
    let signs = |name: &str| {
        let header = LIST_USERS.replace("SignedHeaders=", &format!("SignedHeaders={name};"));
        with(list_users(), "authorization", &header)
    };
    check_incomplete(&signs("a/b/c"), "A 'SignedHeader' is no name of a header.");
    check_mismatch(
        &signs("x-other"),
        "The request has no header 'x-other', which is a 'SignedHeader' in the AWS Authorization.",
    );
}

#[test]
fn a_date_header_serves_where_the_other_is_missing() {
    let incoming = with(without(list_users(), "x-amz-date"), "date", "Sun, 30 Aug 2015 12:36:00 GMT");
    let incoming = with(incoming, "authorization", &LIST_USERS.replace("x-amz-date", "date"));
    let signature = Signature::of(&incoming).unwrap().unwrap();
    let examined = Examined::new(&incoming, &signature, at("2015-08-30T12:40:00Z"));
    assert!(examined.is_ok(), "{examined:?}");
}

#[test]
fn it_holds_for_fifteen_minutes_either_way() {
    let incoming = list_users();
    for now in ["2015-08-30T12:21:00Z", "2015-08-30T12:51:00Z"] {
        assert_eq!(verify(&incoming, SECRET, at(now)), Ok(()), "{now}");
    }
    assert_eq!(
        verify(&incoming, SECRET, at("2015-08-30T12:51:01Z")),
        Err(SignatureError::DoesNotMatch(
            "Signature expired: 20150830T123600Z is now earlier than 20150830T123601Z (20150830T125101Z - 15 min.)"
                .to_owned()
        ))
    );
    assert_eq!(
        verify(&incoming, SECRET, at("2015-08-30T12:20:59Z")),
        Err(SignatureError::DoesNotMatch(
            "Signature not yet current: 20150830T123600Z is still later than 20150830T123559Z (20150830T122059Z + 15 \
             min.)"
                .to_owned()
        ))
    );
}

#[test]
fn unsigned_requests_are_none_of_this() {
    assert_eq!(Signature::of(&without(list_users(), "authorization")), Ok(None));
}

/// Whether the signature was checked and did not hold.
fn is_mismatch(error: &SignatureError) -> bool {
    error.to_string().starts_with(&SignatureError::mismatch().to_string())
}

#[track_caller]
fn check_incomplete(incoming: &Incoming, message: &str) {
    assert_eq!(refusal(incoming), SignatureError::Incomplete(message.to_owned()));
}

#[track_caller]
fn check_mismatch(incoming: &Incoming, message: &str) {
    assert_eq!(refusal(incoming), SignatureError::DoesNotMatch(message.to_owned()));
}

#[test]
fn all_that_is_missing_is_named_at_once() {
    let hash = "(Hashed with SHA-256 and encoded with Base64) Authorization=";
    check_incomplete(
        &with(without(list_users(), "x-amz-date"), "authorization", "AWS4-HMAC-SHA256"),
        &format!(
            "Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' \
             parameter. Authorization header requires 'SignedHeaders' parameter. Authorization header requires \
             existence of either a 'X-Amz-Date' or a 'Date' header. {hash}YI2YWea8FSxnksZL2ETHbs5elHm9HQufxTLK0W0ffV0="
        ),
    );
    check_incomplete(
        &with(list_users(), "authorization", "AWS4-HMAC-SHA256 Credential=a/b/c/d/aws4_request, Signature=0"),
        &format!(
            "Authorization header requires 'SignedHeaders' parameter. {hash}p3hnAlQevAd/voZ6E662Pcxc46Q2yTnYm37ClQD3yxo="
        ),
    );
}

#[test]
fn other_schemes_are_not_quoted() {
    check_incomplete(
        &with(list_users(), "authorization", "Bearer secret"),
        "Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with \
         Base64): 'v/3iBBM0e3oA4TY94/l8pp5BncCupV9KSnUBj6s6Do4='.",
    );
}

#[test]
fn other_algorithms_are_named() {
    check_incomplete(
        &with(list_users(), "authorization", &LIST_USERS.replace("AWS4-HMAC-SHA256", "AWS4-HMAC-SHA1")),
        "Unsupported AWS 'algorithm': 'AWS4-HMAC-SHA1' (only AWS4-HMAC-SHA256 and AWS4-ECDSA-P256-SHA256). ",
    );
}

#[test]
fn a_mismatch_says_what_should_have_been_signed() {
    let header = LIST_USERS.replace("Signature=5d", "Signature=5e");
    assert_eq!(
        refusal(&with(list_users(), "authorization", &header)).to_string(),
        "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access \
         Key and signing method. Consult the service documentation for details.\n\n\
         The Canonical String for this request should have been\n\
         'GET\n/\nAction=ListUsers&Version=2010-05-08\n\
         content-type:application/x-www-form-urlencoded; charset=utf-8\nhost:iam.amazonaws.com\n\
         x-amz-date:20150830T123600Z\n\ncontent-type;host;x-amz-date\n\
         e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'\n\n\
         The String-to-Sign should have been\n\
         'AWS4-HMAC-SHA256\n20150830T123600Z\n20150830/us-east-1/iam/aws4_request\n\
         f536975d06c0309214f805bb90ccff089219ecd68b2577efef23edd43b7e1a59'\n"
    );
}

#[test]
fn asymmetric_signatures_name_their_regions() {
    let scoped = LIST_USERS.replace("AWS4-HMAC", "AWS4-ECDSA-P256").replace("/us-east-1", "");
    let incoming = with(list_users(), "authorization", &scoped);
    check_incomplete(&incoming, "Authorization header requires existence of a 'X-Amz-Region-Set' header. ");
    for (set, region) in
        [("*", None), ("us-east-1", Some("us-east-1")), ("us-*, eu-west-1", Some("eu-west-1"))]
    {
        let incoming = with(incoming.clone(), "x-amz-region-set", set);
        let signature = Signature::of(&incoming).unwrap().unwrap();
        assert_eq!((signature.region(), &*signature.scope.service), (region, "iam"), "{set}");
    }
    check_incomplete(
        &with(list_users(), "authorization", &LIST_USERS.replace("AWS4-HMAC", "AWS4-ECDSA-P256")),
        "Credential must have exactly 4 slash-delimited elements, e.g. keyid/date/service/term, got \
         'AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request'",
    );
}

#[test]
fn the_regions_of_an_asymmetric_signature_must_be_signed() {
    let scoped = LIST_USERS.replace("AWS4-HMAC", "AWS4-ECDSA-P256").replace("/us-east-1", "");
    let examined = |header: &str| {
        let incoming = with(list_users(), "x-amz-region-set", "us-east-1");
        let incoming = with(incoming, "authorization", header);
        let signature = Signature::of(&incoming).unwrap().unwrap();
        Examined::new(&incoming, &signature, at("2015-08-30T12:36:00Z")).map(drop)
    };
    let unsigned = SignatureError::DoesNotMatch(
        "'X-Amz-Region-Set' must be a 'SignedHeader' in the AWS Authorization.".to_owned(),
    );
    assert_eq!(examined(&scoped), Err(unsigned));
    assert_eq!(examined(&scoped.replace("x-amz-date", "x-amz-date;x-amz-region-set")), Ok(()));
}

#[test]
fn scopes_have_five_parts() {
    let scoped = |scope: &str| {
        let header = LIST_USERS.replace("AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request", scope);
        with(list_users(), "authorization", &header)
    };
    check_incomplete(
        &scoped("AK/ID/20150830/us-east-1/iam/aws4_request"),
        "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got \
         'AK/ID/20150830/us-east-1/iam/aws4_request'",
    );
    check_mismatch(
        &scoped("AKIDEXAMPLE/20150830/us-east-1/iam/aws5_request"),
        "Credential should be scoped with a valid terminator: 'aws4_request', not 'aws5_request'. ",
    );
    check_mismatch(
        &scoped("AKIDEXAMPLE/20150829/us-east-1/iam/aws4_request"),
        "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '20150829' != \
         '20150830', from '20150830T123600Z'.",
    );
}

#[test]
fn dates_must_be_readable() {
    check_incomplete(
        &with(list_users(), "x-amz-date", "yesterday"),
        "Date must be in ISO-8601 'basic format'. Got 'yesterday'. See http://en.wikipedia.org/wiki/ISO_8601",
    );
    check_incomplete(
        &without(list_users(), "x-amz-date"),
        "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ",
    );
}

#[test]
fn the_host_must_be_signed() {
    check_mismatch(
        &with(list_users(), "authorization", &LIST_USERS.replace("content-type;host;", "content-type;")),
        "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.",
    );
}

#[test]
fn signatures_are_lower_case_hexadecimal() {
    for wrong in ["fake", "", "5D672D79C15B13162D9279B0855CFBA6789A8EDB4C82C400E06B5924A6F2B5D7", "5d672d79"]
    {
        let header = LIST_USERS.split_once("Signature=").unwrap().0.to_owned() + "Signature=" + wrong;
        assert!(is_mismatch(&refusal(&with(list_users(), "authorization", &header))), "{wrong}");
    }
}

#[test]
fn presigned_urls_say_what_they_lack() {
    let incoming = incoming("GET", "/?Action=GetCallerIdentity&X-Amz-Algorithm=AWS4-HMAC-SHA256", &[], "");
    check_incomplete(
        &incoming,
        "AWS query-string parameters must include 'X-Amz-Credential'. AWS query-string parameters must include \
         'X-Amz-Signature'. AWS query-string parameters must include 'X-Amz-SignedHeaders'. AWS query-string \
         parameters must include 'X-Amz-Date'. Re-examine the query-string parameters.",
    );
    check_mismatch(
        &with(incoming, "authorization", LIST_USERS),
        "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.",
    );
}

#[test]
fn the_host_of_http2_counts() {
    let incoming = Incoming {
        uri: "http://iam.amazonaws.com/?Action=ListUsers&Version=2010-05-08".parse().unwrap(),
        ..without(list_users(), "host")
    };
    assert_eq!(verify(&incoming, SECRET, at("2015-08-30T12:36:00Z")), Ok(()));
}

#[test]
fn paths_are_normalized_and_encoded_once_more() {
    let canonical = |path: &str| {
        let mut out = Vec::new();
        uri::canonical_path(path, dialect::Dialect::COMMON, &mut out);
        String::from_utf8(out).unwrap()
    };
    for (path, expected) in [
        ("", "/"),
        ("/", "/"),
        ("//", "/"),
        ("/a/..", "/"),
        ("/../..", "/"),
        ("/a/./b", "/a/b"),
        ("/a//b/", "/a/b/"),
        ("/a/b/..", "/a/"),
        ("/a%20b", "/a%2520b"),
    ] {
        assert_eq!(canonical(path), expected, "{path}");
    }
}

#[test]
fn decoding_takes_what_is_no_escape_for_itself() {
    for (text, expected) in [
        ("", ""),
        ("a+b", "a b"),
        ("%41", "A"),
        ("%4", "%4"),
        ("%", "%"),
        ("%zz", "%zz"),
        ("%%41", "%A"),
        ("%2B", "+"),
    ] {
        assert_eq!(&*uri::decode(text), expected.as_bytes(), "{text}");
    }
}

/// Whatever stands in the header or the query, reading it ends, allocates no more than a small multiple of it, and
/// never verifies.
#[test]
fn rubbish_is_refused_quietly() {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = |bound: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state % bound
    };
    const PIECES: [&str; 20] = [
        "AWS4-HMAC-SHA256",
        " ",
        ",",
        "=",
        "/",
        ";",
        "Credential=",
        "SignedHeaders=",
        "Signature=",
        "aws4_request",
        "host",
        "a/20150830/b/c/aws4_request",
        "%",
        "%2",
        "%41",
        "\u{e4}",
        "0",
        "host;host;HOST;;x-amz-date",
        "\t",
        "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7",
    ];
    const NAMES: [&str; 6] = [
        "X-Amz-Algorithm=",
        "X-Amz-Credential=",
        "X-Amz-Signature=",
        "X-Amz-SignedHeaders=",
        "X-Amz-Date=",
        "&",
    ];
    for _ in 0..20_000 {
        let header: String = (0..next(12)).map(|_| PIECES[next(20) as usize]).collect();
        let query: String = (0..next(12))
            .flat_map(|_| [NAMES[next(6) as usize], PIECES[next(20) as usize].trim()])
            .filter(|piece| piece.is_ascii())
            .collect();
        let Ok(value) = http::HeaderValue::from_bytes(header.as_bytes()) else { continue };
        let mut incoming = list_users();
        incoming.headers.insert("authorization", value);
        if next(2) == 0 {
            incoming.headers.remove("authorization");
            let Ok(uri) = format!("/?{query}").parse() else { continue };
            incoming.uri = uri;
        }
        let Ok(Some(signature)) = Signature::of(&incoming) else { continue };
        let Ok(examined) = Examined::new(&incoming, &signature, at("2015-08-30T12:36:00Z")) else { continue };
        assert_eq!(
            examined.verify(SECRET, &SigningKeys::default()),
            Err(SignatureError::mismatch()),
            "{incoming:?}"
        );
    }
}
