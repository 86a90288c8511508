//! The awsJson protocols, 1.0 and 1.1, which differ in their media type only.
//!
//! The operation stands in the header `X-Amz-Target`, the input is the body's JSON object, and answers are JSON objects.
//! Rules: Smithy's "AWS JSON 1.0 protocol" and "AWS JSON 1.1 protocol" specifications.

pub(super) mod error;
mod input;
mod json;
mod read;
mod write;

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::AnyOutput;
use awsim_plugin::operation::{OperationShape, ServiceModel};
use bytes::Bytes;

use super::{Answering, Decoded, Encoded, Errors, Protocol, ProtocolLimits};
use crate::incoming::{self, Incoming};

pub(crate) use input::{JsonAnswer, JsonInput};
pub use json::Json;
pub use write::JsonSink;

/// What room an ordinary answer needs; a larger one grows.
const ORDINARY_ANSWER: usize = 1024;

/// An awsJson protocol.
#[derive(Clone, Copy, Debug)]
pub struct AwsJson {
    content_type: &'static str,
}

impl AwsJson {
    /// awsJson 1.0.
    pub const V1_0: AwsJson = AwsJson { content_type: "application/x-amz-json-1.0" };
    /// awsJson 1.1.
    pub const V1_1: AwsJson = AwsJson { content_type: "application/x-amz-json-1.1" };
}

impl Protocol for AwsJson {
    fn decode<'r>(
        &self,
        incoming: &'r Incoming,
        model: &ServiceModel,
        limits: &ProtocolLimits,
    ) -> Result<Decoded<'r>, ServiceError> {
        let operation = operation(incoming, model)?;
        // Clients send nothing at all where there is no input.
        let input =
            if incoming.body.is_empty() { Json::empty() } else { Json::parse(&incoming.body, limits)? };
        Ok(Decoded { operation: Cow::Borrowed(operation), version: None, input: Box::new(input) })
    }

    fn encode_output(
        &self,
        _cx: &Answering<'_>,
        _operation: &'static OperationShape,
        output: &dyn AnyOutput,
    ) -> Encoded {
        let mut body = Vec::with_capacity(ORDINARY_ANSWER);
        output.write(&mut JsonSink::new(&mut body));
        Encoded { status: 200, content_type: self.content_type, headers: Vec::new(), body: Bytes::from(body) }
    }
}

impl Errors for AwsJson {
    fn encode_error(&self, cx: &Answering<'_>, error: &ServiceError) -> Encoded {
        let mut body = Vec::new();
        let code = error::code(&error.code);
        error::write(&mut body, cx, code, error);
        Encoded {
            status: error.status,
            content_type: self.content_type,
            headers: vec![("x-amzn-errortype", code.to_owned())],
            body: Bytes::from(body),
        }
    }
}

/// The operation that `X-Amz-Target` names.
fn operation<'r>(incoming: &'r Incoming, model: &ServiceModel) -> Result<&'r str, ServiceError> {
    let unknown = |message: String| ServiceError::sender("UnknownOperationException", 400, message);
    let Some(target) = incoming.header(&incoming::TARGET) else {
        return Err(unknown("The request has no header X-Amz-Target.".to_owned()));
    };
    target
        .split_once('.')
        .filter(|(prefix, _)| *prefix == model.target_prefix)
        .map(|(_, operation)| operation)
        .ok_or_else(|| unknown(format!("The target {target} is not one of {}.", model.full_name)))
}
