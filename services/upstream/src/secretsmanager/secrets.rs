//! What secrets are called. An ARN ends in the name, a hyphen and six letters that the service adds; a request may name a
//! secret by its name, or by an ARN without these letters.

use std::ops::Bound;

use awsim_plugin::error::ServiceError;

use super::SECRETS;
use crate::ask::Ask;
use crate::resource::{self, account};

/// How many letters the service adds to a name.
const ADDED: usize = 6;

/// The ARN of the secret that a text names; where the secret is not known, one without the letters that nobody knows.
///
/// # Errors
/// `ValidationError` (400) if the text can name no secret in the region of the request.
pub(super) fn resolve(ask: &Ask<'_>, id: &str) -> Result<String, ServiceError> {
    let arn = match id.starts_with("arn:") {
        true => in_arn(ask, id)?,
        false => of_name(ask, id)?,
    };
    if resource::find(ask.state, &SECRETS, &arn).is_some() {
        return Ok(arn);
    }
    let Some(account) = account(&arn) else { return Err(invalid(id)) };
    let stem = format!("{arn}-");
    let known = ask.state.iter_from(&SECRETS, account, Bound::Included(stem.as_str()));
    let full = known
        .map(|(known, _)| known)
        .take_while(|known| known.starts_with(&stem))
        .find(|known| known.len() == stem.len() + ADDED && !known[stem.len()..].contains(['-', '/']));
    Ok(full.cloned().unwrap_or(arn))
}

/// The ARN of a secret with this name, without the letters that the service adds.
///
/// # Errors
/// `ValidationError` (400) if no secret can have that name.
pub(super) fn of_name(ask: &Ask<'_>, name: &str) -> Result<String, ServiceError> {
    match is_name(name) {
        true => Ok(ask.arn(format_args!("secret:{name}"))),
        false => Err(invalid(name)),
    }
}

fn in_arn(ask: &Ask<'_>, arn: &str) -> Result<String, ServiceError> {
    let parts: Vec<&str> = arn.splitn(7, ':').collect();
    match parts.as_slice() {
        ["arn", "aws", "secretsmanager", region, _, "secret", name]
            if *region == ask.request.cx.region && account(arn).is_some() && is_name(name) =>
        {
            Ok(arn.to_owned())
        }
        _ => Err(invalid(arn)),
    }
}

fn is_name(name: &str) -> bool {
    (1..=512).contains(&name.len())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/_+=.@-".contains(&byte))
}

fn invalid(id: &str) -> ServiceError {
    ServiceError::validation(format!("{id:?} names no secret of this region."))
}
