//! The REST protocols, restJson1 and restXml, as far as this host speaks them: how they tell errors.
//!
//! The operation stands in the method and the target of a request, its input in the target, in headers and in a body that
//! is a document or just bytes. Rules: Smithy's "AWS restJson1 protocol" and "AWS restXml protocol" specifications.
//! Requests are read by `upstream`, as only services that run elsewhere speak these protocols.

use awsim_plugin::error::ServiceError;
use bytes::Bytes;
use data_encoding::BASE64;

use super::query::error::element;
use super::{Answering, Encoded, Errors, aws_json};

/// The restJson1 protocol.
#[derive(Clone, Copy, Debug)]
pub struct RestJson;

/// The restXml protocol.
#[derive(Clone, Copy, Debug)]
pub struct RestXml;

impl Errors for RestJson {
    fn encode_error(&self, cx: &Answering<'_>, error: &ServiceError) -> Encoded {
        let code = aws_json::error::code(&error.code);
        let mut body = Vec::new();
        let mut json = aws_json::JsonSink::new(&mut body);
        json.object_start();
        json.text(cx.model.error_message, &error.message);
        for (name, value) in &error.members {
            json.text(name, value);
        }
        json.object_end();
        Encoded {
            status: error.status,
            content_type: "application/json",
            headers: vec![("x-amzn-errortype", code.to_owned())],
            body: Bytes::from(body),
        }
    }
}

/// Errors that every service has, under their names in the query protocol or in JSON, and as Amazon S3 has them ("List of
/// error codes" in its API reference).
const COMMON: &[(&str, &str, u16)] = &[
    ("AccessDeniedException", "AccessDenied", 403),
    ("InternalFailure", "InternalError", 500),
    ("MalformedInput", "InvalidRequest", 400),
    ("RequestEntityTooLarge", "EntityTooLarge", 400),
    ("UnknownOperationException", "MethodNotAllowed", 405),
    ("ValidationError", "InvalidRequest", 400),
];

impl Errors for RestXml {
    fn encode_error(&self, cx: &Answering<'_>, error: &ServiceError) -> Encoded {
        let known = COMMON.iter().find(|(code, ..)| *code == error.code);
        let (code, status) = known.map_or((&*error.code, error.status), |(_, code, status)| (code, *status));
        let host_id = BASE64.encode(cx.request_id.as_bytes());
        let mut body = Vec::new();
        body.extend_from_slice(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>");
        element(&mut body, "Code", code);
        element(&mut body, "Message", &error.message);
        for (name, value) in &error.members {
            element(&mut body, name, value);
        }
        element(&mut body, "RequestId", cx.request_id);
        element(&mut body, "HostId", &host_id);
        body.extend_from_slice(b"</Error>");
        Encoded {
            status,
            content_type: "application/xml",
            headers: vec![("x-amz-request-id", cx.request_id.to_owned()), ("x-amz-id-2", host_id)],
            body: Bytes::from(body),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::testing::{CAPITAL_MODEL, MODEL};

    const ID: &str = "01234567-89ab-4cde-8f01-23456789abcd";

    #[test]
    fn errors_are_told_as_their_protocol_does() {
        let error = ServiceError::sender("AccessDenied", 403, "no & never");
        let json = Answering { model: &CAPITAL_MODEL, request_id: ID, accepts_json: false };
        let answer = RestJson.encode_error(&json, &error);
        assert_eq!(&answer.body[..], br#"{"Message":"no & never"}"#);
        assert_eq!(answer.headers, [("x-amzn-errortype", "AccessDeniedException".to_owned())]);

        let xml = Answering { model: &MODEL, request_id: ID, accepts_json: false };
        let answer = RestXml.encode_error(&xml, &error);
        let text = String::from_utf8(answer.body.to_vec()).unwrap();
        let expected = "<Error><Code>AccessDenied</Code><Message>no &amp; never</Message><RequestId>0123";
        assert!(text.contains(expected), "{text}");
        assert_eq!(answer.headers[0], ("x-amz-request-id", ID.to_owned()));
        let unknown = ServiceError::sender("UnknownOperationException", 404, "");
        assert_eq!(RestXml.encode_error(&xml, &unknown).status, 405);
    }
}
