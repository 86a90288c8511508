//! Server certificates.

use awsim_plugin::collection;
use awsim_plugin::shape::Timestamp;
use serde::{Deserialize, Serialize};

use super::resource::resource;
use crate::names::Path;
use crate::tagging::taggable;
use crate::tags::Tags;

collection! {
    /// Server certificates by name in lower case.
    pub static SERVER_CERTIFICATES: Collection<String, ServerCertificate> = "iam"/"server_certificates" version 1;
}

/// A server certificate. Its private key, which IAM hands to nobody but load balancers, is checked and not kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServerCertificate {
    /// The name, as written.
    pub name: Box<str>,
    /// The unique id, `ASCA…`.
    pub id: Box<str>,
    /// The path.
    #[serde(default, skip_serializing_if = "Path::is_root")]
    pub path: Path,
    /// When it was uploaded.
    pub uploaded: Timestamp,
    /// When the certificate ends to be valid.
    pub expires: Timestamp,
    /// The certificate in PEM, without the final newline.
    pub body: Box<str>,
    /// The certificates of its issuers in PEM, without the final newline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chain: Option<Box<str>>,
    /// The tags.
    #[serde(default, skip_serializing_if = "Tags::is_empty")]
    pub tags: Tags,
}

resource! {
    ServerCertificate: "server-certificate" in SERVER_CERTIFICATES,
    name name, path path, tags tags,
    not_found |name| format!("The Server Certificate with name {name} cannot be found."),
    already_exists |name| format!("The Server Certificate with name {name} already exists."),
}

taggable! { ServerCertificate: "ServerCertificate" }
