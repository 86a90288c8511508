//! SAML providers: identity providers of enterprises whose assertions roles of the account can trust.

mod create;
mod delete;
mod metadata;
mod private_keys;
mod read;
mod update;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;

use crate::Quotas;
use crate::generated::{AssertionEncryptionModeType, ErrorCode};
use crate::quotas::refuse_larger;
use crate::state::{SamlMetadata, SamlProvider};

/// How long metadata is valid that does not say: a hundred years, with 24 leap days.
const CENTURY_SECONDS: i64 = (365 * 100 + 24) * 86_400;

/// Refuses a provider that is not what its document and keys make of it.
///
/// # Errors
/// What is damaged, for people.
pub(crate) fn refuse_damaged(provider: &SamlProvider) -> Result<(), &'static str> {
    let metadata = metadata::read(&provider.document).map_err(|_| "the metadata document")?;
    if metadata != provider.metadata
        || provider.metadata.valid_until.is_some_and(|end| end != provider.valid_until)
    {
        return Err("what is known of the metadata document");
    }
    let ids: BTreeSet<&str> = provider.private_keys.iter().map(|key| &*key.id).collect();
    let keys_are_sound = ids.len() == provider.private_keys.len()
        && provider.private_keys.iter().all(|key| private_keys::is_private_key(&key.pem));
    let can_decrypt = provider.requires_encryption != Some(true) || !provider.private_keys.is_empty();
    if keys_are_sound && can_decrypt { Ok(()) } else { Err("the private keys") }
}

/// Refuses metadata with more identity providers or certificates than the quotas allow ("Identity providers (IdPs)
/// associated with an IAM SAML provider object" and "Keys per SAML provider").
///
/// # Errors
/// `LimitExceeded` (409).
fn refuse_large(quotas: &Quotas, metadata: &SamlMetadata) -> Result<(), ServiceError> {
    let (entities, certificates) =
        metadata.entities().fold((0, 0), |(count, sum), one| (count + 1, sum + one.certificates.len()));
    refuse_larger(entities, quotas.identities_per_saml_provider, "IdentityProvidersPerSAMLProvider")?;
    refuse_larger(certificates, quotas.keys_per_saml_provider, "KeysPerSAMLProvider")
}

/// When metadata stops being valid that was sent now.
fn valid_until(said: Option<Timestamp>, now: Timestamp) -> Timestamp {
    said.unwrap_or_else(|| now.to_the_second().plus_seconds(CENTURY_SECONDS))
}

/// Sets whether assertions must be encrypted.
///
/// # Errors
/// `InvalidInput` (400) if they must be and there is no key to decrypt them with.
fn set_encryption(
    provider: &mut SamlProvider,
    mode: Option<AssertionEncryptionModeType>,
) -> Result<(), ServiceError> {
    if let Some(mode) = mode {
        provider.requires_encryption = Some(mode == AssertionEncryptionModeType::Required);
    }
    if provider.requires_encryption == Some(true) && provider.private_keys.is_empty() {
        let message = "A private key is needed for the assertion encryption mode Required.";
        return Err(ErrorCode::InvalidInput.with(message));
    }
    Ok(())
}

/// Reads whatever text as a metadata document.
#[cfg(feature = "fuzzing")]
pub(crate) fn read_anything(document: &str) {
    if let Ok(metadata) = metadata::read(document) {
        assert!(metadata.entities().all(|entity| !entity.certificates.is_empty()), "{metadata:?}");
    }
}
