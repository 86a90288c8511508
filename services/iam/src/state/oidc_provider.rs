//! OpenID Connect providers.

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
    /// OpenID Connect providers by URL without `https://`, in lower case.
    pub static OIDC_PROVIDERS: Collection<String, OidcProvider> = "iam"/"oidc_providers" version 1;
}

/// An OpenID Connect provider: an issuer whose tokens roles can trust.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OidcProvider {
    /// The URL without `https://`, as written; it is the name in the ARN.
    pub url: Box<str>,
    /// The client ids, in the order in which they came.
    #[serde(default)]
    pub client_ids: Vec<Box<str>>,
    /// The thumbprints of server certificates.
    #[serde(default)]
    pub thumbprints: Vec<Box<str>>,
    /// When it was made.
    pub created: Timestamp,
    /// The tags.
    #[serde(default, skip_serializing_if = "Tags::is_empty")]
    pub tags: Tags,
}

impl Resource for OidcProvider {
    const ARN_TYPE: &'static str = "oidc-provider";

    fn collection() -> &'static Collection<String, Self> {
        &OIDC_PROVIDERS
    }

    fn name(&self) -> &str {
        &self.url
    }

    fn path(&self) -> &Path {
        &Path::ROOT
    }

    fn tags(&self) -> &Tags {
        &self.tags
    }

    /// AWS names the ARN, by which requests name a provider.
    fn not_found(arn: &str) -> String {
        format!("OpenIDConnect Provider not found for arn {arn}")
    }

    fn already_exists(url: &str) -> String {
        format!("Provider with url https://{url} already exists.")
    }
}

impl Taggable for OidcProvider {
    const KIND: &'static str = "OpenIDConnectProvider";

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
