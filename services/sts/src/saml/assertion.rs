//! What an assertion says, and whether it says it to AWS and now.

use awsim_plugin::error::ServiceError;
use awsim_plugin::federation::SamlEntityRecord;
use awsim_plugin::shape::Timestamp;
use uppsala::{Document, NodeId};

use super::document::{self, ASSERTION};
use super::invalid;
use crate::generated::ErrorCode;

/// How far the clocks of providers may be off, and how soon an assertion must be redeemed, in seconds: "Token must be
/// redeemed within 5 minutes of issuance" ("Troubleshoot SAML federation with IAM", IAM User Guide).
const FIVE_MINUTES: i64 = 300;

const BEARER: &str = "urn:oasis:names:tc:SAML:2.0:cm:bearer";

/// The prefix of name formats that answers leave out.
const NAME_FORMAT: &str = "urn:oasis:names:tc:SAML:2.0:nameid-format:";

/// The format of a name that says nothing of it.
const UNSPECIFIED: &str = "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified";

/// An assertion, signed by its provider.
#[derive(Debug)]
pub(super) struct Assertion {
    /// The entity id of the provider.
    pub(super) issuer: String,
    /// The name of the subject.
    pub(super) subject: String,
    /// The format of that name.
    pub(super) format: String,
    /// Where the assertion was to be sent.
    pub(super) recipient: String,
    /// When the session at the provider ends, if it says so.
    pub(super) session_ends: Option<Timestamp>,
    /// Names and values of its attributes.
    pub(super) attributes: Vec<(String, Vec<String>)>,
    issued_at: Timestamp,
    audiences: Vec<String>,
    not_before: Vec<Timestamp>,
    not_on_or_after: Vec<Timestamp>,
}

impl Assertion {
    /// Reads an assertion.
    ///
    /// # Errors
    /// `InvalidIdentityToken` (400) if something is missing, or is there twice.
    pub(super) fn read(document: &Document<'_>, assertion: NodeId) -> Result<Self, ServiceError> {
        let child = |parent, name| document::only(document, parent, ASSERTION, name);
        let subject = child(assertion, "Subject")?;
        let name = child(subject, "NameID")?;
        let confirmation = bearer(document, subject)?;
        let conditions = child(assertion, "Conditions")?;
        let restriction = child(conditions, "AudienceRestriction")?;
        let texts = |parent, name: &str| {
            let elements = document.child_elements_by_name_ns(parent, ASSERTION, name);
            elements.into_iter().map(|element| document::text(document, element)).collect::<Vec<_>>()
        };
        let time = |element, name| time(document, element, name);
        let confirmed_until = time(confirmation, "NotOnOrAfter")?
            .ok_or_else(|| invalid("SubjectConfirmationData has no NotOnOrAfter"))?;
        let bounds = |name| -> Result<Vec<Timestamp>, ServiceError> {
            Ok([time(conditions, name)?, time(confirmation, name)?].into_iter().flatten().collect())
        };
        let mut session_ends = None;
        for statement in document.child_elements_by_name_ns(assertion, ASSERTION, "AuthnStatement") {
            session_ends = session_ends.into_iter().chain(time(statement, "SessionNotOnOrAfter")?).min();
        }
        let mut not_on_or_after = bounds("NotOnOrAfter")?;
        not_on_or_after.push(confirmed_until);
        Ok(Self {
            issuer: document::text(document, child(assertion, "Issuer")?),
            subject: document::text(document, name),
            format: document::attribute(document, name, "Format").unwrap_or(UNSPECIFIED).to_owned(),
            recipient: document::attribute(document, confirmation, "Recipient")
                .unwrap_or_default()
                .to_owned(),
            session_ends,
            attributes: attributes(document, assertion),
            issued_at: time(assertion, "IssueInstant")?
                .ok_or_else(|| invalid("The assertion has no IssueInstant"))?,
            audiences: texts(restriction, "Audience"),
            not_before: bounds("NotBefore")?,
            not_on_or_after,
        })
    }

    /// Checks that the identity provider issued it, for AWS, and that it is valid now.
    ///
    /// # Errors
    /// `InvalidIdentityToken` (400), or `ExpiredTokenException` (400) if its time is over.
    pub(super) fn check(&self, entity: &SamlEntityRecord, now: Timestamp) -> Result<(), ServiceError> {
        if self.issuer != entity.id {
            return Err(invalid("Issuer not present in specified provider"));
        }
        if !self.audiences.iter().any(|audience| is_aws(audience)) {
            return Err(invalid("Response does not contain the required audience"));
        }
        if !is_aws(&self.recipient) {
            return Err(invalid("Response does not contain the required recipient"));
        }
        if self.subject.is_empty() {
            return Err(invalid("Response does not contain a subject"));
        }
        let late = now >= self.issued_at.plus_seconds(FIVE_MINUTES);
        if late || self.not_on_or_after.iter().any(|end| *end <= now) {
            return Err(ErrorCode::ExpiredToken.with("Token must be redeemed within 5 minutes of issuance"));
        }
        let soonest = now.plus_seconds(FIVE_MINUTES);
        if self.issued_at > soonest || self.not_before.iter().any(|start| *start > soonest) {
            return Err(invalid("Token is not valid yet"));
        }
        Ok(())
    }

    /// The format of the subject's name, as answers and condition keys have it.
    pub(super) fn subject_type(&self) -> &str {
        self.format.strip_prefix(NAME_FORMAT).unwrap_or(&self.format)
    }

    /// The values of an attribute.
    pub(super) fn values(&self, name: &str) -> Option<&[String]> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, values)| &values[..])
    }
}

/// Whether this is AWS, as audience or as recipient: the sign-in endpoint, of a region or of all, with the id of a provider
/// or without, or AWS as such.
fn is_aws(text: &str) -> bool {
    if text == "urn:amazon:webservices" {
        return true;
    }
    let Some((host, path)) = text.strip_prefix("https://").and_then(|rest| rest.split_once('/')) else {
        return false;
    };
    let is_label = |label: &str| {
        !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    let is_host =
        host == "signin.aws.amazon.com" || host.strip_suffix(".signin.aws.amazon.com").is_some_and(is_label);
    let is_path = path == "saml" || path.strip_prefix("saml/acs/").is_some_and(is_label);
    is_host && is_path
}

/// The data with which whoever bears the assertion is confirmed to be its subject.
fn bearer(document: &Document<'_>, subject: NodeId) -> Result<NodeId, ServiceError> {
    let confirmations = document.child_elements_by_name_ns(subject, ASSERTION, "SubjectConfirmation");
    let is_bearer =
        |confirmation: &NodeId| document::attribute(document, *confirmation, "Method") == Some(BEARER);
    let confirmation = confirmations.into_iter().find(is_bearer);
    let confirmation = confirmation.ok_or_else(|| invalid("The subject is not confirmed for its bearer"))?;
    document::only(document, confirmation, ASSERTION, "SubjectConfirmationData")
}

fn time(document: &Document<'_>, element: NodeId, name: &str) -> Result<Option<Timestamp>, ServiceError> {
    let text = document::attribute(document, element, name);
    let parsed = text.map(Timestamp::parse).transpose();
    parsed.map_err(|_| invalid(format!("{name} is no date")))
}

fn attributes(document: &Document<'_>, assertion: NodeId) -> Vec<(String, Vec<String>)> {
    let mut attributes: Vec<(String, Vec<String>)> = Vec::new();
    let statements = document.child_elements_by_name_ns(assertion, ASSERTION, "AttributeStatement");
    let elements = statements
        .into_iter()
        .flat_map(|statement| document.child_elements_by_name_ns(statement, ASSERTION, "Attribute"));
    for element in elements {
        let Some(name) = document::attribute(document, element, "Name") else { continue };
        let values = document.child_elements_by_name_ns(element, ASSERTION, "AttributeValue");
        let values = values.into_iter().map(|value| document::text(document, value));
        match attributes.iter_mut().find(|(known, _)| known == name) {
            Some((_, known)) => known.extend(values),
            None => attributes.push((name.to_owned(), values.collect())),
        }
    }
    attributes
}
