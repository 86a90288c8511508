//! Requests that a web page of somebody else makes with the browser of this machine.
//!
//! While signatures are not verified, a forged one is as good as a true one, and a page that happens to be open could
//! send a signed-looking GET with nothing but an image. Browsers say where such a request comes from; SDKs and tools
//! send neither header.
//!
//! They do not say it of a page that has this machine's address under a name of its own (DNS rebinding): such a page asks its
//! own site. The name gives it away, and what a page may ask its own site for without an `Origin` is a GET.

use http::uri::Authority;
use http::{Method, Uri, header};

use crate::admin::is_own_name;
use crate::incoming::{self, Incoming};

/// Whether a page of another site than this machine's own sent the request.
pub(crate) fn is_foreign(incoming: &Incoming) -> bool {
    if incoming.headers.get(&incoming::FETCH_SITE).is_some_and(|site| site.as_bytes() == b"cross-site") {
        return true;
    }
    let Some(origin) = incoming.headers.get(header::ORIGIN) else { return is_rebound(incoming) };
    let origin = Uri::try_from(origin.as_bytes()).ok();
    !origin.as_ref().and_then(Uri::host).is_some_and(is_own_name)
}

/// Whether an operation is asked for with a GET under a name that a page of somebody else may have: one of a domain that is
/// neither AWS's nor this machine's.
fn is_rebound(incoming: &Incoming) -> bool {
    if incoming.method != Method::GET || !incoming.query().contains("Action=") {
        return false;
    }
    let named = incoming.uri.authority().cloned();
    let named = named.or_else(|| Authority::try_from(incoming.header(header::HOST)?).ok());
    named.is_some_and(|authority| {
        let name = authority.host();
        let is_of_aws = name.to_ascii_lowercase().ends_with(".amazonaws.com");
        // A name without a domain is one of the network that this machine is in, such as that of a container.
        name.contains('.') && !is_of_aws && !is_own_name(name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(name: &'static str, value: &'static str) -> bool {
        is_foreign(&Incoming::with_headers(&[(name, value)]))
    }

    #[test]
    fn pages_of_others_are_told_from_tools_and_own_pages() {
        assert!(from("origin", "http://evil.example"));
        assert!(from("origin", "null"));
        assert!(from("sec-fetch-site", "cross-site"));
        assert!(!from("origin", "http://localhost:3000"));
        assert!(!from("sec-fetch-site", "same-site"));
        assert!(!from("user-agent", "aws-cli"));
    }

    #[test]
    fn a_page_that_gives_this_machine_a_name_of_its_own_is_one_of_others() {
        let asked = |method: &str, target: &str, host: &'static str| {
            is_foreign(&Incoming {
                method: method.parse().unwrap(),
                uri: target.parse().unwrap(),
                ..Incoming::with_headers(&[("host", host)])
            })
        };
        let create = "/?Action=CreateAccessKey&Version=2010-05-08";
        for host in
            ["evil.example", "evil.example:4566", "127.0.0.1.evil.example", "amazonaws.com.evil.example"]
        {
            assert!(asked("GET", create, host), "{host}");
            assert!(!asked("POST", create, host), "what is posted has an origin: {host}");
            assert!(!asked("GET", "/bucket/key", host), "{host}");
        }
        assert!(asked("GET", "http://evil.example/?Action=CreateAccessKey", "localhost"));
        for host in
            ["localhost:4566", "127.0.0.1:4566", "[::1]:4566", "sts.us-east-1.amazonaws.com", "awsim:4566"]
        {
            assert!(!asked("GET", create, host), "{host}");
        }
    }
}
