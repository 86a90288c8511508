//! Finding the managed policy that a request names by its ARN.

use awsim_plugin::access::Check;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::View;

use crate::arn::PolicyArn;
use crate::policy_ref::PolicyRef;
use crate::state::CustomerPolicy;
use crate::{access, errors};

/// Refuses text that cannot be the ARN of a policy.
///
/// # Errors
/// `ValidationError` (400) if it is no ARN, `InvalidInput` (400) if it is the ARN of something else.
pub(crate) fn refuse_other_arns(arn: &str) -> Result<(), ServiceError> {
    match PolicyArn::parse(arn)? {
        Some(_) => Ok(()),
        None => Err(errors::not_the_arn_of_a_policy(arn)),
    }
}

/// The policy with this ARN.
///
/// # Errors
/// As [`refuse_other_arns`], and `NoSuchEntity` (404).
pub(super) fn find<'v>(state: &'v View, cx: &Context<'_>, arn: &str) -> Result<PolicyRef<'v>, ServiceError> {
    refuse_other_arns(arn)?;
    PolicyRef::find(state, cx.account(), arn)?.ok_or_else(|| errors::no_such_policy(arn))
}

/// The account's own policy with this ARN, which the operation behind `action` is about to change.
///
/// # Errors
/// As [`find`]; `AccessDenied` (403) for one of AWS's, which no permission allows to change.
pub(super) fn changeable<'v>(
    state: &'v View,
    cx: &Context<'_>,
    arn: &str,
    action: &str,
) -> Result<&'v CustomerPolicy, ServiceError> {
    match find(state, cx, arn)? {
        PolicyRef::Customer(policy) => Ok(policy),
        PolicyRef::Aws(_) => Err(errors::aws_policy_unchangeable(cx, action, arn)),
    }
}

/// A check on a policy that is named by its ARN, with its tags if it has any.
pub(crate) fn check(action: &'static str, cx: &Context<'_>, state: &View, arn: &str) -> Check {
    let check = Check::on(action, arn);
    match PolicyRef::find(state, cx.account(), arn) {
        Ok(Some(PolicyRef::Customer(policy))) => access::with_tags(check, policy),
        _ => check,
    }
}
