//! Errors that STS answers and its model does not list.

use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;

/// `AccessDenied` (403).
pub(crate) fn access_denied(message: impl Into<String>) -> ServiceError {
    ServiceError::sender("AccessDenied", 403, message)
}

/// `AccessDenied` (403) as the policy engine words it. AWS answers a role that does not exist like one that does not
/// trust the caller, so that nobody learns which roles there are.
pub(crate) fn not_authorized(cx: &Context<'_>, action: &str, resource: &str) -> ServiceError {
    let caller = cx.caller.arn(cx.partition);
    access_denied(format!("User: {caller} is not authorized to perform: {action} on resource: {resource}"))
}

/// `InvalidParameterValue` (400).
pub(crate) fn invalid_parameter(message: impl Into<String>) -> ServiceError {
    ServiceError::sender("InvalidParameterValue", 400, message)
}

/// A constraint that the model does not state and STS checks all the same, in the words of those that it states.
pub(crate) fn constraint(parameter: &str, value: &str, rule: &str) -> ServiceError {
    ServiceError::validation(format!(
        "1 validation error detected: Value '{value}' at '{parameter}' failed to satisfy constraint: {rule}"
    ))
}
