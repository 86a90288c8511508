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
    /// It has headers that must be signed and are not.
    #[error("There were headers present in the request which were not signed: {0}")]
    HeadersNotSigned(String),
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
    /// signature that cannot be read), of DynamoDB and Organizations for JSON services (400), of AWS Lambda for those of
    /// REST (403); "Error responses" in the one of Amazon S3 for restXml.
    pub fn answer(self, protocol: ProtocolName) -> ServiceError {
        let [query, json, rest_json, rest_xml] = self.told();
        let (code, status) = match protocol {
            ProtocolName::Query => query,
            ProtocolName::Json10 | ProtocolName::Json11 | ProtocolName::RpcV2Cbor => json,
            ProtocolName::RestJson => rest_json,
            ProtocolName::RestXml => rest_xml,
        };
        ServiceError::sender(code, status, self.to_string())
    }

    /// The code and status in the query protocol, in JSON, in restJson1 and in restXml.
    fn told(&self) -> [(&'static str, u16); 4] {
        /// In JSON, REST differs by its status only.
        const fn row(
            query: (&'static str, u16),
            json: &'static str,
            rest_xml: (&'static str, u16),
        ) -> [(&'static str, u16); 4] {
            [query, (json, 400), (json, 403), rest_xml]
        }
        match self {
            Self::MissingToken => row(
                ("MissingAuthenticationToken", 403),
                "MissingAuthenticationTokenException",
                ("AccessDenied", 403),
            ),
            Self::IncompleteSignature(_) => row(
                ("IncompleteSignature", 400),
                "IncompleteSignatureException",
                ("AuthorizationHeaderMalformed", 400),
            ),
            Self::SignatureDoesNotMatch(_) => row(
                ("SignatureDoesNotMatch", 403),
                "InvalidSignatureException",
                ("SignatureDoesNotMatch", 403),
            ),
            Self::HeadersNotSigned(_) => [("AccessDenied", 403); 4],
            Self::RequestExpired => row(("RequestExpired", 403), "RequestExpired", ("AccessDenied", 403)),
            Self::InvalidPayload(_) => [("InvalidRequest", 400); 4],
            Self::Content(error) => [error.code(); 4],
            Self::ContentDiffers => [("XAmzContentSHA256Mismatch", 400); 4],
            Self::InvalidToken => {
                row(("InvalidClientTokenId", 403), "UnrecognizedClientException", ("InvalidAccessKeyId", 403))
            }
            Self::ExpiredToken => row(("ExpiredToken", 403), "ExpiredTokenException", ("ExpiredToken", 400)),
        }
    }
}

impl From<SignatureError> for AuthenticationError {
    fn from(error: SignatureError) -> Self {
        match error {
            SignatureError::Incomplete(message) => Self::IncompleteSignature(message),
            SignatureError::DoesNotMatch(message) => Self::SignatureDoesNotMatch(message),
            SignatureError::HeadersNotSigned(names) => Self::HeadersNotSigned(names),
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
