//! The admin interface of an AWSim that runs, asked by the commands of this program.

use awsim_server::admin::PREFIX;
use awsim_server::config::{self, Sources};
use bytes::Bytes;
use clap::{Arg, ArgMatches, ValueHint};
use http::{Request, Response, StatusCode, Uri, header};
use http_body_util::{BodyExt, Empty};
use hyper::body::Incoming;
use hyper_util::rt::TokioIo;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use tokio::net::TcpStream;

/// The name of the flag that says where AWSim listens.
const FLAG: &str = "endpoint-url";

/// The variable that says the same to AWS's own tools.
const VARIABLE: &str = "AWS_ENDPOINT_URL";

/// The admin interface of an AWSim that runs.
#[derive(Debug)]
pub(crate) struct Admin {
    url: Uri,
}

/// The answer to a request that is refused.
#[derive(Deserialize)]
struct Refused {
    error: Refusal,
}

#[derive(Deserialize)]
struct Refusal {
    message: String,
}

/// The flag that says where AWSim listens.
pub(crate) fn argument() -> Arg {
    Arg::new(FLAG)
        .long(FLAG)
        .value_name("URL")
        .value_hint(ValueHint::Url)
        .help("Where AWSim listens [default: AWS_ENDPOINT_URL, or the address and port of the configuration]")
}

impl Admin {
    /// The one that the command line names, or the environment, or the configuration.
    ///
    /// # Errors
    /// For people, if that is no URL or the configuration has mistakes.
    pub(crate) fn of(matches: &ArgMatches, sources: &Sources) -> Result<Self, String> {
        let named = matches.get_one::<String>(FLAG).cloned();
        let url = match named.or_else(|| std::env::var(VARIABLE).ok().filter(|url| !url.is_empty())) {
            Some(url) => url,
            None => configured(sources)?,
        };
        match url.parse::<Uri>() {
            Ok(parsed) if default_port(&parsed).is_some() && parsed.host().is_some() => {
                Ok(Self { url: parsed })
            }
            _ => Err(format!(
                "{url:?} is not where AWSim listens: expected http://HOST:PORT or https://HOST:PORT"
            )),
        }
    }

    /// Asks for a document.
    ///
    /// # Errors
    /// For people, if nobody answers, or refuses.
    pub(crate) async fn json<T: DeserializeOwned>(
        &self,
        path: &str,
        query: &[(&str, String)],
    ) -> Result<T, String> {
        let body = self.get(path, query).await?.into_body().collect().await;
        let body = body.map_err(|error| format!("{}: {error}", self.url))?.to_bytes();
        serde_json::from_slice(&body)
            .map_err(|error| format!("{} answers what is not understood: {error}", self.url))
    }

    /// Asks for something, of which the answer is still to be read.
    ///
    /// # Errors
    /// For people, if nobody answers, or refuses.
    pub(crate) async fn get(
        &self,
        path: &str,
        query: &[(&str, String)],
    ) -> Result<Response<Incoming>, String> {
        let authority = self.url.authority().map_or("", |authority| authority.as_str());
        let query: Vec<_> = query.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        let request = Request::get(format!("{PREFIX}/{path}?{}", query.join("&")))
            .header(header::HOST, authority)
            .body(Empty::<Bytes>::new())
            .map_err(|error| error.to_string())?;
        let response = self.send(request).await?;
        if response.status() == StatusCode::OK {
            return Ok(response);
        }
        let status = response.status();
        let body = response.into_body().collect().await.map(|body| body.to_bytes()).unwrap_or_default();
        Err(match serde_json::from_slice::<Refused>(&body) {
            Ok(refused) => refused.error.message,
            Err(_) => format!("{} answers {status}: is it AWSim?", self.url),
        })
    }

    async fn send(&self, request: Request<Empty<Bytes>>) -> Result<Response<Incoming>, String> {
        let nobody = |error: std::io::Error| {
            format!("no AWSim answers at {}: {error} (--{FLAG} says where it listens)", self.url)
        };
        let host = self.url.host().unwrap_or_default().trim_start_matches('[').trim_end_matches(']');
        // The port that answers HTTPS answers HTTP too, for which nobody has to be trusted.
        let port = self.url.port_u16().or_else(|| default_port(&self.url)).unwrap_or_default();
        let stream = TcpStream::connect((host, port)).await.map_err(nobody)?;
        let broken = |error: hyper::Error| format!("{}: {error}", self.url);
        let (mut sender, connection) =
            hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.map_err(broken)?;
        // Whatever ends the connection ends the answer too, which says why.
        tokio::spawn(connection);
        sender.send_request(request).await.map_err(broken)
    }
}

/// The port of a URL that names none; none if it is not for HTTP.
fn default_port(url: &Uri) -> Option<u16> {
    match url.scheme_str() {
        Some("http") => Some(80),
        Some("https") => Some(443),
        _ => None,
    }
}

/// Where an AWSim with this configuration listens, from the same machine.
fn configured(sources: &Sources) -> Result<String, String> {
    let config = config::load(sources).map_err(|error| error.to_string())?.config;
    if config.port == 0 {
        return Err(format!("the kernel chose the port: --{FLAG} says where AWSim listens"));
    }
    let address = match config.address {
        address if !address.is_unspecified() => address,
        std::net::IpAddr::V4(_) => std::net::Ipv4Addr::LOCALHOST.into(),
        std::net::IpAddr::V6(_) => std::net::Ipv6Addr::LOCALHOST.into(),
    };
    Ok(format!("http://{}", std::net::SocketAddr::new(address, config.port)))
}

/// A value as it stands in the query of a URL.
fn encoded(value: &str) -> String {
    let mut encoded = String::with_capacity(value.len());
    for byte in value.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                encoded.push(char::from(byte))
            }
            byte => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use awsim_server::config::FlagSetting;
    use clap::Command;

    use super::*;

    fn admin(line: &[&str], settings: &[(&'static str, &str)]) -> Result<String, String> {
        let flags =
            settings.iter().map(|&(setting, text)| FlagSetting { flag: setting, setting, text: text.into() });
        let sources = Sources { flags: flags.collect(), ..Sources::default() };
        let matches =
            Command::new("x").arg(argument()).try_get_matches_from([&["x"], line].concat()).unwrap();
        Admin::of(&matches, &sources).map(|admin| admin.url.to_string())
    }

    #[test]
    fn the_flag_comes_before_the_configuration() {
        assert_eq!(admin(&["--endpoint-url", "http://h:1"], &[("port", "2")]).unwrap(), "http://h:1/");
        // Where whoever runs the tests has set no variable.
        if std::env::var_os(VARIABLE).is_none() {
            assert_eq!(admin(&[], &[("port", "2")]).unwrap(), "http://127.0.0.1:2/");
            assert_eq!(admin(&[], &[("port", "2"), ("address", "::")]).unwrap(), "http://[::1]:2/");
            assert!(admin(&[], &[("port", "0")]).unwrap_err().contains("--endpoint-url"));
            assert!(admin(&[], &[("port", "x")]).unwrap_err().contains("expected a port"));
        }
        assert_eq!(admin(&["--endpoint-url", "https://h:1"], &[]).unwrap(), "https://h:1/");
        for url in ["ftp://h:1", "h:1", "/x", "http://"] {
            assert!(admin(&["--endpoint-url", url], &[]).unwrap_err().contains("expected http://"), "{url}");
        }
    }

    #[test]
    fn values_survive_a_query() {
        assert_eq!(encoded("arn:aws:iam::1:user/a b*"), "arn%3Aaws%3Aiam%3A%3A1%3Auser%2Fa%20b%2A");
    }
}
