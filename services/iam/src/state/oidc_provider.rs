//! OpenID Connect providers.

use awsim_plugin::collection;
use awsim_plugin::shape::Timestamp;
use serde::{Deserialize, Serialize};

use super::resource::resource;
use crate::tagging::taggable;
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

resource! {
    OidcProvider: "oidc-provider" in OIDC_PROVIDERS,
    name url, tags tags,
    // AWS names the ARN, by which requests name a provider.
    not_found |arn| format!("OpenIDConnect Provider not found for arn {arn}"),
    already_exists |url| format!("Provider with url https://{url} already exists."),
}

taggable! { OidcProvider: "OpenIDConnectProvider" by provider_arn }
