//! A certificate that the host makes, and the authority that vouches for it.
//!
//! Clients trust the authority. Its key is thrown away once it has signed the one certificate, so that nobody can use it
//! for anything else. Both are made anew when the certificate is about to expire or is not for a name that is wanted.

use std::fs;
use std::io::Write;
use std::net::IpAddr;
use std::path::Path;
use std::time::{Duration, SystemTime};

use rcgen::{
    BasicConstraints, Certificate, CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose,
    IsCa, Issuer, KeyPair, KeyUsagePurpose,
};
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use x509_parser::extensions::GeneralName;
use x509_parser::prelude::{FromDer, X509Certificate};

use super::{Identity, TlsError, given};
use crate::config::{DataDir, Names};
use crate::private_file;

/// The folder in the data directory.
const FOLDER: &str = "tls";
const AUTHORITY: &str = "authority.pem";
const CERTIFICATE: &str = "certificate.pem";
const KEY: &str = "key.pem";

/// What every machine calls itself.
const OWN_NAMES: [&str; 4] = ["localhost", "*.s3.localhost", "127.0.0.1", "::1"];

const DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// Clients refuse certificates that are valid for much longer.
const VALIDITY: Duration = DAY.saturating_mul(397);
/// A certificate that is valid for less than this is not used again.
const REMAINDER: Duration = DAY.saturating_mul(30);

/// The certificate that was made earlier, or a new one.
///
/// # Errors
/// [`TlsError`] if it cannot be made or kept.
pub(super) fn load_or_make(data_dir: &DataDir, address: IpAddr, names: &Names) -> Result<Identity, TlsError> {
    let mut wanted: Vec<String> = OWN_NAMES.map(str::to_owned).into();
    let own_address =
        Some(address).filter(|address| !address.is_unspecified()).map(|address| address.to_string());
    for name in names.iter().map(str::to_owned).chain(own_address) {
        if !wanted.contains(&name) {
            wanted.push(name);
        }
    }
    let DataDir::Path(directory) = data_dir else { return Ok(make(wanted)?.identity()) };
    let folder = directory.join(FOLDER);
    if let Some(kept) = load(&folder, &wanted) {
        return Ok(kept);
    }
    let made = make(wanted)?;
    made.keep(&folder)?;
    Ok(made.identity())
}

/// A certificate that was just made.
struct Made {
    /// The certificate of its authority, in PEM.
    authority: String,
    certificate: Certificate,
    key: KeyPair,
}

fn make(names: Vec<String>) -> Result<Made, TlsError> {
    let mut params = valid_from_now(CertificateParams::default());
    params.distinguished_name.push(DnType::CommonName, "AWSim's own authority");
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign];
    let authority_key = KeyPair::generate()?;
    let authority = params.self_signed(&authority_key)?.pem();
    let issuer = Issuer::new(params, authority_key);

    let mut params = valid_from_now(CertificateParams::new(names)?);
    params.distinguished_name.push(DnType::CommonName, "AWSim");
    params.use_authority_key_identifier_extension = true;
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    let key = KeyPair::generate()?;
    let certificate = params.signed_by(&key, &issuer)?;
    Ok(Made { authority, certificate, key })
}

fn valid_from_now(mut params: CertificateParams) -> CertificateParams {
    let now = SystemTime::now();
    // The clocks of machines differ.
    params.not_before = (now - DAY).into();
    params.not_after = (now + VALIDITY).into();
    params.distinguished_name = DistinguishedName::new();
    params
}

impl Made {
    /// Writes it where [`load`] finds it.
    fn keep(&self, folder: &Path) -> Result<(), TlsError> {
        let complaint =
            |path: &Path, source| TlsError::File { path: path.to_owned(), attempt: "written", source };
        fs::create_dir_all(folder).map_err(|error| complaint(folder, error))?;
        for (name, content) in [
            (AUTHORITY, &self.authority),
            (CERTIFICATE, &self.certificate.pem()),
            (KEY, &self.key.serialize_pem()),
        ] {
            let path = folder.join(name);
            private_file::create(&path)
                .and_then(|mut file| file.write_all(content.as_bytes()))
                .map_err(|error| complaint(&path, error))?;
        }
        Ok(())
    }

    fn identity(self) -> Identity {
        Identity {
            chain: vec![self.certificate.der().clone()],
            key: PrivateKeyDer::Pkcs8(self.key.serialize_der().into()),
            authority: Some(self.authority.into()),
        }
    }
}

/// The certificate that was made earlier; none if there is none that would serve.
fn load(folder: &Path, wanted: &[String]) -> Option<Identity> {
    let read = given::read(&folder.join(CERTIFICATE), &folder.join(KEY)).ok()?;
    let authority = fs::read(folder.join(AUTHORITY)).ok()?;
    let (_, certificate) = X509Certificate::from_der(read.chain.first()?).ok()?;
    let enough = SystemTime::now() + REMAINDER;
    let enough = enough.duration_since(SystemTime::UNIX_EPOCH).ok()?.as_secs();
    let expiry = u64::try_from(certificate.validity().not_after.timestamp()).ok()?;
    let names = certificate.subject_alternative_name().ok()??;
    let names: Vec<_> = names.value.general_names.iter().filter_map(text).collect();
    let serves = expiry > enough && wanted.iter().all(|name| names.contains(name));
    serves.then(|| Identity { authority: Some(authority.into()), ..read })
}

/// A name of a certificate, as the configuration would have it.
fn text(name: &GeneralName<'_>) -> Option<String> {
    match name {
        GeneralName::DNSName(name) => Some((*name).to_owned()),
        GeneralName::IPAddress(bytes) => match bytes.len() {
            4 => <[u8; 4]>::try_from(*bytes).ok().map(|bytes| IpAddr::from(bytes).to_string()),
            _ => <[u8; 16]>::try_from(*bytes).ok().map(|bytes| IpAddr::from(bytes).to_string()),
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

    fn identity(directory: &DataDir, names: &str) -> Identity {
        load_or_make(directory, Ipv4Addr::UNSPECIFIED.into(), &names.parse().unwrap()).unwrap()
    }

    #[test]
    fn what_was_made_is_used_again_while_it_serves() {
        let directory = tempfile::tempdir().unwrap();
        let data_dir = DataDir::Path(directory.path().to_owned());
        let first = identity(&data_dir, "");
        let again = identity(&data_dir, "");
        assert_eq!(first.chain, again.chain);
        assert_eq!(first.authority, again.authority);
        let with_names = identity(&data_dir, "awsim, 192.0.2.1, 2001:db8::1");
        assert_ne!(first.chain, with_names.chain);
        assert_eq!(identity(&data_dir, "192.0.2.1").chain, with_names.chain);
        std::fs::write(directory.path().join("tls/key.pem"), "something else").unwrap();
        assert_ne!(identity(&data_dir, "").chain, with_names.chain);
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_reads_the_key() {
        use std::os::unix::fs::PermissionsExt;
        let directory = tempfile::tempdir().unwrap();
        identity(&DataDir::Path(directory.path().to_owned()), "");
        let mode = std::fs::metadata(directory.path().join("tls/key.pem")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[test]
    fn without_a_data_directory_every_start_has_its_own() {
        assert_ne!(identity(&DataDir::Memory, "").authority, identity(&DataDir::Memory, "").authority);
    }
}
