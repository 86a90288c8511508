//! Credential scopes: `AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request`; without the region in Signature Version 4A,
//! whose requests name a set of regions elsewhere.

use std::borrow::Cow;

use super::{Algorithm, SignatureError};
use crate::ascii;

/// The last part of every scope.
pub(super) const TERMINATOR: &str = "aws4_request";

/// Whose key signed a request, and the scope that the signature is good for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope<'r> {
    /// The id of the access key.
    pub access_key_id: Cow<'r, str>,
    /// The day, `YYYYMMDD`.
    pub date: Cow<'r, str>,
    /// The region; empty if the signature is good for a set of regions.
    pub region: Cow<'r, str>,
    /// The signing name of the service.
    pub service: Cow<'r, str>,
}

impl<'r> Scope<'r> {
    /// Reads the parts that the algorithm has.
    ///
    /// # Errors
    /// [`SignatureError::Incomplete`] if there are more or fewer, [`SignatureError::DoesNotMatch`] if the last is not
    /// `aws4_request`.
    pub(super) fn parse(algorithm: Algorithm, text: Cow<'r, str>) -> Result<Self, SignatureError> {
        // A borrowed text is cut into borrowed parts; only percent-encoded queries are owned.
        match text {
            Cow::Borrowed(text) => Self::cut(algorithm, text, Cow::Borrowed),
            Cow::Owned(text) => Self::cut(algorithm, &text, |part| Cow::Owned(part.to_owned())),
        }
    }

    /// The scope without the access key id, as it is signed.
    pub(super) fn signed(&self) -> String {
        let mut text = String::new();
        self.sign_into(&mut text);
        text
    }

    /// Writes the same at the end of a text.
    pub(super) fn sign_into(&self, text: &mut String) {
        let parts = [&*self.date, &*self.region, &*self.service].into_iter();
        for part in parts.filter(|part| !part.is_empty()) {
            text.push_str(part);
            text.push('/');
        }
        text.push_str(TERMINATOR);
    }

    fn cut<'t>(
        algorithm: Algorithm,
        text: &'t str,
        part: impl Fn(&'t str) -> Cow<'r, str>,
    ) -> Result<Self, SignatureError> {
        let mut parts = ascii::pieces(text, |byte| byte == b'/');
        let mut next = || parts.next();
        let (access_key_id, date) = (next(), next());
        let region = match algorithm {
            Algorithm::HmacSha256 => next(),
            Algorithm::EcdsaP256Sha256 => Some(""),
        };
        let (Some(access_key_id), Some(date), Some(region), Some(service), Some(terminator), None) =
            (access_key_id, date, region, next(), next(), next())
        else {
            let (count, example) = match algorithm {
                Algorithm::HmacSha256 => (5, "keyid/date/region/service/term"),
                Algorithm::EcdsaP256Sha256 => (4, "keyid/date/service/term"),
            };
            return Err(SignatureError::Incomplete(format!(
                "Credential must have exactly {count} slash-delimited elements, e.g. {example}, got '{text}'"
            )));
        };
        if terminator != TERMINATOR {
            return Err(SignatureError::DoesNotMatch(format!(
                "Credential should be scoped with a valid terminator: 'aws4_request', not '{terminator}'. "
            )));
        }
        Ok(Self {
            access_key_id: part(access_key_id),
            date: part(date),
            region: part(region),
            service: part(service),
        })
    }
}
