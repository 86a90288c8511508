//! Identity providers as requests name them: by their ARNs.

use awsim_plugin::access::Check;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::{Transaction, View};

use crate::state::Resource;
use crate::{access, errors};

/// The provider with this ARN.
///
/// # Errors
/// `ValidationError` (400) if the text is no ARN, `InvalidInput` (400) if it is one of something else; `NoSuchEntity`
/// (404) if there is no such provider in the caller's account.
pub(crate) fn find<'v, R: Resource>(
    state: &'v View,
    cx: &Context<'_>,
    arn: &str,
) -> Result<&'v R, ServiceError> {
    let name = name_in::<R>(arn)?;
    let provider = R::get(state, cx.account(), name).filter(|provider| provider.arn(cx) == arn);
    provider.ok_or_else(|| crate::generated::ErrorCode::NoSuchEntity.with(R::not_found(arn)))
}

/// Changes the provider with this ARN.
///
/// # Errors
/// As [`find`].
pub(crate) fn change<R: Resource, T>(
    state: &mut Transaction,
    cx: &Context<'_>,
    arn: &str,
    change: impl FnOnce(&mut R) -> T,
) -> Result<T, ServiceError> {
    let name = find::<R>(state, cx, arn)?.name().to_owned();
    R::change(state, cx.account(), &name, change)
}

/// A check on the provider with this ARN, with its tags if there is such a provider.
pub(crate) fn check<R: Resource>(action: &'static str, cx: &Context<'_>, state: &View, arn: &str) -> Check {
    let check = Check::on(action, arn);
    match find::<R>(state, cx, arn) {
        Ok(provider) => access::with_tags(check, provider),
        Err(_) => check,
    }
}

/// The name in the ARN of a provider of this kind.
///
/// # Errors
/// `ValidationError` (400) if the text is no ARN, `InvalidInput` (400) if it is one of something else.
pub(crate) fn name_in<R: Resource>(arn: &str) -> Result<&str, ServiceError> {
    let parts: Vec<&str> = arn.splitn(6, ':').collect();
    let ["arn", partition, service, _, _, resource] = parts[..] else {
        return Err(errors::unparsable_arn());
    };
    if partition.is_empty() || service.is_empty() || resource.is_empty() {
        return Err(errors::unparsable_arn());
    }
    let name = resource.strip_prefix(R::ARN_TYPE).and_then(|rest| rest.strip_prefix('/'));
    name.filter(|_| service == "iam").ok_or_else(|| errors::arn_of_something_else(arn))
}
