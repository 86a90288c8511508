//! Where an upstream is, and how it is spoken to.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The settings of a service that runs elsewhere, in its section `[services.NAME]`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct UpstreamSettings {
    /// The server that does the work; empty if there is none, and the service is not offered.
    pub upstream: Address,
    /// How requests are signed that are passed on.
    pub signing: Signing,
    /// The access key that the upstream knows, for requests that are signed anew and for what the host asks by itself.
    pub access_key_id: String,
    /// The secret access key that goes with it.
    pub secret_access_key: String,
    /// For how many seconds an answer is waited for, and for how many it may stand still.
    pub timeout_seconds: u32,
    /// The file with the certificates of the authorities that are trusted, in PEM, if the server speaks HTTPS; empty for
    /// those that this machine trusts.
    pub authorities: String,
}

impl Default for UpstreamSettings {
    fn default() -> Self {
        Self {
            upstream: Address::default(),
            signing: Signing::default(),
            access_key_id: "test".to_owned(),
            secret_access_key: "test".to_owned(),
            timeout_seconds: 60,
            authorities: String::new(),
        }
    }
}

impl fmt::Debug for UpstreamSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { upstream, signing, access_key_id, timeout_seconds, authorities, .. } = self;
        f.debug_struct("UpstreamSettings")
            .field("upstream", upstream)
            .field("signing", signing)
            .field("access_key_id", access_key_id)
            .field("timeout_seconds", timeout_seconds)
            .field("authorities", authorities)
            .finish_non_exhaustive()
    }
}

/// The address of an upstream: `http://HOST:PORT`, `https://HOST`, or nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Address(String);

impl Address {
    /// The address without its scheme; none if there is no upstream.
    pub fn authority(&self) -> Option<&str> {
        authority(&self.0)
    }

    /// Whether it is spoken to in HTTPS.
    pub fn is_secure(&self) -> bool {
        self.0.starts_with(HTTPS)
    }
}

const HTTP: &str = "http://";
const HTTPS: &str = "https://";

fn authority(address: &str) -> Option<&str> {
    address.strip_prefix(HTTP).or_else(|| address.strip_prefix(HTTPS))
}

impl TryFrom<String> for Address {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let text = text.strip_suffix('/').unwrap_or(&text);
        let is_authority = |authority: &str| {
            !authority.is_empty()
                && authority.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_:[]".contains(&byte))
        };
        match authority(text) {
            Some(authority) if is_authority(authority) => Ok(Self(text.to_owned())),
            None if text.is_empty() => Ok(Self::default()),
            _ => {
                Err(format!("`upstream` is {text:?}: expected an address such as \"http://127.0.0.1:8000\""))
            }
        }
    }
}

impl From<Address> for String {
    fn from(address: Address) -> String {
        address.0
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How requests are signed that are passed on. At the door, every signature has been verified.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Signing {
    /// As they came: for an upstream that reads the signature and does not verify it, as emulators do.
    #[default]
    Same,
    /// Anew, with the configured access key: for an upstream that verifies signatures.
    Own,
    /// Not at all.
    None,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_server_and_nothing_else() {
        let address = |text: &str| Address::try_from(text.to_owned());
        assert_eq!(address("http://127.0.0.1:8000/").unwrap().authority(), Some("127.0.0.1:8000"));
        assert_eq!(address("http://[::1]:8000").unwrap().to_string(), "http://[::1]:8000");
        assert_eq!(address("").unwrap().authority(), None);
        let secure = address("https://storage.example").unwrap();
        assert!(secure.is_secure() && secure.authority() == Some("storage.example"));
        for wrong in ["127.0.0.1:8000", "http://", "http://a/b", "http://u@a", "ftp://a", "http://a?b"] {
            assert!(address(wrong).is_err(), "{wrong}");
        }
    }
}
