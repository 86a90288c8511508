//! Accepting connections and requests, within limits.
//!
//! HTTP/1.1 and HTTP/2, over clear text and, where it is configured, over TLS on the same port. Whatever is too large, too slow or too much is answered with a clear status
//! and leaves the process unharmed.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;

use awsim_plugin::error::ServiceError;
use bytes::Bytes;
use http::{HeaderName, HeaderValue, Request, Response, StatusCode, header};
use http_body_util::{BodyExt, Either, Full, Limited};
use hyper::body::Body;
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto;
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tokio_rustls::server::TlsStream;

use crate::admin::{self, AdminAnswer, EventStream};
use crate::buffers::{Buffered, Buffers, Unread};
use crate::core::Core;
use crate::incoming::Incoming;
use crate::issuers;
use crate::opening::Opening;
use crate::pipeline::{self, Answer};
use crate::protocol::Encoded;
use crate::request_id::RequestId;
use crate::tls::Opened;
use crate::upstream::PassedBody;

/// What a client is told that finds every connection taken.
const FULL_HOUSE: &[u8] =
    b"HTTP/1.1 503 Service Unavailable\r\ncontent-type: text/plain\r\ncontent-length: 42\r\n\
connection: close\r\n\r\nAll connections of this AWSim are in use.\n";

/// The body of an answer: nearly always a whole one.
type AnswerBody = Either<Full<Bytes>, Either<EventStream, PassedBody>>;

/// What a connection runs over, as one type: two would compile the whole of HTTP twice.
type Transport = tokio_util::either::Either<TcpStream, Box<TlsStream<TcpStream>>>;

/// Accepts connections until it is told to stop, then waits for what is in flight.
pub(crate) async fn run(
    core: Arc<Core>,
    listener: TcpListener,
    address: SocketAddr,
    mut stop: watch::Receiver<bool>,
) {
    let limits = core.config.limits.clone();
    let mut builder = auto::Builder::new(TokioExecutor::new());
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.header_timeout)
        .max_buf_size(limits.header_bytes.max(8192))
        .max_headers(limits.headers);
    builder
        .http2()
        .timer(TokioTimer::new())
        .max_header_list_size(u32::try_from(limits.header_bytes).unwrap_or(u32::MAX))
        .max_concurrent_streams(128)
        .keep_alive_interval(Some(limits.header_timeout));
    let requests = Semaphore::new(limits.concurrent_requests);
    let buffers = Buffers::new(limits.buffered_bytes.max(limits.body_bytes));
    let gate = Arc::new(Gate { core, address, builder, requests, buffers });
    let connections = Arc::new(Semaphore::new(limits.connections));
    let graceful = GracefulShutdown::new();

    loop {
        let (stream, peer) = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    // Out of file descriptors, mostly: a connection must end before the next can begin.
                    tracing::warn!(%error, "a connection could not be accepted");
                    tokio::time::sleep(std::time::Duration::from_millis(20)).await;
                    continue;
                }
            },
            () = told(&mut stop) => break,
        };
        let Ok(seat) = Arc::clone(&connections).try_acquire_owned() else {
            gate.core.metrics.refused_connection();
            tokio::spawn(turn_away(stream));
            continue;
        };
        // Answers are small and waited for.
        let _ = stream.set_nodelay(true);
        let gate = Arc::clone(&gate);
        let watcher = graceful.watcher();
        let open = gate.core.metrics.connection();
        tokio::spawn(async move {
            if let Err(error) = gate.connection(stream, peer, watcher).await {
                tracing::debug!(%error, %peer, "a connection ended early");
            }
            drop((seat, open));
        });
    }
    drop(listener);
    if tokio::time::timeout(limits.shutdown_grace, graceful.shutdown()).await.is_err() {
        tracing::warn!("requests were still in flight after the grace period");
    }
}

/// Waits until the host is told to stop, or is gone.
async fn told(stop: &mut watch::Receiver<bool>) {
    // An error means that nobody is left to tell.
    let _ = stop.wait_for(|stop| *stop).await;
}

/// Tells a client that every connection is taken.
async fn turn_away(mut stream: TcpStream) {
    // The client may be gone already.
    let _ = stream.write_all(FULL_HOUSE).await;
    let _ = stream.shutdown().await;
}

/// Where requests enter.
struct Gate {
    core: Arc<Core>,
    address: SocketAddr,
    builder: auto::Builder<TokioExecutor>,
    requests: Semaphore,
    buffers: Buffers,
}

/// Why a connection ended early.
type ConnectionError = Box<dyn std::error::Error + Send + Sync>;

impl Gate {
    /// Carries a connection to its end.
    async fn connection(
        self: Arc<Self>,
        stream: TcpStream,
        peer: SocketAddr,
        watcher: Watcher,
    ) -> Result<(), ConnectionError> {
        let Some(tls) = &self.core.tls else {
            return self.requests(Transport::Left(stream), peer, false, watcher).await;
        };
        match tls.open(stream, self.core.config.limits.header_timeout).await? {
            Opened::Plain(stream) => self.requests(Transport::Left(stream), peer, false, watcher).await,
            Opened::Secure(stream) => self.requests(Transport::Right(stream), peer, true, watcher).await,
        }
    }

    /// Carries the requests of a connection.
    async fn requests(
        self: &Arc<Self>,
        stream: Transport,
        peer: SocketAddr,
        secure: bool,
        watcher: Watcher,
    ) -> Result<(), ConnectionError> {
        let gate = Arc::clone(self);
        let service = service_fn(move |request| {
            let gate = Arc::clone(&gate);
            async move { Ok::<_, Infallible>(gate.serve(request, peer, secure).await) }
        });
        let stream = Opening::new(stream, self.core.config.limits.header_timeout);
        watcher.watch(self.builder.serve_connection(TokioIo::new(stream), service)).await
    }

    async fn serve(
        &self,
        request: Request<hyper::body::Incoming>,
        peer: SocketAddr,
        secure: bool,
    ) -> Response<AnswerBody> {
        let request_id = RequestId::random();
        let (parts, body) = request.into_parts();
        let head = Incoming {
            method: parts.method,
            uri: parts.uri,
            headers: parts.headers,
            body: Bytes::new(),
            peer,
            secure,
        };
        let Ok(_turn) = self.requests.try_acquire() else {
            self.core.metrics.refused_request();
            return respond(refuse(&head, &request_id, throttled()), &request_id);
        };
        let streams = !body.is_end_stream() && pipeline::streams(&self.core, &head);
        let (incoming, mut body, _room) = match streams {
            true => (head, Some(body), None),
            false => match self.read_body(body).await {
                Ok(whole) => (Incoming { body: whole.bytes.clone(), ..head }, None, Some(whole)),
                Err(error) => return respond(refuse(&head, &request_id, error), &request_id),
            },
        };
        let _carried = self.core.metrics.request();
        if let Some(published) = issuers::publish::answer(&self.core, &incoming) {
            return respond(published, &request_id);
        }
        if incoming.uri.path().starts_with(admin::PREFIX) {
            return self.admin(&incoming, &request_id).await;
        }
        let answer = pipeline::answer(&self.core, &incoming, &mut body, &request_id).await;
        if let Some(unread) = body.filter(|_| !incoming.headers.contains_key(header::EXPECT)) {
            self.drain(unread);
        }
        match answer {
            Answer::Own(encoded) => respond(encoded, &request_id),
            Answer::Passed(response) => pass(response, &request_id),
        }
    }

    /// Reads what a client goes on sending while it is refused, within the limits of other bodies: many read the answer
    /// only when they have sent everything. One that asked beforehand (`Expect`) does not send it.
    fn drain(&self, body: hyper::body::Incoming) {
        let limits = &self.core.config.limits;
        let (most, limit) = (limits.body_bytes, limits.body_timeout);
        tokio::spawn(async move {
            let mut body = Limited::new(body, most);
            let reading = async { while let Some(Ok(_)) = body.frame().await {} };
            // Whatever is left is cut off.
            let _ = tokio::time::timeout(limit, reading).await;
        });
    }

    /// Reads a body within the limits of size and time.
    async fn read_body(&self, body: hyper::body::Incoming) -> Result<Buffered<'_>, ServiceError> {
        if body.is_end_stream() {
            return Ok(Buffered::EMPTY);
        }
        let limits = &self.core.config.limits;
        let whole =
            tokio::time::timeout(limits.body_timeout, self.buffers.read(body, limits.body_bytes)).await;
        let refused = |error| {
            self.core.metrics.refused_request();
            Err(error)
        };
        match whole {
            Ok(Ok(body)) => Ok(body),
            Ok(Err(Unread::TooLong)) => refused(ServiceError::sender(
                "RequestEntityTooLarge",
                413,
                format!("The request is larger than {} bytes.", limits.body_bytes),
            )),
            Ok(Err(Unread::NoRoom)) => refused(throttled()),
            Ok(Err(Unread::Broken(reason))) => {
                Err(ServiceError::sender("MalformedInput", 400, format!("The body is broken: {reason}")))
            }
            Err(_) => {
                refused(ServiceError::sender("RequestTimeout", 408, "The body did not arrive in time."))
            }
        }
    }

    async fn admin(&self, incoming: &Incoming, request_id: &RequestId) -> Response<AnswerBody> {
        match admin::answer(&self.core, self.address, incoming).await {
            AdminAnswer::Whole(answer) => respond(answer, request_id),
            AdminAnswer::Events(events) => {
                let content_type = HeaderValue::from_static(EventStream::CONTENT_TYPE);
                let mut response = Response::new(Either::Right(Either::Left(events)));
                response.headers_mut().insert(header::CONTENT_TYPE, content_type);
                response
            }
        }
    }
}

/// What a client is told that asks while too many do.
fn throttled() -> ServiceError {
    ServiceError::receiver("Throttling", 503, "Rate exceeded")
}

/// The answer to a request that is refused before the pipeline sees it.
fn refuse(head: &Incoming, request_id: &RequestId, error: ServiceError) -> Encoded {
    tracing::info!(%request_id, status = error.status, code = %error.code, peer = %head.peer, "refused");
    pipeline::refusal(head, request_id, &error)
}

/// The id of a request, in every answer.
static REQUEST_ID: HeaderName = HeaderName::from_static("x-amzn-requestid");

/// The answer of an upstream, under the id that the request has here.
fn pass(mut response: Response<PassedBody>, request_id: &RequestId) -> Response<AnswerBody> {
    if let Ok(id) = HeaderValue::from_str(request_id.as_str()) {
        response.headers_mut().insert(&REQUEST_ID, id);
    }
    response.map(|body| Either::Right(Either::Right(body)))
}

fn respond(encoded: Encoded, request_id: &RequestId) -> Response<AnswerBody> {
    let mut response = Response::new(Either::Left(Full::new(encoded.body)));
    *response.status_mut() =
        StatusCode::from_u16(encoded.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(encoded.content_type));
    if let Ok(id) = HeaderValue::from_str(request_id.as_str()) {
        headers.insert(&REQUEST_ID, id);
    }
    for (name, value) in encoded.headers {
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(name, value);
        }
    }
    response
}
