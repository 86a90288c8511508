//! Whether a signature holds.

use std::borrow::Cow;

use awsim_plugin::shape::Timestamp;
use data_encoding::HEXLOWER;

use super::canonical::SignedHeaders;
use super::chunks::ChunkSigner;
use super::content::ContentReader;
use super::dialect::Dialect;
use super::payload::Payload;
use super::signing_key::Key;
use super::{Place, Signature, SignatureError, SigningKeys, authorization, canonical, date, presigned};
use crate::incoming::Incoming;

/// A signed request with everything about its signature checked that takes no secret.
#[derive(Debug)]
pub struct Examined<'r> {
    incoming: &'r Incoming,
    signature: &'r Signature<'r>,
    dialect: Dialect,
    date: Cow<'r, str>,
    signed_headers: SignedHeaders<'r>,
    pub(super) payload: Payload<'r>,
}

/// What nobody adds to a request without the signature noticing, or that proves itself: the date and what is said of the body
/// are signed in any case, and a session token opens only with its access key.
const COVERED: [&str; 3] = ["x-amz-date", "x-amz-content-sha256", "x-amz-security-token"];

/// Refuses headers that say something to Amazon S3 and are not signed: or else whoever has a presigned URL to put an object
/// could open it to everybody, or have another one copied to its place ("SignedHeaders … must include the HTTP host header. If
/// you plan to include any of the x-amz-* headers, these headers must also be included", "Authenticating Requests: Using Query
/// Parameters", Amazon S3 API reference).
fn refuse_unsigned(incoming: &Incoming, signed_headers: &[Cow<'_, str>]) -> Result<(), SignatureError> {
    let is_unsigned = |name: &&str| {
        name.starts_with("x-amz-")
            && !COVERED.contains(name)
            && !signed_headers.iter().any(|signed| signed == *name)
    };
    let unsigned: Vec<&str> = incoming.headers.keys().map(|name| name.as_str()).filter(is_unsigned).collect();
    match unsigned[..] {
        [] => Ok(()),
        _ => Err(SignatureError::HeadersNotSigned(unsigned.join(", "))),
    }
}

impl<'r> Examined<'r> {
    /// Examines the date, the signed headers and what is said of the body, in the order in which AWS complains.
    ///
    /// # Errors
    /// [`SignatureError::DoesNotMatch`] if the date is too far from `now` or is not the day of the scope, or if the
    /// host, or the regions that the signature is good for, are not signed, or if a signed header is not there;
    /// [`SignatureError::HeadersNotSigned`] where the service wants more of them to be;
    /// [`SignatureError::Incomplete`] if there is no date; [`SignatureError::Expired`] and [`SignatureError::Payload`] where
    /// the service has them.
    pub fn new(
        incoming: &'r Incoming,
        signature: &'r Signature<'r>,
        now: Timestamp,
    ) -> Result<Self, SignatureError> {
        Self::in_dialect(incoming, signature, now, Dialect::of(&signature.scope.service))
    }

    pub(super) fn in_dialect(
        incoming: &'r Incoming,
        signature: &'r Signature<'r>,
        now: Timestamp,
        dialect: Dialect,
    ) -> Result<Self, SignatureError> {
        let date = date::checked(incoming, signature, dialect, now)?;
        let signed_headers = canonical::signed_headers(&signature.signed_headers);
        if !signed_headers.iter().any(|name| matches!(&**name, "host" | ":authority")) {
            return Err(SignatureError::DoesNotMatch(
                "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.".to_owned(),
            ));
        }
        // In a presigned URL it stands in the query, all of which is signed.
        let is_in_header = signature.region_set.is_some() && signature.place == Place::Header;
        if is_in_header && !signed_headers.iter().any(|name| name == authorization::REGION_SET) {
            return Err(SignatureError::DoesNotMatch(
                "'X-Amz-Region-Set' must be a 'SignedHeader' in the AWS Authorization.".to_owned(),
            ));
        }
        if dialect.is_storage {
            refuse_unsigned(incoming, &signed_headers)?;
        }
        let payload = Payload::of(incoming, signature, dialect)?;
        // HTTP/2 has the host in the target.
        let is_host =
            |name: &str| matches!(name, "host" | ":authority") && incoming.uri.authority().is_some();
        let is_there = |name: &Cow<'_, str>| is_host(name) || incoming.headers.contains_key(&**name);
        if let Some(name) = signed_headers.iter().find(|name| !is_there(name)) {
            return Err(SignatureError::DoesNotMatch(format!(
                "The request has no header '{name}', which is a 'SignedHeader' in the AWS Authorization."
            )));
        }
        Ok(Self { incoming, signature, dialect, date, signed_headers, payload })
    }

    /// Verifies the signature of the request and all of its body.
    ///
    /// # Errors
    /// [`SignatureError::DoesNotMatch`] if it was not made with `secret` for this request;
    /// [`SignatureError::ContentDiffers`] if it was, for another body.
    pub fn verify(&self, secret: &str, keys: &SigningKeys) -> Result<(), SignatureError> {
        let content = self.content(secret, keys)?;
        self.payload.check(&self.incoming.body)?;
        if let Some(mut content) = content {
            content.push(&self.incoming.body, &mut |_| {})?;
            content.finish()?;
        }
        Ok(())
    }

    /// Verifies the signature of the request without its body, and gives what reads and verifies the body if that comes in
    /// chunks: for a body that is too large to be kept.
    ///
    /// # Errors
    /// [`SignatureError::DoesNotMatch`] if the signature was not made with `secret` for this request;
    /// [`SignatureError::Content`] if the request does not say how much the body carries.
    pub fn content(&self, secret: &str, keys: &SigningKeys) -> Result<Option<ContentReader>, SignatureError> {
        let key = keys.key(secret, self.signature).ok_or_else(SignatureError::mismatch)?;
        self.verify_head(&key)?;
        let Payload::Chunked(chunking) = self.payload else { return Ok(None) };
        let signer = ChunkSigner {
            key,
            algorithm: self.signature.algorithm,
            date: self.date.clone().into_owned(),
            scope: self.signature.scope.signed(),
            previous: self.signature.signature.clone().into_owned(),
        };
        ContentReader::new(self.incoming, chunking, Some(signer)).map(Some)
    }

    fn verify_head(&self, key: &Key) -> Result<(), SignatureError> {
        let given = HEXLOWER.decode(self.signature.signature.as_bytes()).unwrap_or_default();
        let (request, string_to_sign) = self.signed(match self.signature.place {
            Place::Header => &[],
            Place::Query => &[presigned::SIGNATURE],
        });
        if key.verifies(string_to_sign.as_bytes(), &given) {
            return Ok(());
        }
        // A session token may be added to a presigned URL after it was signed; it proves itself.
        if self.signature.place == Place::Query && self.signature.session_token.is_some() {
            let (_, without_token) = self.signed(&[presigned::SIGNATURE, presigned::SECURITY_TOKEN]);
            if key.verifies(without_token.as_bytes(), &given) {
                return Ok(());
            }
        }
        Err(SignatureError::mismatch_of(&request, &string_to_sign))
    }

    /// The canonical request without these parameters of the query, and its string to sign.
    pub(super) fn signed(&self, unsigned: &[&str]) -> (Vec<u8>, String) {
        let payload = self.payload.canonical(&self.incoming.body);
        let request =
            canonical::request(self.incoming, self.dialect, unsigned, &self.signed_headers, &payload);
        let string_to_sign = canonical::string_to_sign(&request, &self.date, self.signature);
        (request, string_to_sign)
    }
}
