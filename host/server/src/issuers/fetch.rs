//! Fetching a small document, within limits: no redirects, one try per address, and a host that is where it may be.

use std::net::SocketAddr;

use awsim_plugin::federation::KeysError;
use bytes::Bytes;
use http::{Request, StatusCode, Uri, header};
use http_body_util::{BodyExt, Empty, Limited};
use hyper::rt::{Read, Write};
use hyper_util::rt::TokioIo;
use tokio::net::{TcpStream, lookup_host};
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::pki_types::ServerName;

use super::address::is_public;
use super::trust::Trust;

/// The most bytes of a document.
const MOST_BYTES: usize = 256 << 10;

/// Where a document may be, and whose word is taken for its server.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fetching {
    /// Whether it may be on this machine, in a private network, and behind plain HTTP.
    pub(super) local: bool,
    /// Who vouches for the certificates of servers.
    pub(super) trust: Trust,
}

/// The server that a URL leads to.
struct Server {
    url: Uri,
    host: String,
    port: u16,
    encrypted: bool,
}

impl Fetching {
    /// Fetches a document.
    ///
    /// # Errors
    /// [`KeysError`] if there is none, or not where it may be.
    pub(super) async fn get(&self, url: &str) -> Result<Bytes, KeysError> {
        let server = self.server(url)?;
        let stream = self.connect(&server).await?;
        if server.encrypted {
            ask(TokioIo::new(self.secure(&server, stream).await?), &server.url).await
        } else {
            ask(TokioIo::new(stream), &server.url).await
        }
    }

    /// The last of the certificates, in DER, that the server shows which a URL leads to; none by plain HTTP.
    ///
    /// # Errors
    /// [`KeysError`] if it is not to be reached, or not where it may be.
    pub(super) async fn last_certificate(&self, url: &str) -> Result<Option<Vec<u8>>, KeysError> {
        let server = self.server(url)?;
        let stream = self.connect(&server).await?;
        if !server.encrypted {
            return Ok(None);
        }
        let stream = self.secure(&server, stream).await?;
        let (_, connection) = stream.get_ref();
        let last = connection.peer_certificates().and_then(|certificates| certificates.last());
        Ok(last.map(|certificate| certificate.to_vec()))
    }

    fn server(&self, url: &str) -> Result<Server, KeysError> {
        let url: Uri = url.parse().map_err(|_| KeysError::Invalid(format!("{url} is no URL")))?;
        let encrypted = match url.scheme_str() {
            Some("https") => true,
            Some("http") if self.local => false,
            _ => return Err(KeysError::Invalid(format!("{url} is not behind HTTPS"))),
        };
        let Some(host) = url.host() else { return Err(KeysError::Invalid(format!("{url} names no host"))) };
        let host = host.trim_start_matches('[').trim_end_matches(']').to_owned();
        let port = url.port_u16().unwrap_or(if encrypted { 443 } else { 80 });
        Ok(Server { url, host, port, encrypted })
    }

    /// Connects to the first address that answers, of those that may be called.
    async fn connect(&self, server: &Server) -> Result<TcpStream, KeysError> {
        let host = server.host.as_str();
        let addresses: Vec<SocketAddr> =
            lookup_host((host, server.port)).await.map_err(unreachable)?.collect();
        let mut reason = KeysError::Unreachable(format!("{host} has no address in the internet"));
        for address in addresses.into_iter().filter(|address| self.local || is_public(address.ip())) {
            match TcpStream::connect(address).await {
                Ok(stream) => return Ok(stream),
                Err(error) => reason = unreachable(error),
            }
        }
        Err(reason)
    }

    /// Encrypts a connection.
    async fn secure(&self, server: &Server, stream: TcpStream) -> Result<TlsStream<TcpStream>, KeysError> {
        let host = &server.host;
        let name = ServerName::try_from(host.clone())
            .map_err(|_| KeysError::Invalid(format!("{host} is no name of a server")))?;
        TlsConnector::from(self.trust.config()?).connect(name, stream).await.map_err(unreachable)
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

pub(super) fn unreachable(error: impl std::fmt::Display) -> KeysError {
    KeysError::Unreachable(error.to_string())
}
