//! What is known of a request besides who asks for what.

use std::net::{IpAddr, SocketAddr};

use awsim_plugin::shape::Timestamp;
use http::{HeaderName, HeaderValue, header};

use super::proxies::Networks;
use crate::incoming::Incoming;

/// The circumstances of a request that condition keys tell of.
#[derive(Clone, Debug)]
pub(crate) struct Circumstances {
    /// When it arrived.
    pub(crate) now: Timestamp,
    /// The region in its credential scope.
    pub(crate) region: String,
    /// The address that it came from; none for what the host asks by itself, and where a trusted proxy says it in a way that
    /// is not understood.
    pub(crate) source_ip: Option<IpAddr>,
    /// Whether it came over TLS.
    pub(crate) secure: bool,
    /// The header `User-Agent`.
    user_agent: Option<HeaderValue>,
    /// The header `Referer`.
    referer: Option<HeaderValue>,
}

impl Circumstances {
    /// The circumstances of a request. Only a trusted proxy is believed when it says for whom it asks
    /// (`X-Forwarded-For`) and how it was asked (`X-Forwarded-Proto`).
    pub(crate) fn of(incoming: &Incoming, trusted: &Networks, region: &str, now: Timestamp) -> Self {
        let peer = incoming.peer.ip().to_canonical();
        let by_proxy = trusted.contains(peer);
        let text = |name: &HeaderName| incoming.headers.get(name).cloned();
        Self {
            now,
            region: region.to_owned(),
            source_ip: if by_proxy { forwarded_for(incoming, trusted, peer) } else { Some(peer) },
            secure: match by_proxy.then(|| incoming.header("x-forwarded-proto")).flatten() {
                Some(proto) => proto == "https",
                None => incoming.secure,
            },
            user_agent: text(&header::USER_AGENT),
            referer: text(&header::REFERER),
        }
    }

    /// The circumstances of what the host asks by itself: there is no request.
    pub(crate) fn within(now: Timestamp, region: &str) -> Self {
        let region = region.to_owned();
        Self { now, region, source_ip: None, secure: false, user_agent: None, referer: None }
    }

    /// The header `User-Agent`, if it is text.
    pub(crate) fn user_agent(&self) -> Option<&str> {
        self.user_agent.as_ref()?.to_str().ok()
    }

    /// The header `Referer`, if it is text.
    pub(crate) fn referer(&self) -> Option<&str> {
        self.referer.as_ref()?.to_str().ok()
    }
}

/// The address nearest to us in `X-Forwarded-For` that is not one of the proxies: each proxy adds whom it was asked by at
/// the end, and what stands before that may have been written by the client. That of the proxy itself if it names nobody else;
/// none if what it says is no address: it must not be taken for one of those who asked it.
fn forwarded_for(incoming: &Incoming, trusted: &Networks, peer: IpAddr) -> Option<IpAddr> {
    let headers: Vec<_> = incoming.headers.get_all("x-forwarded-for").iter().collect();
    for header in headers.into_iter().rev() {
        for text in header.to_str().ok()?.rsplit(',').map(str::trim).filter(|text| !text.is_empty()) {
            let address = address(text)?.to_canonical();
            if !trusted.contains(address) {
                return Some(address);
            }
        }
    }
    Some(peer)
}

/// An address, with or without the port that some proxies add.
fn address(text: &str) -> Option<IpAddr> {
    let bare = text.parse().ok();
    bare.or_else(|| text.parse().ok().map(|with_port: SocketAddr| with_port.ip()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn circumstances(peer: &str, headers: &[(&'static str, &str)]) -> Circumstances {
        let peer = format!("{peer}:50000").parse().unwrap();
        let incoming = Incoming { peer, ..Incoming::with_headers(headers) };
        let trusted = "10.0.0.0/8, ::1".parse().unwrap();
        Circumstances::of(&incoming, &trusted, "us-east-1", Timestamp::from_seconds(0))
    }

    /// From where a request is said to come that a proxy passes on with this.
    fn source_ip(forwarded_for: &str) -> Option<String> {
        let circumstances = circumstances("10.1.1.1", &[("x-forwarded-for", forwarded_for)]);
        circumstances.source_ip.map(|address| address.to_string())
    }

    #[test]
    fn only_trusted_proxies_are_believed() {
        let forwarded = [("x-forwarded-for", "203.0.113.9"), ("x-forwarded-proto", "https")];
        let told = |peer, headers: &[_]| {
            let circumstances = circumstances(peer, headers);
            (circumstances.source_ip.unwrap().to_string(), circumstances.secure)
        };
        assert_eq!(told("192.0.2.1", &forwarded), ("192.0.2.1".to_owned(), false));
        assert_eq!(told("10.1.1.1", &forwarded), ("203.0.113.9".to_owned(), true));
        assert_eq!(told("[::1]", &forwarded), ("203.0.113.9".to_owned(), true));
        assert_eq!(told("[::ffff:10.1.1.1]", &forwarded).0, "203.0.113.9");
        assert_eq!(told("10.1.1.1", &[]), ("10.1.1.1".to_owned(), false));
    }

    #[test]
    fn what_a_client_writes_before_its_own_address_does_not_count() {
        assert_eq!(source_ip("198.51.100.7, 203.0.113.9, 10.2.2.2").as_deref(), Some("203.0.113.9"));
        assert_eq!(source_ip("forged, 203.0.113.9").as_deref(), Some("203.0.113.9"));
        assert_eq!(source_ip("10.3.3.3").as_deref(), Some("10.1.1.1"));
        assert_eq!(source_ip("").as_deref(), Some("10.1.1.1"));
    }

    #[test]
    fn a_proxy_that_is_not_understood_is_not_taken_for_who_asked() {
        for list in
            ["198.51.100.7, forged, 10.2.2.2", "unknown", "203.0.113.9:http", "2001:db8::1]:80", "\u{e9}"]
        {
            assert_eq!(source_ip(list), None, "{list}");
        }
        assert_eq!(source_ip("203.0.113.9:50000, 10.2.2.2:1").as_deref(), Some("203.0.113.9"));
        assert_eq!(source_ip("[2001:db8::1]:50000").as_deref(), Some("2001:db8::1"));
        assert_eq!(source_ip("2001:db8::1").as_deref(), Some("2001:db8::1"));
    }

    #[test]
    fn headers_that_are_no_text_are_no_keys() {
        let told =
            circumstances("192.0.2.1", &[("user-agent", "aws-cli/2"), ("referer", "https://a.example/")]);
        assert_eq!((told.user_agent(), told.referer()), (Some("aws-cli/2"), Some("https://a.example/")));
        assert_eq!(circumstances("192.0.2.1", &[("user-agent", "é")]).user_agent(), None);
    }
}
