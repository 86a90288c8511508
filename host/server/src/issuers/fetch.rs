//! Fetching a small document, within limits: no redirects, one try per address, and a host that is where it may be.

use std::net::SocketAddr;
use std::sync::{Arc, OnceLock};

use awsim_plugin::federation::KeysError;
use bytes::Bytes;
use http::{Request, StatusCode, Uri, header};
use http_body_util::{BodyExt, Empty, Limited};
use hyper::rt::{Read, Write};
use hyper_util::rt::TokioIo;
use tokio::net::{TcpStream, lookup_host};
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

use super::address::is_public;

/// The most bytes of a document.
const MOST_BYTES: usize = 256 << 10;

/// Where a document may be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fetching {
    /// Whether it may be on this machine, in a private network, and behind plain HTTP.
    pub(super) local: bool,
}

impl Fetching {
    /// Fetches a document.
    ///
    /// # Errors
    /// [`KeysError`] if there is none, or not where it may be.
    pub(super) async fn get(&self, url: &str) -> Result<Bytes, KeysError> {
        let url: Uri = url.parse().map_err(|_| KeysError::Invalid(format!("{url} is no URL")))?;
        let encrypted = match url.scheme_str() {
            Some("https") => true,
            Some("http") if self.local => false,
            _ => return Err(KeysError::Invalid(format!("{url} is not behind HTTPS"))),
        };
        let Some(host) = url.host() else { return Err(KeysError::Invalid(format!("{url} names no host"))) };
        let host = host.trim_start_matches('[').trim_end_matches(']');
        let port = url.port_u16().unwrap_or(if encrypted { 443 } else { 80 });
        let stream = self.connect(host, port).await?;
        if !encrypted {
            return ask(TokioIo::new(stream), &url).await;
        }
        let name = ServerName::try_from(host.to_owned())
            .map_err(|_| KeysError::Invalid(format!("{host} is no name of a server")))?;
        let stream = TlsConnector::from(trust()?).connect(name, stream).await.map_err(unreachable)?;
        ask(TokioIo::new(stream), &url).await
    }

    /// Connects to the first address that answers, of those that may be called.
    async fn connect(&self, host: &str, port: u16) -> Result<TcpStream, KeysError> {
        let addresses: Vec<SocketAddr> = lookup_host((host, port)).await.map_err(unreachable)?.collect();
        let mut reason = KeysError::Unreachable(format!("{host} has no address in the internet"));
        for address in addresses.into_iter().filter(|address| self.local || is_public(address.ip())) {
            match TcpStream::connect(address).await {
                Ok(stream) => return Ok(stream),
                Err(error) => reason = unreachable(error),
            }
        }
        Err(reason)
    }
}

/// Asks for a document on a connection, which serves for nothing else.
async fn ask(stream: impl Read + Write + Unpin + Send + 'static, url: &Uri) -> Result<Bytes, KeysError> {
    let (mut sender, connection) =
        hyper::client::conn::http1::handshake(stream).await.map_err(unreachable)?;
    let path = url.path_and_query().map_or("/", |path| path.as_str());
    let authority = url.authority().map_or("", |authority| authority.as_str());
    let request = Request::get(path)
        .header(header::HOST, authority)
        .header(header::ACCEPT, "application/json")
        .body(Empty::<Bytes>::new())
        .map_err(unreachable)?;
    let answer = async {
        let response = sender.send_request(request).await.map_err(unreachable)?;
        if response.status() != StatusCode::OK {
            return Err(KeysError::Unreachable(format!("{url} answers {}", response.status())));
        }
        let body = Limited::new(response.into_body(), MOST_BYTES).collect().await;
        body.map(|body| body.to_bytes()).map_err(|error| KeysError::Invalid(format!("{url}: {error}")))
    };
    // The connection is driven for as long as the answer is waited for, and then dropped.
    let drive = async {
        // Whatever ends the connection ends the answer too, which says why.
        let _ = connection.await;
        std::future::pending::<()>().await
    };
    tokio::select! {
        answer = answer => answer,
        () = drive => Err(KeysError::Unreachable(format!("{url} does not answer"))),
    }
}

fn unreachable(error: impl std::fmt::Display) -> KeysError {
    KeysError::Unreachable(error.to_string())
}

/// The certificate authorities that this machine trusts, read at the first need.
fn trust() -> Result<Arc<ClientConfig>, KeysError> {
    static TRUST: OnceLock<Arc<ClientConfig>> = OnceLock::new();
    if let Some(config) = TRUST.get() {
        return Ok(Arc::clone(config));
    }
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    if roots.is_empty() {
        return Err(KeysError::Unreachable("this machine trusts no certificate authority".to_owned()));
    }
    let provider = Arc::new(tokio_rustls::rustls::crypto::aws_lc_rs::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(unreachable)?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(Arc::clone(TRUST.get_or_init(|| Arc::new(config))))
}
