//! Which certificates of upstreams are believed.

use std::path::Path;
use std::sync::Arc;

use awsim_plugin::upstream::UpstreamSettings;
use tokio_rustls::rustls::crypto::aws_lc_rs;
use tokio_rustls::rustls::pki_types::CertificateDer;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

/// How connections to an upstream are made safe: with the authorities that its settings name, or those of this machine.
///
/// # Errors
/// A text, if the authorities cannot be read or there are none.
pub(super) fn client_config(settings: &UpstreamSettings) -> Result<ClientConfig, String> {
    let mut roots = RootCertStore::empty();
    if settings.upstream.is_secure() {
        match settings.authorities.as_str() {
            "" => roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs),
            file => roots.add_parsable_certificates(read(Path::new(file))?),
        };
        if roots.is_empty() {
            return Err(format!("no certificate authority is known that {} could be of", settings.upstream));
        }
    }
    let builder = ClientConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()));
    let builder = builder.with_safe_default_protocol_versions().map_err(|error| error.to_string())?;
    Ok(builder.with_root_certificates(roots).with_no_client_auth())
}

fn read(file: &Path) -> Result<Vec<CertificateDer<'static>>, String> {
    CertificateDer::pem_file_iter(file)
        .and_then(Iterator::collect::<Result<Vec<_>, _>>)
        .map_err(|error| format!("{}: {error}", file.display()))
}
