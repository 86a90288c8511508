//! What the program `codec` can be asked.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddr};

use awsim_plugin::error::{Fault, ServiceError};
use awsim_plugin::handler::AnyOutput;
use awsim_plugin::operation::ProtocolName;
use awsim_server::incoming::Incoming;
use awsim_server::protocol::aws_json::{Json, JsonSink};
use awsim_server::protocol::{Answering, Encoded, Protocol, ProtocolLimits, protocol};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::{Model, TypedOperation};

/// The id of every request.
const REQUEST_ID: &str = "01234567-89ab-4cde-8f01-23456789abcd";

const LIMITS: ProtocolLimits = ProtocolLimits { form_fields: 100_000, nesting: 100 };

/// A question: one line of JSON.
#[derive(Debug, Deserialize)]
pub struct Question {
    /// The signing name of the service.
    pub service: String,
    /// `query`, `json-1.0` or `json-1.1`, whatever the service itself speaks.
    pub protocol: String,
    /// What is to be done.
    pub task: Task,
}

/// What is to be done.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Task {
    /// To list the values of the service's enumerations.
    Enumerations,
    /// To read a request.
    Request(Request),
    /// To write an answer.
    Output(Output),
    /// To write an error.
    Error(ErrorAnswer),
}

/// A request as it comes over the wire.
#[derive(Debug, Deserialize)]
pub struct Request {
    method: String,
    uri: String,
    headers: Vec<(String, String)>,
    body: String,
}

/// An answer.
#[derive(Debug, Deserialize)]
pub struct Output {
    operation: String,
    accepts_json: bool,
    /// In canonical form.
    value: Box<RawValue>,
}

/// An error.
#[derive(Debug, Deserialize)]
pub struct ErrorAnswer {
    code: String,
    status: u16,
    sender: bool,
    message: String,
    accepts_json: bool,
}

/// The answer to a question: one line of JSON.
#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// The values of enumerations, by the names of their shapes.
    Enumerations(BTreeMap<&'static str, &'static [&'static str]>),
    /// What a request asks for.
    Input {
        /// The operation.
        operation: String,
        /// The version that the request names.
        version: Option<String>,
        /// The input in canonical form.
        value: Box<RawValue>,
    },
    /// What goes over the wire.
    Response {
        /// The HTTP status.
        status: u16,
        /// The headers, with that of the request id.
        headers: Vec<(&'static str, String)>,
        /// The body.
        body: String,
    },
    /// The question has no answer; why.
    Impossible(String),
    /// The request is refused.
    Refused {
        /// The code.
        code: String,
        /// The HTTP status.
        status: u16,
        /// The message.
        message: String,
    },
}

impl Question {
    /// Answers.
    ///
    /// # Errors
    /// A text that says what is wrong with the question.
    pub fn answer(&self) -> Result<Answer, String> {
        let model = Model::of(&self.service).ok_or_else(|| format!("no model of {}", self.service))?;
        let protocol = match self.protocol.as_str() {
            "query" => protocol(ProtocolName::Query),
            "json-1.0" => protocol(ProtocolName::Json10),
            "json-1.1" => protocol(ProtocolName::Json11),
            _ => None,
        }
        .ok_or_else(|| format!("no protocol {}", self.protocol))?;
        match &self.task {
            Task::Enumerations => Ok(Answer::Enumerations(model.enumerations())),
            Task::Request(request) => request.read(&model, protocol),
            Task::Output(output) => output.write(&model, protocol),
            Task::Error(error) => error.write(&model, protocol),
        }
    }
}

impl Request {
    fn read(&self, model: &Model, protocol: &dyn Protocol) -> Result<Answer, String> {
        let incoming = self.incoming()?;
        let decoded = match protocol.decode(&incoming, model.service, &LIMITS) {
            Ok(decoded) => decoded,
            Err(error) => return Ok(refused(error)),
        };
        let operation = operation(model, &decoded.operation)?;
        Ok(match operation.input(decoded.input.as_ref(), model.service.violations) {
            Ok(input) => Answer::Input {
                operation: decoded.operation.into_owned(),
                version: decoded.version.map(Cow::into_owned),
                value: canonical(input.as_ref())?,
            },
            Err(error) => refused(error),
        })
    }

    fn incoming(&self) -> Result<Incoming, String> {
        let mut headers = http::HeaderMap::new();
        for (name, value) in &self.headers {
            let name: http::HeaderName = name.parse().map_err(|error| format!("{name}: {error}"))?;
            headers.append(name, value.parse().map_err(|error| format!("{value}: {error}"))?);
        }
        Ok(Incoming {
            method: self.method.parse().map_err(|error| format!("{error}"))?,
            uri: self.uri.parse().map_err(|error| format!("{error}"))?,
            headers,
            body: bytes::Bytes::from(self.body.clone()),
            peer: SocketAddr::from((Ipv4Addr::LOCALHOST, 1)),
            secure: false,
        })
    }
}

impl Output {
    fn write(&self, model: &Model, protocol: &dyn Protocol) -> Result<Answer, String> {
        let operation = operation(model, &self.operation)?;
        let json = Json::parse(self.value.get().as_bytes(), &LIMITS).map_err(|error| error.message)?;
        let output = operation.output(&json, model.service.violations).map_err(|error| error.to_string())?;
        response(protocol.encode_output(
            &answering(model, self.accepts_json),
            operation.shape,
            output.as_ref(),
        ))
    }
}

impl ErrorAnswer {
    fn write(&self, model: &Model, protocol: &dyn Protocol) -> Result<Answer, String> {
        let fault = if self.sender { Fault::Sender } else { Fault::Receiver };
        let error = ServiceError {
            fault,
            ..ServiceError::sender(self.code.clone(), self.status, self.message.as_str())
        };
        response(protocol.encode_error(&answering(model, self.accepts_json), &error))
    }
}

fn operation<'m>(model: &'m Model, name: &str) -> Result<&'m TypedOperation, String> {
    model.operation(name).ok_or_else(|| format!("{} has no operation {name}", model.service.signing_name))
}

fn answering(model: &Model, accepts_json: bool) -> Answering<'_> {
    Answering { model: model.service, request_id: REQUEST_ID, accepts_json }
}

fn refused(error: ServiceError) -> Answer {
    Answer::Refused { code: error.code.into_owned(), status: error.status, message: error.message }
}

fn response(encoded: Encoded) -> Result<Answer, String> {
    let mut headers = encoded.headers;
    headers.push(("content-type", encoded.content_type.to_owned()));
    headers.push(("x-amzn-requestid", REQUEST_ID.to_owned()));
    let body = String::from_utf8(encoded.body.to_vec()).map_err(|error| error.to_string())?;
    Ok(Answer::Response { status: encoded.status, headers, body })
}

fn canonical(value: &dyn AnyOutput) -> Result<Box<RawValue>, String> {
    let mut text = Vec::new();
    value.write(&mut JsonSink::new(&mut text));
    let text = String::from_utf8(text).map_err(|error| error.to_string())?;
    RawValue::from_string(text).map_err(|error| error.to_string())
}
