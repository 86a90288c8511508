//! Signatures of the provider.
//!
//! A valid signature somewhere in a response says nothing: it is a common attack to move what was signed aside and to put
//! something else in its place. So what counts is a signature that is a child of the element in question, that refers to
//! this element by its id and to nothing else, and that leaves out of it nothing but the signature itself. Keys come from
//! the provider's metadata only, never from the response.

use awsim_plugin::error::ServiceError;
use awsim_plugin::federation::SamlEntityRecord;
use bergshamra::keys::loader::load_x509_cert_der;
use bergshamra::{DsigContext, KeysManager, VerifyResult};
use data_encoding::BASE64;
use uppsala::{Document, NodeId};

use super::document::{self, SIGNATURE};
use super::invalid;

/// What may be done to an element before it is digested: leaving out the signature in it, and canonicalization
/// ("SAML Core", section 5.4.4).
const TRANSFORMS: [&str; 3] = [
    "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
    "http://www.w3.org/2001/10/xml-exc-c14n#",
    "http://www.w3.org/2001/10/xml-exc-c14n#WithComments",
];

/// How it may be signed: with a key pair, and a digest that is not broken.
const METHODS: [&str; 6] = [
    "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
    "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384",
    "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
    "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
    "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384",
    "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512",
];

/// The most signatures that are looked at: of the response, and of the assertion.
const MOST: usize = 2;

/// What verifies signatures of an identity provider.
pub(super) struct Signatures {
    context: DsigContext,
}

impl Signatures {
    /// Of an identity provider.
    ///
    /// # Errors
    /// `InvalidIdentityToken` (400) if it has no certificate that can be read.
    pub(super) fn of(entity: &SamlEntityRecord) -> Result<Self, ServiceError> {
        let mut keys = KeysManager::new();
        for certificate in &entity.certificates {
            let der = BASE64.decode(certificate.as_bytes()).unwrap_or_default();
            // One that cannot be read verifies nothing; another one may.
            if let Ok(key) = load_x509_cert_der(&der) {
                keys.add_key(key);
            }
        }
        if keys.is_empty() {
            return Err(invalid("The metadata of the specified provider has no usable certificate"));
        }
        Ok(Self { context: DsigContext::new(keys) })
    }

    /// Whether an element has a signature of the provider that covers it as it is.
    ///
    /// # Errors
    /// `InvalidIdentityToken` (400) if it has one that does not.
    pub(super) fn cover(
        &self,
        document: &Document<'_>,
        text: &str,
        element: NodeId,
    ) -> Result<bool, ServiceError> {
        let Some(signature) = document::optional(document, element, SIGNATURE, "Signature")? else {
            return Ok(false);
        };
        let refused = || invalid("Response signature invalid");
        if document.get_elements_by_tag_name_ns(SIGNATURE, "Signature").len() > MOST
            || !is_plain(document, signature, element)
        {
            return Err(refused());
        }
        let results =
            bergshamra::dsig::verify::verify_all_document_with_source(&self.context, document, Some(text));
        let covers = |result: VerifyResult| match result {
            VerifyResult::Valid { signature_node, references, .. } => {
                signature_node == signature
                    && matches!(&references[..], [reference]
                        if reference.digest_verified && reference.resolved_node == Some(element))
            }
            VerifyResult::Invalid { .. } => false,
        };
        match results.map_err(|_| refused())?.into_iter().any(covers) {
            true => Ok(true),
            false => Err(refused()),
        }
    }
}

/// Whether a signature does what signatures of SAML may do, and nothing else.
fn is_plain(document: &Document<'_>, signature: NodeId, element: NodeId) -> bool {
    let plain = || {
        let information = document::only(document, signature, SIGNATURE, "SignedInfo").ok()?;
        let method = document::only(document, information, SIGNATURE, "SignatureMethod").ok()?;
        let reference = document::only(document, information, SIGNATURE, "Reference").ok()?;
        let transforms = document::optional(document, reference, SIGNATURE, "Transforms").ok()?;
        let id = document::attribute(document, element, "ID").filter(|id| !id.is_empty())?;
        let refers = document::attribute(document, reference, "URI")?.strip_prefix('#')? == id;
        let method = document::attribute(document, method, "Algorithm")?;
        let transforms = transforms
            .map(|transforms| document.child_elements_by_name_ns(transforms, SIGNATURE, "Transform"))
            .unwrap_or_default();
        let is_known = |transform: &NodeId| {
            document::attribute(document, *transform, "Algorithm")
                .is_some_and(|name| TRANSFORMS.contains(&name))
        };
        Some(refers && METHODS.contains(&method) && transforms.iter().all(is_known))
    };
    plain().unwrap_or(false)
}
