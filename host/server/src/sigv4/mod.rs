//! Signature Version 4: who signed a request, and whether the signature holds.
//!
//! [`Signature::of`] reads what a request says of its own signature, from the `Authorization` header or from the query
//! of a presigned URL; that alone routes the request. [`Examined::new`] checks what can be checked without the secret
//! (the date, the signed headers), and [`Examined::verify`] the signature itself: `canonical` turns the request into
//! the canonical request, its hash goes into the string to sign, and `signing_key` derives and remembers the keys.
//!
//! Both algorithms are verified ([`Algorithm`]); where Amazon S3 signs otherwise than everybody else is in `dialect`, what
//! is signed of a body in `payload`, bodies in signed chunks are read by [`ChunkReader`], and what they carry is told by
//! [`ContentReader`] and [`unframed`]. A body that streams is checked on the way by [`StreamedContent`]; `framing` puts one into
//! chunks that is sent on.
//!
//! Source: "AWS Signature Version 4 for API requests" in the IAM User Guide. The texts of the errors are AWS's.

mod algorithm;
mod asymmetric;
mod authorization;
mod canonical;
mod chunks;
mod content;
mod date;
mod dialect;
mod error;
mod framing;
mod payload;
mod presigned;
mod scope;
mod sign;
mod signing_key;
mod streamed;
mod uri;
mod verify;

#[cfg(test)]
mod tests;

pub use algorithm::Algorithm;
pub use chunks::{ChunkReader, Trailer};
pub(crate) use content::unframe;
pub use content::{ContentReader, unframed};
pub use error::{ContentError, SignatureError};
pub(crate) use framing::{Framing, UNSIGNED_TRAILER, frame};
pub(crate) use payload::{HEADER as PAYLOAD_HEADER, UNSIGNED as UNSIGNED_PAYLOAD};
pub(crate) use presigned::is_presigned;
pub use scope::Scope;
pub(crate) use sign::{Signer, payload_hash, restate, unsign};
pub use signing_key::SigningKeys;
pub use streamed::StreamedContent;
pub use verify::Examined;

use std::borrow::Cow;

use crate::incoming::Incoming;
use awsim_plugin::upstream::Signed;

/// Whether a byte may stand in the name of a header: a token's (RFC 9110, section 5.6.2).
fn is_token(byte: u8) -> bool {
    matches!(
        byte,
        b'a'..=b'z' | b'0'..=b'9' | b'-' | b'A'..=b'Z' | b'!' | b'#'..=b'\'' | b'*' | b'+' | b'.' | b'^'..=b'`' | b'|' | b'~'
    )
}

/// What a request says of its own signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature<'r> {
    /// How it was made.
    pub algorithm: Algorithm,
    /// Whose key signed it, and for what.
    pub scope: Scope<'r>,
    /// The names of the signed headers, divided by semicolons.
    pub signed_headers: Cow<'r, str>,
    /// The signature in hexadecimal digits.
    pub signature: Cow<'r, str>,
    /// The session token that goes with temporary credentials.
    pub session_token: Option<Cow<'r, str>>,
    /// The regions that the signature is good for, divided by commas, where the scope does not name one.
    pub region_set: Option<Cow<'r, str>>,
    /// Where all of this stands.
    pub place: Place,
}

/// Where a request carries its signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the `Authorization` header.
    Header,
    /// In the query: a presigned URL.
    Query,
}

impl<'r> Signature<'r> {
    /// What the request says of its signature; none if it is not signed.
    ///
    /// # Errors
    /// [`SignatureError::Incomplete`] if it is signed and something is missing or unreadable, or if it is signed twice.
    pub fn of(incoming: &'r Incoming) -> Result<Option<Self>, SignatureError> {
        let presigned = presigned::is_presigned(incoming.query());
        let mut authorizations = incoming.headers.get_all(http::header::AUTHORIZATION).iter();
        let authorization = authorizations.next();
        if authorizations.next().is_some() {
            return Err(SignatureError::Incomplete("Found two Authorization headers.".to_owned()));
        }
        let signature = match authorization {
            Some(_) if presigned => Err(SignatureError::DoesNotMatch(
                "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header."
                    .to_owned(),
            )),
            Some(authorization) => authorization::parse(authorization, incoming).map(Some),
            None if presigned => presigned::parse(incoming).map(Some),
            None => Ok(None),
        }?;
        let is_wrong = |name: &str| name != ":authority" && !name.bytes().all(is_token);
        match &signature {
            Some(signed) if canonical::names(&signed.signed_headers).any(is_wrong) => {
                Err(SignatureError::Incomplete("A 'SignedHeader' is no name of a header.".to_owned()))
            }
            _ => Ok(signature),
        }
    }

    /// The `Authorization` header that says it, as AWS's own clients write it.
    fn authorization(&self) -> String {
        format!(
            "{} Credential={}/{}, SignedHeaders={}, Signature={}",
            self.algorithm.name(),
            self.scope.access_key_id,
            self.scope.signed(),
            self.signed_headers,
            self.signature
        )
    }

    /// What conditions of policies may ask of the signature of a request; none if the request does not say when it was
    /// signed.
    pub fn facts(&self, incoming: &'r Incoming) -> Option<Signed<'r>> {
        Some(Signed {
            algorithm: self.algorithm.name(),
            in_query: self.place == Place::Query,
            at: date::signed_at(incoming, self.place)?,
            payload: incoming.header(PAYLOAD_HEADER),
        })
    }

    /// The region that the request is for; none if it is signed for a pattern of regions.
    pub fn region(&self) -> Option<&str> {
        match &self.region_set {
            None => Some(&self.scope.region),
            Some(set) => set.split(',').map(str::trim).find(|region| !region.contains('*')),
        }
    }
}
