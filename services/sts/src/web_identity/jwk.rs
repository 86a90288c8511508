//! Keys as issuers publish them: JSON Web Key Sets (RFC 7517).

use serde::Deserialize;
use serde::de::IgnoredAny;

/// The most keys of a set that are looked at.
const MOST_KEYS: usize = 200;

/// A key set. Keys that are not understood are passed over, as RFC 7517 has it.
pub(super) struct KeySet {
    keys: Vec<PublicKey>,
}

/// A public key that signs.
#[derive(Debug, Deserialize)]
pub(super) struct PublicKey {
    /// Its id, if it has one.
    #[serde(default)]
    kid: Option<String>,
    /// What it is used for, if that is said.
    #[serde(default, rename = "use")]
    used_for: Option<String>,
    /// The one algorithm that it is for, if that is said.
    #[serde(default)]
    pub(super) alg: Option<String>,
    /// What it is made of.
    #[serde(flatten)]
    pub(super) material: Material,
}

/// What a key is made of; in base64url.
#[derive(Debug, Deserialize)]
#[serde(tag = "kty")]
pub(super) enum Material {
    /// An RSA key.
    #[serde(rename = "RSA")]
    Rsa {
        /// The modulus.
        n: String,
        /// The exponent.
        e: String,
    },
    /// A point on an elliptic curve.
    #[serde(rename = "EC")]
    Ec {
        /// The curve: `P-256`, `P-384`, `P-521`.
        crv: String,
        /// Its coordinates.
        x: String,
        /// Its coordinates.
        y: String,
    },
    /// A key for EdDSA (RFC 8037).
    #[serde(rename = "OKP")]
    Okp {
        /// The curve: `Ed25519`.
        crv: String,
        /// The public key.
        x: String,
    },
}

impl KeySet {
    /// Reads a key set; none if the text is none.
    pub(super) fn parse(text: &str) -> Option<Self> {
        #[derive(Deserialize)]
        struct Written {
            keys: Vec<Entry>,
        }

        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Entry {
            Known(PublicKey),
            Other(IgnoredAny),
        }

        let written: Written = serde_json::from_str(text).ok()?;
        let known = written.keys.into_iter().filter_map(|entry| match entry {
            Entry::Known(key) => Some(key),
            Entry::Other(IgnoredAny) => None,
        });
        let signs = |key: &PublicKey| key.used_for.as_deref().is_none_or(|used_for| used_for == "sig");
        Some(Self { keys: known.filter(signs).take(MOST_KEYS).collect() })
    }

    /// The keys that a token may have been signed with: the one that its header names, or all if it names none.
    pub(super) fn candidates<'k>(&'k self, kid: Option<&'k str>) -> impl Iterator<Item = &'k PublicKey> {
        self.keys.iter().filter(move |key| kid.is_none() || key.kid.as_deref() == kid)
    }
}
