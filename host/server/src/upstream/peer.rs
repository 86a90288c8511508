//! What the host asks an upstream in its own name.

use std::borrow::Cow;

use async_trait::async_trait;
use awsim_plugin::error::ServiceError;
use awsim_plugin::operation::ProtocolName;
use awsim_plugin::upstream::{Input, Parameter, Peer, Signing};
use bytes::Bytes;
use http::{HeaderValue, Method, StatusCode, header};
use http_body_util::{BodyExt, Collected, Either, Full, Limited};
use serde_json::{Map, Value};

use super::passage::{BodyError, Returning};
use super::percent;
use super::proxy::{Destination, Proxy};
use crate::incoming::{self, Incoming};
use crate::protocol::aws_json::JsonAnswer;
use crate::protocol::xml::XmlInput;
use crate::services::HostedService;
use crate::sigv4::payload_hash;

/// The most bytes of an answer that is read here.
const MOST_BYTES: usize = 4 << 20;

/// Words in the codes of errors that say nothing of what was asked for.
const SAYS_NOTHING: [&str; 6] =
    ["AccessDenied", "Credential", "Signature", "Throttl", "Token", "UnrecognizedClient"];

/// The upstream of a service as it is asked.
pub(super) struct HostPeer<'p> {
    pub(super) proxy: &'p Proxy,
    pub(super) service: &'p HostedService,
    pub(super) to: Destination<'p>,
}

#[async_trait]
impl Peer for HostPeer<'_> {
    async fn ask(
        &self,
        operation: &str,
        parameters: &[(&str, Parameter<'_>)],
    ) -> Result<Option<Box<dyn Input>>, ServiceError> {
        let request = self.request(operation, parameters);
        let mut request = request.ok_or_else(|| {
            ServiceError::failure(format!("{operation} of {} cannot be asked", self.to.service))
        })?;
        if self.to.settings.signing != Signing::None {
            let payload = payload_hash(&request.body);
            self.to.sign(&mut request, &payload);
        }
        let body = Either::Left(Full::new(request.body.clone()));
        let response = self.proxy.send(self.to, request, body, None).await?;
        let status = response.status();
        let answer = read_whole(self.to, response.into_body()).await?;
        if status.is_success() {
            let read = output(self.service.model.protocol, &answer);
            return read.map(Some).ok_or_else(|| self.to.unavailable("answers what is not in its protocol"));
        }
        let text = String::from_utf8_lossy(&answer);
        let is_no = matches!(
            status,
            StatusCode::BAD_REQUEST
                | StatusCode::NOT_FOUND
                | StatusCode::METHOD_NOT_ALLOWED
                | StatusCode::NOT_IMPLEMENTED
        ) && !SAYS_NOTHING.iter().any(|word| text.contains(word));
        match is_no {
            true => Ok(None),
            false => Err(self.to.unavailable(&format!("does not answer {operation} (status {status})"))),
        }
    }
}

impl HostPeer<'_> {
    /// The request; none if something is missing that it takes.
    fn request(&self, operation: &str, parameters: &[(&str, Parameter<'_>)]) -> Option<Incoming> {
        if let Some(rest) = self.service.rest() {
            return rest.request(operation, parameters);
        }
        let model = self.service.model;
        let (content_type, body) = match model.protocol {
            ProtocolName::RpcV2Cbor => return None,
            ProtocolName::Query => {
                ("application/x-www-form-urlencoded", form(operation, model.api_version, parameters))
            }
            ProtocolName::Json10 => ("application/x-amz-json-1.0", json(parameters)),
            _ => ("application/x-amz-json-1.1", json(parameters)),
        };
        let mut request = Incoming { body: body.into(), ..Incoming::own(Method::POST) };
        request.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
        let target = format!("{}.{operation}", model.target_prefix);
        if let (false, Ok(target)) = (model.target_prefix.is_empty(), HeaderValue::from_str(&target)) {
            request.headers.insert(&incoming::TARGET, target);
        }
        Some(request)
    }
}

/// The values of members as an object in JSON.
pub(super) fn json(parameters: &[(&str, Parameter<'_>)]) -> String {
    let members = parameters.iter().map(|(name, value)| {
        let value = match *value {
            Parameter::Text(text) => Value::from(text),
            Parameter::List(text) => Value::from(vec![text]),
        };
        ((*name).to_owned(), value)
    });
    Value::Object(members.collect::<Map<_, _>>()).to_string()
}

fn form(operation: &str, version: &str, parameters: &[(&str, Parameter<'_>)]) -> String {
    let mut form = format!("Action={operation}&Version={version}");
    for (name, value) in parameters {
        let (suffix, text) = match *value {
            Parameter::Text(text) => ("", text),
            Parameter::List(text) => (".member.1", text),
        };
        form.push_str(&format!("&{name}{suffix}="));
        percent::encode(text, &mut form);
    }
    form
}

/// An output with one member, whatever its name, which is the answer as a whole.
struct Text(String);

impl Input for Text {
    fn member(&self, _name: &str) -> Option<Box<dyn Input + '_>> {
        Some(Box::new(self))
    }

    fn elements(&self) -> Vec<Box<dyn Input + '_>> {
        Vec::new()
    }

    fn all(&self, _name: &str) -> Vec<Box<dyn Input + '_>> {
        Vec::new()
    }

    fn entries(&self) -> Vec<(String, Box<dyn Input + '_>)> {
        Vec::new()
    }

    fn text(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Borrowed(&self.0))
    }
}

/// The output in an answer; none if it is not in the protocol.
pub(super) fn output(protocol: ProtocolName, answer: &[u8]) -> Option<Box<dyn Input>> {
    match protocol {
        ProtocolName::Query => {
            Some(Box::new(XmlInput::result(std::str::from_utf8(answer).ok()?)?) as Box<dyn Input>)
        }
        ProtocolName::RestXml if answer.is_empty() => Some(Box::new(XmlInput::empty())),
        ProtocolName::RestXml => {
            let text = std::str::from_utf8(answer).ok()?;
            match text.trim_start().starts_with('<') {
                true => Some(Box::new(XmlInput::root(text)?)),
                // The output may be text and nothing else, as a bucket policy is.
                false => Some(Box::new(Text(text.to_owned()))),
            }
        }
        // Nothing is learned from the answers of services that speak it.
        ProtocolName::RpcV2Cbor => None,
        // Some operations have no output, and an empty body instead of an empty object.
        _ if answer.is_empty() => Some(Box::new(JsonAnswer::parse(b"{}")?)),
        _ => Some(Box::new(JsonAnswer::parse(answer)?)),
    }
}

/// Reads an answer as a whole.
///
/// # Errors
/// `ServiceUnavailable` (503) if it breaks off or is too large.
pub(super) async fn read_whole(to: Destination<'_>, body: Returning) -> Result<Bytes, ServiceError> {
    whole(body).await.map_err(|error| to.broken_off(&*error))
}

/// The whole of a body; an error if it breaks off or is too large.
pub(super) async fn whole(body: Returning) -> Result<Bytes, BodyError> {
    Limited::new(body, MOST_BYTES).collect().await.map(Collected::to_bytes)
}
