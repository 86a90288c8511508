//! Public keys with which a user is known to CodeCommit.

use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;
use serde::{Deserialize, Serialize};

use super::UserDetails;
use super::credential::Credential;
use crate::errors;

/// A public key for SSH.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SshPublicKey {
    /// The id, `APKA…`.
    pub id: Box<str>,
    /// The key in SSH's own form, in base64: what stands between `ssh-rsa` and the comment.
    pub material: Box<str>,
    /// False if it has been made inactive.
    pub active: bool,
    /// When it was uploaded.
    pub uploaded: Timestamp,
}

impl Credential for SshPublicKey {
    fn id(&self) -> &str {
        &self.id
    }

    fn of_user(details: &UserDetails) -> &[Self] {
        &details.ssh_public_keys
    }

    fn of_user_mut(details: &mut UserDetails) -> &mut Vec<Self> {
        &mut details.ssh_public_keys
    }

    fn not_found(id: &str) -> ServiceError {
        errors::no_such_ssh_public_key(id)
    }
}
