//! Why a request is not believed to come from whom it says.

use awsim_plugin::error::ServiceError;
use awsim_plugin::operation::ProtocolName;

use crate::session::TokenError;
use crate::sigv4::{ContentError, SignatureError};

/// Why a request is refused before it is known who sent it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AuthenticationError {
    /// It is not signed, and it must be.
    #[error("Request is missing Authentication Token")]
    MissingToken,
    /// A part of its signature is missing or cannot be read.
    #[error("{0}")]
    IncompleteSignature(String),
    /// Its signature does not hold.
    #[error("{0}")]
    SignatureDoesNotMatch(String),
    /// The presigned URL is too old.
    #[error("Request has expired")]
    RequestExpired,
    /// What it says of its body cannot be read.
    #[error("{0}")]
    InvalidPayload(String),
    /// Its body is not the one that was signed.
    #[error("The provided 'x-amz-content-sha256' header does not match what was computed.")]
    ContentDiffers,
    /// Its body does not carry what its headers say.
    #[error(transparent)]
    Content(ContentError),
    /// The access key does not exist or is inactive, the session token does not go with it, or whom they belong to is
    /// gone, or the account is closed.
    #[error("The security token included in the request is invalid.")]
    InvalidToken,
    /// The session is over.
    #[error("The security token included in the request is expired")]
    ExpiredToken,
}

impl AuthenticationError {
    /// The error as services of a protocol answer it.
    ///
    /// Codes and statuses: "Common Errors" in the API references of IAM and STS for query services (403, but 400 for a
    /// signature that cannot be read), of DynamoDB and Organizations for JSON services (400).
    pub fn answer(self, protocol: ProtocolName) -> ServiceError {
        let query = matches!(protocol, ProtocolName::Query);
        let (code, status) = match (&self, query) {
            (Self::MissingToken, true) => ("MissingAuthenticationToken", 403),
            (Self::MissingToken, false) => ("MissingAuthenticationTokenException", 400),
            (Self::IncompleteSignature(_), true) => ("IncompleteSignature", 400),
            (Self::IncompleteSignature(_), false) => ("IncompleteSignatureException", 400),
            (Self::SignatureDoesNotMatch(_), true) => ("SignatureDoesNotMatch", 403),
            (Self::SignatureDoesNotMatch(_), false) => ("InvalidSignatureException", 400),
            (Self::RequestExpired, true) => ("RequestExpired", 403),
            (Self::RequestExpired, false) => ("RequestExpired", 400),
            (Self::InvalidPayload(_), _) => ("InvalidRequest", 400),
            (Self::Content(error), _) => error.code(),
            (Self::ContentDiffers, _) => ("XAmzContentSHA256Mismatch", 400),
            (Self::InvalidToken, true) => ("InvalidClientTokenId", 403),
            (Self::InvalidToken, false) => ("UnrecognizedClientException", 400),
            (Self::ExpiredToken, true) => ("ExpiredToken", 403),
            (Self::ExpiredToken, false) => ("ExpiredTokenException", 400),
        };
        ServiceError::sender(code, status, self.to_string())
    }
}

impl From<SignatureError> for AuthenticationError {
    fn from(error: SignatureError) -> Self {
        match error {
            SignatureError::Incomplete(message) => Self::IncompleteSignature(message),
            SignatureError::DoesNotMatch(message) => Self::SignatureDoesNotMatch(message),
            SignatureError::Expired => Self::RequestExpired,
            SignatureError::Payload(message) => Self::InvalidPayload(message),
            SignatureError::ContentDiffers => Self::ContentDiffers,
            SignatureError::Content(error) => Self::Content(error),
        }
    }
}

impl From<TokenError> for AuthenticationError {
    fn from(error: TokenError) -> Self {
        match error {
            TokenError::Invalid => Self::InvalidToken,
            TokenError::Expired => Self::ExpiredToken,
        }
    }
}
