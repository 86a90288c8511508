//! What keys are called: by their ids, by aliases, and by the ARNs of both.

use awsim_plugin::error::ServiceError;

use super::KEYS;
use crate::ask::Ask;
use crate::resource;

/// Whether an ARN is one of a key.
pub(super) fn is_key(arn: &str) -> bool {
    arn.starts_with("arn:aws:kms:") && arn.split(':').nth(5).is_some_and(|rest| rest.starts_with("key/"))
}

/// The ARN of the key that a member names, as far as it is known which one an alias stands for.
///
/// # Errors
/// `ValidationException` (400) if the text names no key of the region, `NotFoundException` (400) if it is an alias that
/// stands for nothing.
pub(super) fn key(ask: &Ask<'_>, member: &str) -> Result<String, ServiceError> {
    let id = ask.need(member)?;
    let arn = resolve(ask, named(ask, &id)?);
    match is_key(&arn) {
        true => Ok(arn),
        false => Err(ServiceError::sender("NotFoundException", 400, format!("Alias {arn} is not found."))),
    }
}

/// The ARN of the key or alias that a text names.
///
/// # Errors
/// `ValidationException` (400) if it names neither, or one of another region.
pub(super) fn named(ask: &Ask<'_>, id: &str) -> Result<String, ServiceError> {
    let invalid = || ServiceError::validation(format!("Invalid keyId {id}"));
    if id.starts_with("arn:") {
        let parts: Vec<&str> = id.split(':').collect();
        let ["arn", "aws", "kms", region, _, rest] = parts.as_slice() else { return Err(invalid()) };
        let here = *region == ask.request.cx.region && resource::account(id).is_some();
        let name = rest.strip_prefix("key/").or_else(|| rest.strip_prefix("alias/"));
        return match name.is_some_and(is_name) && here {
            true => Ok(id.to_owned()),
            false => Err(invalid()),
        };
    }
    let is_alias = id.strip_prefix("alias/").is_some_and(is_name);
    match (is_alias, is_name(id) && !id.contains('/')) {
        (true, _) => Ok(ask.arn(id)),
        (false, true) => Ok(ask.arn(format_args!("key/{id}"))),
        (false, false) => Err(invalid()),
    }
}

/// The key that an alias stands for, if that is known; else the same ARN.
pub(super) fn resolve(ask: &Ask<'_>, arn: String) -> String {
    if is_key(&arn) {
        return arn;
    }
    let alias = resource::find(ask.state, &KEYS, &arn).filter(|alias| !alias.doubtful);
    let key = alias.and_then(|alias| alias.fact("key")).map(str::to_owned);
    key.unwrap_or(arn)
}

fn is_name(text: &str) -> bool {
    (1..=256).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/_-".contains(&byte))
}
