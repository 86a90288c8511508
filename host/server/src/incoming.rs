//! A request as it arrived, before anything is made of it.

use std::net::SocketAddr;

use bytes::Bytes;
use http::{HeaderMap, Method, Uri};

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
}

impl Incoming {
    /// The text of a header, if there is one and it is visible ASCII.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// The query part of the target, without its question mark.
    pub fn query(&self) -> &str {
        self.uri.query().unwrap_or("")
    }
}
