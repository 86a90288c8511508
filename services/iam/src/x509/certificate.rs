//! Certificates and their chains.

use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;
use x509_parser::certificate::X509Certificate;
use x509_parser::error::X509Error;
use x509_parser::parse_x509_certificate;
use x509_parser::pem::Pem;
use x509_parser::public_key::PublicKey;
use x509_parser::x509::SubjectPublicKeyInfo;

use crate::generated::ErrorCode;

/// What blocks of PEM begin with.
const BEGIN: &str = "-----BEGIN ";

/// What blocks of PEM end with.
const END: &str = "-----END ";

/// The shortest RSA key of a SAML provider, in bits.
const SHORTEST_OF_SAML: usize = 1024;

/// A certificate.
pub(crate) struct Certificate<'p>(X509Certificate<'p>);

/// The blocks of a text that is nothing but certificates in PEM.
pub(crate) struct Blocks(Vec<Pem>);

impl Blocks {
    /// Reads the blocks.
    ///
    /// # Errors
    /// `MalformedCertificate` (400) if there is anything else, or no block at all.
    pub(crate) fn read(text: &str) -> Result<Self, ServiceError> {
        if has_text_between_blocks(text) {
            return Err(unparsable());
        }
        let blocks: Vec<Pem> = Pem::iter_from_buffer(text.trim().as_bytes())
            .collect::<Result<_, _>>()
            .map_err(|_| unparsable())?;
        let is_certificate = |block: &Pem| matches!(&*block.label, "CERTIFICATE" | "X509 CERTIFICATE");
        if blocks.is_empty() || !blocks.iter().all(is_certificate) {
            return Err(unparsable());
        }
        Ok(Self(blocks))
    }

    /// The certificates in them.
    fn certificates(&self) -> Result<Vec<Certificate<'_>>, ServiceError> {
        self.0.iter().map(|block| Certificate::parse(&block.contents)).collect()
    }

    /// The certificate, if there is exactly one.
    ///
    /// # Errors
    /// `MalformedCertificate` (400).
    pub(crate) fn single(&self) -> Result<Certificate<'_>, ServiceError> {
        match self.0.as_slice() {
            [block] => Certificate::parse(&block.contents),
            _ => Err(unparsable()),
        }
    }
}

impl<'p> Certificate<'p> {
    /// Reads a certificate in DER.
    ///
    /// # Errors
    /// `MalformedCertificate` (400) if it is none, or something comes after it.
    pub(crate) fn parse(der: &'p [u8]) -> Result<Self, ServiceError> {
        match parse_x509_certificate(der) {
            Ok(([], certificate)) => Ok(Self(certificate)),
            _ => Err(unparsable()),
        }
    }

    /// Refuses a certificate whose time has not come or is over: "The certificate must be valid at the time of upload"
    /// ("Manage server certificates in IAM", IAM User Guide). Of one whose time has not come AWS says only that it cannot
    /// be parsed.
    ///
    /// # Errors
    /// `MalformedCertificate` (400).
    pub(crate) fn refuse_invalid_at(&self, time: Timestamp) -> Result<(), ServiceError> {
        if time < self.not_before() {
            return Err(unparsable());
        }
        if self.not_after() < time {
            return Err(ErrorCode::MalformedCertificate.with(
                "Certificate is no longer valid. The 'Not After' date restriction on the certificate has passed.",
            ));
        }
        Ok(())
    }

    /// Whether it is one that the metadata of a SAML provider may have: it "must use a key size of at least 1024 bits", and
    /// "must also be free of any repeated extensions" ("Create a SAML identity provider in IAM", IAM User Guide).
    pub(crate) fn is_fit_for_saml(&self) -> bool {
        let is_short = match self.public_key().parsed() {
            Ok(PublicKey::RSA(rsa)) => rsa.key_size() < SHORTEST_OF_SAML,
            Ok(_) => false,
            Err(_) => true,
        };
        !is_short && self.0.extensions_map().is_ok()
    }

    /// When it begins to be valid.
    pub(crate) fn not_before(&self) -> Timestamp {
        Timestamp::from_seconds(self.0.validity().not_before.timestamp())
    }

    /// When it ends to be valid.
    pub(crate) fn not_after(&self) -> Timestamp {
        Timestamp::from_seconds(self.0.validity().not_after.timestamp())
    }

    /// Its public key.
    pub(super) fn public_key(&self) -> &SubjectPublicKeyInfo<'_> {
        self.0.public_key()
    }

    /// Whether it was issued by `issuer`. Of signatures that cannot be verified here, the names decide.
    fn is_issued_by(&self, issuer: &Certificate<'_>) -> bool {
        let verified = || match self.0.verify_signature(Some(issuer.public_key())) {
            Ok(()) | Err(X509Error::SignatureUnsupportedAlgorithm) => true,
            Err(_) => false,
        };
        self.0.issuer().as_raw() == issuer.0.subject().as_raw() && verified()
    }
}

/// Refuses a chain that does not lead from the certificate's issuer upwards.
///
/// # Errors
/// `MalformedCertificate` (400) if the chain cannot be read or has a gap.
pub(crate) fn refuse_broken_chain(certificate: &Certificate<'_>, chain: &Blocks) -> Result<(), ServiceError> {
    let issuers = chain.certificates()?;
    let subjects = std::iter::once(certificate).chain(&issuers);
    // AWS counts from the certificate, which is not in the chain, as -1.
    match (-1..).zip(subjects).zip(&issuers).find(|((_, subject), issuer)| !subject.is_issued_by(issuer)) {
        None => Ok(()),
        Some(((index, _), _)) => Err(ErrorCode::MalformedCertificate.with(format!(
            "Unable to validate certificate chain. The certificate chain must start with the immediate signing \
             certificate, followed by any intermediaries in order. The index within the chain of the invalid \
             certificate is: {index}"
        ))),
    }
}

fn unparsable() -> ServiceError {
    ErrorCode::MalformedCertificate
        .with("Unable to parse certificate. Please ensure the certificate is in PEM format.")
}

fn has_text_between_blocks(text: &str) -> bool {
    let mut inside = false;
    text.lines().any(|line| {
        let foreign = !inside && !line.trim().is_empty() && !line.starts_with(BEGIN);
        inside = (inside || line.starts_with(BEGIN)) && !line.starts_with(END);
        foreign
    })
}
