//! Passing requests on.
//!
//! Connections are kept and used again. A request is sent once: only one that could not even be begun, because the upstream
//! had closed the connection meanwhile, is begun again on another. Bodies stream in both directions, so that what travels
//! through is never held here, and a side that is slow slows the other.

use std::collections::BTreeMap;
use std::future::Future;
use std::time::Duration;

use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::upstream::{Signing, UpstreamSettings};
use bytes::Bytes;
use http::{HeaderValue, Request, Response, Uri, Version, header, response};
use http_body_util::{Either, Full};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::legacy::{Client, Error as ClientError, ResponseFuture};
use hyper_util::rt::{TokioExecutor, TokioTimer};
use tokio::time::Instant;

use super::changes::Change;
use super::passage::{Passage, Progress, Returning};
use super::{headers, peer, trust};
use crate::incoming::Incoming;
use crate::services::Services;
use crate::sigv4::{PAYLOAD_HEADER, Signature, Signer, UNSIGNED_TRAILER, payload_hash, restate, unsign};

/// The body of a request that is passed on: whole, or as it arrives.
type SentBody = Either<Full<Bytes>, Passage>;

/// The body of an answer that is passed on: whole because it was read here, or as it arrives.
pub(crate) type PassedBody = Either<Full<Bytes>, Returning>;

/// How long a connection to an upstream may take to be made.
const CONNECTING: Duration = Duration::from_secs(5);

/// How long a connection is kept that nobody uses.
const IDLE: Duration = Duration::from_secs(30);

/// What passes requests on: for each service that runs elsewhere its own connections.
pub(crate) struct Proxy {
    clients: BTreeMap<&'static str, Client<HttpsConnector<HttpConnector>, SentBody>>,
}

/// Which service a request is passed on for, and where to.
#[derive(Clone, Copy)]
pub(crate) struct Destination<'d> {
    /// The signing name of the service.
    pub(crate) service: &'d str,
    /// The region of the request.
    pub(crate) region: &'d str,
    /// Where to, and how.
    pub(crate) settings: &'d UpstreamSettings,
    /// The time.
    pub(crate) now: Timestamp,
}

impl Proxy {
    /// What passes requests on for these services.
    ///
    /// # Errors
    /// The name of a service, and why its upstream cannot be spoken to.
    pub(crate) fn of(services: &Services) -> Result<Self, (&'static str, String)> {
        let mut clients = BTreeMap::new();
        for service in services.iter() {
            let Some(upstream) = service.plugin.upstream() else { continue };
            let name = service.model.signing_name;
            clients.insert(name, client(upstream.settings()).map_err(|reason| (name, reason))?);
        }
        Ok(Self { clients })
    }

    /// Passes a request on, signed as the configuration says; its body is in it, or passes.
    ///
    /// # Errors
    /// As [`send`](Self::send).
    pub(super) async fn pass(
        &self,
        to: Destination<'_>,
        incoming: &Incoming,
        signature: Option<&Signature<'_>>,
        passage: Option<Passage>,
    ) -> Result<Response<Returning>, ServiceError> {
        let progress = passage.as_ref().map(Passage::progress);
        let (request, body) = ready(to, incoming, signature, passage);
        self.send(to, request, body, progress.as_deref()).await
    }

    /// Passes a request with all its body on and reads all of the answer, even if nobody waits for it any more: `change` is
    /// under way until then.
    ///
    /// # Errors
    /// As [`pass`](Self::pass); `ServiceUnavailable` (503) if the answer breaks off.
    pub(super) async fn pass_to_the_end(
        &self,
        to: Destination<'_>,
        incoming: &Incoming,
        signature: Option<&Signature<'_>>,
        change: Change,
    ) -> Result<(response::Parts, Bytes, Change), ServiceError> {
        let (request, body) = ready(to, incoming, signature, None);
        let (sent, limit) = (self.begin(to, request, body)?, to.limit());
        let reading = tokio::spawn(async move {
            let answer = match within(limit, None, sent).await {
                Some(Ok(response)) => {
                    let (head, body) = response.into_parts();
                    Some(Ok((head, peer::whole(Returning::new(body, limit)).await)))
                }
                Some(Err(error)) => Some(Err(error)),
                None => None,
            };
            (answer, change)
        });
        let (answer, change) = reading.await.map_err(|error| ServiceError::failure(error.to_string()))?;
        let (mut head, whole) = to.answered(answer)?;
        headers::strip(&mut head.headers);
        Ok((head, whole.map_err(|error| to.broken_off(&*error))?, change))
    }

    /// Sends a request as it is. Its answer is waited for as long as its body makes progress, and then for the time that the
    /// settings say.
    ///
    /// # Errors
    /// `ServiceUnavailable` (503) if the upstream cannot be reached, or does not answer in time; what was wrong with a body
    /// that was passed on.
    pub(super) async fn send(
        &self,
        to: Destination<'_>,
        head: Incoming,
        body: SentBody,
        progress: Option<&Progress>,
    ) -> Result<Response<Returning>, ServiceError> {
        let (sent, limit) = (self.begin(to, head, body)?, to.limit());
        let answer = within(limit, progress, sent).await;
        if let Some(refusal) = progress.and_then(Progress::refusal) {
            return Err(refusal);
        }
        let mut response = to.answered(answer)?;
        headers::strip(response.headers_mut());
        Ok(response.map(|body| Returning::new(body, limit)))
    }

    /// Begins to send a request as it is.
    fn begin(
        &self,
        to: Destination<'_>,
        head: Incoming,
        body: SentBody,
    ) -> Result<ResponseFuture, ServiceError> {
        let target = head.uri.path_and_query().map_or("/", |target| target.as_str());
        let uri: Uri = format!("{}{target}", to.settings.upstream).parse().map_err(|_| {
            ServiceError::failure(format!(
                "the target {target} cannot be passed on to {}",
                to.settings.upstream
            ))
        })?;
        let client = self.clients.get(to.service);
        let client =
            client.ok_or_else(|| ServiceError::failure(format!("{} has no upstream", to.service)))?;
        let mut request = Request::new(body);
        *request.method_mut() = head.method;
        *request.uri_mut() = uri;
        *request.version_mut() = Version::HTTP_11;
        *request.headers_mut() = head.headers;
        // It is told anew from the body; that there is none is not, and some servers insist on hearing it.
        if request.headers().get(header::CONTENT_LENGTH).is_none_or(|length| length != "0") {
            request.headers_mut().remove(header::CONTENT_LENGTH);
        }
        Ok(client.request(request))
    }
}

/// A request as it is passed on, signed as the configuration says.
fn ready(
    to: Destination<'_>,
    incoming: &Incoming,
    signature: Option<&Signature<'_>>,
    passage: Option<Passage>,
) -> (Incoming, SentBody) {
    let mut request = incoming.clone();
    headers::strip(&mut request.headers);
    headers::strip_operators(&mut request.headers);
    if let Some(passage) = &passage {
        passage.describe(&mut request.headers);
    }
    match to.settings.signing {
        Signing::Same => {
            keep_host(&mut request);
            if let Some(signature) = signature {
                restate(&mut request, signature);
            }
        }
        Signing::Own => {
            let payload = passage.as_ref().map(Passage::payload);
            let payload = payload.unwrap_or_else(|| payload_hash(&request.body));
            to.sign(&mut request, &payload);
        }
        Signing::None => {
            unsign(&mut request);
            // It says how the body is to be read, too.
            if passage.as_ref().is_some_and(Passage::is_framed) {
                request.headers.insert(PAYLOAD_HEADER, HeaderValue::from_static(UNSIGNED_TRAILER));
            }
            to.address(&mut request);
        }
    }
    let body = match passage {
        Some(passage) => Either::Right(passage),
        None => Either::Left(Full::new(request.body.clone())),
    };
    (request, body)
}

fn client(settings: &UpstreamSettings) -> Result<Client<HttpsConnector<HttpConnector>, SentBody>, String> {
    let mut connector = HttpConnector::new();
    connector.set_connect_timeout(Some(CONNECTING));
    connector.set_nodelay(true);
    connector.enforce_http(false);
    let connector = HttpsConnectorBuilder::new()
        .with_tls_config(trust::client_config(settings)?)
        .https_or_http()
        .enable_http1()
        .wrap_connector(connector);
    Ok(Client::builder(TokioExecutor::new())
        .pool_timer(TokioTimer::new())
        .pool_idle_timeout(IDLE)
        .build(connector))
}

/// What comes of something within a time that begins anew whenever there is progress; none if nothing does.
async fn within<T>(limit: Duration, progress: Option<&Progress>, work: impl Future<Output = T>) -> Option<T> {
    let mut work = std::pin::pin!(work);
    let mut deadline = Instant::now() + limit;
    loop {
        if let Ok(done) = tokio::time::timeout_at(deadline, work.as_mut()).await {
            return Some(done);
        }
        let moved = progress.map(|progress| progress.moved() + limit);
        deadline = moved.filter(|moved| *moved > deadline)?;
    }
}

impl Destination<'_> {
    /// Signs a request with the key that the upstream knows. `payload` is what is signed of its body.
    pub(super) fn sign(&self, request: &mut Incoming, payload: &str) {
        self.address(request);
        let signer = Signer {
            access_key_id: &self.settings.access_key_id,
            secret_access_key: &self.settings.secret_access_key,
            region: self.region,
            service: self.service,
        };
        signer.sign(request, payload, self.now);
    }

    /// Says in a request that it is for the upstream.
    fn address(&self, request: &mut Incoming) {
        let authority = self.settings.upstream.authority().unwrap_or_default();
        if let Ok(host) = HeaderValue::from_str(authority) {
            request.headers.insert(header::HOST, host);
        }
    }

    /// How long an answer is waited for.
    fn limit(&self) -> Duration {
        Duration::from_secs(self.settings.timeout_seconds.into())
    }

    /// The answer, if there is one.
    fn answered<T>(&self, answer: Option<Result<T, ClientError>>) -> Result<T, ServiceError> {
        match answer {
            Some(Ok(answer)) => Ok(answer),
            Some(Err(error)) if error.is_connect() => {
                Err(self.unavailable("cannot be reached: is it running?"))
            }
            Some(Err(error)) => Err(self.unavailable(&format!("broke the connection off ({error})"))),
            None => {
                let seconds = self.settings.timeout_seconds;
                Err(self.unavailable(&format!("did not answer within {seconds} seconds")))
            }
        }
    }

    /// What is answered when the upstream broke its answer off.
    pub(super) fn broken_off(&self, error: &dyn std::error::Error) -> ServiceError {
        self.unavailable(&format!("broke its answer off ({error})"))
    }

    /// What is answered when the upstream is not there.
    pub(super) fn unavailable(&self, reason: &str) -> ServiceError {
        let (service, upstream) = (self.service, &self.settings.upstream);
        let message = format!("The upstream of {service}, {upstream}, {reason}");
        ServiceError::receiver("ServiceUnavailable", 503, message)
    }
}

/// HTTP/2 has the host in the target; the upstream is spoken to in HTTP/1.1.
fn keep_host(request: &mut Incoming) {
    if request.headers.contains_key(header::HOST) {
        return;
    }
    let authority = request.uri.authority().map(|authority| authority.as_str());
    if let Some(host) = authority.and_then(|authority| HeaderValue::from_str(authority).ok()) {
        request.headers.insert(header::HOST, host);
    }
}
