//! The wire protocols: from bytes to an untyped input and from typed outputs and errors to bytes.
//!
//! A protocol is one folder. Each walks the shape descriptions of `awsim_plugin::shape`: what it reads is a
//! [`Source`], what it writes to is a `Sink`. Nothing here knows a service.
//!
//! - [`query`]: awsQuery, form fields in and XML out (JSON for clients that ask for it).
//! - [`aws_json`]: awsJson 1.0 and 1.1.
//!
//! - [`rest`]: restJson1 and restXml, and [`cbor`]: RPC v2 CBOR. Only services that run elsewhere speak them: their requests are
//!   read by name, and of answers this host writes the errors alone.

pub mod aws_json;
mod base64;
pub mod cbor;
pub mod query;
pub mod rest;
#[cfg(test)]
mod testing;
pub(crate) mod xml;

use std::borrow::Cow;

use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::AnyOutput;
use awsim_plugin::operation::{OperationShape, ProtocolName, ServiceModel};
use awsim_plugin::shape::Source;
use bytes::Bytes;

use crate::incoming::Incoming;

pub use query::peek as peek_query;

/// How a wire protocol tells errors.
pub trait Errors: Send + Sync {
    /// Writes an error.
    fn encode_error(&self, cx: &Answering<'_>, error: &ServiceError) -> Encoded;
}

/// A wire protocol of typed services.
pub trait Protocol: Errors {
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

awsim_plugin::partial_debug!(Decoded<'_>, |decoded| operation = decoded.operation, version = decoded.version);

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

/// The protocol of this name; none if only services that run elsewhere speak it.
pub fn protocol(name: ProtocolName) -> Option<&'static dyn Protocol> {
    match name {
        ProtocolName::Query => Some(&query::AwsQuery),
        ProtocolName::Json10 => Some(&aws_json::AwsJson::V1_0),
        ProtocolName::Json11 => Some(&aws_json::AwsJson::V1_1),
        ProtocolName::RestJson | ProtocolName::RestXml | ProtocolName::RpcV2Cbor => None,
    }
}

/// How the protocol of this name tells errors.
pub fn errors(name: ProtocolName) -> &'static dyn Errors {
    match name {
        ProtocolName::Query => &query::AwsQuery,
        ProtocolName::Json10 => &aws_json::AwsJson::V1_0,
        ProtocolName::Json11 => &aws_json::AwsJson::V1_1,
        ProtocolName::RestJson => &rest::RestJson,
        ProtocolName::RestXml => &rest::RestXml,
        ProtocolName::RpcV2Cbor => &cbor::RpcV2Cbor,
    }
}
