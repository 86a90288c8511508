//! Which operation a request is for, and its input read by name.
//!
//! What is decided must be what the upstream does. A request that can be read in two ways is refused: one with its
//! operation in two places, with a field or member that is there twice, with a target besides the service's own.

use std::borrow::Cow;

use awsim_plugin::error::ServiceError;
use awsim_plugin::operation::{ProtocolName, ServiceModel};
use awsim_plugin::upstream::{Input, Upstream};
use http::Method;
use http::header::CONTENT_TYPE;

use super::headers;
use crate::incoming::{self, Incoming};
use crate::protocol::ProtocolLimits;
use crate::protocol::aws_json::JsonInput;
use crate::protocol::cbor::{self, CborInput};
use crate::protocol::query::{self, Form, FormInput};
use crate::services::HostedService;

/// The type of a form.
const FORM: &str = "application/x-www-form-urlencoded";
/// The header of protocols whose requests say which they are in.
const SMITHY_PROTOCOL: &str = "smithy-protocol";
/// What the types of bodies in parts begin with, which some servers read as forms.
const MULTIPART: &str = "multipart/";

/// What a request asks for.
pub(crate) struct Asked<'r> {
    /// The name of the operation.
    pub(crate) operation: Cow<'r, str>,
    /// The API version that the request names, if its protocol has one.
    pub(super) version: Option<Cow<'r, str>>,
    /// The input.
    pub(crate) input: Box<dyn Input + 'r>,
}

/// The protocol that a request is in: the service's own, unless it speaks RPC v2 CBOR or the query protocol too.
pub(super) fn protocol(incoming: &Incoming, model: &ServiceModel, upstream: &dyn Upstream) -> ProtocolName {
    let targeted = incoming.headers.contains_key(&incoming::TARGET);
    match model.protocol {
        _ if upstream.speaks_cbor() && incoming.headers.contains_key(SMITHY_PROTOCOL) => {
            ProtocolName::RpcV2Cbor
        }
        ProtocolName::Json10 | ProtocolName::Json11 if !targeted && upstream.speaks_query() => {
            ProtocolName::Query
        }
        own => own,
    }
}

/// Reads what a request asks for.
///
/// # Errors
/// A 400 error if it is not in the protocol, or ambiguous.
pub(super) fn read<'r>(
    incoming: &'r Incoming,
    service: &HostedService,
    upstream: &dyn Upstream,
    limits: &ProtocolLimits,
) -> Result<Asked<'r>, ServiceError> {
    headers::check(&incoming.headers)?;
    let model = service.model;
    let mut named = incoming.headers.get_all(SMITHY_PROTOCOL).iter();
    match (named.next(), named.next(), model.protocol) {
        (Some(name), None, _) if upstream.speaks_cbor() && name == cbor::NAME => {
            return cbor(incoming, model, limits);
        }
        (None, _, ProtocolName::RpcV2Cbor) => {
            return Err(unknown(format!("Requests say that they are in the protocol {}.", cbor::NAME)));
        }
        (None, ..) => {}
        (Some(name), ..) => {
            let name = String::from_utf8_lossy(name.as_bytes());
            return Err(unknown(format!(
                "{} is not spoken to in the protocol {name} here.",
                model.full_name
            )));
        }
    }
    if let Some(rest) = service.rest() {
        return rest.read(incoming, limits);
    }
    if incoming.uri.path() != "/" && !upstream.reads_path() {
        return Err(unknown(format!("{} has no resource {}.", model.full_name, incoming.uri.path())));
    }
    match protocol(incoming, model, upstream) {
        ProtocolName::Query => form(incoming, limits),
        _ => json(incoming, model, limits),
    }
}

fn cbor<'r>(
    incoming: &'r Incoming,
    model: &ServiceModel,
    limits: &ProtocolLimits,
) -> Result<Asked<'r>, ServiceError> {
    if incoming.method != Method::POST || !incoming.query().is_empty() {
        return Err(unknown("Requests are sent with POST, without a query.".to_owned()));
    }
    if incoming.headers.contains_key(&incoming::TARGET) {
        return Err(ambiguous("A request whose path names its operation has no header X-Amz-Target."));
    }
    let path = incoming.uri.path().strip_prefix("/service/");
    let Some((service, operation)) = path.and_then(|path| path.split_once("/operation/")) else {
        return Err(unknown("Requests are sent to /service/SERVICE/operation/OPERATION.".to_owned()));
    };
    if service != model.target_prefix {
        return Err(unknown(format!("{service} is not the name of {} in requests.", model.full_name)));
    }
    let input = match incoming.body.is_empty() {
        true => CborInput::empty(),
        false if types(incoming).all(|value| value == cbor::MEDIA_TYPE.as_bytes()) => {
            CborInput::parse(&incoming.body, limits.nesting)?
        }
        false => return Err(ambiguous("The body of the request is CBOR.")),
    };
    Ok(Asked { operation: Cow::Borrowed(operation), version: None, input: Box::new(input) })
}

fn json<'r>(
    incoming: &'r Incoming,
    model: &ServiceModel,
    limits: &ProtocolLimits,
) -> Result<Asked<'r>, ServiceError> {
    if incoming.method != Method::POST || !incoming.query().is_empty() || incoming.uri.path() != "/" {
        return Err(unknown("Requests are sent with POST to /, without a query.".to_owned()));
    }
    if types(incoming).any(|value| begins(value, FORM) || begins(value, MULTIPART)) {
        return Err(ambiguous("The body of a request with a target is JSON."));
    }
    let mut targets = incoming.headers.get_all(&incoming::TARGET).iter();
    let target = targets.next().and_then(incoming::visible).filter(|_| targets.next().is_none());
    let Some((prefix, operation)) = target.and_then(|target| target.split_once('.')) else {
        return Err(unknown("The request has no header X-Amz-Target.".to_owned()));
    };
    if !model.target_prefix.is_empty() && prefix != model.target_prefix {
        return Err(unknown(format!("{prefix} is not the target of {}.", model.full_name)));
    }
    let input = match incoming.body.is_empty() {
        true => JsonInput::empty(),
        false => JsonInput::parse(&incoming.body, limits.nesting)?,
    };
    Ok(Asked { operation: Cow::Borrowed(operation), version: None, input: Box::new(input) })
}

fn form<'r>(incoming: &'r Incoming, limits: &ProtocolLimits) -> Result<Asked<'r>, ServiceError> {
    if incoming.headers.contains_key(&incoming::TARGET) {
        return Err(unknown("A request with an Action has no header X-Amz-Target.".to_owned()));
    }
    if !incoming.body.is_empty() {
        if incoming.method != Method::POST {
            return Err(ambiguous("Only a request with POST has a body."));
        }
        if is_no_form(incoming) {
            return Err(ambiguous("The body of a request with an Action is a form."));
        }
    }
    let (query, body) = query::texts(incoming);
    let form = Form::parse([body, query], limits)?;
    if form.repeats() {
        let message = "A field of the request is there twice.";
        return Err(ServiceError::sender("InvalidQueryParameter", 400, message));
    }
    let Some(operation) = form.field("Action") else {
        let message = "The request is missing an action or a required parameter.";
        return Err(ServiceError::sender("MissingAction", 400, message));
    };
    let version = form.field("Version");
    Ok(Asked { operation, version, input: Box::new(FormInput::of(form)) })
}

/// Whether the body says that it is something else than a form.
fn is_no_form(incoming: &Incoming) -> bool {
    types(incoming).any(|value| !begins(value, FORM))
}

/// What the body says that it is; a client has one word for it, an attacker may have two.
fn types(incoming: &Incoming) -> impl Iterator<Item = &[u8]> {
    incoming.headers.get_all(CONTENT_TYPE).iter().map(|value| value.as_bytes().trim_ascii_start())
}

fn begins(value: &[u8], beginning: &str) -> bool {
    value.get(..beginning.len()).is_some_and(|start| start.eq_ignore_ascii_case(beginning.as_bytes()))
}

/// The refusal of what an upstream might read otherwise than it was authorized.
fn ambiguous(message: &str) -> ServiceError {
    ServiceError::sender("MalformedInput", 400, message)
}

fn unknown(message: String) -> ServiceError {
    ServiceError::sender("UnknownOperationException", 400, message)
}
