//! What fuzz targets read: documents and keys as anybody uploads them.

use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::{Transaction, View};

use crate::x509::{Blocks, PrivateKey, refuse_broken_chain};
use crate::{consistency, import, saml_providers, ssh_public_keys};

/// Reads the metadata document of a SAML provider.
///
/// # Panics
/// If an identity provider is taken that has no certificate.
pub fn saml_metadata(document: &str) {
    saml_providers::read_anything(document);
}

/// Reads a certificate with its private key and its chain as `UploadServerCertificate` does.
pub fn certificate(body: &str, private_key: &str, chain: &str) {
    let private_key = PrivateKey::read(private_key);
    let Ok(blocks) = Blocks::read(body) else { return };
    let Ok(certificate) = blocks.single() else { return };
    // Whether they are accepted does not matter, only that it is found out.
    let _ = certificate.refuse_invalid_at(Timestamp::default());
    let _ = private_key.and_then(|key| key.refuse_other(&certificate));
    let _ = Blocks::read(chain).and_then(|chain| refuse_broken_chain(&certificate, &chain));
}

/// Reads a public key as `UploadSSHPublicKey` does.
///
/// # Panics
/// If a key that is taken does not survive being written and read again.
pub fn ssh_public_key(text: &str) {
    ssh_public_keys::read_anything(text);
}

/// Rebuilds the account that a document describes.
///
/// # Panics
/// If what comes of it does not fit together.
#[allow(clippy::expect_used, reason = "a fuzz target says so where something is wrong")]
pub fn account_details(document: &[u8]) {
    let mut state = Transaction::begin(&View::empty());
    if import::account(document, &mut state).is_ok() {
        let (state, _) = state.finish().expect("a state that can be written");
        consistency::check(&state).expect("a state that fits together");
    }
}
