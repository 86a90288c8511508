//! The awsQuery protocol.
//!
//! A request is a form: `Action`, `Version`, and the members of the input as fields with dotted names
//! (`Tags.member.1.Key=team`), in the body of a POST or the query string of a GET. An answer is XML, or JSON for clients
//! that ask for it. Rules: Smithy's "AWS Query protocol" specification.

pub(super) mod error;
mod form;
mod input;
mod read;
pub(super) mod text;
mod write;

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::AnyOutput;
use awsim_plugin::operation::{OperationShape, ServiceModel};
use bytes::Bytes;
use http::Method;

use super::{Answering, Decoded, Encoded, Errors, Protocol, ProtocolLimits};
use crate::incoming::Incoming;

pub use form::Form;
pub(crate) use input::FormInput;
pub use write::XmlSink;

/// The media type of XML answers.
const XML: &str = "text/xml";
/// The media type of JSON answers.
const JSON: &str = "application/json";

/// What room an ordinary answer needs; a larger one grows.
const ORDINARY_ANSWER: usize = 1024;

/// The awsQuery protocol.
#[derive(Clone, Copy, Debug)]
pub struct AwsQuery;

impl Protocol for AwsQuery {
    fn decode<'r>(
        &self,
        incoming: &'r Incoming,
        _model: &ServiceModel,
        limits: &ProtocolLimits,
    ) -> Result<Decoded<'r>, ServiceError> {
        let (query, body) = texts(incoming);
        let form = Form::parse([body, query], limits)?;
        let Some(action) = form.field("Action") else {
            return Err(ServiceError::sender(
                "MissingAction",
                400,
                "The request is missing an action or a required parameter.",
            ));
        };
        Ok(Decoded { operation: action, version: form.field("Version"), input: Box::new(form) })
    }

    fn encode_output(
        &self,
        cx: &Answering<'_>,
        operation: &'static OperationShape,
        output: &dyn AnyOutput,
    ) -> Encoded {
        let mut body = Vec::with_capacity(ORDINARY_ANSWER);
        let content_type = if cx.accepts_json {
            write::json_answer(&mut body, cx, operation, output);
            JSON
        } else {
            write::xml_answer(&mut body, cx, operation, output);
            XML
        };
        Encoded { status: 200, content_type, headers: Vec::new(), body: Bytes::from(body) }
    }
}

impl Errors for AwsQuery {
    fn encode_error(&self, cx: &Answering<'_>, error: &ServiceError) -> Encoded {
        let mut body = Vec::with_capacity(ORDINARY_ANSWER);
        let content_type = if cx.accepts_json {
            error::json(&mut body, cx, error);
            JSON
        } else {
            error::xml(&mut body, cx, error);
            XML
        };
        Encoded { status: error.status, content_type, headers: Vec::new(), body: Bytes::from(body) }
    }
}

/// The action and version that a request names, if it names them in readable fields; nothing else of it is looked at.
/// For placing requests that do not say which service they are for.
pub fn peek(incoming: &Incoming) -> (Option<Cow<'_, str>>, Option<Cow<'_, str>>) {
    let (query, body) = texts(incoming);
    let field = |name| form::peek(body, name).or_else(|| form::peek(query, name));
    (field("Action"), field("Version"))
}

/// Where the fields of a request stand: its query string and its body. A GET has no body.
pub(crate) fn texts(incoming: &Incoming) -> (&[u8], &[u8]) {
    let body: &[u8] = if incoming.method == Method::GET { &[] } else { &incoming.body };
    (incoming.query().as_bytes(), body)
}
