//! Requests in REST: which operation they are for, and their input by name.
//!
//! What is decided must be what the upstream does, and there are many ways to write one request. What can be read in two
//! ways is refused; what an upstream may read otherwise than this host is sent to it in one form (see [`hosts`]).
//!
//! | file | idea |
//! |---|---|
//! | `hosts` | host names that name a resource |
//! | `target` | path and query, decoded once |
//! | `pattern` | the patterns of targets in a model |
//! | `router` | which operation a request is for |
//! | `input` | its input by name |

pub(crate) mod hosts;
mod input;
mod pattern;
mod router;
mod target;

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use awsim_plugin::error::ServiceError;
use awsim_plugin::operation::{ProtocolName, ServiceModel};
use awsim_plugin::upstream::{Addressing, BodyUse, Parameter, Place, Signing, Upstream, UpstreamOperation};
use http::uri::PathAndQuery;
use http::{HeaderName, HeaderValue, Method, Uri, header};

use self::hosts::Named;
use self::input::{Body, RestInput};
use self::target::Target;
use super::asked::Asked;
use super::{peer, percent};
use crate::incoming::{self, Incoming};
use crate::protocol::ProtocolLimits;
use crate::protocol::aws_json::JsonInput;
use crate::protocol::xml::XmlInput;
use crate::sigv4::is_presigned;

pub(crate) use router::Router;

/// How a service is spoken to in REST.
#[derive(Clone, Copy)]
pub(crate) struct Rest<'s> {
    pub(crate) model: &'s ServiceModel,
    pub(crate) router: &'s Router,
    pub(crate) upstream: &'s dyn Upstream,
}

impl Rest<'_> {
    /// Whether the body of a request, whose head this is, is passed on as it arrives.
    pub(crate) fn streams(&self, head: &Incoming) -> bool {
        let is_streamed = |operation: &UpstreamOperation| self.streams_operation(operation);
        // What is wrong with the request is told when it is read.
        self.path(head)
            .and_then(|path| self.route(head, path, |operation, _, _| is_streamed(operation)))
            .unwrap_or(false)
    }

    /// What changes resources is read as a whole: the change is under way until the upstream has answered, also if the client
    /// leaves.
    fn streams_operation(&self, operation: &UpstreamOperation) -> bool {
        let name = operation.shape.name;
        self.upstream.body(name) == BodyUse::Streamed && !self.upstream.changes(name)
    }

    /// Reads what a request asks for. The body of one that streams is not looked at.
    ///
    /// # Errors
    /// An error if it is not in the protocol, or ambiguous.
    pub(crate) fn read<'r>(
        &self,
        incoming: &'r Incoming,
        limits: &ProtocolLimits,
    ) -> Result<Asked<'r>, ServiceError> {
        if incoming.headers.contains_key(&incoming::TARGET) {
            let message = "A request in REST has no header X-Amz-Target.";
            return Err(ServiceError::sender("MalformedInput", 400, message));
        }
        let path = self.path(incoming)?;
        self.route(incoming, path, |operation, labels, target| {
            let body = self.body(incoming, operation, limits)?;
            let input = RestInput::new(operation, labels, target, &incoming.headers, body)?;
            Ok(Asked {
                operation: Cow::Borrowed(operation.shape.name),
                version: None,
                input: Box::new(input),
            })
        })?
    }

    /// Finds the operation that a request is for, with what stands at its labels.
    fn route<T>(
        &self,
        head: &Incoming,
        path: Cow<'_, str>,
        work: impl FnOnce(&'static UpstreamOperation, pattern::Labels<'_>, &Target<'_>) -> T,
    ) -> Result<T, ServiceError> {
        let target = Target::of(path, head.query())?;
        if self.upstream.addressing().is_some() && target.is_presigned_in_version_2() {
            // As S3 says it where it knows only Version 4.
            let message = "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.";
            return Err(ServiceError::sender("InvalidRequest", 400, message));
        }
        let (route, labels) = self.router.find(&head.method, &target, &head.headers)?;
        // What a host name could say has no slash in it, however that is written.
        let is_hidden = labels.first().is_some_and(|(_, first)| first.contains('/'));
        if is_hidden && self.upstream.addressing().is_some() {
            return Err(target::invalid());
        }
        Ok(work(route.operation, labels, &target))
    }

    fn body<'r>(
        &self,
        incoming: &'r Incoming,
        operation: &UpstreamOperation,
        limits: &ProtocolLimits,
    ) -> Result<Body<'r>, ServiceError> {
        if incoming.body.is_empty() || self.streams_operation(operation) {
            return Ok(Body::None);
        }
        if !self.takes_body(operation) {
            let message = "A request for this operation has no body.";
            return Err(ServiceError::sender("MalformedInput", 400, message));
        }
        if operation.bindings.iter().any(|binding| binding.place == Place::Raw) {
            return Ok(Body::Raw(&incoming.body));
        }
        match self.model.protocol {
            ProtocolName::RestXml => {
                let repeated = self.upstream.repeated();
                XmlInput::request(&incoming.body, limits.nesting, repeated).map(Body::Xml)
            }
            _ => JsonInput::parse(&incoming.body, limits.nesting).map(Body::Json),
        }
    }

    /// Whether an operation has a use for a body that does not stream. What is bound to no other place stands in it; of members
    /// that are not required nothing is known, so that in JSON any request may have one that is not for reading or deleting.
    fn takes_body(&self, operation: &UpstreamOperation) -> bool {
        let is_body = |place: Place| matches!(place, Place::Payload | Place::Raw | Place::Body(_));
        operation.bindings.iter().any(|binding| is_body(binding.place))
            || operation.required.iter().any(|name| operation.place(name).is_none())
            || (self.model.protocol == ProtocolName::RestJson
                && !matches!(operation.method, "GET" | "HEAD" | "DELETE"))
    }

    /// The path of a request, in path style.
    fn path<'r>(&self, head: &'r Incoming) -> Result<Cow<'r, str>, ServiceError> {
        let Some(addressing) = self.upstream.addressing() else { return Ok(Cow::Borrowed(head.uri.path())) };
        Ok(match named(head, addressing)? {
            Named::Resource(name) => Cow::Owned(in_path(&name, head.uri.path())),
            Named::Nothing | Named::Unknown => Cow::Borrowed(head.uri.path()),
        })
    }

    /// A request as it is sent to the upstream: in path style and under the upstream's host name, if host names may name
    /// resources of the service; and, unless it goes on as it was signed, with its headers among the headers that stand in the
    /// query of a presigned URL. None if it is that already.
    ///
    /// # Errors
    /// `InvalidRequest` (400) if it is for two hosts at once; `InvalidURI` (400) if a parameter cannot be a header.
    pub(crate) fn in_path_style(&self, incoming: &Incoming) -> Result<Option<Incoming>, ServiceError> {
        let named = self.upstream.addressing().map(|addressing| named(incoming, addressing)).transpose()?;
        let hoisted = match self.upstream.settings().signing {
            Signing::Same => Vec::new(),
            Signing::Own | Signing::None => self.hoisted(incoming)?,
        };
        if named.is_none() && hoisted.is_empty() {
            return Ok(None);
        }
        let mut target = match &named {
            Some(Named::Resource(name)) => in_path(name, incoming.uri.path()),
            _ => incoming.uri.path().to_owned(),
        };
        if let Some(query) = incoming.uri.query() {
            let is_hoisted = |pair: &str| {
                let name = pair.split_once('=').map_or(pair, |(name, _)| name);
                hoisted.iter().any(|(header, _)| name.eq_ignore_ascii_case(header.as_str()))
            };
            let kept: Vec<&str> = query.split('&').filter(|pair| !is_hoisted(pair)).collect();
            target.push('?');
            target.push_str(&kept.join("&"));
        }
        let target: PathAndQuery = target.parse().map_err(|_| target::invalid())?;
        let mut request = Incoming { uri: Uri::from(target), ..incoming.clone() };
        request.headers.extend(hoisted);
        if named.is_some() {
            let authority = self.upstream.settings().upstream.authority().unwrap_or_default();
            let host = HeaderValue::from_str(authority).map_err(|_| target::invalid())?;
            request.headers.insert(header::HOST, host);
        }
        Ok(Some(request))
    }

    /// The headers that stand in the query of a presigned URL instead, as far as its operation has a use for them.
    fn hoisted(&self, incoming: &Incoming) -> Result<Vec<(HeaderName, HeaderValue)>, ServiceError> {
        if !is_presigned(incoming.query()) {
            return Ok(Vec::new());
        }
        let path = self.path(incoming)?;
        self.route(incoming, path, |operation, _, target| {
            let said = target.all_hoisted().filter(|(name, _)| input::says(operation, name));
            let headers = said.map(|(name, value)| {
                let name: HeaderName = name.parse().ok()?;
                // What surrounds a value does not arrive.
                let is_sent = value.trim() == value && !incoming.headers.contains_key(&name);
                Some((name, HeaderValue::from_bytes(value.as_bytes()).ok().filter(|_| is_sent)?))
            });
            headers.collect::<Option<Vec<_>>>().ok_or_else(target::invalid)
        })?
    }

    /// The request for an operation with these values of its members; none if it lacks one.
    pub(super) fn request(&self, operation: &str, parameters: &[(&str, Parameter<'_>)]) -> Option<Incoming> {
        let route = self.router.route(operation)?;
        let bindings = route.operation.bindings;
        let mut target = route.pattern.fill(|label| {
            let is_at_label = |place: Place| matches!(place, Place::Path(found) if found == label);
            let member = bindings.iter().find(|binding| is_at_label(binding.place))?.member;
            parameters.iter().find(|(name, _)| *name == member).map(|(_, value)| value.text())
        })?;
        let mut request = Incoming::own(route.operation.method.parse().unwrap_or(Method::GET));
        let mut body = Vec::new();
        for (name, value) in parameters {
            match route.operation.place(name) {
                Some(Place::Path(_) | Place::Headers(_) | Place::Payload | Place::Raw) => {}
                Some(Place::Query(wire) | Place::Queries(wire)) => {
                    target.push(if target.contains('?') { '&' } else { '?' });
                    target.push_str(wire);
                    target.push('=');
                    percent::encode(value.text(), &mut target);
                }
                Some(Place::Header(wire)) => {
                    let value = HeaderValue::from_str(value.text()).ok()?;
                    request.headers.insert(HeaderName::from_static(wire), value);
                }
                Some(Place::Body(wire)) => body.push((wire, *value)),
                None => body.push((*name, *value)),
            }
        }
        if !body.is_empty() {
            request.body = peer::json(&body).into();
            request.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
        }
        request.uri = target.parse().ok()?;
        Some(request)
    }
}

/// What the host name of a request says.
///
/// # Errors
/// `InvalidRequest` (400) if there are two.
pub(crate) fn named(head: &Incoming, addressing: &Addressing) -> Result<Named, ServiceError> {
    Ok(hosts::host(head)?.map_or(Named::Unknown, |host| hosts::named(&host, addressing)))
}

/// `/key` in path style.
fn in_path(resource: &str, path: &str) -> String {
    let path = if path == "/" { "" } else { path };
    format!("/{resource}{path}")
}
