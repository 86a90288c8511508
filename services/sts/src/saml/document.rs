//! XML from outside: read with nothing expanded, nothing fetched, and no deeper than anything that is meant.

use awsim_plugin::error::ServiceError;
use uppsala::{Document, NodeId, Parser};

use super::invalid;

/// Namespaces of SAML 2.0, XML signatures and XML encryption.
pub(super) const ASSERTION: &str = "urn:oasis:names:tc:SAML:2.0:assertion";
pub(super) const PROTOCOL: &str = "urn:oasis:names:tc:SAML:2.0:protocol";
pub(super) const SIGNATURE: &str = "http://www.w3.org/2000/09/xmldsig#";

/// The deepest nesting of elements.
const DEEPEST: u32 = 64;

/// Reads a document.
///
/// # Errors
/// `InvalidIdentityToken` (400) if it is none, or has a document type declaration, with which come all the entities that
/// grow or lead elsewhere.
pub(super) fn parse(text: &str) -> Result<Document<'_>, ServiceError> {
    let parser = Parser::new().with_forbid_dtd(true).with_max_depth(DEEPEST).with_max_entity_expansion(0);
    parser.parse(text).map_err(|_| invalid("Invalid base64 SAMLResponse"))
}

/// The one child of this name.
///
/// # Errors
/// `InvalidIdentityToken` (400) if there is none, or more than one, of which another reader might take the other.
pub(super) fn only(
    document: &Document<'_>,
    parent: NodeId,
    namespace: &str,
    name: &str,
) -> Result<NodeId, ServiceError> {
    optional(document, parent, namespace, name)?
        .ok_or_else(|| invalid(format!("{name} is missing in the response")))
}

/// The one child of this name, if there is one.
///
/// # Errors
/// `InvalidIdentityToken` (400) if there is more than one.
pub(super) fn optional(
    document: &Document<'_>,
    parent: NodeId,
    namespace: &str,
    name: &str,
) -> Result<Option<NodeId>, ServiceError> {
    match document.child_elements_by_name_ns(parent, namespace, name)[..] {
        [] => Ok(None),
        [child] => Ok(Some(child)),
        _ => Err(invalid(format!("{name} is in the response more than once"))),
    }
}

/// The text in an element, comments left out, without the white space around it.
pub(super) fn text(document: &Document<'_>, element: NodeId) -> String {
    document.text_content_deep(element).trim().to_owned()
}

/// An attribute without a namespace.
pub(super) fn attribute<'d>(document: &'d Document<'_>, element: NodeId, name: &str) -> Option<&'d str> {
    let attributes = &document.element(element)?.attributes;
    let found = attributes.iter().find(|attribute| attribute.name.matches(None, name))?;
    Some(&found.value)
}
