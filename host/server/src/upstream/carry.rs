//! The way of a request for a service that runs elsewhere.

use std::sync::Arc;

use awsim_plugin::access::{Asking, Check};
use awsim_plugin::caller::Caller;
use awsim_plugin::context::{Context, Host as _};
use awsim_plugin::error::ServiceError;
use awsim_plugin::operation::{OperationShape, ProtocolName};
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::{Store as _, View, transact};
use awsim_plugin::upstream::{Input, Signing, Upstream, UpstreamRequest, Views};
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
use crate::sigv4::{Signature, StreamedContent, unframed};

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
    let unframed = match body {
        Some(_) => None,
        None => carried_in_chunks(service, incoming).map_err(refused)?,
    };
    let content = unframed.as_ref().unwrap_or(incoming);
    let Asked { operation, version, input } =
        asked::read(content, service, upstream, &core.config.limits.protocol())?;
    let (index, operation) = service.operation(&operation, version.as_deref())?;
    trail.operation = Some((index, operation));
    let operation = operation.shape;

    let (caller, checked) = caller(&passing, body.is_some(), operation).map_err(refused)?;
    let caller = &*trail.caller.insert(caller);

    require_members(upstream, operation.name, &*input)?;

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
    let in_path_style = service.rest().map(|rest| rest.in_path_style(incoming)).transpose()?.flatten();
    let incoming = in_path_style.as_ref().unwrap_or(incoming);
    let to = Destination { service: service.model.signing_name, region, settings: upstream.settings(), now };
    let concealed = match core.config.iam_enforce {
        EnforcementMode::Off => None,
        _ => authorize(&passing, &host, &request, to, protocol).await?,
    };
    let passing = Passing { incoming, ..passing };
    let limit = core.config.limits.body_timeout;
    let passage = body.take().zip(checked);
    let passage = passage.map(|(body, checked)| Passage::new(body, checked, unframes, limit, protocol));
    match (passage, upstream.changes(operation.name)) {
        (None, true) => change(&passing, &request, to, protocol).await,
        (passage, _) => {
            let response = core.proxy.pass(to, incoming, signature, passage).await?;
            conceal(&host, &cx, response.status(), concealed)?;
            Ok(response.map(Either::Right))
        }
    }
}

/// Who asks, and how a body that streams is to be checked.
fn caller(
    passing: &Passing<'_>,
    streams: bool,
    operation: &OperationShape,
) -> Result<(Caller, Option<StreamedContent>), AuthenticationError> {
    let Passing { core, upstream, incoming, signature, now, .. } = *passing;
    let state = core.store.view();
    let authenticator =
        Authenticator { anonymous: upstream.addressing().is_some(), ..core.authenticator(&state) };
    if streams {
        let (caller, content) = authenticator.streaming_caller(incoming, signature, operation, now)?;
        return Ok((caller, Some(content)));
    }
    Ok((authenticator.caller(incoming, signature, operation, now)?, None))
}

/// The request with what its body carries in chunks, if that is there as a whole.
fn carried_in_chunks(
    service: &HostedService,
    incoming: &Incoming,
) -> Result<Option<Incoming>, AuthenticationError> {
    match service.rest() {
        Some(_) => Ok(unframed(incoming, service.model.signing_name)?),
        None => Ok(None),
    }
}

/// Refuses a request without a member that the model requires; what stands in the path is there by itself.
fn require_members(upstream: &dyn Upstream, operation: &str, input: &dyn Input) -> Result<(), ServiceError> {
    let required = upstream.operation(operation).map(|model| model.required).unwrap_or_default();
    match required.iter().find(|name| input.member(name).is_none()) {
        Some(missing) if !upstream.reads_path() => {
            let message = format!("1 validation error detected: the member {missing} is required.");
            Err(ServiceError::validation(message))
        }
        _ => Ok(()),
    }
}

/// Decides whether a request is passed on, and by what state the rest of it is to be decided: what the caller must be
/// allowed to learn that what it is for is not there.
async fn authorize(
    passing: &Passing<'_>,
    host: &RequestHost<'_>,
    request: &UpstreamRequest<'_>,
    to: Destination<'_>,
    protocol: ProtocolName,
) -> Result<Option<(Check, Arc<View>)>, ServiceError> {
    let Passing { core, service, upstream, now, .. } = *passing;
    let peer = HostPeer { proxy: &core.proxy, service, to };
    let felt = || core.propagation.felt(|| core.store.view(), now);
    let (store, doubt) = (core.store.as_ref(), service.changes.watch());
    let state = match upstream.prepare(request, &peer, store, Views { felt: &felt, doubt: &doubt }).await {
        Ok(state) => state,
        Err(error) if !core.enforcing() => {
            let operation = request.operation;
            tracing::warn!(%error, operation, "a request was passed on and not decided");
            return Ok(None);
        }
        Err(error) => return Err(error),
    };
    authorize_row(host, request.operation, request.cx, &state, upstream.access(request, &state))
        .map_err(|refusal| retold(refusal, service.model.protocol, protocol))?;
    if core.enforcing() {
        upstream.refuse(request, &state)?;
    }
    Ok(upstream.concealed(request, &state).map(|check| (check, state)))
}

/// Keeps an answer that says that something is not there from whoever may not learn that.
fn conceal(
    host: &RequestHost<'_>,
    cx: &Context<'_>,
    answered: StatusCode,
    concealed: Option<(Check, Arc<View>)>,
) -> Result<(), ServiceError> {
    match concealed {
        Some((check, state)) if answered == StatusCode::NOT_FOUND => {
            host.authorize(cx, &state, Asking::Caller, &check)
        }
        _ => Ok(()),
    }
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
