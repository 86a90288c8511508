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
    let key = PrivateKeyDer::from_pem_file(key).map_err(|error| match is_encrypted(key) {
        true => TlsError::Encrypted(key.to_owned()),
        false => complaint(error, key, "private key"),
    })?;
    Ok(Identity { chain, key, authority: None })
}

/// Whether a file has a key that a passphrase protects: by PKCS #8 (RFC 7468, section 11), or by a header of PEM's first
/// form (RFC 1421, section 4.6.1.1).
fn is_encrypted(key: &Path) -> bool {
    let marks = ["-----BEGIN ENCRYPTED PRIVATE KEY-----", "Proc-Type: 4,ENCRYPTED"];
    std::fs::read_to_string(key).is_ok_and(|text| marks.iter().any(|mark| text.contains(mark)))
}

fn complaint(error: pem::Error, path: &Path, what: &'static str) -> TlsError {
    let path = path.to_owned();
    match error {
        pem::Error::Io(source) => TlsError::File { path, attempt: "read", source },
        pem::Error::NoItemsFound => TlsError::Nothing { path, what },
        error => TlsError::File { path, attempt: "read", source: io::Error::other(error) },
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use rcgen::{CertificateParams, KeyPair};

    use crate::config::{Config, TlsSettings};
    use crate::tls::{Tls, TlsError};

    /// What is wrong with a certificate for `localhost` and a file with this in the place of its key.
    fn complaint(key: &str) -> (String, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let [certificate_file, key_file] =
            ["certificate.pem", "key.pem"].map(|name| folder.path().join(name));
        let params = CertificateParams::new(["localhost".to_owned()]).unwrap();
        let certificate = params.self_signed(&KeyPair::generate().unwrap()).unwrap();
        std::fs::write(&certificate_file, certificate.pem()).unwrap();
        std::fs::write(&key_file, key).unwrap();
        let tls = TlsSettings {
            enabled: true,
            certificate: Some(certificate_file),
            private_key: Some(key_file),
            ..TlsSettings::default()
        };
        let refused: Result<_, TlsError> = Tls::of(&Config { tls, ..Config::ephemeral() });
        (refused.map(|_| ()).unwrap_err().to_string(), folder.path().to_owned())
    }

    #[test]
    fn the_key_of_another_certificate_is_named() {
        let (said, folder) = complaint(&KeyPair::generate().unwrap().serialize_pem());
        let (key, certificate) = (folder.join("key.pem"), folder.join("certificate.pem"));
        let (key, certificate) = (key.display(), certificate.display());
        assert_eq!(said, format!("{key} is not the private key of the certificate in {certificate}"));
    }

    #[test]
    fn a_key_with_a_passphrase_is_told_from_none() {
        for key in [
            "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIB\n-----END ENCRYPTED PRIVATE KEY-----\n",
            "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\nMIIB\n\
             -----END RSA PRIVATE KEY-----\n",
        ] {
            assert!(
                complaint(key)
                    .0
                    .ends_with("key.pem is encrypted; AWSim needs a private key without a passphrase")
            );
        }
        assert!(complaint("nothing").0.ends_with("key.pem has no private key in PEM"));
    }
}
