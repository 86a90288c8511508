//! Credential scopes: `AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request`.

use std::borrow::Cow;

use super::SignatureError;

/// The last part of every scope.
pub(super) const TERMINATOR: &str = "aws4_request";

/// Whose key signed a request, and the scope that the signature is good for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope<'r> {
    /// The id of the access key.
    pub access_key_id: Cow<'r, str>,
    /// The day, `YYYYMMDD`.
    pub date: Cow<'r, str>,
    /// The region.
    pub region: Cow<'r, str>,
    /// The signing name of the service.
    pub service: Cow<'r, str>,
}

impl<'r> Scope<'r> {
    /// Reads the five parts.
    ///
    /// # Errors
    /// [`SignatureError::Incomplete`] if there are not five, [`SignatureError::DoesNotMatch`] if the last is not
    /// `aws4_request`.
    pub(super) fn parse(text: Cow<'r, str>) -> Result<Self, SignatureError> {
        // A borrowed text is cut into borrowed parts; only percent-encoded queries are owned.
        match text {
            Cow::Borrowed(text) => Self::cut(text, Cow::Borrowed),
            Cow::Owned(text) => Self::cut(&text, |part| Cow::Owned(part.to_owned())),
        }
    }

    fn cut<'t>(text: &'t str, part: impl Fn(&'t str) -> Cow<'r, str>) -> Result<Self, SignatureError> {
        let mut parts = text.split('/');
        let mut next = || parts.next();
        let (Some(access_key_id), Some(date), Some(region), Some(service), Some(terminator), None) =
            (next(), next(), next(), next(), next(), next())
        else {
            return Err(SignatureError::Incomplete(format!(
                "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got \
                 '{text}'"
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
