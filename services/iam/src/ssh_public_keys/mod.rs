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

/// Reads whatever text as a key. One that is taken is the same in both encodings.
#[cfg(feature = "fuzzing")]
#[allow(clippy::expect_used, reason = "a fuzz target says so where something is wrong")]
pub(crate) fn read_anything(text: &str) {
    let Ok((key, _)) = RsaPublicKey::read(text) else { return };
    for encoded in [key.to_ssh(), key.to_pem().expect("a key that can be encoded")] {
        let (again, _) = RsaPublicKey::read(&encoded).expect("a key that was read once");
        assert_eq!(again, key);
    }
    assert_eq!(RsaPublicKey::from_stored(&key.to_stored()).as_ref(), Some(&key));
}
