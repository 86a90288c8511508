//! Whether HTTPS is answered, and with which certificate.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::text;

/// Whether HTTPS is answered, and with which certificate.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TlsSettings {
    /// Whether the port answers HTTPS beside HTTP.
    #[serde(deserialize_with = "text::flag")]
    pub enabled: bool,
    /// A file with a certificate and those that lead from it to its authority, in PEM. None: the host makes its own.
    #[serde(with = "text::path")]
    pub certificate: Option<PathBuf>,
    /// A file with the private key of the certificate, in PEM.
    #[serde(with = "text::path")]
    pub private_key: Option<PathBuf>,
    /// The names that a certificate which the host makes is also for, besides those of this machine for itself.
    #[serde(deserialize_with = "text::parsed", serialize_with = "text::shown")]
    pub names: Names,
}

/// Names of hosts, as a certificate has them: `awsim, *.awsim.test, 192.0.2.1`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names(Vec<String>);

impl Names {
    /// The names, one by one.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

impl FromStr for Names {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let names = text.split(',').map(str::trim).filter(|name| !name.is_empty());
        names
            .map(|name| if is_name(name) { Ok(name.to_owned()) } else { Err(expected(name)) })
            .collect::<Result<_, _>>()
            .map(Self)
    }
}

/// Whether a text can be the name of a host or an address.
fn is_name(text: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'*' | b':' | b'_');
    text.len() <= 253 && text.bytes().all(allowed)
}

fn expected(name: &str) -> String {
    format!("expected names of hosts and addresses, such as \"awsim, 192.0.2.1\"; {name:?} is neither")
}

impl fmt::Display for Names {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join(", "))
    }
}
