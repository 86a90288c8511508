//! Who vouches for the certificate of a server.

use std::sync::{Arc, OnceLock};

use awsim_plugin::federation::KeysError;
use tokio_rustls::rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use tokio_rustls::rustls::crypto::{
    CryptoProvider, aws_lc_rs, verify_tls12_signature, verify_tls13_signature,
};
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use tokio_rustls::rustls::{ClientConfig, DigitallySignedStruct, Error, RootCertStore, SignatureScheme};

use super::fetch::unreachable;

/// Who vouches for the certificate of a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trust {
    /// A certificate authority that this machine trusts.
    Authorities,
    /// Nobody need: it is only asked which certificate the server has, so that somebody can decide to trust it.
    Anybody,
}

impl Trust {
    /// The settings of connections; the authorities are read at the first need.
    ///
    /// # Errors
    /// [`KeysError`] if this machine trusts nobody.
    pub(super) fn config(self) -> Result<Arc<ClientConfig>, KeysError> {
        static AUTHORITIES: OnceLock<Arc<ClientConfig>> = OnceLock::new();
        static ANYBODY: OnceLock<Arc<ClientConfig>> = OnceLock::new();
        let (known, make): (_, fn(Arc<CryptoProvider>) -> _) = match self {
            Self::Authorities => (&AUTHORITIES, of_authorities),
            Self::Anybody => (&ANYBODY, of_anybody),
        };
        if let Some(config) = known.get() {
            return Ok(Arc::clone(config));
        }
        let config = make(Arc::new(aws_lc_rs::default_provider()))?;
        Ok(Arc::clone(known.get_or_init(|| Arc::new(config))))
    }
}

fn of_authorities(provider: Arc<CryptoProvider>) -> Result<ClientConfig, KeysError> {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    if roots.is_empty() {
        return Err(KeysError::Unreachable("this machine trusts no certificate authority".to_owned()));
    }
    let builder = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(unreachable)?;
    Ok(builder.with_root_certificates(roots).with_no_client_auth())
}

fn of_anybody(provider: Arc<CryptoProvider>) -> Result<ClientConfig, KeysError> {
    let builder = ClientConfig::builder_with_provider(Arc::clone(&provider))
        .with_safe_default_protocol_versions()
        .map_err(unreachable)?;
    let verifier = Arc::new(Whoever(provider));
    Ok(builder.dangerous().with_custom_certificate_verifier(verifier).with_no_client_auth())
}

/// Takes any certificate, if only the server has the key that belongs to it.
#[derive(Debug)]
struct Whoever(Arc<CryptoProvider>);

impl ServerCertVerifier for Whoever {
    fn verify_server_cert(
        &self,
        _certificate: &CertificateDer<'_>,
        _intermediates: &[CertificateDer<'_>],
        _name: &ServerName<'_>,
        _ocsp_response: &[u8],
        _now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls12_signature(message, certificate, signature, &self.0.signature_verification_algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls13_signature(message, certificate, signature, &self.0.signature_verification_algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.signature_verification_algorithms.supported_schemes()
    }
}
