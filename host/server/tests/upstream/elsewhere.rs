//! The upstream: it answers as the path of a request asks, and tells what arrived.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::Bytes;
use http::{HeaderMap, Method, Request, Response, StatusCode, header};
use http_body_util::combinators::BoxBody;
use http_body_util::{BodyExt, Full};
use hyper::body::{Body, Frame, Incoming};
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto;
use tokio::net::TcpListener;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio_rustls::TlsAcceptor;

/// A request as it arrived.
pub(crate) struct Seen {
    pub(crate) method: Method,
    pub(crate) target: String,
    pub(crate) headers: HeaderMap,
    /// The body; an error if it broke off.
    pub(crate) body: Result<Bytes, String>,
}

impl Seen {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }
}

/// The upstream.
pub(crate) struct Elsewhere {
    address: SocketAddr,
    scheme: &'static str,
    begun: UnboundedReceiver<()>,
    seen: UnboundedReceiver<Seen>,
}

impl Elsewhere {
    /// Starts it, with TLS if there is what that takes.
    pub(crate) async fn start(tls: Option<TlsAcceptor>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (begin, begun) = unbounded_channel();
        let (tell, seen) = unbounded_channel();
        let scheme = if tls.is_some() { "https" } else { "http" };
        tokio::spawn(async move {
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                let (begin, tell, tls) = (begin.clone(), tell.clone(), tls.clone());
                tokio::spawn(async move {
                    let service = service_fn(move |request| {
                        // The test may have ended.
                        let _ = begin.send(());
                        answer(request, tell.clone())
                    });
                    let builder = auto::Builder::new(TokioExecutor::new());
                    // Connections break off here on purpose.
                    let _ = match tls {
                        None => builder.serve_connection(TokioIo::new(stream), service).await,
                        Some(tls) => {
                            let stream = tls.accept(stream).await.unwrap();
                            builder.serve_connection(TokioIo::new(stream), service).await
                        }
                    };
                });
            }
        });
        Self { address, scheme, begun, seen }
    }

    pub(crate) fn url(&self) -> String {
        format!("{}://{}", self.scheme, self.authority())
    }

    /// What the certificate of a server with TLS is for is its name, not its address.
    pub(crate) fn authority(&self) -> String {
        match self.scheme {
            "https" => format!("localhost:{}", self.address.port()),
            _ => self.address.to_string(),
        }
    }

    /// Waits until the head of a further request has come.
    pub(crate) async fn begun(&mut self) {
        self.begun.recv().await.unwrap();
    }

    /// The next request.
    pub(crate) async fn seen(&mut self) -> Seen {
        self.seen.recv().await.unwrap()
    }

    /// Whether no request has come.
    pub(crate) fn has_seen_nothing(&mut self) -> bool {
        self.seen.try_recv().is_err()
    }
}

type Answered = Response<BoxBody<Bytes, std::io::Error>>;

fn whole(text: &'static str) -> BoxBody<Bytes, std::io::Error> {
    Full::new(Bytes::from_static(text.as_bytes())).map_err(|never: Infallible| match never {}).boxed()
}

async fn answer(request: Request<Incoming>, tell: UnboundedSender<Seen>) -> Result<Answered, Infallible> {
    let (head, body) = request.into_parts();
    let path = head.uri.path().to_owned();
    let body = match path.ends_with("/unread") {
        true => Ok(Bytes::new()),
        false => body.collect().await.map(|body| body.to_bytes()).map_err(|error| error.to_string()),
    };
    let is_range = head.headers.contains_key(header::RANGE);
    let is_known = head.headers.contains_key(header::IF_NONE_MATCH);
    let is_head = head.method == Method::HEAD;
    let target = head.uri.path_and_query().map_or("", |target| target.as_str()).to_owned();
    // The test may have ended.
    let _ = tell.send(Seen { method: head.method, target, headers: head.headers, body });
    let (status, body) = match () {
        () if is_head => (StatusCode::OK, whole("")),
        () if is_known => (StatusCode::NOT_MODIFIED, whole("")),
        () if is_range => (StatusCode::PARTIAL_CONTENT, whole("234")),
        () if path.ends_with("/broken") => (StatusCode::OK, BoxBody::new(Broken(0))),
        () => (StatusCode::OK, whole("0123456789")),
    };
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::ETAG, "\"tag\"".parse().unwrap());
    headers.insert("x-amz-version-id", "v1".parse().unwrap());
    if is_head {
        headers.insert(header::CONTENT_LENGTH, "123456789".parse().unwrap());
    }
    if is_range {
        headers.insert(header::CONTENT_RANGE, "bytes 2-4/10".parse().unwrap());
    }
    Ok(response)
}

/// A body that breaks off after its first piece, and once that is on its way.
struct Broken(u8);

impl Body for Broken {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, std::io::Error>>> {
        self.0 += 1;
        match self.0 {
            1 => Poll::Ready(Some(Ok(Frame::data(Bytes::from_static(b"half"))))),
            2 => {
                cx.waker().wake_by_ref();
                Poll::Pending
            }
            _ => Poll::Ready(Some(Err(std::io::Error::other("gone")))),
        }
    }
}

/// What TLS takes: a certificate for `localhost` and its authority in PEM.
pub(crate) fn certificate() -> (TlsAcceptor, String) {
    use tokio_rustls::rustls::{ServerConfig, crypto::aws_lc_rs, pki_types::PrivateKeyDer};

    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let key = PrivateKeyDer::try_from(made.signing_key.serialize_der()).unwrap();
    let config = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)
        .unwrap();
    (TlsAcceptor::from(Arc::new(config)), made.cert.pem())
}
