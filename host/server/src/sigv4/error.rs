//! What can be wrong with a signature.

use super::chunks::SMALLEST_CHUNK;

/// What is wrong with a signature, in AWS's words.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignatureError {
    /// `IncompleteSignature`: a part is missing or cannot be read.
    #[error("{0}")]
    Incomplete(String),
    /// `SignatureDoesNotMatch`: it can be read, and it does not hold.
    #[error("{0}")]
    DoesNotMatch(String),
    /// `AccessDenied`: these headers are not signed, and must be.
    #[error("There were headers present in the request which were not signed: {0}")]
    HeadersNotSigned(String),
    /// `RequestExpired`: a presigned URL is older than it says it may be.
    #[error("Request has expired")]
    Expired,
    /// `InvalidRequest`: what it says of its body cannot be read.
    #[error("{0}")]
    Payload(String),
    /// `XAmzContentSHA256Mismatch`: the body is not the one that was signed.
    #[error("The provided 'x-amz-content-sha256' header does not match what was computed.")]
    ContentDiffers,
    /// The body does not carry what the headers say.
    #[error(transparent)]
    Content(#[from] ContentError),
}

/// Why a body in chunks is not as it must be, or does not carry what the headers say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ContentError {
    /// `MissingContentLength`: they do not say how much.
    #[error("You must provide the Content-Length HTTP header.")]
    MissingLength,
    /// `IncompleteBody`: they say another length.
    #[error("You did not provide the number of bytes specified by the Content-Length HTTP header")]
    Incomplete,
    /// `InvalidChunkSizeError`: a chunk other than the last is too small.
    #[error("Only the last chunk is allowed to have a size less than {SMALLEST_CHUNK} bytes")]
    ChunkSize,
    /// `MalformedTrailerError`: they announce other trailing headers.
    #[error(
        "The request contained trailing data that was not well-formed or did not conform to our published schema."
    )]
    Trailer,
}

impl ContentError {
    /// The code and the HTTP status.
    pub fn code(self) -> (&'static str, u16) {
        match self {
            Self::MissingLength => ("MissingContentLength", 411),
            Self::Incomplete => ("IncompleteBody", 400),
            Self::ChunkSize => ("InvalidChunkSizeError", 403),
            Self::Trailer => ("MalformedTrailerError", 400),
        }
    }
}

impl SignatureError {
    /// The signature is not the one that belongs to the request.
    pub(super) fn mismatch() -> Self {
        Self::DoesNotMatch(
            "The request signature we calculated does not match the signature you provided. Check your AWS Secret \
             Access Key and signing method. Consult the service documentation for details."
                .to_owned(),
        )
    }

    /// The signature is not the one that belongs to the request, which should have been signed so.
    pub(super) fn mismatch_of(canonical_request: &[u8], string_to_sign: &str) -> Self {
        let canonical_request = String::from_utf8_lossy(canonical_request);
        Self::DoesNotMatch(format!(
            "{}\n\nThe Canonical String for this request should have been\n'{canonical_request}'\n\nThe \
             String-to-Sign should have been\n'{string_to_sign}'\n",
            Self::mismatch()
        ))
    }

    /// The algorithm is another one.
    pub(super) fn unsupported_algorithm(algorithm: &str) -> Self {
        Self::Incomplete(format!(
            "Unsupported AWS 'algorithm': '{algorithm}' (only AWS4-HMAC-SHA256 and AWS4-ECDSA-P256-SHA256). "
        ))
    }
}
