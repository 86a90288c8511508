//! The wire protocols: from bytes to an untyped input and from typed outputs and errors to bytes.
//!
//! A protocol is one folder. Each walks the shape descriptions of `awsim_plugin::shape`: what it reads is a
//! [`Source`], what it writes to is a `Sink`. Nothing here knows a service.
//!
//! - [`query`]: awsQuery, form fields in and XML out (JSON for clients that ask for it).
//! - [`aws_json`]: awsJson 1.0 and 1.1.
//!
//! restJson1 and restXml would stand beside them as `rest_json` and `rest_xml`, with a name in
//! [`ProtocolName`] and a line in [`protocol`].

pub mod aws_json;
mod base64;
pub mod query;
#[cfg(test)]
mod testing;

use std::borrow::Cow;

use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::AnyOutput;
use awsim_plugin::operation::{OperationShape, ProtocolName, ServiceModel};
use awsim_plugin::shape::Source;
use bytes::Bytes;

use crate::incoming::Incoming;

pub use query::peek as peek_query;

/// A wire protocol.
pub trait Protocol: Send + Sync {
    /// Finds out what operation is asked for, and makes its input readable. The input is still untyped: neither that
    /// the operation exists nor the constraints of its input have been checked.
    ///
    /// # Errors
    /// A 400 error if the request is not in this protocol, names no operation, or exceeds a limit.
    fn decode<'r>(
        &self,
        incoming: &'r Incoming,
        model: &ServiceModel,
        limits: &ProtocolLimits,
    ) -> Result<Decoded<'r>, ServiceError>;

    /// Writes the output of an operation.
    fn encode_output(
        &self,
        cx: &Answering<'_>,
        operation: &'static OperationShape,
        output: &dyn AnyOutput,
    ) -> Encoded;

    /// Writes an error.
    fn encode_error(&self, cx: &Answering<'_>, error: &ServiceError) -> Encoded;
}

/// A request in some protocol.
pub struct Decoded<'r> {
    /// The name of the operation that the request asks for.
    pub operation: Cow<'r, str>,
    /// The API version that the request names, if the protocol has it.
    pub version: Option<Cow<'r, str>>,
    /// The input.
    pub input: Box<dyn Source + 'r>,
}

/// What an answer needs to know of its request.
#[derive(Clone, Copy, Debug)]
pub struct Answering<'a> {
    /// The service that answers.
    pub model: &'a ServiceModel,
    /// The id of the request.
    pub request_id: &'a str,
    /// Whether the client asked for JSON (`Accept: application/json`); only the query protocol listens to it.
    pub accepts_json: bool,
}

/// An answer, ready to be sent. The header `x-amzn-RequestId`, which every answer has, is added by the sender.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Encoded {
    /// The HTTP status.
    pub status: u16,
    /// The media type of the body.
    pub content_type: &'static str,
    /// Further headers.
    pub headers: Vec<(&'static str, String)>,
    /// The body.
    pub body: Bytes,
}

/// How much a request may hold. Its size in bytes is limited before it comes here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProtocolLimits {
    /// The most form fields, or JSON values, of one request.
    pub form_fields: usize,
    /// The deepest nesting: parts of a form field's name (`Tags.member.1.Key` has four), or levels of a JSON body (at
    /// most 127).
    pub nesting: usize,
}

/// The protocol of this name.
pub fn protocol(name: ProtocolName) -> &'static dyn Protocol {
    match name {
        ProtocolName::Query => &query::AwsQuery,
        ProtocolName::Json10 => &aws_json::AwsJson::V1_0,
        ProtocolName::Json11 => &aws_json::AwsJson::V1_1,
    }
}
