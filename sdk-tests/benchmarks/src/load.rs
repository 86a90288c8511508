//! A load generator for benchmarks: plain HTTP/1.1 over kept connections, as little work per request as possible.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// What came of a run.
#[derive(Clone, Copy, Debug)]
pub struct Run {
    /// How many requests were answered.
    pub requests: usize,
    /// How long it took.
    pub elapsed: Duration,
}

impl Run {
    /// Requests per second.
    pub fn rate(&self) -> f64 {
        self.requests as f64 / self.elapsed.as_secs_f64()
    }

    /// Seconds per request and connection.
    pub fn seconds_each(&self, connections: usize) -> f64 {
        self.elapsed.as_secs_f64() * connections as f64 / self.requests as f64
    }
}

/// Sends `count` requests over `connections` connections; `request` makes the bytes of each.
///
/// # Panics
/// If a request is not answered with 200.
pub fn run(
    address: SocketAddr,
    connections: usize,
    count: usize,
    request: impl Fn(usize) -> Arc<[u8]> + Send + Sync + 'static,
) -> Run {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let request = Arc::new(request);
    let next = Arc::new(AtomicUsize::new(0));
    runtime.block_on(async move {
        let mut streams = Vec::new();
        for _ in 0..connections {
            let stream = TcpStream::connect(address).await.expect("the server accepts");
            stream.set_nodelay(true).expect("a socket option");
            streams.push(stream);
        }
        let started = Instant::now();
        let tasks: Vec<_> = streams
            .into_iter()
            .map(|mut stream| {
                let (request, next) = (Arc::clone(&request), Arc::clone(&next));
                tokio::spawn(async move {
                    let mut buffer = Vec::with_capacity(64 * 1024);
                    loop {
                        let number = next.fetch_add(1, Ordering::Relaxed);
                        if number >= count {
                            return;
                        }
                        stream.write_all(&request(number)).await.expect("the server reads");
                        let status = read_answer(&mut stream, &mut buffer).await;
                        assert_eq!(status, 200, "{}", String::from_utf8_lossy(&buffer));
                    }
                })
            })
            .collect();
        for task in tasks {
            task.await.expect("a connection's task ends well");
        }
        Run { requests: count, elapsed: started.elapsed() }
    })
}

/// Reads one answer into the buffer and returns its status.
async fn read_answer(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> u16 {
    buffer.clear();
    loop {
        let read = stream.read_buf(buffer).await.expect("the server answers");
        assert!(read > 0, "the server closed the connection");
        if let Some(head) = find(buffer, b"\r\n\r\n") {
            let length = content_length(&buffer[..head]);
            let whole = head + 4 + length;
            while buffer.len() < whole {
                assert!(
                    stream.read_buf(buffer).await.expect("the server answers") > 0,
                    "the answer broke off"
                );
            }
            return std::str::from_utf8(&buffer[9..12])
                .ok()
                .and_then(|status| status.parse().ok())
                .unwrap_or(0);
        }
    }
}

fn content_length(head: &[u8]) -> usize {
    let head = std::str::from_utf8(head).unwrap_or_default();
    head.lines()
        .filter_map(|line| line.split_once(':'))
        .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        .and_then(|(_, value)| value.trim().parse().ok())
        .unwrap_or(0)
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).position(|window| window == needle)
}
