//! Aliases: creating, moving and deleting one needs a permission on the alias and one on every key concerned ("Controlling
//! access to aliases" in the KMS Developer Guide).

use awsim_plugin::access::Access;
use awsim_plugin::error::ServiceError;

use super::{context, keys};
use crate::ask::Ask;

/// The ARN of the alias that the request names.
///
/// # Errors
/// `ValidationException` (400) if it names none.
pub(super) fn alias(ask: &Ask<'_>) -> Result<String, ServiceError> {
    let name = ask.need("AliasName")?;
    match name.starts_with("alias/") {
        true => keys::named(ask, &name),
        false => Err(ServiceError::validation(format!("{name:?} is no name of an alias."))),
    }
}

/// On the alias, and on the key that it shall stand for.
pub(super) fn create(ask: &Ask<'_>) -> Result<Access, ServiceError> {
    on(ask, [Some(keys::key(ask, "TargetKeyId")?), None])
}

/// On the alias, and on the key that it stands for.
pub(super) fn delete(ask: &Ask<'_>) -> Result<Access, ServiceError> {
    on(ask, [stands_for(ask)?, None])
}

/// On the alias, on the key that it stands for, and on the one that it shall stand for.
pub(super) fn update(ask: &Ask<'_>) -> Result<Access, ServiceError> {
    on(ask, [stands_for(ask)?, Some(keys::key(ask, "TargetKeyId")?)])
}

fn stands_for(ask: &Ask<'_>) -> Result<Option<String>, ServiceError> {
    Ok(Some(keys::resolve(ask, alias(ask)?)).filter(|arn| keys::is_key(arn)))
}

fn on(ask: &Ask<'_>, concerned: [Option<String>; 2]) -> Result<Access, ServiceError> {
    let mut checks = vec![context::of_caller(ask, ask.check(alias(ask)?))];
    let keys = concerned.into_iter().flatten();
    checks.extend(keys.map(|key| context::of_key(ask, ask.request.operation, key)));
    Ok(checks)
}
