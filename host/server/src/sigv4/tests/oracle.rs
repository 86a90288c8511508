//! What AWS's signer for Rust signs verifies, and no longer once anything of it is changed.

use std::time::{Duration, SystemTime};

use aws_credential_types::Credentials;
use aws_sigv4::http_request::{
    PayloadChecksumKind, PercentEncodingMode, SessionTokenMode, SignableBody, SignableRequest,
    SignatureLocation, SigningParams, SigningSettings, UriPathNormalizationMode, sign,
};
use aws_sigv4::sign::{v4, v4a};
use proptest::prelude::*;

use super::*;

/// A request to be signed.
#[derive(Clone, Debug)]
struct Plan {
    method: &'static str,
    path: String,
    query: Vec<(String, String)>,
    headers: Vec<(String, String)>,
    body: String,
    service: &'static str,
    asymmetric: bool,
    presigned: bool,
    session_token: Option<String>,
    token_is_signed: bool,
}

fn plan() -> impl Strategy<Value = Plan> {
    let text = "[ -~é]{0,12}";
    let pairs = proptest::collection::vec(("[a-z%&=+é ]{1,8}", text), 0..4);
    let headers = proptest::collection::vec(("x-[a-z]{1,6}", "[!-~]( ?[!-~]){0,8}"), 0..4);
    let path = proptest::collection::vec("[a-zA-Z0-9~+!é %.]{0,6}", 0..4);
    (
        prop_oneof![Just("GET"), Just("POST"), Just("PUT")],
        path,
        pairs,
        headers,
        text,
        prop_oneof![Just("iam"), Just("s3")],
        any::<(bool, bool)>(),
        proptest::option::of("[A-Za-z0-9+/=]{1,40}"),
        any::<bool>(),
    )
        .prop_map(
            |(method, path, query, headers, body, service, (asymmetric, presigned), token, signed)| {
                let path: String = path
                    .iter()
                    .map(|segment| format!("/{}", percent(segment)))
                    // What servers and signers make of dot segments differs before anybody signs.
                    .filter(|segment| !segment.starts_with("/."))
                    .collect();
                Plan {
                    method,
                    path: if path.is_empty() { "/".to_owned() } else { path },
                    query,
                    headers,
                    body,
                    service,
                    asymmetric,
                    presigned,
                    session_token: token,
                    token_is_signed: signed,
                }
            },
        )
}

fn percent(text: &str) -> String {
    let mut out = Vec::new();
    uri::encode(text.as_bytes(), &mut out);
    String::from_utf8(out).unwrap()
}

fn settings(plan: &Plan) -> SigningSettings {
    let storage = plan.service == "s3";
    let mut settings = SigningSettings::default();
    settings.percent_encoding_mode =
        if storage { PercentEncodingMode::Single } else { PercentEncodingMode::Double };
    settings.uri_path_normalization_mode =
        if storage { UriPathNormalizationMode::Disabled } else { UriPathNormalizationMode::Enabled };
    settings.payload_checksum_kind =
        if storage { PayloadChecksumKind::XAmzSha256 } else { PayloadChecksumKind::NoHeader };
    settings.session_token_mode =
        if plan.token_is_signed { SessionTokenMode::Include } else { SessionTokenMode::Exclude };
    if plan.presigned {
        settings.signature_location = SignatureLocation::QueryParams;
        settings.expires_in = Some(Duration::from_secs(600));
    }
    settings
}

/// The request as AWS's signer signs it.
fn signed(plan: &Plan) -> Incoming {
    let query: Vec<String> =
        plan.query.iter().map(|(name, value)| format!("{}={}", percent(name), percent(value))).collect();
    let query = if query.is_empty() { String::new() } else { format!("?{}", query.join("&")) };
    let url = format!("http://example.amazonaws.com{}{query}", plan.path);
    let mut headers = vec![("host", "example.amazonaws.com")];
    headers.extend(plan.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    let body = match plan.service {
        "s3" if plan.presigned => SignableBody::UnsignedPayload,
        _ => SignableBody::Bytes(plan.body.as_bytes()),
    };
    let request = SignableRequest::new(plan.method, &url, headers.iter().copied(), body).unwrap();

    let identity = Credentials::new("AKIDEXAMPLE", SECRET, plan.session_token.clone(), None, "test").into();
    let time = SystemTime::UNIX_EPOCH + Duration::from_secs(1_776_759_330);
    let parameters: SigningParams<'_> = if plan.asymmetric {
        let builder = v4a::SigningParams::builder().identity(&identity).region_set("eu-*,us-east-1");
        builder.name(plan.service).time(time).settings(settings(plan)).build().unwrap().into()
    } else {
        let builder = v4::SigningParams::builder().identity(&identity).region("us-east-1");
        builder.name(plan.service).time(time).settings(settings(plan)).build().unwrap().into()
    };
    let (instructions, _) = sign(request, &parameters).unwrap().into_parts();

    let mut request = http::Request::builder().method(plan.method).uri(&url).body(()).unwrap();
    for (name, value) in headers {
        request
            .headers_mut()
            .append(http::HeaderName::from_bytes(name.as_bytes()).unwrap(), value.parse().unwrap());
    }
    instructions.apply_to_request_http1x(&mut request);
    let (parts, ()) = request.into_parts();
    // A server sees path and query only.
    let target = parts.uri.path_and_query().unwrap().as_str().parse().unwrap();
    Incoming {
        method: parts.method,
        uri: target,
        headers: parts.headers,
        body: plan.body.clone().into(),
        ..Incoming::empty()
    }
}

/// What the signature of a request must not survive.
fn damages(plan: &Plan, whole: &Incoming) -> Vec<Incoming> {
    let target = whole.uri.to_string();
    let mut damaged = vec![
        with(whole.clone(), "host", "elsewhere.amazonaws.com"),
        Incoming { method: http::Method::DELETE, ..whole.clone() },
        Incoming { uri: target.replacen('/', "/x/", 1).parse().unwrap(), ..whole.clone() },
    ];
    if plan.service != "s3" || !plan.presigned {
        damaged.push(Incoming { body: format!("{}x", plan.body).into(), ..whole.clone() });
    }
    damaged
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn what_aws_signs_verifies_and_nothing_else(plan in plan()) {
        let incoming = signed(&plan);
        prop_assert_eq!(verify(&incoming, SECRET, signed_at()), Ok(()), "{:?}\n{:?}", plan, incoming);
        prop_assert!(verify(&incoming, "another secret", signed_at()).is_err());
        let region = Signature::of(&incoming).unwrap().unwrap().region().map(str::to_owned);
        prop_assert_eq!(region.as_deref(), Some("us-east-1"));
        for damaged in damages(&plan, &incoming) {
            prop_assert!(verify(&damaged, SECRET, signed_at()).is_err(), "{:?}", damaged);
        }
    }
}
