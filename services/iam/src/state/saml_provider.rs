//! SAML providers.

use std::sync::Arc;

use awsim_plugin::collection;
use awsim_plugin::shape::Timestamp;
use serde::{Deserialize, Serialize};

use super::resource::resource;
use crate::tagging::taggable;
use crate::tags::Tags;

collection! {
    /// SAML providers by name in lower case.
    pub static SAML_PROVIDERS: Collection<String, SamlProvider> = "iam"/"saml_providers" version 1;
}

/// A SAML provider: an identity provider whose assertions roles can trust.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SamlProvider {
    /// The name, as written.
    pub name: Box<str>,
    /// The unique id.
    pub uuid: Box<str>,
    /// The metadata document, as sent.
    pub document: Arc<str>,
    /// What the document says.
    pub metadata: SamlMetadata,
    /// When it was made.
    pub created: Timestamp,
    /// When its metadata stops being valid.
    pub valid_until: Timestamp,
    /// Whether assertions must be encrypted; none if nothing was said of encryption.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requires_encryption: Option<bool>,
    /// The private keys for encrypted assertions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub private_keys: Vec<SamlPrivateKey>,
    /// The tags.
    #[serde(default, skip_serializing_if = "Tags::is_empty")]
    pub tags: Tags,
}

/// What a metadata document says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SamlMetadata {
    /// The identity provider, the first one if the document has several.
    #[serde(flatten)]
    pub first: SamlEntity,
    /// The others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<SamlEntity>,
    /// When the document stops being valid, if it says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Timestamp>,
}

/// An identity provider.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SamlEntity {
    /// The entity id.
    pub entity_id: Box<str>,
    /// The certificates with which assertions are signed, in base64 without white space.
    pub certificates: Vec<Box<str>>,
}

impl SamlMetadata {
    /// The identity providers.
    pub(crate) fn entities(&self) -> impl Iterator<Item = &SamlEntity> {
        std::iter::once(&self.first).chain(&self.others)
    }
}

/// A private key with which assertions are decrypted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SamlPrivateKey {
    /// The key's id.
    pub id: Box<str>,
    /// The key in PEM, as sent.
    pub pem: Arc<str>,
    /// When it was added.
    pub added: Timestamp,
}

resource! {
    SamlProvider: "saml-provider" in SAML_PROVIDERS,
    name name, tags tags,
    // AWS names the ARN, by which requests name a provider.
    not_found |arn| format!("Manifest not found for arn {arn}"),
    already_exists |name| format!("SAMLProvider with name {name} already exists."),
}

taggable! { SamlProvider: "SAMLProvider" by provider_arn }
