//! What can be wrong with a signature.

/// What is wrong with a signature, in AWS's words.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignatureError {
    /// `IncompleteSignature`: a part is missing or cannot be read.
    #[error("{0}")]
    Incomplete(String),
    /// `SignatureDoesNotMatch`: it can be read, and it does not hold.
    #[error("{0}")]
    DoesNotMatch(String),
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

    /// The algorithm is another one.
    pub(super) fn unsupported_algorithm(algorithm: &str) -> Self {
        let mut message =
            format!("Unsupported AWS 'algorithm': '{algorithm}' (only AWS4-HMAC-SHA256 for now). ");
        if algorithm.starts_with("AWS4-ECDSA-") {
            message.push_str("Signature Version 4A is not supported by AWSim.");
        }
        Self::Incomplete(message)
    }
}
