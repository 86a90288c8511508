//! Private keys, as far as they must be known to tell whether they belong to a certificate: PKCS#1, PKCS#8 and SEC 1.

use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_ASN1_SIGNING, ECDSA_P384_SHA384_ASN1_SIGNING, EcdsaKeyPair, EcdsaSigningAlgorithm,
};
use awsim_plugin::error::ServiceError;
use pkcs1::der::Decode;
use pkcs8::PrivateKeyInfoRef;
use sec1::EcPrivateKey;
use x509_parser::oid_registry::{OID_EC_P256, OID_NIST_EC_P384};
use x509_parser::pem::Pem;
use x509_parser::public_key::PublicKey;
use x509_parser::x509::SubjectPublicKeyInfo;

use super::Certificate;
use crate::generated::ErrorCode;

/// A private key.
pub(crate) enum PrivateKey {
    /// An RSA key, by its public half.
    Rsa {
        /// The modulus, without leading zeros.
        modulus: Vec<u8>,
        /// The public exponent, without leading zeros.
        exponent: Vec<u8>,
    },
    /// A key on an elliptic curve.
    EllipticCurve {
        /// The secret number.
        secret: Vec<u8>,
        /// The public point, which files mostly have too.
        point: Option<Vec<u8>>,
    },
}

impl PrivateKey {
    /// Reads a key in PEM.
    ///
    /// # Errors
    /// `MalformedCertificate` (400) if it is none, or encrypted.
    pub(crate) fn read(text: &str) -> Result<Self, ServiceError> {
        if text.contains("ENCRYPTED") {
            return Err(ErrorCode::MalformedCertificate.with("Unable to parse key; the body is encrypted."));
        }
        // OpenSSL writes the curve into a block of its own before the key.
        let block = Pem::iter_from_buffer(text.as_bytes())
            .filter_map(Result::ok)
            .find(|block| block.label != "EC PARAMETERS");
        let block = block.ok_or_else(invalid)?;
        let key = match &*block.label {
            "RSA PRIVATE KEY" => Self::rsa(&block.contents),
            "EC PRIVATE KEY" => Self::elliptic_curve(&block.contents),
            "PRIVATE KEY" => Self::pkcs8(&block.contents),
            _ => None,
        };
        key.ok_or_else(invalid)
    }

    fn pkcs8(der: &[u8]) -> Option<Self> {
        let info = PrivateKeyInfoRef::try_from(der).ok()?;
        let key = info.private_key.as_bytes();
        if info.algorithm.oid == pkcs1::ALGORITHM_OID { Self::rsa(key) } else { Self::elliptic_curve(key) }
    }

    fn rsa(der: &[u8]) -> Option<Self> {
        let key = pkcs1::RsaPrivateKeyRef::from_der(der).ok()?;
        Some(Self::Rsa {
            modulus: key.modulus.as_bytes().to_vec(),
            exponent: key.public_exponent.as_bytes().to_vec(),
        })
    }

    fn elliptic_curve(der: &[u8]) -> Option<Self> {
        let key = EcPrivateKey::try_from(der).ok()?;
        Some(Self::EllipticCurve {
            secret: key.private_key.to_vec(),
            point: key.public_key.map(<[u8]>::to_vec),
        })
    }

    /// Refuses a key that does not belong to the certificate.
    ///
    /// # Errors
    /// `KeyPairMismatch` (400).
    pub(crate) fn refuse_other(&self, certificate: &Certificate<'_>) -> Result<(), ServiceError> {
        let public = certificate.public_key();
        let belongs = match (self, public.parsed()) {
            (Self::Rsa { modulus, exponent }, Ok(PublicKey::RSA(rsa))) => {
                without_zeros(rsa.modulus) == modulus && without_zeros(rsa.exponent) == exponent
            }
            (Self::EllipticCurve { secret, point }, Ok(PublicKey::EC(certified))) => match curve(public) {
                // The point is computed anew from the secret.
                Some(curve) => {
                    EcdsaKeyPair::from_private_key_and_public_key(curve, secret, certified.data()).is_ok()
                }
                None => point.as_deref() == Some(certified.data()),
            },
            _ => false,
        };
        if belongs {
            return Ok(());
        }
        Err(ErrorCode::KeyPairMismatch
            .with("The private key does not match the public key of the certificate."))
    }
}

/// The curve of a public key, if it is one whose points can be computed here.
fn curve(public: &SubjectPublicKeyInfo<'_>) -> Option<&'static EcdsaSigningAlgorithm> {
    let curve = public.algorithm.parameters.as_ref()?.as_oid().ok()?;
    if curve == OID_EC_P256 {
        Some(&ECDSA_P256_SHA256_ASN1_SIGNING)
    } else if curve == OID_NIST_EC_P384 {
        Some(&ECDSA_P384_SHA384_ASN1_SIGNING)
    } else {
        None
    }
}

fn without_zeros(number: &[u8]) -> &[u8] {
    &number[number.iter().take_while(|byte| **byte == 0).count()..]
}

fn invalid() -> ServiceError {
    ErrorCode::MalformedCertificate.with("Invalid Private Key.")
}
