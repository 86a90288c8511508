//! How a refusal is told.

use awsim_plugin::error::ServiceError;
use awsim_plugin::operation::ProtocolName;
use awsim_policy::Denial;

use super::evaluation::Decided;

/// The refusal of a check that was denied, as services of a protocol tell it.
pub(super) fn of(decided: &Decided, protocol: ProtocolName) -> ServiceError {
    let message = decided.with_request(|request| Denial::new(&request, &decided.decision).to_string());
    error(message, protocol)
}

/// `AccessDenied` (403) of services that answer in XML, `AccessDeniedException` (400) of those that answer in JSON
/// ("Common Errors" in the API references of IAM and Organizations).
pub(super) fn error(message: impl Into<String>, protocol: ProtocolName) -> ServiceError {
    let (code, status) = match protocol {
        ProtocolName::Query => ("AccessDenied", 403),
        ProtocolName::Json10 | ProtocolName::Json11 => ("AccessDeniedException", 400),
    };
    ServiceError::sender(code, status, message)
}
