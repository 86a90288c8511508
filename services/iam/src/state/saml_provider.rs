//! SAML providers.

use std::sync::Arc;

use awsim_plugin::access::Check;
use awsim_plugin::collection;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::{Collection, View};
use serde::{Deserialize, Serialize};

use super::resource::Resource;
use crate::names::Path;
use crate::provider_arn;
use crate::tagging::Taggable;
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

/// What a metadata document says of an identity provider.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SamlMetadata {
    /// The entity id.
    pub entity_id: Box<str>,
    /// The certificates with which assertions are signed, in base64 without white space.
    pub certificates: Vec<Box<str>>,
    /// When the document stops being valid, if it says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Timestamp>,
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

impl Resource for SamlProvider {
    const ARN_TYPE: &'static str = "saml-provider";

    fn collection() -> &'static Collection<String, Self> {
        &SAML_PROVIDERS
    }

    fn name(&self) -> &str {
        &self.name
    }

    fn path(&self) -> &Path {
        &Path::ROOT
    }

    fn tags(&self) -> &Tags {
        &self.tags
    }

    /// AWS names the ARN, by which requests name a provider.
    fn not_found(arn: &str) -> String {
        format!("Manifest not found for arn {arn}")
    }

    fn already_exists(name: &str) -> String {
        format!("SAMLProvider with name {name} already exists.")
    }
}

impl Taggable for SamlProvider {
    const KIND: &'static str = "SAMLProvider";

    fn tags_mut(&mut self) -> &mut Tags {
        &mut self.tags
    }

    /// Requests name a provider by its ARN.
    fn identified<'v>(state: &'v View, cx: &Context<'_>, arn: &str) -> Result<&'v Self, ServiceError> {
        provider_arn::find(state, cx, arn)
    }

    fn check(action: &'static str, cx: &Context<'_>, state: &View, arn: &str) -> Check {
        provider_arn::check::<Self>(action, cx, state, arn)
    }
}
