//! Credentials of a user for one service.

use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;
use serde::{Deserialize, Serialize};

use super::UserDetails;
use super::credential::Credential;
use crate::errors;

/// A user name and password, or an API key, that one service takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceSpecificCredential {
    /// The id, `ACCA…`.
    pub id: Box<str>,
    /// The service principal, for example `codecommit.amazonaws.com`.
    pub service: Box<str>,
    /// The name that goes with the secret; it does not follow when the user is renamed.
    pub name: Box<str>,
    /// The password, or the secret of the API key.
    pub secret: Box<str>,
    /// False if it has been made inactive.
    pub active: bool,
    /// When it was made.
    pub created: Timestamp,
    /// When it expires, if it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<Timestamp>,
}

impl Credential for ServiceSpecificCredential {
    fn id(&self) -> &str {
        &self.id
    }

    fn of_user(details: &UserDetails) -> &[Self] {
        &details.service_specific_credentials
    }

    fn of_user_mut(details: &mut UserDetails) -> &mut Vec<Self> {
        &mut details.service_specific_credentials
    }

    fn not_found(id: &str) -> ServiceError {
        errors::no_such_credential(id)
    }
}
