//! From the text of a request to an assertion that is to be believed.

use awsim_plugin::error::ServiceError;
use awsim_plugin::federation::{SamlEntityRecord, SamlProviderRecord};
use awsim_plugin::shape::Timestamp;
use data_encoding::BASE64;
use uppsala::{Document, NodeId};

use super::assertion::Assertion;
use super::document::{self, ASSERTION, PROTOCOL};
use super::signature::Signatures;
use super::{decryption, invalid};
use crate::generated::ErrorCode;

const SUCCESS: &str = "urn:oasis:names:tc:SAML:2.0:status:Success";

/// The assertion in a response, verified: the provider signed it, or the whole response, it is for AWS, and it is valid
/// now.
///
/// # Errors
/// `InvalidIdentityToken` (400), `IDPRejectedClaim` (403) if the provider says that it refused, `ExpiredTokenException`
/// (400).
pub(super) fn verified(
    base64: &str,
    provider: &SamlProviderRecord,
    now: Timestamp,
) -> Result<Assertion, ServiceError> {
    let text = decoded(base64)?;
    let sent = document::parse(&text)?;
    let response = response(&sent)?;
    if provider.valid_until <= now {
        return Err(invalid("The metadata of the specified provider has expired"));
    }
    // If none is believed, the reason is that of the one that the response says it comes from.
    let claimed = document::optional(&sent, response, ASSERTION, "Issuer")?;
    let claimed = claimed.map(|issuer| document::text(&sent, issuer));
    let is_claimed = |entity: &&SamlEntityRecord| claimed.as_ref() == Some(&entity.id);
    let (first, others): (Vec<_>, Vec<_>) = provider.entities.iter().partition(is_claimed);
    let mut refusal = None;
    for entity in first.into_iter().chain(others) {
        match signed_by(entity, &sent, &text, response, provider, now) {
            Ok(assertion) => return Ok(assertion),
            Err(error) => refusal = refusal.or(Some(error)),
        }
    }
    Err(refusal.unwrap_or_else(|| invalid("Issuer not present in specified provider")))
}

/// The assertion in a response, if this identity provider of those in the metadata signed it.
fn signed_by(
    entity: &SamlEntityRecord,
    sent: &Document<'_>,
    text: &str,
    response: NodeId,
    provider: &SamlProviderRecord,
    now: Timestamp,
) -> Result<Assertion, ServiceError> {
    let signatures = Signatures::of(entity)?;
    let all_signed = signatures.cover(sent, text, response)?;
    let assertion = match document::optional(sent, response, ASSERTION, "EncryptedAssertion")? {
        None if provider.requires_encryption => {
            return Err(invalid("The SAML response must have an encrypted assertion"));
        }
        None => read(sent, text, response, all_signed, &signatures)?,
        Some(_) => {
            only_assertions(sent, 0)?;
            let text = decryption::decrypted(text, provider)?;
            let decrypted = document::parse(&text)?;
            let root = decrypted.document_element().ok_or_else(|| invalid("The response is empty"))?;
            let parent = document::only(&decrypted, root, ASSERTION, "EncryptedAssertion")?;
            read(&decrypted, &text, parent, all_signed, &signatures)?
        }
    };
    assertion.check(entity, now)?;
    Ok(assertion)
}

/// Reads the one assertion in `parent`, after it is sure that the provider signed it.
fn read(
    document: &Document<'_>,
    text: &str,
    parent: NodeId,
    all_signed: bool,
    signatures: &Signatures,
) -> Result<Assertion, ServiceError> {
    let assertion = document::only(document, parent, ASSERTION, "Assertion")?;
    // Another one, wherever it is hidden, could be the one that is signed.
    only_assertions(document, 1)?;
    let signed = signatures.cover(document, text, assertion)?;
    if !(signed || all_signed) {
        return Err(invalid("Response signature invalid"));
    }
    Assertion::read(document, assertion)
}

fn only_assertions(document: &Document<'_>, count: usize) -> Result<(), ServiceError> {
    match document.get_elements_by_tag_name_ns(ASSERTION, "Assertion").len() == count {
        true => Ok(()),
        false => Err(invalid("The SAML response must have exactly one assertion")),
    }
}

fn decoded(base64: &str) -> Result<String, ServiceError> {
    let base64: String = base64.split_ascii_whitespace().collect();
    let bytes = BASE64.decode(base64.as_bytes()).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    bytes.ok_or_else(|| invalid("Invalid base64 SAMLResponse"))
}

/// The response, which says that the provider let its user in.
fn response(document: &Document<'_>) -> Result<NodeId, ServiceError> {
    let root = document.document_element();
    let is_response = |root: &NodeId| {
        document.element(*root).is_some_and(|root| root.matches_name_ns(PROTOCOL, "Response"))
    };
    let response = root.filter(is_response).ok_or_else(|| invalid("Invalid base64 SAMLResponse"))?;
    let status = document::only(document, response, PROTOCOL, "Status")?;
    let code = document::only(document, status, PROTOCOL, "StatusCode")?;
    match document::attribute(document, code, "Value") {
        Some(SUCCESS) => Ok(response),
        code => Err(ErrorCode::IDPRejectedClaim.with(format!(
            "The identity provider reported that authentication failed: {}",
            code.unwrap_or_default()
        ))),
    }
}
