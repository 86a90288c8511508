//! Errors of services that speak awsJson.

use awsim_plugin::error::ServiceError;

use super::JsonSink;
use crate::protocol::Answering;

/// Errors that every service has, under their names in the query protocol and in this one (AWS's "Common errors" and
/// "Common error types" pages of the API references).
const COMMON: &[(&str, &str)] = &[
    ("AccessDenied", "AccessDeniedException"),
    ("ExpiredToken", "ExpiredTokenException"),
    ("IncompleteSignature", "IncompleteSignatureException"),
    ("InvalidAction", "UnknownOperationException"),
    ("InvalidClientTokenId", "UnrecognizedClientException"),
    ("MalformedInput", "SerializationException"),
    ("MissingAuthenticationToken", "MissingAuthenticationTokenException"),
    ("SignatureDoesNotMatch", "InvalidSignatureException"),
    ("Throttling", "ThrottlingException"),
    ("ValidationError", "ValidationException"),
];

/// The code of an error in this protocol.
pub(in crate::protocol) fn code(code: &str) -> &str {
    COMMON.iter().find(|(query, _)| *query == code).map_or(code, |(_, json)| json)
}

/// Appends an error, with the message under the name that the service gives it.
pub(in crate::protocol) fn write(out: &mut Vec<u8>, cx: &Answering<'_>, code: &str, error: &ServiceError) {
    let mut json = JsonSink::new(out);
    json.object_start();
    json.text("__type", code);
    json.text(cx.model.error_message, &error.message);
    for (name, value) in &error.members {
        json.text(name, value);
    }
    json.object_end();
}
