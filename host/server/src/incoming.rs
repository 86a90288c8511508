//! A request as it arrived, before anything is made of it.

use std::net::SocketAddr;

use bytes::Bytes;
use http::header::{AsHeaderName, HeaderName};
use http::{HeaderMap, HeaderValue, Method, Uri};

/// The operation that a request in JSON is for.
pub(crate) static TARGET: HeaderName = HeaderName::from_static("x-amz-target");
/// The session token that goes with temporary credentials.
pub(crate) static SECURITY_TOKEN: HeaderName = HeaderName::from_static("x-amz-security-token");
/// When a request was signed.
pub(crate) static SIGNING_DATE: HeaderName = HeaderName::from_static("x-amz-date");
/// Which site's page a browser sent a request for.
pub(crate) static FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// A request with its whole body.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// The HTTP method.
    pub method: Method,
    /// The target: path and query.
    pub uri: Uri,
    /// The headers.
    pub headers: HeaderMap,
    /// The body; its size is within the limit.
    pub body: Bytes,
    /// The other end of the connection.
    pub peer: SocketAddr,
    /// Whether it came over TLS.
    pub secure: bool,
}

impl Incoming {
    /// A request that this host makes, with nothing in it yet.
    pub(crate) fn own(method: Method) -> Self {
        Self {
            method,
            uri: Uri::from_static("/"),
            headers: HeaderMap::new(),
            body: Bytes::new(),
            peer: ([127, 0, 0, 1], 0).into(),
            secure: false,
        }
    }

    /// The text of a header, if there is one and it is visible ASCII.
    pub fn header(&self, name: impl AsHeaderName) -> Option<&str> {
        self.headers.get(name).and_then(visible)
    }

    /// The query part of the target, without its question mark.
    pub fn query(&self) -> &str {
        self.uri.query().unwrap_or("")
    }
}

#[cfg(test)]
impl Incoming {
    /// A request of somebody on this machine that says nothing: tests say what matters to them.
    pub(crate) fn empty() -> Self {
        Self {
            method: Method::GET,
            uri: Uri::from_static("/"),
            headers: HeaderMap::new(),
            body: Bytes::new(),
            peer: SocketAddr::from(([127, 0, 0, 1], 50000)),
            secure: false,
        }
    }

    /// The same with these headers.
    pub(crate) fn with_headers(headers: &[(&'static str, &str)]) -> Self {
        let named = |(name, value): &(&'static str, &str)| {
            (HeaderName::from_static(name), HeaderValue::from_str(value).unwrap())
        };
        Self { headers: headers.iter().map(named).collect(), ..Self::empty() }
    }
}

/// The text of a header's value, if it is visible ASCII. Control characters do not get into a value.
pub(crate) fn visible(value: &HeaderValue) -> Option<&str> {
    std::str::from_utf8(value.as_bytes()).ok().filter(|text| text.is_ascii())
}
