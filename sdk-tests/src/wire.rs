//! Raw HTTP, for what no SDK would send.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use crate::process::Awsim;

/// How long an answer is waited for, on a machine that compiles at the same time.
const PATIENCE: Duration = Duration::from_secs(300);

/// An answer.
#[derive(Debug)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The head, as sent.
    pub head: String,
    /// The body.
    pub body: String,
}

/// Sends a whole request on a connection of its own and reads the answer to its end.
///
/// # Panics
/// If there is no answer in HTTP.
pub fn exchange(awsim: &Awsim, request: &[u8]) -> Answer {
    let mut stream = connect(awsim);
    // A server that refuses a request may stop reading it.
    let _ = stream.write_all(request);
    read_answer(&mut stream)
}

/// A connection that does not wait for ever for anything.
///
/// # Panics
/// If the server does not accept.
pub fn connect(awsim: &Awsim) -> TcpStream {
    let stream = TcpStream::connect(awsim.address()).expect("the server accepts");
    stream.set_read_timeout(Some(PATIENCE)).expect("a socket option");
    stream
}

/// A connection that is kept: one request after the other, each with its answer.
pub struct Kept {
    stream: BufReader<TcpStream>,
}

impl Kept {
    /// Connects.
    ///
    /// # Errors
    /// If nobody accepts.
    pub fn open(address: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(Self { stream: BufReader::new(stream) })
    }

    /// Sends a request and reads its answer, which has a length.
    ///
    /// # Errors
    /// If the connection breaks before the answer is whole.
    pub fn ask(&mut self, request: &[u8]) -> io::Result<Answer> {
        self.stream.get_mut().write_all(request)?;
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            if self.stream.read_line(&mut head)? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
        let length = head.lines().find_map(|line| {
            let (name, value) = line.split_once(':')?;
            name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse().ok())?
        });
        let mut body = vec![0; length.unwrap_or(0)];
        self.stream.read_exact(&mut body)?;
        let status = head.get(9..12).and_then(|status| status.parse().ok());
        let status = status.ok_or(io::ErrorKind::InvalidData)?;
        Ok(Answer { status, head, body: String::from_utf8_lossy(&body).into_owned() })
    }
}

/// Reads an answer until the server closes the connection.
///
/// # Panics
/// If there is no answer in HTTP.
pub fn read_answer(stream: &mut TcpStream) -> Answer {
    let mut bytes = Vec::new();
    // A reset after the answer loses nothing of it.
    let _ = stream.read_to_end(&mut bytes);
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or_else(|| panic!("no answer: {text:?}"));
    let status =
        head.get(9..12).and_then(|status| status.parse().ok()).unwrap_or_else(|| panic!("no status: {head}"));
    Answer { status, head: head.to_owned(), body: body.to_owned() }
}

/// A query request to a service, signed in form only, after which the connection is closed.
pub fn query(service: &str, form: &str) -> Vec<u8> {
    query_with("connection: close\r\n", service, form)
}

/// A query request to a service, signed in form only, after which the connection is kept.
pub fn query_kept(service: &str, form: &str) -> Vec<u8> {
    query_with("", service, form)
}

fn query_with(headers: &str, service: &str, form: &str) -> Vec<u8> {
    format!(
        "POST / HTTP/1.1\r\nhost: localhost\r\n{headers}\
         content-type: application/x-www-form-urlencoded\r\n\
         authorization: AWS4-HMAC-SHA256 Credential=test/20260421/us-east-1/{service}/aws4_request, \
         SignedHeaders=host, Signature=fake\r\ncontent-length: {}\r\n\r\n{form}",
        form.len()
    )
    .into_bytes()
}

/// A request without a signature.
pub fn plain(method: &str, target: &str, headers: &str, body: &str) -> Vec<u8> {
    format!(
        "{method} {target} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n{headers}content-length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}
