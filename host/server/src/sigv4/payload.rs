//! What a signature says of the body.
//!
//! Most services sign the hash of the whole body. Amazon S3 lets the header `x-amz-content-sha256` say what is signed
//! instead: a hash that the body must have, nothing (`UNSIGNED-PAYLOAD`), or the body in chunks, which
//! [`chunks`](super::chunks) reads.
//!
//! Source: "Authenticating Requests: Using the Authorization Header" in the Amazon S3 API reference.

use std::borrow::Cow;

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::dialect::Dialect;
use super::{Algorithm, Place, Signature, SignatureError};
use crate::incoming::Incoming;

/// The body is not signed.
pub(crate) const UNSIGNED: &str = "UNSIGNED-PAYLOAD";

/// The header that says what is signed.
pub(crate) const HEADER: &str = "x-amz-content-sha256";

/// What is signed of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Payload<'r> {
    /// The hash of what arrived.
    Whole,
    /// This hash, in hexadecimal digits, which the body must have.
    Stated(&'r str),
    /// Nothing.
    Unsigned,
    /// The body in chunks.
    Chunked(Chunking),
}

/// How a body in chunks is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Chunking {
    /// How its chunks are signed; none if they are not.
    pub(super) algorithm: Option<Algorithm>,
    /// Whether headers follow the last chunk.
    pub(super) has_trailer: bool,
    /// The value of `x-amz-content-sha256`.
    pub(super) name: &'static str,
}

/// The ways to sign a body in chunks.
const CHUNKINGS: [Chunking; 5] = [
    Chunking::new("STREAMING-UNSIGNED-PAYLOAD-TRAILER", None, true),
    Chunking::new("STREAMING-AWS4-HMAC-SHA256-PAYLOAD", Some(Algorithm::HmacSha256), false),
    Chunking::new("STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER", Some(Algorithm::HmacSha256), true),
    Chunking::new("STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD", Some(Algorithm::EcdsaP256Sha256), false),
    Chunking::new("STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER", Some(Algorithm::EcdsaP256Sha256), true),
];

impl Chunking {
    const fn new(name: &'static str, algorithm: Option<Algorithm>, has_trailer: bool) -> Self {
        Self { algorithm, has_trailer, name }
    }
}

impl<'r> Payload<'r> {
    /// What a signature says of the body of a request.
    ///
    /// # Errors
    /// [`SignatureError::Payload`] if a service that wants the header does not find it, or cannot read it.
    pub(super) fn of(
        incoming: &'r Incoming,
        signature: &Signature<'_>,
        dialect: Dialect,
    ) -> Result<Self, SignatureError> {
        if !dialect.is_storage {
            return Ok(Self::Whole);
        }
        let Some(stated) = incoming.header(HEADER) else {
            return match signature.place {
                Place::Query => Ok(Self::Unsigned),
                Place::Header => Err(SignatureError::Payload(
                    "Missing required header for this request: x-amz-content-sha256".to_owned(),
                )),
            };
        };
        if stated == UNSIGNED {
            return Ok(Self::Unsigned);
        }
        if stated.len() == 64 && stated.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Ok(Self::Stated(stated));
        }
        let known = chunking(incoming)
            .filter(|chunking| chunking.algorithm.is_none_or(|algorithm| algorithm == signature.algorithm));
        known.map(Self::Chunked).ok_or_else(|| {
            SignatureError::Payload(
                "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, \
                 STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER, \
                 STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD, STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER or a \
                 valid sha256 value."
                    .to_owned(),
            )
        })
    }

    /// The last line of the canonical request.
    pub(super) fn canonical(self, body: &[u8]) -> Cow<'r, str> {
        match self {
            Self::Whole => Cow::Owned(hash(body)),
            Self::Stated(stated) => Cow::Borrowed(stated),
            Self::Unsigned => Cow::Borrowed(UNSIGNED),
            Self::Chunked(chunking) => Cow::Borrowed(chunking.name),
        }
    }

    /// Checks the body against a hash that was signed.
    ///
    /// # Errors
    /// [`SignatureError::ContentDiffers`] if it is another body's.
    pub(super) fn check(self, body: &[u8]) -> Result<(), SignatureError> {
        match self {
            Self::Stated(stated) if !hash(body).eq_ignore_ascii_case(stated) => {
                Err(SignatureError::ContentDiffers)
            }
            _ => Ok(()),
        }
    }
}

/// How the body of a request is signed, if it is in chunks.
pub(super) fn chunking(incoming: &Incoming) -> Option<Chunking> {
    let stated = incoming.header(HEADER)?;
    CHUNKINGS.into_iter().find(|chunking| chunking.name == stated)
}

/// SHA-256 in hexadecimal digits.
pub(super) fn hash(bytes: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(bytes))
}
