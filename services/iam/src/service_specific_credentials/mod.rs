//! Credentials of a user for one service: user names with passwords, and API keys.

mod create;
mod delete;
mod list;
mod reset;
mod services;
#[cfg(test)]
mod tests;
mod update;

use awsim_plugin::access::Check;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::View;

use self::services::{Form, Service};
use crate::caller::Subject;
use crate::generated::{self, StatusType};
use crate::state::{ServiceSpecificCredential, credential};

/// The condition key with the service that a credential is for.
const SERVICE_KEY: &str = "iam:ServiceSpecificCredentialServiceName";

/// A check on the owner of the credential with this id, with the credential's service.
///
/// # Errors
/// `ValidationError` (400) if the request names no user and the caller is none.
fn check(
    action: &'static str,
    cx: &Context<'_>,
    state: &View,
    user_name: Option<&str>,
    id: &str,
) -> Result<Check, ServiceError> {
    let owner = Subject::user(cx, user_name)?;
    let present = credential::find::<ServiceSpecificCredential>(state, cx.account(), owner, id).ok();
    let service = present.map(|credential| &*credential.service);
    Ok(owner.check(action, cx, state).with_string(SERVICE_KEY, service))
}

/// Whether a service takes credentials of its own.
pub(crate) fn is_service(principal: &str) -> bool {
    Service::find(principal).is_ok()
}

/// Whether a credential can be used at this time.
fn status(credential: &ServiceSpecificCredential, now: Timestamp) -> StatusType {
    match credential {
        ServiceSpecificCredential { expires: Some(end), .. } if *end <= now => StatusType::Expired,
        ServiceSpecificCredential { active: true, .. } => StatusType::Active,
        _ => StatusType::Inactive,
    }
}

/// The credential with its secret, which is shown only when it is new.
fn with_secret(
    cx: &Context<'_>,
    credential: &ServiceSpecificCredential,
    user_name: &str,
) -> generated::ServiceSpecificCredential {
    let shown = generated::ServiceSpecificCredential {
        create_date: credential.created,
        expiration_date: credential.expires,
        service_name: credential.service.to_string(),
        service_specific_credential_id: credential.id.to_string(),
        user_name: user_name.to_owned(),
        status: status(credential, cx.now),
        ..Default::default()
    };
    let (name, secret) = (Some(credential.name.to_string()), Some(credential.secret.to_string()));
    match Form::of(&credential.service) {
        Form::Password => generated::ServiceSpecificCredential {
            service_user_name: name,
            service_password: secret,
            ..shown
        },
        Form::ApiKey { .. } => generated::ServiceSpecificCredential {
            service_credential_alias: name,
            service_credential_secret: secret,
            ..shown
        },
    }
}

/// The credential without its secret.
fn metadata(
    cx: &Context<'_>,
    credential: &ServiceSpecificCredential,
    user_name: &str,
) -> generated::ServiceSpecificCredentialMetadata {
    let shown = with_secret(cx, credential, user_name);
    generated::ServiceSpecificCredentialMetadata {
        user_name: shown.user_name,
        status: shown.status,
        service_user_name: shown.service_user_name,
        service_credential_alias: shown.service_credential_alias,
        create_date: shown.create_date,
        expiration_date: shown.expiration_date,
        service_specific_credential_id: shown.service_specific_credential_id,
        service_name: shown.service_name,
    }
}
