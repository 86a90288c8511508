//! What the host asks an upstream in its own name.

use async_trait::async_trait;
use awsim_plugin::error::ServiceError;
use awsim_plugin::operation::{ProtocolName, ServiceModel};
use awsim_plugin::upstream::{Input, Parameter, Peer, Signing};
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use http_body_util::{BodyExt, Either, Full, Limited};
use serde_json::{Map, Value};

use super::proxy::{Destination, Proxy};
use crate::incoming::{self, Incoming};
use crate::protocol::aws_json::JsonAnswer;
use crate::protocol::query::XmlInput;

/// The most bytes of an answer that is read here.
const MOST_BYTES: usize = 4 << 20;

/// Words in the codes of errors that say nothing of what was asked for.
const SAYS_NOTHING: [&str; 6] =
    ["AccessDenied", "Credential", "Signature", "Throttl", "Token", "UnrecognizedClient"];

/// The upstream of a service as it is asked.
pub(super) struct HostPeer<'p> {
    pub(super) proxy: &'p Proxy,
    pub(super) model: &'p ServiceModel,
    pub(super) to: Destination<'p>,
}

#[async_trait]
impl Peer for HostPeer<'_> {
    async fn ask(
        &self,
        operation: &str,
        parameters: &[(&str, Parameter<'_>)],
    ) -> Result<Option<Box<dyn Input>>, ServiceError> {
        let mut request = self.request(operation, parameters);
        if self.to.settings.signing != Signing::None {
            self.to.sign(&mut request);
        }
        let body = Either::Left(Full::new(request.body.clone()));
        let response = self.proxy.send(self.to, request, body).await?;
        let status = response.status();
        let answer = read_whole(self.to, response.into_body()).await?;
        if status.is_success() {
            let read = output(self.model.protocol, &answer);
            return read.map(Some).ok_or_else(|| self.to.unavailable("answers what is not in its protocol"));
        }
        let text = String::from_utf8_lossy(&answer);
        let is_no =
            matches!(status, StatusCode::BAD_REQUEST | StatusCode::NOT_FOUND | StatusCode::NOT_IMPLEMENTED)
                && !SAYS_NOTHING.iter().any(|word| text.contains(word));
        match is_no {
            true => Ok(None),
            false => Err(self.to.unavailable(&format!("does not answer {operation} (status {status})"))),
        }
    }
}

impl HostPeer<'_> {
    fn request(&self, operation: &str, parameters: &[(&str, Parameter<'_>)]) -> Incoming {
        let mut headers = HeaderMap::new();
        let (content_type, body) = match self.model.protocol {
            ProtocolName::Query => {
                ("application/x-www-form-urlencoded", form(operation, self.model.api_version, parameters))
            }
            ProtocolName::Json10 => ("application/x-amz-json-1.0", json(parameters)),
            ProtocolName::Json11 => ("application/x-amz-json-1.1", json(parameters)),
        };
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
        let target = format!("{}.{operation}", self.model.target_prefix);
        if let (false, Ok(target)) = (self.model.target_prefix.is_empty(), HeaderValue::from_str(&target)) {
            headers.insert(&incoming::TARGET, target);
        }
        let peer = ([127, 0, 0, 1], 0).into();
        Incoming {
            method: Method::POST,
            uri: Uri::from_static("/"),
            headers,
            body: body.into(),
            peer,
            secure: false,
        }
    }
}

fn json(parameters: &[(&str, Parameter<'_>)]) -> String {
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
        for byte in text.bytes() {
            match byte {
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => form.push(byte.into()),
                byte => form.push_str(&format!("%{byte:02X}")),
            }
        }
    }
    form
}

/// The output in an answer; none if it is not in the protocol.
pub(super) fn output(protocol: ProtocolName, answer: &[u8]) -> Option<Box<dyn Input>> {
    match protocol {
        ProtocolName::Query => {
            Some(Box::new(XmlInput::parse(std::str::from_utf8(answer).ok()?)?) as Box<dyn Input>)
        }
        // Some operations have no output, and an empty body instead of an empty object.
        _ if answer.is_empty() => Some(Box::new(JsonAnswer::parse(b"{}")?)),
        _ => Some(Box::new(JsonAnswer::parse(answer)?)),
    }
}

/// Reads an answer as a whole.
///
/// # Errors
/// `ServiceUnavailable` (503) if it breaks off or is too large.
pub(super) async fn read_whole(
    to: Destination<'_>,
    body: hyper::body::Incoming,
) -> Result<Bytes, ServiceError> {
    let whole = Limited::new(body, MOST_BYTES).collect().await;
    whole
        .map(|body| body.to_bytes())
        .map_err(|error| to.unavailable(&format!("broke its answer off ({error})")))
}
