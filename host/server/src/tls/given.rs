//! A certificate that the configuration names.

use std::io;
use std::path::Path;

use tokio_rustls::rustls::pki_types::pem::{self, PemObject};
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};

use super::{Identity, TlsError};

/// Reads a certificate with those that lead to its authority, and its key.
///
/// # Errors
/// [`TlsError`] if a file cannot be read or holds something else.
pub(super) fn read(certificate: &Path, key: &Path) -> Result<Identity, TlsError> {
    let chain = CertificateDer::pem_file_iter(certificate)
        .and_then(Iterator::collect::<Result<Vec<_>, _>>)
        .map_err(|error| complaint(error, certificate, "certificate"))?;
    if chain.is_empty() {
        return Err(complaint(pem::Error::NoItemsFound, certificate, "certificate"));
    }
    let key = PrivateKeyDer::from_pem_file(key).map_err(|error| complaint(error, key, "private key"))?;
    Ok(Identity { chain, key, authority: None })
}

fn complaint(error: pem::Error, path: &Path, what: &'static str) -> TlsError {
    let path = path.to_owned();
    match error {
        pem::Error::Io(source) => TlsError::File { path, attempt: "read", source },
        pem::Error::NoItemsFound => TlsError::Nothing { path, what },
        error => TlsError::File { path, attempt: "read", source: io::Error::other(error) },
    }
}
