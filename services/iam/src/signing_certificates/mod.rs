//! X.509 certificates with whose keys users, and the root user, sign requests.

mod delete;
mod list;
#[cfg(test)]
mod tests;
mod update;
mod upload;

use awsim_plugin::account::AccountId;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::View;

use crate::access_keys::ROOT_USER_NAME;
use crate::caller::Subject;
use crate::generated;
use crate::state::{Resource, SigningCertificate, User, credential};

/// The certificate as answers have it.
fn description(certificate: &SigningCertificate, user_name: &str) -> generated::SigningCertificate {
    generated::SigningCertificate {
        user_name: user_name.to_owned(),
        certificate_id: certificate.id.to_string(),
        certificate_body: certificate.body.to_string(),
        status: credential::status(certificate.active),
        upload_date: Some(certificate.uploaded),
    }
}

/// The name of the owner as answers have it.
///
/// # Errors
/// `NoSuchEntity` (404) without such a user.
fn owner_name<'v>(state: &'v View, account: AccountId, owner: Subject<'_>) -> Result<&'v str, ServiceError> {
    match owner {
        Subject::User(name) => Ok(&User::find(state, account, name)?.name),
        Subject::Root => Ok(ROOT_USER_NAME),
    }
}
