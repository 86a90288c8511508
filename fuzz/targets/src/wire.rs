//! Bytes as requests.

use std::net::{Ipv4Addr, SocketAddr};

use awsim_server::incoming::Incoming;
use awsim_server::protocol::ProtocolLimits;

/// As much as a request may hold.
pub(crate) const LIMITS: ProtocolLimits = ProtocolLimits { form_fields: 1000, nesting: 32 };

/// Reads bytes as a request in HTTP/1.1, more or less: a line with the method and the target, headers, an empty line, the
/// body.
pub(crate) fn request(bytes: &[u8]) -> Option<Incoming> {
    let end = bytes.windows(2).position(|two| two == b"\n\n")?;
    let mut lines = crate::text(&bytes[..end])?.lines();
    let (method, target) = lines.next()?.split_once(' ')?;
    let mut headers = http::HeaderMap::new();
    for line in lines {
        let (name, value) = line.split_once(':')?;
        let name = http::HeaderName::from_bytes(name.as_bytes()).ok()?;
        headers.append(name, http::HeaderValue::from_str(value.trim()).ok()?);
    }
    Some(Incoming {
        method: method.parse().ok()?,
        uri: target.parse().ok()?,
        headers,
        body: bytes::Bytes::copy_from_slice(&bytes[end + 2..]),
        peer: SocketAddr::from((Ipv4Addr::LOCALHOST, 1)),
        secure: false,
    })
}
