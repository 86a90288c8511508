//! RSA public keys in their two encodings: SSH's (RFC 4253, section 6.6) and PEM (RFC 5280's `SubjectPublicKeyInfo`).

use awsim_plugin::error::ServiceError;
use data_encoding::{BASE64, HEXLOWER};
use md5::{Digest, Md5};
use pkcs1::der::asn1::BitStringRef;
use pkcs1::der::pem::LineEnding;
use pkcs1::der::{Decode, Encode, EncodePem};
use pkcs1::{RsaPublicKeyRef, UintRef};
use pkcs8::spki::{SubjectPublicKeyInfo, SubjectPublicKeyInfoRef};
use x509_parser::pem::Pem;

use crate::generated::{EncodingType, ErrorCode};

/// The name of the algorithm in SSH.
const ALGORITHM: &str = "ssh-rsa";

/// The shortest modulus, in bits.
const MINIMUM_BITS: usize = 2048;

/// An RSA public key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RsaPublicKey {
    /// The public exponent, without leading zeros.
    exponent: Vec<u8>,
    /// The modulus, without leading zeros.
    modulus: Vec<u8>,
}

impl RsaPublicKey {
    /// Reads a key as it is uploaded, and says how it was encoded.
    ///
    /// # Errors
    /// `UnrecognizedPublicKeyEncoding` (400) if it is neither of the two; `InvalidPublicKey` (400) if it is broken or too
    /// short.
    pub(super) fn read(text: &str) -> Result<(Self, EncodingType), ServiceError> {
        let text = text.trim();
        let (key, encoding) = if text.starts_with("-----BEGIN ") {
            (Self::from_pem(text)?, EncodingType::Pem)
        } else {
            (Self::from_ssh(text)?, EncodingType::Ssh)
        };
        match key {
            Some(key) if key.bits() >= MINIMUM_BITS => Ok((key, encoding)),
            Some(_) => Err(invalid(format!("The public key must have at least {MINIMUM_BITS} bits."))),
            None => Err(invalid("The public key is not valid.")),
        }
    }

    /// `ssh-rsa`, the key in base64, and a comment that may be absent.
    fn from_ssh(text: &str) -> Result<Option<Self>, ServiceError> {
        let mut words = text.split_whitespace();
        match words.next() {
            Some(ALGORITHM) => Ok(words.next().and_then(Self::from_stored)),
            _ => Err(unrecognized()),
        }
    }

    fn from_pem(text: &str) -> Result<Option<Self>, ServiceError> {
        let Some(Ok(block)) = Pem::iter_from_buffer(text.as_bytes()).next() else { return Ok(None) };
        match &*block.label {
            "PUBLIC KEY" => Ok(Self::from_spki(&block.contents)),
            "RSA PUBLIC KEY" => Ok(Self::from_pkcs1(&block.contents)),
            _ => Err(unrecognized()),
        }
    }

    fn from_spki(der: &[u8]) -> Option<Self> {
        let info = SubjectPublicKeyInfoRef::from_der(der).ok()?;
        let is_rsa = info.algorithm.oid == pkcs1::ALGORITHM_OID;
        Self::from_pkcs1(info.subject_public_key.as_bytes().filter(|_| is_rsa)?)
    }

    fn from_pkcs1(der: &[u8]) -> Option<Self> {
        let key = RsaPublicKeyRef::from_der(der).ok()?;
        Some(Self {
            exponent: key.public_exponent.as_bytes().to_vec(),
            modulus: key.modulus.as_bytes().to_vec(),
        })
    }

    /// Reads what [`to_stored`](Self::to_stored) writes.
    pub(super) fn from_stored(base64: &str) -> Option<Self> {
        let bytes = BASE64.decode(base64.as_bytes()).ok()?;
        let (name, rest) = field(&bytes)?;
        let (exponent, rest) = field(rest)?;
        let (modulus, rest) = field(rest)?;
        if name != ALGORITHM.as_bytes() || !rest.is_empty() {
            return None;
        }
        Some(Self { exponent: positive(exponent)?.to_vec(), modulus: positive(modulus)?.to_vec() })
    }

    /// The key in SSH's own form, in base64.
    pub(super) fn to_stored(&self) -> String {
        BASE64.encode(&self.to_wire())
    }

    /// The key as a line of SSH's `authorized_keys`, without a comment.
    pub(super) fn to_ssh(&self) -> String {
        format!("{ALGORITHM} {}", self.to_stored())
    }

    /// The key in PEM; none if it is too large to be encoded, which no key of an upload is.
    pub(super) fn to_pem(&self) -> Option<String> {
        let key = RsaPublicKeyRef {
            modulus: UintRef::new(&self.modulus).ok()?,
            public_exponent: UintRef::new(&self.exponent).ok()?,
        };
        let key = key.to_der().ok()?;
        let info = SubjectPublicKeyInfo {
            algorithm: pkcs1::ALGORITHM_ID,
            subject_public_key: BitStringRef::from_bytes(&key).ok()?,
        };
        info.to_pem(LineEnding::LF).ok()
    }

    /// The MD5 digest of the key in SSH's own form, in hexadecimal with colons.
    pub(super) fn fingerprint(&self) -> String {
        let pairs: Vec<String> =
            Md5::digest(self.to_wire()).iter().map(|byte| HEXLOWER.encode(&[*byte])).collect();
        pairs.join(":")
    }

    fn to_wire(&self) -> Vec<u8> {
        let mut wire = Vec::new();
        push_field(&mut wire, &[], ALGORITHM.as_bytes());
        for number in [&self.exponent, &self.modulus] {
            // A first bit that is set would make the number negative.
            let sign: &[u8] = if number.first().is_some_and(|byte| *byte >= 0x80) { &[0] } else { &[] };
            push_field(&mut wire, sign, number);
        }
        wire
    }

    fn bits(&self) -> usize {
        let zeros = self.modulus.first().map_or(0, |byte| byte.leading_zeros() as usize);
        self.modulus.len() * 8 - zeros
    }
}

/// A field, which has its length in four bytes before it, and what follows it.
fn field(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    rest.split_at_checked(usize::try_from(u32::from_be_bytes(*length)).ok()?)
}

/// A number that is more than zero, without leading zeros.
fn positive(number: &[u8]) -> Option<&[u8]> {
    let is_negative = number.first().is_some_and(|byte| *byte >= 0x80);
    let digits = &number[number.iter().take_while(|byte| **byte == 0).count()..];
    (!digits.is_empty() && !is_negative).then_some(digits)
}

fn push_field(wire: &mut Vec<u8>, sign: &[u8], bytes: &[u8]) {
    // Keys come from requests of a few kilobytes.
    let length = u32::try_from(sign.len() + bytes.len()).unwrap_or(u32::MAX);
    wire.extend_from_slice(&length.to_be_bytes());
    wire.extend_from_slice(sign);
    wire.extend_from_slice(bytes);
}

fn invalid(message: impl Into<String>) -> ServiceError {
    ErrorCode::InvalidPublicKey.with(message)
}

fn unrecognized() -> ServiceError {
    ErrorCode::UnrecognizedPublicKeyEncoding
        .with("The encoding of the public key is not recognized: it must be ssh-rsa or PEM.")
}
