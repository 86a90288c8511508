//! Whether a signature holds.

use awsim_plugin::shape::Timestamp;
use data_encoding::HEXLOWER;

use super::{Signature, SignatureError, SigningKeys, canonical, date};
use crate::incoming::Incoming;

/// A signed request with everything about its signature checked that takes no secret.
#[derive(Debug)]
pub struct Examined<'r> {
    incoming: &'r Incoming,
    signature: &'r Signature<'r>,
    date: String,
    signed_headers: Vec<String>,
}

impl<'r> Examined<'r> {
    /// Examines the date and the signed headers, in the order in which AWS complains.
    ///
    /// # Errors
    /// [`SignatureError::DoesNotMatch`] if the date is too far from `now` or is not the day of the scope, or if the
    /// host is not signed; [`SignatureError::Incomplete`] if there is no date.
    pub fn new(
        incoming: &'r Incoming,
        signature: &'r Signature<'r>,
        now: Timestamp,
    ) -> Result<Self, SignatureError> {
        let date = date::checked(incoming, signature, now)?;
        let signed_headers = canonical::signed_headers(&signature.signed_headers);
        if !signed_headers.iter().any(|name| matches!(name.as_str(), "host" | ":authority")) {
            return Err(SignatureError::DoesNotMatch(
                "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.".to_owned(),
            ));
        }
        Ok(Self { incoming, signature, date, signed_headers })
    }

    /// Verifies the signature.
    ///
    /// # Errors
    /// [`SignatureError::DoesNotMatch`] if it was not made with `secret` for this request.
    pub fn verify(&self, secret: &str, keys: &SigningKeys) -> Result<(), SignatureError> {
        let given =
            HEXLOWER.decode(self.signature.signature.as_bytes()).map_err(|_| SignatureError::mismatch())?;
        let request = canonical::request(self.incoming, self.signature.place, &self.signed_headers);
        let string_to_sign = canonical::string_to_sign(&request, &self.date, self.signature);
        if keys.verifies(secret, &self.signature.scope, &string_to_sign, &given) {
            Ok(())
        } else {
            Err(SignatureError::mismatch())
        }
    }
}
