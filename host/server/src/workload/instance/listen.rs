//! Serving the instance metadata.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderValue, Request, Response};
use http_body_util::Full;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;

use super::{Answer, InstanceMetadata, TTL};
use crate::core::Core;

/// The most connections at once: the programs of one instance.
const CONNECTIONS: usize = 256;

/// How long a connection waits for a request.
const PATIENCE: Duration = Duration::from_secs(10);

/// Serves the metadata until the task is dropped.
pub(crate) async fn run(core: Arc<Core>, listener: TcpListener) {
    let seats = Arc::new(Semaphore::new(CONNECTIONS));
    loop {
        // The semaphore is never closed.
        let Ok(seat) = Arc::clone(&seats).acquire_owned().await else { return };
        match listener.accept().await {
            Ok((stream, peer)) => {
                let core = Arc::clone(&core);
                tokio::spawn(async move {
                    serve(core, stream, peer).await;
                    drop(seat);
                });
            }
            Err(error) => {
                // Out of file descriptors, mostly: a connection must end before the next can begin.
                tracing::warn!(%error, "a connection to the instance metadata could not be accepted");
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        }
    }
}

async fn serve(core: Arc<Core>, stream: TcpStream, peer: SocketAddr) {
    let service = service_fn(move |request: Request<hyper::body::Incoming>| {
        let answer = core.workloads.instance.as_ref().map(|instance| answer(&core, instance, &request));
        async move { Ok::<_, Infallible>(answer.unwrap_or_default()) }
    });
    let mut builder = http1::Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(PATIENCE);
    if let Err(error) = builder.serve_connection(TokioIo::new(stream), service).await {
        tracing::debug!(%error, %peer, "a connection to the instance metadata ended early");
    }
}

fn answer(
    core: &Core,
    instance: &InstanceMetadata,
    request: &Request<hyper::body::Incoming>,
) -> Response<Full<Bytes>> {
    let path = request.uri().path();
    let answer = instance.answer(core, request.method(), path, request.headers());
    tracing::debug!(method = %request.method(), path, status = answer.status.as_u16(), "instance metadata");
    respond(answer)
}

fn respond(answer: Answer) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(answer.body.into()));
    *response.status_mut() = answer.status;
    let headers = response.headers_mut();
    headers.insert(http::header::CONTENT_TYPE, HeaderValue::from_static(answer.content_type));
    headers.insert(http::header::SERVER, HeaderValue::from_static("EC2ws"));
    if let Some(seconds) = answer.ttl {
        headers.insert(TTL, HeaderValue::from(seconds));
    }
    response
}
