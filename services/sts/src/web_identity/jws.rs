//! Signed tokens in compact form (RFC 7515, RFC 7518, RFC 8037): taking them apart, and verifying them.
//!
//! What a token says of its algorithm is never a reason to believe it: an algorithm belongs to one kind of key, so that
//! a public key is never taken for a secret, and there is no algorithm without a key here.
//!
//! The API reference of `AssumeRoleWithWebIdentity` asks for "either RSA keys (RS256, RS384, or RS512) or ECDSA keys
//! (ES256, ES384, or ES512)". Beside those are PS256, PS384, PS512 and EdDSA with Ed25519, which no less prove who signed,
//! for issuers that have nothing else.

use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED, ECDSA_P384_SHA384_FIXED, ECDSA_P521_SHA512_FIXED, ED25519,
    EcdsaVerificationAlgorithm, RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_2048_8192_SHA384,
    RSA_PKCS1_2048_8192_SHA512, RSA_PSS_2048_8192_SHA256, RSA_PSS_2048_8192_SHA384, RSA_PSS_2048_8192_SHA512,
    RsaParameters, RsaPublicKeyComponents, UnparsedPublicKey,
};
use data_encoding::BASE64URL_NOPAD;
use serde::Deserialize;

use super::jwk::{Material, PublicKey};

/// A token, taken apart and not yet believed.
pub(super) struct Token<'t> {
    pub(super) header: Header,
    /// The claims, in JSON.
    pub(super) payload: Vec<u8>,
    signed: &'t [u8],
    signature: Vec<u8>,
}

/// The header of a token.
#[derive(Debug, Deserialize)]
pub(super) struct Header {
    /// The algorithm.
    pub(super) alg: String,
    /// The id of the key.
    #[serde(default)]
    pub(super) kid: Option<String>,
    /// Extensions that must be understood; none is.
    #[serde(default)]
    crit: Option<Vec<String>>,
}

/// The text is no signed token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Malformed;

impl<'t> Token<'t> {
    /// Takes a token apart.
    ///
    /// # Errors
    /// [`Malformed`].
    pub(super) fn parse(text: &'t str) -> Result<Self, Malformed> {
        let (signed, signature) = text.rsplit_once('.').ok_or(Malformed)?;
        let (header, payload) = signed.split_once('.').ok_or(Malformed)?;
        let header: Header = serde_json::from_slice(&decode(header)?).map_err(|_| Malformed)?;
        if header.crit.is_some() {
            return Err(Malformed);
        }
        Ok(Self {
            header,
            payload: decode(payload)?,
            signed: signed.as_bytes(),
            signature: decode(signature)?,
        })
    }

    /// Whether it says of itself that nobody signed it.
    pub(super) fn is_unsigned(&self) -> bool {
        self.header.alg == "none" && self.signature.is_empty()
    }

    /// The algorithm, if it is one that tokens may be signed with.
    pub(super) fn algorithm(&self) -> Option<Algorithm> {
        Algorithm::named(&self.header.alg)
    }

    /// Whether this key signed it.
    pub(super) fn is_signed_by(&self, key: &PublicKey) -> bool {
        let Some(algorithm) = self.algorithm() else { return false };
        if key.alg.as_deref().is_some_and(|only| only != self.header.alg) {
            return false;
        }
        match (algorithm, &key.material) {
            (Algorithm::Rsa(parameters), Material::Rsa { n, e }) => self.verify_rsa(parameters, n, e),
            (Algorithm::Ec(curve), Material::Ec { crv, x, y }) if curve.name == crv => {
                self.verify_ec(curve, x, y)
            }
            (Algorithm::EdDsa, Material::Okp { crv, x }) if crv == "Ed25519" => self.verify_ed25519(x),
            _ => false,
        }
    }

    fn verify_rsa(&self, parameters: &'static RsaParameters, n: &str, e: &str) -> bool {
        let (Ok(n), Ok(e)) = (decode(n), decode(e)) else { return false };
        let key = RsaPublicKeyComponents { n: without_zeros(&n), e: without_zeros(&e) };
        key.verify(parameters, self.signed, &self.signature).is_ok()
    }

    fn verify_ec(&self, curve: &Curve, x: &str, y: &str) -> bool {
        let (Ok(x), Ok(y)) = (decode(x), decode(y)) else { return false };
        if x.len() != curve.bytes || y.len() != curve.bytes {
            return false;
        }
        // An uncompressed point (SEC 1).
        let point = [&[4], &x[..], &y[..]].concat();
        let key = UnparsedPublicKey::new(curve.algorithm, point);
        key.verify(self.signed, &self.signature).is_ok()
    }

    fn verify_ed25519(&self, x: &str) -> bool {
        let Ok(x) = decode(x) else { return false };
        UnparsedPublicKey::new(&ED25519, x).verify(self.signed, &self.signature).is_ok()
    }
}

/// An algorithm, with the kind of key that it belongs to.
#[derive(Clone, Copy)]
pub(super) enum Algorithm {
    Rsa(&'static RsaParameters),
    Ec(&'static Curve),
    EdDsa,
}

/// An elliptic curve with its digest.
pub(super) struct Curve {
    name: &'static str,
    bytes: usize,
    algorithm: &'static EcdsaVerificationAlgorithm,
}

static P256: Curve = Curve { name: "P-256", bytes: 32, algorithm: &ECDSA_P256_SHA256_FIXED };
static P384: Curve = Curve { name: "P-384", bytes: 48, algorithm: &ECDSA_P384_SHA384_FIXED };
static P521: Curve = Curve { name: "P-521", bytes: 66, algorithm: &ECDSA_P521_SHA512_FIXED };

impl Algorithm {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "RS256" => Self::Rsa(&RSA_PKCS1_2048_8192_SHA256),
            "RS384" => Self::Rsa(&RSA_PKCS1_2048_8192_SHA384),
            "RS512" => Self::Rsa(&RSA_PKCS1_2048_8192_SHA512),
            "PS256" => Self::Rsa(&RSA_PSS_2048_8192_SHA256),
            "PS384" => Self::Rsa(&RSA_PSS_2048_8192_SHA384),
            "PS512" => Self::Rsa(&RSA_PSS_2048_8192_SHA512),
            "ES256" => Self::Ec(&P256),
            "ES384" => Self::Ec(&P384),
            "ES512" => Self::Ec(&P521),
            "EdDSA" => Self::EdDsa,
            _ => return None,
        })
    }
}

fn decode(text: &str) -> Result<Vec<u8>, Malformed> {
    BASE64URL_NOPAD.decode(text.as_bytes()).map_err(|_| Malformed)
}

fn without_zeros(number: &[u8]) -> &[u8] {
    let zeros = number.iter().take_while(|byte| **byte == 0).count();
    &number[zeros..]
}
