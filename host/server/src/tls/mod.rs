//! HTTPS, on the port that answers HTTP.
//!
//! The first byte of a connection tells which of the two it is: a TLS handshake begins with 22, a request with a letter.
//! The certificate is one that the configuration names ([`given`]), or one that the host makes and keeps in its data
//! directory with the authority that clients are to trust ([`self_made`]).

mod given;
mod self_made;

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::crypto::aws_lc_rs;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::{self, ServerConfig};
use tokio_rustls::server::TlsStream;

use crate::config::{Config, TlsSettings};

/// What a TLS handshake begins with: the type of its record (RFC 8446, section 5.1).
const HANDSHAKE: u8 = 22;

/// What a host needs to answer HTTPS.
pub struct Tls {
    acceptor: TlsAcceptor,
    authority: Option<Bytes>,
}

awsim_plugin::partial_debug!(Tls);

/// Why a host cannot answer HTTPS.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// A file cannot be read or written.
    #[error("{path} cannot be {attempt}: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// What was attempted.
        attempt: &'static str,
        /// What went wrong.
        source: io::Error,
    },
    /// A file does not hold what it should.
    #[error("{path} has no {what} in PEM")]
    Nothing {
        /// The file.
        path: PathBuf,
        /// What was looked for.
        what: &'static str,
    },
    /// A private key needs a passphrase, which nobody gives.
    #[error("{0} is encrypted; AWSim needs a private key without a passphrase")]
    Encrypted(PathBuf),
    /// The certificate is for another key.
    #[error("{key} is not the private key of the certificate in {certificate}")]
    OtherKey {
        /// The file with the certificate.
        certificate: PathBuf,
        /// The file with the key.
        key: PathBuf,
    },
    /// The certificate or the key is of a kind that TLS has no use for.
    #[error("the certificate in {certificate} and the private key in {key} cannot be used: {reason}")]
    Given {
        /// The file with the certificate.
        certificate: PathBuf,
        /// The file with the key.
        key: PathBuf,
        /// What rustls says.
        reason: rustls::Error,
    },
    /// What the host made itself cannot be used.
    #[error("the certificate cannot be used: {0}")]
    Unusable(#[from] rustls::Error),
    /// No certificate can be made.
    #[error("no certificate can be made: {0}")]
    NotMade(#[from] rcgen::Error),
}

/// Why a certificate and a key cannot be used, with the files that the configuration names.
fn unusable(reason: rustls::Error, settings: &TlsSettings) -> TlsError {
    let (Some(certificate), Some(key)) = (settings.certificate.clone(), settings.private_key.clone()) else {
        return reason.into();
    };
    match reason {
        rustls::Error::InconsistentKeys(rustls::InconsistentKeys::KeyMismatch) => {
            TlsError::OtherKey { certificate, key }
        }
        reason => TlsError::Given { certificate, key, reason },
    }
}

/// A certificate with those that lead to its authority, and its private key.
struct Identity {
    chain: Vec<CertificateDer<'static>>,
    key: PrivateKeyDer<'static>,
    /// The authority in PEM, if the host has made it.
    authority: Option<Bytes>,
}

/// A connection whose first byte has come.
pub(crate) enum Opened {
    /// HTTP in clear text.
    Plain(TcpStream),
    /// HTTPS.
    Secure(Box<TlsStream<TcpStream>>),
}

impl Tls {
    /// What the configuration asks for; none if only HTTP is answered.
    ///
    /// # Errors
    /// [`TlsError`] if the certificate cannot be had.
    pub fn of(config: &Config) -> Result<Option<Self>, TlsError> {
        let settings = &config.tls;
        if !settings.enabled {
            if settings.certificate.is_some() {
                tracing::warn!("tls.certificate is not used: tls.enabled is false");
            }
            return Ok(None);
        }
        let identity = match (&settings.certificate, &settings.private_key) {
            (Some(certificate), Some(key)) => given::read(certificate, key)?,
            _ => self_made::load_or_make(&config.data_dir, config.address, &settings.names)?,
        };
        let mut server = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_single_cert(identity.chain, identity.key)
            .map_err(|reason| unusable(reason, settings))?;
        server.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        Ok(Some(Self { acceptor: TlsAcceptor::from(Arc::new(server)), authority: identity.authority }))
    }

    /// The certificate in PEM that clients are to trust, if the host has made it.
    pub(crate) fn authority(&self) -> Option<Bytes> {
        self.authority.clone()
    }

    /// Waits for the first byte of a connection, and for the handshake if it is one.
    ///
    /// # Errors
    /// If the connection ends, the handshake fails, or it takes longer than `patience`.
    pub(crate) async fn open(&self, stream: TcpStream, patience: Duration) -> io::Result<Opened> {
        let opening = async {
            let mut first = [0];
            stream.peek(&mut first).await?;
            if first[0] != HANDSHAKE {
                return Ok(Opened::Plain(stream));
            }
            self.acceptor.accept(stream).await.map(Box::new).map(Opened::Secure)
        };
        tokio::time::timeout(patience, opening).await.map_err(io::Error::from)?
    }
}
