//! The certificate that clients over HTTPS are to trust.

use super::answer::{Answer, Refusal};
use crate::core::Core;

/// The media type of certificates in PEM.
const PEM: &str = "application/x-pem-file";

/// The authority of the certificate that the host has made.
///
/// # Errors
/// 404 if HTTPS is not answered, or with a certificate that was given.
pub(super) fn show(core: &Core) -> Result<Answer, Refusal> {
    match core.tls.as_ref().and_then(|tls| tls.authority()) {
        Some(pem) => Ok(Answer::of(PEM, pem)),
        None => {
            let message =
                "This AWSim has made no certificate: tls.enabled is false, or tls.certificate names one.";
            Err(Refusal::new(404, "NoAuthority", message))
        }
    }
}
