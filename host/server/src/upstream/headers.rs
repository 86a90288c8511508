//! Which headers of a request an upstream does not get to see.

use http::{HeaderMap, HeaderName, header};

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
const OPERATORS_BEGIN: [&str; 6] =
    ["x-forwarded-", "x-localstack-", "x-minio-", "x-moto-", "x-motoserver-", "x-real-"];

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
