//! Passing requests on.
//!
//! Connections are kept and used again. A request is sent once: only one that could not even be begun, because the upstream
//! had closed the connection meanwhile, is begun again on another. Bodies stream in both directions, so that what travels
//! through is never held here, and a side that is slow slows the other.

use std::time::Duration;

use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::upstream::{Signing, UpstreamSettings};
use bytes::Bytes;
use http::{HeaderValue, Request, Response, Uri, Version, header};
use http_body_util::{Either, Full};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};

use super::headers;
use crate::incoming::Incoming;
use crate::sigv4::{Signer, payload_hash, unsign};

/// The body of a request that is passed on: whole, or as it arrives.
type SentBody = Either<Full<Bytes>, hyper::body::Incoming>;

/// The body of an answer that is passed on: as it arrives, or whole because it was read here.
pub(crate) type PassedBody = Either<Full<Bytes>, hyper::body::Incoming>;

/// How long a connection to an upstream may take to be made.
const CONNECTING: Duration = Duration::from_secs(5);

/// How long a connection is kept that nobody uses.
const IDLE: Duration = Duration::from_secs(30);

/// What passes requests on.
pub(crate) struct Proxy {
    client: Client<HttpConnector, SentBody>,
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

impl Default for Proxy {
    fn default() -> Self {
        let mut connector = HttpConnector::new();
        connector.set_connect_timeout(Some(CONNECTING));
        connector.set_nodelay(true);
        let client = Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .pool_idle_timeout(IDLE)
            .build(connector);
        Self { client }
    }
}

impl Proxy {
    /// Passes a request on that is there as a whole, signed as the configuration says.
    ///
    /// # Errors
    /// As [`send`](Self::send).
    pub(crate) async fn pass(
        &self,
        to: Destination<'_>,
        incoming: &Incoming,
    ) -> Result<Response<hyper::body::Incoming>, ServiceError> {
        let mut request = incoming.clone();
        headers::strip(&mut request.headers);
        match to.settings.signing {
            Signing::Same => keep_host(&mut request),
            Signing::Own => to.sign(&mut request),
            Signing::None => {
                unsign(&mut request.headers);
                to.address(&mut request);
            }
        }
        let body = Either::Left(Full::new(request.body.clone()));
        self.send(to, request, body).await
    }

    /// Sends a request as it is.
    ///
    /// # Errors
    /// `ServiceUnavailable` (503) if the upstream cannot be reached, or does not answer in time.
    pub(crate) async fn send(
        &self,
        to: Destination<'_>,
        head: Incoming,
        body: SentBody,
    ) -> Result<Response<hyper::body::Incoming>, ServiceError> {
        let target = head.uri.path_and_query().map_or("/", |target| target.as_str());
        let uri: Uri = format!("{}{target}", to.settings.upstream).parse().map_err(|_| {
            ServiceError::failure(format!(
                "the target {target} cannot be passed on to {}",
                to.settings.upstream
            ))
        })?;
        let mut request = Request::new(body);
        *request.method_mut() = head.method;
        *request.uri_mut() = uri;
        *request.version_mut() = Version::HTTP_11;
        *request.headers_mut() = head.headers;
        // It is told anew from the body.
        request.headers_mut().remove(header::CONTENT_LENGTH);

        let limit = Duration::from_secs(to.settings.timeout_seconds.into());
        match tokio::time::timeout(limit, self.client.request(request)).await {
            Ok(Ok(mut response)) => {
                headers::strip(response.headers_mut());
                Ok(response)
            }
            Ok(Err(error)) if error.is_connect() => Err(to.unavailable("cannot be reached: is it running?")),
            Ok(Err(error)) => Err(to.unavailable(&format!("broke the connection off ({error})"))),
            Err(_) => {
                Err(to.unavailable(&format!("did not answer within {} seconds", to.settings.timeout_seconds)))
            }
        }
    }
}

impl Destination<'_> {
    /// Signs a request with the key that the upstream knows.
    pub(super) fn sign(&self, request: &mut Incoming) {
        self.address(request);
        let signer = Signer {
            access_key_id: &self.settings.access_key_id,
            secret_access_key: &self.settings.secret_access_key,
            region: self.region,
            service: self.service,
        };
        let payload = payload_hash(&request.body);
        signer.sign(request, &payload, self.now);
    }

    /// Says in a request that it is for the upstream.
    fn address(&self, request: &mut Incoming) {
        let authority = self.settings.upstream.authority().unwrap_or_default();
        if let Ok(host) = HeaderValue::from_str(authority) {
            request.headers.insert(header::HOST, host);
        }
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
