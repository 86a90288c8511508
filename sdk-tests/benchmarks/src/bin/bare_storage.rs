//! A yardstick of the benchmarks: a storage server in hyper that keeps nothing. What it is sent it hashes, as a server does
//! that answers with an ETag; what it is asked for it makes up, as many bytes as the name of the object says.
//!
//! It prints where it listens.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body_util::BodyExt;
use hyper::body::{Body, Frame, Incoming, SizeHint};
use hyper::service::service_fn;
use hyper::{Method, Request, Response};
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto;
use sha2::{Digest, Sha256};
use tokio::net::TcpListener;

type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// What a piece of an object weighs.
const PIECE: usize = 256 << 10;

/// An object: so many bytes.
struct Object {
    left: u64,
    piece: Bytes,
}

impl Body for Object {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        if self.left == 0 {
            return Poll::Ready(None);
        }
        let length = usize::try_from(self.left).unwrap_or(PIECE).min(PIECE);
        self.left -= length as u64;
        Poll::Ready(Some(Ok(Frame::data(self.piece.slice(..length)))))
    }

    fn is_end_stream(&self) -> bool {
        self.left == 0
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left)
    }
}

#[tokio::main]
async fn main() -> Result<(), BoxError> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("http://{}", listener.local_addr()?);
    let piece = Bytes::from(vec![7; PIECE]);
    loop {
        let (stream, _) = listener.accept().await?;
        stream.set_nodelay(true)?;
        let piece = piece.clone();
        tokio::spawn(async move {
            let service = service_fn(move |request| answer(request, piece.clone()));
            // The load generator closes its connections when it is done.
            let _ = auto::Builder::new(TokioExecutor::new())
                .serve_connection(TokioIo::new(stream), service)
                .await;
        });
    }
}

async fn answer(request: Request<Incoming>, piece: Bytes) -> Result<Response<Object>, Infallible> {
    let wanted = request.uri().path().rsplit('/').next().and_then(|name| name.parse().ok());
    if request.method() != Method::PUT {
        return Ok(Response::new(Object { left: wanted.unwrap_or(0), piece }));
    }
    let mut body = request.into_body();
    let mut hasher = Sha256::new();
    while let Some(Ok(frame)) = body.frame().await {
        if let Ok(data) = frame.into_data() {
            hasher.update(&data);
        }
    }
    let mut response = Response::new(Object { left: 0, piece });
    let tag = data_encoding::HEXLOWER.encode(&hasher.finalize());
    if let Ok(tag) = tag.parse() {
        response.headers_mut().insert("etag", tag);
    }
    Ok(response)
}
