//! Public keys with which users are known to CodeCommit over SSH.

mod delete;
mod get;
mod list;
mod material;
#[cfg(test)]
mod tests;
mod update;
mod upload;

use awsim_plugin::error::ServiceError;

use self::material::RsaPublicKey;
use crate::generated::{self, EncodingType};
use crate::state::{SshPublicKey, credential};

/// Whether a text is a key as it is stored.
pub(crate) fn is_stored_key(material: &str) -> bool {
    RsaPublicKey::from_stored(material).is_some()
}

/// The key as answers have it.
///
/// # Errors
/// `ServiceFailure` if what is stored is no key.
fn description(
    key: &SshPublicKey,
    user_name: &str,
    encoding: EncodingType,
) -> Result<generated::SSHPublicKey, ServiceError> {
    let unreadable = || ServiceError::failure("a stored public key cannot be read");
    let material = RsaPublicKey::from_stored(&key.material).ok_or_else(unreadable)?;
    let body = match encoding {
        EncodingType::Ssh => material.to_ssh(),
        EncodingType::Pem => material.to_pem().ok_or_else(unreadable)?,
    };
    Ok(generated::SSHPublicKey {
        user_name: user_name.to_owned(),
        ssh_public_key_id: key.id.to_string(),
        fingerprint: material.fingerprint(),
        ssh_public_key_body: body,
        status: credential::status(key.active),
        upload_date: Some(key.uploaded),
    })
}
