//! How tokens of other issuers are believed, and where the issuers of this host are.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::text;

/// How tokens of other issuers are believed, and where the issuers of this host are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WebIdentity {
    /// Whether issuers may be on this machine, in private networks, and behind plain HTTP.
    #[serde(deserialize_with = "text::flag")]
    pub local_issuers: bool,
    /// Whether tokens are believed that nobody signed (`"alg": "none"`).
    #[serde(deserialize_with = "text::flag")]
    pub unsigned_tokens: bool,
    /// What the URLs of this host's own issuers begin with; empty for the form that AWS's have.
    #[serde(deserialize_with = "text::string")]
    pub issuer_url: String,
    /// How long an issuer may take to give out its keys.
    #[serde(with = "text::duration")]
    pub timeout: Duration,
}

impl Default for WebIdentity {
    fn default() -> Self {
        Self {
            local_issuers: false,
            unsigned_tokens: false,
            issuer_url: String::new(),
            timeout: Duration::from_secs(5),
        }
    }
}

impl WebIdentity {
    /// Whether `issuer_url` is a URL that an id can be put behind.
    pub(super) fn has_issuer_url_or_none(&self) -> bool {
        let url = &self.issuer_url;
        let is_http = url.starts_with("https://") || url.starts_with("http://");
        url.is_empty()
            || (is_http
                && !url.ends_with('/')
                && url.parse::<http::Uri>().is_ok_and(|url| url.query().is_none()))
    }
}
