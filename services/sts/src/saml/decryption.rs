//! Encrypted assertions.

use awsim_plugin::error::ServiceError;
use awsim_plugin::federation::SamlProviderRecord;
use bergshamra::keys::loader::load_pem_auto;
use bergshamra::{EncContext, KeysManager};

use super::invalid;

/// The response with the assertion in place of what was encrypted. Each of the provider's private keys is tried, as one
/// may be about to take the other's place.
///
/// # Errors
/// `InvalidIdentityToken` (400) if the provider has no key, or none that decrypts it.
pub(super) fn decrypted(response: &str, provider: &SamlProviderRecord) -> Result<String, ServiceError> {
    for pem in &provider.private_keys {
        let Ok(key) = load_pem_auto(pem.as_bytes(), None) else { continue };
        let mut keys = KeysManager::new();
        keys.add_key(key);
        // Nothing is read from elsewhere, and no password is guessed at.
        let context = EncContext::new(keys).with_disable_cipher_reference(true).with_max_pbkdf2_iterations(0);
        if let Ok(text) = bergshamra::decrypt(&context, response) {
            return Ok(text);
        }
    }
    Err(invalid("The assertion could not be decrypted with the private keys of the specified provider"))
}
