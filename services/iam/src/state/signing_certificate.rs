//! Certificates with whose keys a user signs requests.

use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;
use serde::{Deserialize, Serialize};

use super::credential::Credential;
use super::{RootUser, UserDetails};
use crate::errors;

/// An X.509 certificate of a user, or of the root user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SigningCertificate {
    /// The id: 32 letters and digits.
    pub id: Box<str>,
    /// The certificate in PEM.
    pub body: Box<str>,
    /// False if it has been made inactive.
    pub active: bool,
    /// When it was uploaded.
    pub uploaded: Timestamp,
    /// When it was last made active or inactive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<Timestamp>,
}

impl Credential for SigningCertificate {
    fn id(&self) -> &str {
        &self.id
    }

    fn of_user(details: &UserDetails) -> &[Self] {
        &details.signing_certificates
    }

    fn of_user_mut(details: &mut UserDetails) -> &mut Vec<Self> {
        &mut details.signing_certificates
    }

    fn not_found(id: &str) -> ServiceError {
        errors::no_such_certificate(id)
    }

    fn of_root(root: &RootUser) -> &[Self] {
        &root.signing_certificates
    }

    fn of_root_mut(root: &mut RootUser) -> Option<&mut Vec<Self>> {
        Some(&mut root.signing_certificates)
    }
}
