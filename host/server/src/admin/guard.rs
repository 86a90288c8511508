//! Who may use the admin interface.
//!
//! It gives out secret keys and can wipe the state, and it asks for no password. So it answers only this machine, unless
//! the configuration opens it (`admin_remote`): nobody behind a proxy on this machine either, who is given away by what proxies
//! add; and it does not let a web page that happens to be open on this machine
//! use it: not by a request from another site (its `Origin` gives it away), and not by a name that somebody points at
//! 127.0.0.1 (DNS rebinding: the `Host` gives it away).

use std::net::IpAddr;

use http::Uri;
use http::uri::Authority;

use super::answer::Refusal;
use super::route::Endpoint;
use crate::incoming::{self, Incoming};

/// What proxies add to a request that they pass on (RFC 9110, section 7.6.3; RFC 7239).
const FORWARDED: [&str; 3] = ["x-forwarded-for", "forwarded", "via"];

/// Lets a request pass, or says why not.
///
/// # Errors
/// 403.
pub(super) fn check(incoming: &Incoming, endpoint: Endpoint, remote: bool) -> Result<(), Refusal> {
    // A health check comes from wherever whoever runs us watches from, and it tells nothing.
    if endpoint == Endpoint::Health {
        return Ok(());
    }
    let host = host(incoming)?;
    if !remote {
        if !incoming.peer.ip().to_canonical().is_loopback() {
            return Err(forbidden(
                "the admin interface answers only this machine; `admin_remote = true` opens it",
            ));
        }
        if FORWARDED.iter().any(|name| incoming.headers.contains_key(*name)) {
            return Err(forbidden(
                "the admin interface answers nobody behind a proxy; `admin_remote = true` opens it",
            ));
        }
        if !host.as_ref().is_none_or(|host| is_own_name(host.host())) {
            return Err(forbidden("the admin interface is to be called by an IP address or as localhost"));
        }
    }
    if endpoint.changes_state() && !is_same_site(incoming, host.as_ref()) {
        return Err(forbidden("a web page of another site may not change the state"));
    }
    Ok(())
}

fn forbidden(message: &str) -> Refusal {
    Refusal::new(403, "Forbidden", message)
}

/// The host that the request is addressed to.
fn host(incoming: &Incoming) -> Result<Option<Authority>, Refusal> {
    if let Some(authority) = incoming.uri.authority() {
        return Ok(Some(authority.clone()));
    }
    let Some(host) = incoming.headers.get(http::header::HOST) else { return Ok(None) };
    Authority::try_from(host.as_bytes()).map(Some).map_err(|_| forbidden("the Host header is not a host"))
}

/// Whether this is a name that nobody else can give to this machine.
pub(crate) fn is_own_name(host: &str) -> bool {
    let address = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
    let name = host.to_ascii_lowercase();
    address.parse::<IpAddr>().is_ok() || name == "localhost" || name.ends_with(".localhost")
}

/// Whether the request comes from no web page, or from one of our own.
fn is_same_site(incoming: &Incoming, host: Option<&Authority>) -> bool {
    if let Some(site) = incoming.headers.get(&incoming::FETCH_SITE)
        && !matches!(site.as_bytes(), b"same-origin" | b"none")
    {
        return false;
    }
    let Some(origin) = incoming.headers.get(http::header::ORIGIN) else { return true };
    let origin = Uri::try_from(origin.as_bytes());
    origin.is_ok_and(|origin| origin.scheme().is_some() && origin.authority() == host)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(peer: &str, headers: &[(&'static str, &str)]) -> Incoming {
        let peer = format!("{peer}:50000").parse().unwrap();
        Incoming { peer, ..Incoming::with_headers(headers) }
    }

    fn passes(incoming: &Incoming, endpoint: Endpoint, remote: bool) -> bool {
        match check(incoming, endpoint, remote) {
            Ok(()) => true,
            Err(refusal) => {
                assert_eq!(refusal.status, 403);
                false
            }
        }
    }

    #[test]
    fn this_machine_may() {
        for peer in ["127.0.0.1", "127.9.9.9", "[::1]", "[::ffff:127.0.0.1]"] {
            for host in [
                "localhost:4566",
                "LOCALHOST",
                "127.0.0.1:4566",
                "[::1]:4566",
                "iam.localhost:4566",
                "192.168.1.2",
            ] {
                assert!(passes(&request(peer, &[("host", host)]), Endpoint::Reset, false), "{peer} {host}");
            }
        }
        assert!(passes(&request("127.0.0.1", &[]), Endpoint::Import, false));
    }

    #[test]
    fn other_machines_may_if_the_configuration_says_so() {
        let request = request("192.168.1.9", &[("host", "awsim.example:4566")]);
        for endpoint in
            [Endpoint::Info, Endpoint::Metrics, Endpoint::Export, Endpoint::Import, Endpoint::Reset]
        {
            assert!(!passes(&request, endpoint, false), "{endpoint:?}");
            assert!(passes(&request, endpoint, true), "{endpoint:?}");
        }
        assert!(passes(&request, Endpoint::Health, false));
    }

    #[test]
    fn nobody_behind_a_proxy_may_unless_the_configuration_says_so() {
        for header in
            [("x-forwarded-for", "203.0.113.9"), ("forwarded", "for=203.0.113.9"), ("via", "1.1 proxy")]
        {
            let request = request("127.0.0.1", &[("host", "127.0.0.1:4566"), header]);
            for endpoint in [Endpoint::Info, Endpoint::Export, Endpoint::Reset] {
                assert!(!passes(&request, endpoint, false), "{header:?}");
                assert!(passes(&request, endpoint, true), "{header:?}");
            }
            assert!(passes(&request, Endpoint::Health, false), "{header:?}");
        }
    }

    #[test]
    fn a_name_of_somebody_else_is_refused() {
        for host in [
            "evil.example",
            "localhost.evil.example:4566",
            "localhostevil",
            "127.0.0.1.evil.example",
            "",
            "a b",
        ] {
            assert!(!passes(&request("127.0.0.1", &[("host", host)]), Endpoint::Export, false), "{host}");
        }
    }

    #[test]
    fn a_page_of_another_site_may_not_change_anything() {
        let host = ("host", "localhost:4566");
        for header in [
            ("origin", "https://evil.example"),
            ("origin", "null"),
            ("origin", "http://localhost:3000"),
            ("origin", "http://localhost"),
            ("origin", "localhost:4566"),
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-site", "same-site"),
        ] {
            let request = request("127.0.0.1", &[host, header]);
            for remote in [false, true] {
                assert!(!passes(&request, Endpoint::Reset, remote), "{header:?}");
                assert!(!passes(&request, Endpoint::Import, remote), "{header:?}");
            }
            assert!(passes(&request, Endpoint::Info, false), "{header:?}");
        }
        for header in [
            ("origin", "http://localhost:4566"),
            ("sec-fetch-site", "same-origin"),
            ("sec-fetch-site", "none"),
        ] {
            assert!(passes(&request("127.0.0.1", &[host, header]), Endpoint::Reset, false), "{header:?}");
        }
    }
}
