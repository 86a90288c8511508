//! The way of a request, from what arrived to what is answered.
//!
//! Read [`carry`]: each step is one module. Their order is AWS's precedence: a request that names no operation is told
//! so before anybody asks who sent it, who sent it comes before what is wrong with the input, and that before whether it
//! is allowed.

use std::time::Instant;

use awsim_plugin::caller::Caller;
use awsim_plugin::context::Context;
use awsim_plugin::error::{Fault, ServiceError};
use awsim_plugin::handler::{AnyOutput, BoundOperation};
use awsim_plugin::operation::{ProtocolName, ServiceModel};
use awsim_plugin::shape::{Timestamp, ViolationStyle};
use awsim_plugin::store::Store;
use http::{Response, header};

use crate::authenticate::AuthenticationError;
use crate::authorize::{RequestHost, authorize};
use crate::core::{Core, PARTITION};
use crate::cross_site;
use crate::identify;
use crate::incoming::{self, Incoming};
use crate::logging;
use crate::metrics::Outcome;
use crate::protocol::{self, Answering, Encoded};
use crate::races::Racing;
use crate::request_id::RequestId;
use crate::services::HostedService;
use crate::sigv4::{self, Signature};
use crate::upstream::{self, PassedBody, Passing};

/// The answer to a request.
pub(crate) enum Answer {
    /// One of this host.
    Own(Encoded),
    /// One of an upstream, passed on.
    Passed(Response<PassedBody>),
}

/// What came of a request that was carried to its end.
enum Carried {
    Answered(Box<dyn AnyOutput>),
    Passed(Response<PassedBody>),
}

/// Answers a request. The body of one that is passed on as it arrives is not in it but `body`; where it is left there, nobody
/// has read it.
pub(crate) async fn answer(
    core: &Core,
    incoming: &Incoming,
    body: &mut Option<hyper::body::Incoming>,
    request_id: &RequestId,
) -> Answer {
    let started = Instant::now();
    let now = core.clock.now();
    let mut trail = Trail::default();
    let carried = carry(core, incoming, body, request_id, now, &mut trail).await;

    let model = trail.service.map_or_else(|| fallback_model(incoming), |service| service.model);
    let answering =
        Answering { model, request_id: request_id.as_str(), accepts_json: accepts_json(incoming) };
    let protocol = trail.protocol.unwrap_or(model.protocol);
    let refuse =
        |error| (Answer::Own(protocol::errors(protocol).encode_error(&answering, &error)), Err(error));
    let (answer, outcome) = match (carried, trail.operation) {
        (Ok(Carried::Passed(response)), _) => {
            let outcome = passed_outcome(&response);
            (Answer::Passed(response), outcome)
        }
        (Ok(Carried::Answered(output)), Some((_, operation))) => match protocol::protocol(protocol) {
            Some(protocol) => {
                (Answer::Own(protocol.encode_output(&answering, operation.shape, output.as_ref())), Ok(()))
            }
            None => refuse(ServiceError::failure("the request was answered in a protocol without answers")),
        },
        (Ok(Carried::Answered(_)), None) => {
            refuse(ServiceError::failure("the request was answered without an operation"))
        }
        (Err(error), _) => refuse(error),
    };
    record(core, &trail, request_id, outcome, started, now);
    answer
}

/// Whether the body of a request, whose head this is, is to be passed on as it arrives.
pub(crate) fn streams(core: &Core, head: &Incoming) -> bool {
    // Nearly always the signature need not be read for this.
    if !core.services.any_in_rest() {
        return false;
    }
    let service = match Signature::of(head) {
        Ok(Some(signature)) => core.services.by_signing_name(&signature.scope.service),
        Ok(None) => identify::unsigned(head, &core.services),
        Err(_) => return false,
    };
    // What is wrong with the request is told when it is carried.
    service.ok().and_then(HostedService::rest).is_some_and(|rest| rest.streams(head))
}

/// What an upstream made of a request, as far as its status tells.
fn passed_outcome(response: &Response<PassedBody>) -> Result<(), ServiceError> {
    let status = response.status();
    match status.as_u16() {
        ..400 => Ok(()),
        code @ 400..500 => Err(ServiceError::sender("Upstream", code, "the upstream refused the request")),
        code => Err(ServiceError::receiver("Upstream", code, "the upstream failed")),
    }
}

/// The answer to a request that is refused before it is carried any further.
pub(crate) fn refusal(incoming: &Incoming, request_id: &RequestId, error: &ServiceError) -> Encoded {
    let model = fallback_model(incoming);
    let answering =
        Answering { model, request_id: request_id.as_str(), accepts_json: accepts_json(incoming) };
    protocol::errors(model.protocol).encode_error(&answering, error)
}

/// What is known of a request so far, for encoding and recording whatever comes of it.
#[derive(Default)]
pub(crate) struct Trail<'c> {
    service: Option<&'c HostedService>,
    pub(crate) operation: Option<(usize, &'c BoundOperation)>,
    pub(crate) caller: Option<Caller>,
    /// The protocol of the request, where it is not the service's own.
    pub(crate) protocol: Option<ProtocolName>,
    region: Option<String>,
}

async fn carry<'c>(
    core: &'c Core,
    incoming: &Incoming,
    body: &mut Option<hyper::body::Incoming>,
    request_id: &RequestId,
    now: Timestamp,
    trail: &mut Trail<'c>,
) -> Result<Carried, ServiceError> {
    if !core.config.verifies_signatures() && cross_site::is_foreign(incoming) {
        let message = "A web page of another site may not use this AWSim while signatures are not verified.";
        return Err(ServiceError::sender("AccessDenied", 403, message));
    }

    // identify and route
    let signature = Signature::of(incoming)
        .map_err(|error| AuthenticationError::from(error).answer(fallback_model(incoming).protocol))?;
    let service = match &signature {
        Some(signature) => core.services.by_signing_name(&signature.scope.service)?,
        None => identify::unsigned(incoming, &core.services)?,
    };
    trail.service = Some(service);
    let region = signature.as_ref().and_then(Signature::region).unwrap_or(&core.config.region);
    trail.region = Some(region.to_owned());

    if let Some(upstream) = service.plugin.upstream() {
        let signature = signature.as_ref();
        let passing = Passing { core, service, upstream, incoming, signature, region, now, request_id };
        return upstream::carry(passing, service, body, trail).await.map(Carried::Passed);
    }
    let protocol = service.protocol.ok_or_else(|| {
        ServiceError::failure(format!(
            "{} speaks a protocol of services that run elsewhere",
            service.model.full_name
        ))
    })?;

    // Who calls, whether they may, and what they read are all told from one state.
    let state = core.store.view();
    let (operation, caller, input) = {
        // unframe: what a body in chunks carries
        let unframed = sigv4::unframed(incoming, service.model.signing_name)
            .map_err(|error| AuthenticationError::from(error).answer(service.model.protocol))?;
        let content = unframed.as_ref().unwrap_or(incoming);

        // decode: which operation, and its input still untyped
        let decoded = protocol.decode(content, service.model, &core.config.limits.protocol())?;
        let (index, operation) = service.operation(&decoded.operation, decoded.version.as_deref())?;
        trail.operation = Some((index, operation));

        // authenticate
        let caller = core
            .authenticate(incoming, signature.as_ref(), operation.shape, now, &state)
            .map_err(|error| error.answer(service.model.protocol))?;

        // decode: the typed input, with every constraint checked
        let input = operation
            .dispatch
            .read(decoded.input.as_ref(), service.model.violations)
            .map_err(|violated| service.plugin.refuse_input(violated))?;
        (operation, caller, input)
    };
    let caller = trail.caller.insert(caller);

    let host = RequestHost::new(core, service, operation.shape.name, incoming);
    let cx =
        Context { caller, region, partition: PARTITION, now, request_id: request_id.as_str(), host: &host };
    authorize(&host, operation, &input, &cx, &state)?;
    let refusal = service.plugin.refuse_race(operation.shape);
    let store = Racing { store: core.store.as_ref(), seen: &state, refusal };
    operation.dispatch.call(input, &cx, &state, &store).await.map(Carried::Answered)
}

/// Notes what came of a request: a metric, a line in the log, the use of the credentials.
fn record(
    core: &Core,
    trail: &Trail<'_>,
    request_id: &RequestId,
    outcome: Result<(), ServiceError>,
    started: Instant,
    now: Timestamp,
) {
    core.propagation.note(|| core.store.view(), core.clock.now());
    let elapsed = started.elapsed();
    let service = trail.service.map(|service| service.index);
    let operation = trail.operation.map(|(index, _)| index);
    let kind = match &outcome {
        Ok(()) => Outcome::Success,
        Err(error) if error.fault == Fault::Sender && error.status < 500 => Outcome::ClientError,
        Err(_) => Outcome::ServerError,
    };
    core.metrics.record(service, operation, kind, elapsed);

    let service = trail.service.map_or("", |service| service.model.signing_name);
    let operation = trail.operation.map_or("", |(_, operation)| operation.shape.name);
    match &outcome {
        Ok(()) => tracing::debug!(%request_id, service, operation, status = 200, ?elapsed, "answered"),
        Err(error) if kind == Outcome::ClientError => {
            tracing::info!(%request_id, service, operation, status = error.status, code = %error.code, message = logging::told(error), ?elapsed, "refused");
        }
        Err(error) => {
            tracing::error!(%request_id, service, operation, status = error.status, code = %error.code, message = logging::told(error), ?elapsed, "failed");
        }
    }

    if let (Some(caller), Some(service), Some((_, operation)), Some(region)) =
        (&trail.caller, trail.service, trail.operation, &trail.region)
    {
        core.usage.note(caller, service.model.signing_name, operation.shape.name, region, now);
    }
}

/// Whether the client would rather have JSON from a service that answers in XML.
fn accepts_json(incoming: &Incoming) -> bool {
    incoming.header(header::ACCEPT).is_some_and(|accept| accept.contains("application/json"))
}

/// In whose manner a request is refused that found no service: as its client expects, JSON or XML.
fn fallback_model(incoming: &Incoming) -> &'static ServiceModel {
    const fn model(protocol: ProtocolName) -> ServiceModel {
        ServiceModel {
            signing_name: "awsim",
            endpoint_prefix: "awsim",
            full_name: "AWSim",
            service_id: "AWSim",
            api_version: "",
            protocol,
            xml_namespace: "",
            target_prefix: "",
            error_message: "message",
            global: true,
            violations: ViolationStyle { quotes_values: true },
        }
    }
    static XML: ServiceModel = model(ProtocolName::Query);
    static JSON: ServiceModel = model(ProtocolName::Json11);
    let speaks_json = incoming.headers.contains_key(&incoming::TARGET)
        || incoming.header(header::CONTENT_TYPE).is_some_and(|media_type| media_type.contains("json"));
    if speaks_json { &JSON } else { &XML }
}
