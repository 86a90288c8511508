//! What a request may cost.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::text;
use crate::protocol::ProtocolLimits;

/// Limits on requests and connections. Over one of them a client is told so, and the process is unharmed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// The most bytes in the body of a request.
    #[serde(with = "text::size")]
    pub body_bytes: usize,
    /// The most bytes that the bodies of all requests take at once, those apart that are not longer than 64 KiB or passed on as
    /// they arrive.
    #[serde(with = "text::size")]
    pub buffered_bytes: usize,
    /// The most bytes in the head of a request: its target and headers.
    #[serde(with = "text::size")]
    pub header_bytes: usize,
    /// The most headers in a request, up to 10,000.
    #[serde(deserialize_with = "text::count")]
    pub headers: usize,
    /// The most fields in a form.
    #[serde(deserialize_with = "text::count")]
    pub form_fields: usize,
    /// How deep an input may be nested, up to 127.
    #[serde(deserialize_with = "text::count")]
    pub nesting: usize,
    /// The most requests that are carried at once.
    #[serde(deserialize_with = "text::count")]
    pub concurrent_requests: usize,
    /// The most connections that are open at once.
    #[serde(deserialize_with = "text::count")]
    pub connections: usize,
    /// How long a connection may wait for its first bytes and for a complete request head; an idle connection is closed after it too.
    #[serde(with = "text::duration")]
    pub header_timeout: Duration,
    /// How long the body of a request may take to arrive.
    #[serde(with = "text::duration")]
    pub body_timeout: Duration,
    /// How long requests in flight are waited for when the host stops.
    #[serde(with = "text::duration")]
    pub shutdown_grace: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            // The largest input of a hosted service is the metadata document of `CreateSAMLProvider`: up to ten
            // million characters, more in percent-encoding.
            body_bytes: 16 << 20,
            buffered_bytes: 256 << 20,
            header_bytes: 64 << 10,
            headers: 100,
            form_fields: 10_000,
            nesting: 64,
            concurrent_requests: 512,
            connections: 1_000,
            header_timeout: Duration::from_secs(30),
            body_timeout: Duration::from_secs(30),
            shutdown_grace: Duration::from_secs(10),
        }
    }
}

impl Limits {
    /// The limits that concern the wire protocols.
    pub fn protocol(&self) -> ProtocolLimits {
        ProtocolLimits { form_fields: self.form_fields, nesting: self.nesting }
    }
}
