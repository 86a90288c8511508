//! The way of a request for a service that runs elsewhere.

use awsim_plugin::access::Asking;
use awsim_plugin::context::{Context, Host as _};
use awsim_plugin::error::ServiceError;
use awsim_plugin::operation::ProtocolName;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::{Store as _, transact};
use awsim_plugin::upstream::{Signing, Upstream, UpstreamRequest, Views};
use http::{Response, StatusCode};
use http_body_util::{Either, Full};

use super::asked::{self, Asked};
use super::passage::Passage;
use super::peer::{self, HostPeer};
use super::proxy::{Destination, PassedBody};
use crate::authenticate::{AuthenticationError, Authenticator};
use crate::authorize::{RequestHost, authorize_row, retold};
use crate::config::EnforcementMode;
use crate::core::{Core, PARTITION};
use crate::incoming::Incoming;
use crate::pipeline::Trail;
use crate::request_id::RequestId;
use crate::services::HostedService;
use crate::sigv4::{Signature, unframed};

/// A request that was found to be for a service that runs elsewhere.
pub(crate) struct Passing<'r> {
    pub(crate) core: &'r Core,
    pub(crate) service: &'r HostedService,
    pub(crate) upstream: &'r dyn Upstream,
    pub(crate) incoming: &'r Incoming,
    pub(crate) signature: Option<&'r Signature<'r>>,
    pub(crate) region: &'r str,
    pub(crate) now: Timestamp,
    pub(crate) request_id: &'r RequestId,
}

/// Authenticates, authorizes and passes a request on, and keeps what it changed.
///
/// # Errors
/// The refusal; or `ServiceUnavailable` (503) if the upstream does not answer.
pub(crate) async fn carry<'c>(
    passing: Passing<'_>,
    service: &'c HostedService,
    body: &mut Option<hyper::body::Incoming>,
    trail: &mut Trail<'c>,
) -> Result<Response<PassedBody>, ServiceError> {
    let Passing { core, upstream, incoming, signature, region, now, request_id, .. } = passing;
    let protocol = asked::protocol(incoming, service.model, upstream);
    trail.protocol = Some(protocol);
    let refused = |error: AuthenticationError| error.answer(protocol);
    // What a body in chunks carries, if it is there as a whole.
    let unframed = match service.rest() {
        Some(_) if body.is_none() => {
            unframed(incoming, service.model.signing_name).map_err(|error| refused(error.into()))?
        }
        _ => None,
    };
    let content = unframed.as_ref().unwrap_or(incoming);
    let Asked { operation, version, input } =
        asked::read(content, service, upstream, &core.config.limits.protocol())?;
    let (index, operation) = service.operation(&operation, version.as_deref())?;
    trail.operation = Some((index, operation));
    let operation = operation.shape;

    let state = core.store.view();
    let authenticator =
        Authenticator { anonymous: upstream.addressing().is_some(), ..core.authenticator(&state) };
    let (caller, checked) = match body {
        Some(_) => {
            let known = authenticator.streaming_caller(incoming, signature, operation, now);
            known.map(|(caller, content)| (caller, Some(content))).map_err(refused)?
        }
        None => (authenticator.caller(incoming, signature, operation, now).map_err(refused)?, None),
    };
    let caller = &*trail.caller.insert(caller);

    let required = upstream.operation(operation.name).map(|model| model.required).unwrap_or_default();
    if let Some(missing) = required.iter().find(|name| input.member(name).is_none())
        && !upstream.reads_path()
    {
        let message = format!("1 validation error detected: the member {missing} is required.");
        return Err(ServiceError::validation(message));
    }

    let host = RequestHost::new(core, service, operation.name, incoming);
    let cx =
        Context { caller, region, partition: PARTITION, now, request_id: request_id.as_str(), host: &host };
    let signed = signature.and_then(|signature| signature.facts(incoming));
    let request = UpstreamRequest {
        operation: operation.name,
        input: &*input,
        path: incoming.uri.path(),
        signed,
        cx: &cx,
    };
    // Whoever signs anew signs the body as a whole.
    let unframes = upstream.settings().signing != Signing::Same;
    let incoming = if unframes { content } else { incoming };
    let in_path_style = match service.rest() {
        Some(rest) => rest.in_path_style(incoming)?,
        None => None,
    };
    let incoming = in_path_style.as_ref().unwrap_or(incoming);
    let to = Destination { service: service.model.signing_name, region, settings: upstream.settings(), now };
    let mut concealed = None;
    if core.config.iam_enforce != EnforcementMode::Off {
        let peer = HostPeer { proxy: &core.proxy, service, to };
        let felt = || core.propagation.felt(|| core.store.view(), now);
        let (store, doubt) = (core.store.as_ref(), service.changes.watch());
        let state = upstream.prepare(&request, &peer, store, Views { felt: &felt, doubt: &doubt }).await?;
        authorize_row(&host, operation.name, &cx, &state, upstream.access(&request, &state))
            .map_err(|refusal| retold(refusal, service.model.protocol, protocol))?;
        if core.enforcing() {
            upstream.refuse(&request, &state)?;
        }
        concealed = upstream.concealed(&request, &state).map(|check| (check, state));
    }
    let passing = Passing { incoming, ..passing };
    let limit = core.config.limits.body_timeout;
    let passage = body.take().zip(checked);
    let passage = passage.map(|(body, checked)| Passage::new(body, checked, unframes, limit, protocol));
    match (passage, upstream.changes(operation.name)) {
        (None, true) => change(&passing, &request, to, protocol).await,
        (Some(passage), true) => stream_change(&passing, &request, to, passage).await,
        (passage, false) => {
            let response = core.proxy.pass(to, incoming, signature, passage).await?;
            if let (StatusCode::NOT_FOUND, Some((check, state))) = (response.status(), concealed) {
                host.authorize(&cx, &state, Asking::Caller, &check)?;
            }
            Ok(response.map(Either::Right))
        }
    }
}

/// Passes on what changes what is known of resources and takes as long as its body does: nothing waits for it, and what it
/// changed is asked for.
async fn stream_change(
    passing: &Passing<'_>,
    request: &UpstreamRequest<'_>,
    to: Destination<'_>,
    passage: Passage,
) -> Result<Response<PassedBody>, ServiceError> {
    let _change = passing.service.changes.begin_beside();
    forget(passing, request).await?;
    let response = passing.core.proxy.pass(to, passing.incoming, passing.signature, Some(passage)).await?;
    forget(passing, request).await?;
    Ok(response.map(Either::Right))
}

/// Forgets what a request changes.
async fn forget(passing: &Passing<'_>, request: &UpstreamRequest<'_>) -> Result<(), ServiceError> {
    transact(passing.core.store.as_ref(), |state| {
        passing.upstream.forget(request, state);
        Ok(())
    })
    .await
}

/// Passes on what changes what is known of resources, one after another, and keeps what changed. Should whoever asked for it
/// not wait for the answer, it is under way until the upstream has answered.
async fn change(
    passing: &Passing<'_>,
    request: &UpstreamRequest<'_>,
    to: Destination<'_>,
    protocol: ProtocolName,
) -> Result<Response<PassedBody>, ServiceError> {
    let Passing { core, service, upstream, incoming, signature, .. } = passing;
    let change = service.changes.begin().await;
    forget(passing, request).await?;
    let (head, answer, _change) = core.proxy.pass_to_the_end(to, incoming, *signature, change).await?;
    if head.status.is_success()
        && let Some(output) = peer::output(protocol, &answer)
    {
        transact(core.store.as_ref(), |state| {
            upstream.learn(request, &*output, state);
            Ok(())
        })
        .await?;
    }
    Ok(Response::from_parts(head, Either::Left(Full::new(answer))))
}
