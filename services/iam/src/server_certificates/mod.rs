//! Server certificates: what load balancers and distributions show to their clients.

mod delete;
mod get;
mod list;
#[cfg(test)]
mod tests;
mod update;
mod upload;

use awsim_plugin::context::Context;

use crate::generated::ServerCertificateMetadata;
use crate::state::{Resource, ServerCertificate};

/// What is said of a certificate besides its contents.
fn metadata(cx: &Context<'_>, certificate: &ServerCertificate) -> ServerCertificateMetadata {
    ServerCertificateMetadata {
        path: certificate.path.to_string(),
        server_certificate_name: certificate.name.to_string(),
        server_certificate_id: certificate.id.to_string(),
        arn: certificate.arn(cx),
        upload_date: Some(certificate.uploaded),
        expiration: Some(certificate.expires),
    }
}
