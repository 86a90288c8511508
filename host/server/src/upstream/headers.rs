//! Headers that are for the next hop only (RFC 9110, section 7.6.1).

use http::{HeaderMap, HeaderName, header};

/// The headers that speak of the connection, not of the message. `Expect` is answered by this host when it reads the body.
static HOP_BY_HOP: [HeaderName; 9] = [
    header::CONNECTION,
    HeaderName::from_static("keep-alive"),
    HeaderName::from_static("proxy-connection"),
    header::PROXY_AUTHENTICATE,
    header::PROXY_AUTHORIZATION,
    header::TE,
    header::TRANSFER_ENCODING,
    header::UPGRADE,
    header::EXPECT,
];

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

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    #[test]
    fn what_speaks_of_the_connection_is_not_passed_on() {
        let mut headers = HeaderMap::new();
        for (name, value) in [
            ("connection", "close, X-Own, x-amz-target"),
            ("x-own", "1"),
            ("x-amz-target", "t"),
            ("expect", "100-continue"),
            ("transfer-encoding", "chunked"),
            ("content-type", "text/plain"),
        ] {
            headers.insert(name, HeaderValue::from_static(value));
        }
        strip(&mut headers);
        let mut left: Vec<_> = headers.keys().map(HeaderName::as_str).collect();
        left.sort_unstable();
        assert_eq!(left, ["content-type", "x-amz-target"]);
    }
}
