//! The client: bytes on a connection, signed as Amazon S3 says.

use std::net::SocketAddr;
use std::time::{SystemTime, UNIX_EPOCH};

use awsim_plugin::shape::Timestamp;
use data_encoding::HEXLOWER;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// The hash of nothing.
pub(crate) const EMPTY: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/// What is said of a body that is not signed.
pub(crate) const UNSIGNED: &str = "UNSIGNED-PAYLOAD";

/// SHA-256 in hexadecimal digits.
pub(crate) fn digest(bytes: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(bytes))
}

fn hmac(key: &[u8], text: &str) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap();
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

/// A request, without its body.
pub(crate) struct Head {
    pub(crate) method: &'static str,
    pub(crate) path: &'static str,
    pub(crate) query: &'static str,
    pub(crate) host: &'static str,
    pub(crate) payload: String,
    pub(crate) headers: Vec<(&'static str, String)>,
}

impl Head {
    pub(crate) fn new(method: &'static str, path: &'static str) -> Self {
        let payload = EMPTY.to_owned();
        Self { method, path, query: "", host: "127.0.0.1", payload, headers: Vec::new() }
    }

    pub(crate) fn query(self, query: &'static str) -> Self {
        Self { query, ..self }
    }

    pub(crate) fn host(self, host: &'static str) -> Self {
        Self { host, ..self }
    }

    pub(crate) fn payload(self, payload: impl Into<String>) -> Self {
        Self { payload: payload.into(), ..self }
    }

    pub(crate) fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    fn target(&self) -> String {
        if self.query.is_empty() { self.path.to_owned() } else { format!("{}?{}", self.path, self.query) }
    }

    /// The bytes of the head, signed by root, and what goes on signing its chunks.
    pub(crate) fn signed(&self) -> (String, Chain) {
        let chain = Chain::now();
        let mut signed = vec![
            ("host", self.host.to_owned()),
            ("x-amz-content-sha256", self.payload.clone()),
            ("x-amz-date", chain.time.clone()),
        ];
        signed.extend(self.headers.iter().filter(|(name, _)| name.starts_with("x-amz-")).cloned());
        signed.sort();
        let names: Vec<&str> = signed.iter().map(|(name, _)| *name).collect();
        let names = names.join(";");
        let mut parameters: Vec<String> = self
            .query
            .split('&')
            .filter(|pair| !pair.is_empty())
            .map(|pair| if pair.contains('=') { pair.to_owned() } else { format!("{pair}=") })
            .collect();
        parameters.sort();
        let lines: String = signed.iter().map(|(name, value)| format!("{name}:{value}\n")).collect();
        let canonical = format!(
            "{}\n{}\n{}\n{lines}\n{names}\n{}",
            self.method,
            self.path,
            parameters.join("&"),
            self.payload
        );
        let chain = chain.sign("AWS4-HMAC-SHA256", &digest(canonical.as_bytes()), "");
        let authorization = format!(
            "AWS4-HMAC-SHA256 Credential=test/{}, SignedHeaders={names}, Signature={}",
            chain.scope, chain.previous
        );
        let mut text =
            format!("{} {} HTTP/1.1\r\nauthorization: {authorization}\r\n", self.method, self.target());
        for (name, value) in &signed {
            text.push_str(&format!("{name}: {value}\r\n"));
        }
        for (name, value) in self.headers.iter().filter(|(name, _)| !name.starts_with("x-amz-")) {
            text.push_str(&format!("{name}: {value}\r\n"));
        }
        text.push_str("\r\n");
        (text, chain)
    }

    /// The bytes of the head, not signed.
    pub(crate) fn unsigned(&self) -> String {
        let mut text = format!("{} {} HTTP/1.1\r\nhost: {}\r\n", self.method, self.target(), self.host);
        for (name, value) in &self.headers {
            text.push_str(&format!("{name}: {value}\r\n"));
        }
        text.push_str("\r\n");
        text
    }
}

/// Signatures that follow one another.
pub(crate) struct Chain {
    key: Vec<u8>,
    time: String,
    scope: String,
    pub(crate) previous: String,
}

impl Chain {
    fn now() -> Self {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
        let time = Timestamp::from_seconds(i64::try_from(since).unwrap()).to_iso8601();
        let time: String = time.as_str().chars().filter(|letter| !"-:".contains(*letter)).collect();
        let scope = format!("{}/us-east-1/s3/aws4_request", &time[..8]);
        let key = scope.split('/').fold(b"AWS4test".to_vec(), |key, part| hmac(&key, part));
        Self { key, time, scope, previous: String::new() }
    }

    fn sign(self, kind: &str, content: &str, between: &str) -> Self {
        let to_sign = format!("{kind}\n{}\n{}\n{between}{content}", self.time, self.scope);
        let previous = HEXLOWER.encode(&hmac(&self.key, &to_sign));
        Self { previous, ..self }
    }

    /// A chunk, signed.
    pub(crate) fn chunk(self, data: &[u8], out: &mut Vec<u8>) -> Self {
        let between = format!("{}\n{EMPTY}\n", self.previous);
        let next = self.sign("AWS4-HMAC-SHA256-PAYLOAD", &digest(data), &between);
        out.extend(format!("{:x};chunk-signature={}\r\n", data.len(), next.previous).bytes());
        out.extend(data);
        out.extend(b"\r\n");
        next
    }

    /// The last chunk, which is empty, with nothing after it.
    pub(crate) fn close(self, out: &mut Vec<u8>) {
        let between = format!("{}\n{EMPTY}\n", self.previous);
        let next = self.sign("AWS4-HMAC-SHA256-PAYLOAD", EMPTY, &between);
        out.extend(format!("0;chunk-signature={}\r\n\r\n", next.previous).bytes());
    }

    /// The last chunk, which is empty, with a header after it.
    pub(crate) fn end(self, name: &str, value: &str, out: &mut Vec<u8>) {
        let between = format!("{}\n{EMPTY}\n", self.previous);
        let next = self.sign("AWS4-HMAC-SHA256-PAYLOAD", EMPTY, &between);
        out.extend(format!("0;chunk-signature={}\r\n{name}:{value}\r\n", next.previous).bytes());
        let between = format!("{}\n", next.previous);
        let content = digest(format!("{name}:{value}\n").as_bytes());
        let last = next.sign("AWS4-HMAC-SHA256-TRAILER", &content, &between);
        out.extend(format!("x-amz-trailer-signature:{}\r\n\r\n", last.previous).bytes());
    }
}

/// A connection.
pub(crate) struct Connection(TcpStream);

/// An answer.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Connection {
    pub(crate) async fn to(address: SocketAddr) -> Self {
        Self(TcpStream::connect(address).await.unwrap())
    }

    pub(crate) async fn send(&mut self, bytes: &[u8]) {
        self.0.write_all(bytes).await.unwrap();
    }

    /// Reads up to the end of the next head.
    pub(crate) async fn head(&mut self) -> String {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            head.push(self.0.read_u8().await.unwrap());
        }
        String::from_utf8(head).unwrap()
    }

    /// Reads the answer.
    pub(crate) async fn answer(&mut self) -> Answer {
        let mut answer = self.answer_without_body().await;
        let length = value_of(&answer.head, "content-length").map_or(0, |text| text.parse().unwrap());
        let mut body = vec![0; length];
        self.0.read_exact(&mut body).await.unwrap();
        answer.body = String::from_utf8(body).unwrap();
        answer
    }

    /// Reads the answer to a request with HEAD, or one that has no body.
    pub(crate) async fn answer_without_body(&mut self) -> Answer {
        let head = self.head().await;
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, head, body: String::new() }
    }

    /// Reads until the other side ends the connection.
    pub(crate) async fn rest(&mut self) -> std::io::Result<Vec<u8>> {
        let mut rest = Vec::new();
        self.0.read_to_end(&mut rest).await.map(|_| rest)
    }

    /// Sends a request whose body is there as a whole, signed, and reads the answer.
    pub(crate) async fn exchange(&mut self, head: Head, body: &[u8]) -> Answer {
        let head = head.header("content-length", body.len().to_string());
        let (text, _) = head.signed();
        self.send(&[text.as_bytes(), body].concat()).await;
        self.answer().await
    }
}

impl Answer {
    /// The value of a header.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        value_of(&self.head, name)
    }

    /// The code of an error.
    pub(crate) fn code(&self) -> &str {
        let after = self.body.split_once("<Code>").unwrap_or_else(|| panic!("{self:?}")).1;
        after.split_once('<').unwrap().0
    }
}

fn value_of<'h>(head: &'h str, name: &str) -> Option<&'h str> {
    let lines = head.lines().filter_map(|line| line.split_once(": "));
    lines.filter(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value).next()
}
