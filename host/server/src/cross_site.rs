//! Requests that a web page of somebody else makes with the browser of this machine.
//!
//! While signatures are not verified, a forged one is as good as a true one, and a page that happens to be open could
//! send a signed-looking GET with nothing but an image. Browsers say where such a request comes from; SDKs and tools
//! send neither header.

use http::{Uri, header};

use crate::admin::is_own_name;
use crate::incoming::{self, Incoming};

/// Whether a page of another site than this machine's own sent the request.
pub(crate) fn is_foreign(incoming: &Incoming) -> bool {
    if incoming.headers.get(&incoming::FETCH_SITE).is_some_and(|site| site.as_bytes() == b"cross-site") {
        return true;
    }
    let Some(origin) = incoming.headers.get(header::ORIGIN) else { return false };
    let origin = Uri::try_from(origin.as_bytes()).ok();
    !origin.as_ref().and_then(Uri::host).is_some_and(is_own_name)
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
}
