//! What lives as long as the program: the configuration is read once, and the host has what models say from static memory,
//! as that of services which are compiled into it.

use awsim_model::{Place, Protocol, Request};
use awsim_plugin::operation::{ProtocolName, ServiceModel};
use awsim_plugin::shape::ViolationStyle;
use awsim_plugin::upstream::{Binding, Place as StaticPlace, UpstreamOperation};

use super::load::Usable;

/// What the model says of the service as a whole.
pub(super) fn service(usable: &Usable<'_>) -> &'static ServiceModel {
    let metadata = &usable.model.metadata;
    let optional = |text: &Option<String>| text.as_deref().map(text_of).unwrap_or_default();
    Box::leak(Box::new(ServiceModel {
        signing_name: text_of(metadata.signing_name()),
        endpoint_prefix: text_of(&metadata.endpoint_prefix),
        full_name: text_of(&metadata.service_full_name),
        service_id: text_of(&metadata.service_id),
        api_version: text_of(&metadata.api_version),
        protocol: match usable.protocol {
            Protocol::Query => ProtocolName::Query,
            Protocol::Json10 => ProtocolName::Json10,
            Protocol::Json11 => ProtocolName::Json11,
            Protocol::RestJson => ProtocolName::RestJson,
            Protocol::RestXml => ProtocolName::RestXml,
            Protocol::RpcV2Cbor => ProtocolName::RpcV2Cbor,
        },
        xml_namespace: optional(&metadata.xml_namespace),
        target_prefix: optional(&metadata.target_prefix),
        error_message: usable.model.error_message(),
        global: metadata.global_endpoint.is_some(),
        violations: ViolationStyle { quotes_values: true },
    }))
}

/// The operations, sorted by name.
pub(super) fn operations(usable: &Usable<'_>) -> &'static [UpstreamOperation] {
    usable.requests.iter().map(|request| operation(request, usable.protocol)).collect::<Vec<_>>().leak()
}

/// The names of the elements that may stand side by side in one element of a document in XML.
pub(super) fn repeated(usable: &Usable<'_>) -> &'static [&'static str] {
    if usable.protocol != Protocol::RestXml {
        return &[];
    }
    usable.repeated.iter().copied().map(text_of).collect::<Vec<_>>().leak()
}

fn operation(request: &Request<'_>, protocol: Protocol) -> UpstreamOperation {
    let bindings = match protocol.is_rest() {
        true => request
            .members
            .iter()
            .map(|(member, place)| Binding::new(text_of(member), bound(place)))
            .collect(),
        false => Vec::new(),
    };
    let operation = UpstreamOperation::new(
        text_of(request.name),
        text_of(request.method),
        text_of(request.uri),
        required(request, protocol),
        bindings.leak(),
    );
    if request.streams { operation.streaming() } else { operation }
}

/// The members that a request must have, by the names that they are asked for. Whether a body of bytes is empty or missing
/// nobody can tell.
fn required(request: &Request<'_>, protocol: Protocol) -> &'static [&'static str] {
    let named = request.required.iter().filter_map(|name| {
        let (member, place) = request.members.iter().find(|(member, _)| member == name)?;
        match place {
            Place::Raw => None,
            Place::Body(wire) if !protocol.is_rest() => Some(text_of(wire)),
            _ => Some(text_of(member)),
        }
    });
    named.collect::<Vec<_>>().leak()
}

fn bound(place: &Place) -> StaticPlace {
    match place {
        Place::Path(label) => StaticPlace::Path(text_of(label)),
        Place::Query(name) => StaticPlace::Query(text_of(name)),
        Place::Queries(name) => StaticPlace::Queries(text_of(name)),
        Place::Header(name) => StaticPlace::Header(text_of(name)),
        Place::Headers(beginning) => StaticPlace::Headers(text_of(beginning)),
        Place::Payload => StaticPlace::Payload,
        Place::Raw => StaticPlace::Raw,
        Place::Body(name) => StaticPlace::Body(text_of(name)),
    }
}

fn text_of(text: &str) -> &'static str {
    text.to_owned().leak()
}
