//! Which headers of a request an upstream does not get to see.

use awsim_plugin::error::ServiceError;
use http::{HeaderMap, HeaderName, header};

use crate::sigv4::PAYLOAD_HEADER;

/// The headers that speak of the connection, not of the message (RFC 9110, section 7.6.1). `Expect` is answered by this host
/// when it reads the body.
static HOP_BY_HOP: [HeaderName; 10] = [
    header::CONNECTION,
    HeaderName::from_static("keep-alive"),
    HeaderName::from_static("proxy-connection"),
    header::PROXY_AUTHENTICATE,
    header::PROXY_AUTHORIZATION,
    header::TE,
    header::TRANSFER_ENCODING,
    header::UPGRADE,
    header::EXPECT,
    HeaderName::from_static("http2-settings"),
];

/// The headers by which a client would tell a server what only its operator may: in whose account a request is made, by
/// which method and target it is meant, who sent it and to which host. What was decided is what the request itself says.
static OPERATORS: [HeaderName; 11] = [
    header::FORWARDED,
    HeaderName::from_static("front-end-https"),
    HeaderName::from_static("x-client-ip"),
    HeaderName::from_static("x-host"),
    HeaderName::from_static("x-http-method"),
    HeaderName::from_static("x-http-method-override"),
    HeaderName::from_static("x-method-override"),
    HeaderName::from_static("x-original-host"),
    HeaderName::from_static("x-original-method"),
    HeaderName::from_static("x-original-url"),
    HeaderName::from_static("x-rewrite-url"),
];

/// What the names of such headers begin with, where there are many of them.
const OPERATORS_BEGIN: [&str; 9] = [
    "x-amz-meta-minio-",
    "x-amz-meta-snowball-",
    "x-amz-snowball-",
    "x-forwarded-",
    "x-localstack-",
    "x-minio-",
    "x-moto-",
    "x-motoserver-",
    "x-real-",
];

/// Refuses a request with headers that an upstream might read otherwise than this host: a `Connection` that takes off what was
/// decided on, and two words for what is signed of the body.
///
/// # Errors
/// `MalformedInput` (400) if it has them.
pub(super) fn check(headers: &HeaderMap) -> Result<(), ServiceError> {
    let refused = |message: &str| Err(ServiceError::sender("MalformedInput", 400, message));
    let of_hop = |name: &[u8]| {
        let name = name.trim_ascii();
        let is = |known: &[u8]| name.eq_ignore_ascii_case(known);
        name.is_empty() || is(b"close") || HOP_BY_HOP.iter().any(|known| is(known.as_str().as_bytes()))
    };
    let connection = headers.get_all(header::CONNECTION).iter();
    if !connection.flat_map(|list| list.as_bytes().split(|byte| *byte == b',')).all(of_hop) {
        return refused("The header Connection names a header that is not one of the connection.");
    }
    match headers.get_all(PAYLOAD_HEADER).iter().count() {
        0 | 1 => Ok(()),
        _ => refused("The header x-amz-content-sha256 is there twice."),
    }
}

/// Removes what is not to be passed on: the headers above, and those that `Connection` names.
pub(super) fn strip(headers: &mut HeaderMap) {
    let connection = headers.get_all(header::CONNECTION).iter().filter_map(|value| value.to_str().ok());
    let named: Vec<HeaderName> =
        connection.flat_map(|list| list.split(',')).filter_map(|name| name.trim().parse().ok()).collect();
    // What says who asks and what is asked for is never for one hop only.
    let removable = |name: &&HeaderName| {
        !name.as_str().starts_with("x-amz-") && ![header::AUTHORIZATION, header::HOST].contains(name)
    };
    for name in HOP_BY_HOP.iter().chain(named.iter().filter(removable)) {
        headers.remove(name);
    }
}

/// Removes from a request what its client has no say in.
pub(super) fn strip_operators(headers: &mut HeaderMap) {
    let begins = |name: &HeaderName| OPERATORS_BEGIN.iter().any(|start| name.as_str().starts_with(start));
    let named: Vec<HeaderName> = headers.keys().filter(|name| begins(name)).cloned().collect();
    for name in OPERATORS.iter().chain(&named) {
        headers.remove(name);
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn left(strip: impl Fn(&mut HeaderMap), names: &[(&'static str, &'static str)]) -> Vec<String> {
        let mut headers = HeaderMap::new();
        for (name, value) in names {
            headers.insert(*name, HeaderValue::from_static(value));
        }
        strip(&mut headers);
        let mut left: Vec<_> = headers.keys().map(|name| name.as_str().to_owned()).collect();
        left.sort_unstable();
        left
    }

    #[test]
    fn what_speaks_of_the_connection_is_not_passed_on() {
        let headers = [
            ("connection", "close, X-Own, x-amz-target"),
            ("x-own", "1"),
            ("x-amz-target", "t"),
            ("expect", "100-continue"),
            ("transfer-encoding", "chunked"),
            ("content-type", "text/plain"),
        ];
        assert_eq!(left(strip, &headers), ["content-type", "x-amz-target"]);
    }

    #[test]
    fn what_would_take_off_a_header_is_refused() {
        let of = |value: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert("connection", HeaderValue::from_static(value));
            headers
        };
        for right in ["", "keep-alive", "Close", "Upgrade, HTTP2-Settings", "TE,, close"] {
            assert!(check(&of(right)).is_ok(), "{right}");
        }
        for wrong in ["if-none-match", "close, X-Amz-Acl", "a b"] {
            assert_eq!(check(&of(wrong)).unwrap_err().status, 400, "{wrong}");
        }
        let mut twice = HeaderMap::new();
        for value in ["UNSIGNED-PAYLOAD", "STREAMING-UNSIGNED-PAYLOAD-TRAILER"] {
            assert!(check(&twice).is_ok());
            twice.append(PAYLOAD_HEADER, HeaderValue::from_static(value));
        }
        assert!(check(&twice).is_err());
    }

    #[test]
    fn what_only_an_operator_may_say_is_not_passed_on() {
        let headers = [
            ("x-moto-account-id", "111122223333"),
            ("x-forwarded-host", "bucket.s3.amazonaws.com"),
            ("x-http-method-override", "DELETE"),
            ("x-original-url", "/"),
            ("x-amz-meta-x-moto-account-id", "mine"),
            ("x-custom", "1"),
        ];
        assert_eq!(left(strip_operators, &headers), ["x-amz-meta-x-moto-account-id", "x-custom"]);
    }
}
