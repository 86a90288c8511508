//! The yardstick of the benchmarks: a hyper server that answers every request with the same bytes.
//!
//! It reads a JSON object `{"headers": [[name, value]], "body": text}` from standard input, and prints where it listens.

use std::convert::Infallible;
use std::io::Read;
use std::sync::Arc;

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::header::{HeaderName, HeaderValue};
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto;
use serde::Deserialize;
use tokio::net::TcpListener;

#[derive(Deserialize)]
struct Answer {
    headers: Vec<(String, String)>,
    body: String,
}

type BoxError = Box<dyn std::error::Error + Send + Sync>;

#[tokio::main]
async fn main() -> Result<(), BoxError> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let answer: Answer = serde_json::from_str(&text)?;
    let mut headers = Vec::new();
    for (name, value) in answer.headers {
        headers.push((HeaderName::from_bytes(name.as_bytes())?, HeaderValue::from_str(&value)?));
    }
    let answer = Arc::new((headers, Bytes::from(answer.body)));

    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("http://{}", listener.local_addr()?);
    loop {
        let (stream, _) = listener.accept().await?;
        stream.set_nodelay(true)?;
        let answer = Arc::clone(&answer);
        tokio::spawn(async move {
            let service = service_fn(move |request: Request<hyper::body::Incoming>| {
                let answer = Arc::clone(&answer);
                async move {
                    // A request that breaks off is answered to nobody.
                    let _ = request.into_body().collect().await;
                    let mut response = Response::new(Full::new(answer.1.clone()));
                    for (name, value) in &answer.0 {
                        response.headers_mut().insert(name, value.clone());
                    }
                    Ok::<_, Infallible>(response)
                }
            });
            let connection = auto::Builder::new(TokioExecutor::new());
            // The load generator closes its connections when it is done.
            let _ = connection.serve_connection(TokioIo::new(stream), service).await;
        });
    }
}
