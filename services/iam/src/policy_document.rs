//! Policy documents: checked when they come in, kept as they were sent, percent-encoded when they go out.

use std::fmt::Write as _;
use std::sync::Arc;

use awsim_plugin::error::ServiceError;
use awsim_policy::document::size_without_white_space;
use awsim_policy::validate::{PolicyKind, Strictness, validate};

/// A policy document that AWS would take, as it was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PolicyText(Arc<str>);

impl PolicyText {
    /// Checks a document for what it is to be: [`PolicyKind::Identity`] or [`PolicyKind::Trust`].
    ///
    /// # Errors
    /// `MalformedPolicyDocument` (400) with AWS's first complaint.
    pub(crate) fn parse(kind: PolicyKind, text: &str) -> Result<Self, ServiceError> {
        match validate(kind, Strictness::New, text) {
            Ok(_) => Ok(Self(text.into())),
            Err(error) => Err(ServiceError::sender(error.code(), 400, error.to_string())),
        }
    }

    /// The size that counts against quotas: characters without white space.
    pub(crate) fn size(&self) -> usize {
        size_without_white_space(&self.0)
    }

    /// The document.
    pub(crate) fn text(&self) -> &Arc<str> {
        &self.0
    }

    /// The document, by itself.
    pub(crate) fn into_text(self) -> Arc<str> {
        self.0
    }
}

/// The document as answers carry it: everything but RFC 3986's unreserved characters percent-encoded.
pub(crate) fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                encoded.push(char::from(byte))
            }
            // Writing to a string cannot fail.
            _ => drop(write!(encoded, "%{byte:02X}")),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    const TRUST: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}"#;

    #[test]
    fn documents_are_kept_as_sent() {
        let text = PolicyText::parse(PolicyKind::Trust, TRUST).unwrap();
        assert_eq!(text.size(), TRUST.len());
        assert_eq!(&*text.into_text(), TRUST);
    }

    #[test]
    fn what_is_no_policy_is_refused_in_aws_words() {
        let error = PolicyText::parse(PolicyKind::Trust, "{,}").unwrap_err();
        assert_eq!(error.to_string(), "MalformedPolicyDocument (400): This policy contains invalid Json");
        let error = PolicyText::parse(PolicyKind::Identity, "not json").unwrap_err();
        assert_eq!(error.to_string(), "MalformedPolicyDocument (400): Syntax errors in policy.");
    }

    #[test]
    fn percent_sequences_survive_the_way_out() {
        assert_eq!(encoded("{\"a%3Ab\": \"é*~\"}"), "%7B%22a%253Ab%22%3A%20%22%C3%A9%2A~%22%7D");
    }
}
