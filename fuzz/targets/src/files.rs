//! Documents and keys that are uploaded, imported, or named by the configuration.

use crate::request::HOST;

/// Reads bytes as the metadata document of a SAML provider.
///
/// # Panics
/// If an identity provider is taken that has no certificate.
pub fn saml_metadata(bytes: &[u8]) {
    if let Some(text) = crate::text(bytes) {
        awsim_iam::fuzzing::saml_metadata(text);
    }
}

/// Reads bytes as a certificate, and after NUL its private key and its chain. Then reads all of them as a public key of SSH.
///
/// # Panics
/// If a key does not survive being written and read again.
pub fn key_material(bytes: &[u8]) {
    if let Some(text) = crate::text(bytes) {
        let mut parts = text.splitn(3, '\0');
        let mut part = || parts.next().unwrap_or_default();
        awsim_iam::fuzzing::certificate(part(), part(), part());
        awsim_iam::fuzzing::ssh_public_key(text);
    }
}

/// Rebuilds the account that bytes describe.
///
/// # Panics
/// If what comes of it does not fit together.
pub fn account_details(bytes: &[u8]) {
    awsim_iam::fuzzing::account_details(bytes);
}

/// Imports bytes as a state.
///
/// # Panics
/// If a state that is taken cannot be exported and imported again.
pub fn state(bytes: &[u8]) {
    HOST.import(bytes);
}

/// Reads bytes as the API model of a service.
pub fn api_model(bytes: &[u8]) {
    awsim_upstream::fuzzing::api_model(bytes);
}

/// Reads bytes as `config.toml`, and after NUL as variables, one a line.
pub fn config(bytes: &[u8]) {
    let Some(text) = crate::text(bytes) else { return };
    let (file, variables) = text.split_once('\0').unwrap_or((text, ""));
    let variables = variables.lines().filter_map(|line| line.split_once('='));
    awsim_server::fuzzing::config(
        file,
        variables.map(|(name, value)| (format!("AWSIM_{name}"), value.to_owned())),
    );
}
