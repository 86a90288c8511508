//! Requests over the wire.

use std::io::{Read, Write};
use std::net::TcpStream;

use awsim_server::server::Server;

/// Sends a request as the user with this key; signatures are not verified here.
pub(crate) fn call(server: &Server, key: &str, service: &str, headers: &str, body: &str) -> String {
    let mut stream = TcpStream::connect(server.address()).unwrap();
    write!(
        stream,
        "POST / HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n{headers}authorization: AWS4-HMAC-SHA256 \
         Credential={key}/20260421/us-east-1/{service}/aws4_request, SignedHeaders=host, Signature=fake\r\n\
         content-length: {}\r\n\r\n{body}",
        body.len()
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}
