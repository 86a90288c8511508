//! A yardstick of the benchmarks: a reverse proxy in hyper that passes everything on to one server, as it came.
//!
//! It is given the address of the server, `HOST:PORT`, and prints where it listens.

use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper::{Request, Uri};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto;
use tokio::net::TcpListener;

type BoxError = Box<dyn std::error::Error + Send + Sync>;

#[tokio::main]
async fn main() -> Result<(), BoxError> {
    let server = std::env::args().nth(1).ok_or("the address of a server is missing")?;
    let mut connector = HttpConnector::new();
    connector.set_nodelay(true);
    let client: Client<_, Incoming> = Client::builder(TokioExecutor::new()).build(connector);
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("http://{}", listener.local_addr()?);
    loop {
        let (stream, _) = listener.accept().await?;
        stream.set_nodelay(true)?;
        let (client, server) = (client.clone(), server.clone());
        tokio::spawn(async move {
            let service = service_fn(move |mut request: Request<Incoming>| {
                let target = request.uri().path_and_query().map_or("/", |target| target.as_str());
                // A target that is none is an error of the client's.
                let uri: Uri = format!("http://{server}{target}").parse().unwrap_or_default();
                *request.uri_mut() = uri;
                client.request(request)
            });
            // The load generator closes its connections when it is done.
            let _ = auto::Builder::new(TokioExecutor::new())
                .serve_connection(TokioIo::new(stream), service)
                .await;
        });
    }
}
