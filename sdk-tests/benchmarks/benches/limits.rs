//! The limits that AWSim holds itself to, measured in one run on one machine and printed as a table.
//!
//! `cargo bench -p awsim-benchmarks --bench limits`, or with `-- reads sessions` behind it some parts only: `start`, `reads`,
//! `writes`, `large`, `sessions`, `enforced`, `moto`. Every figure compares with a bare hyper server that returns the same
//! bytes, with the disk itself, or with moto's server; rounds of both alternate, and the median of the rounds counts.

#[path = "limits/enforced.rs"]
mod enforced;
#[path = "limits/large.rs"]
mod large;
#[path = "limits/moto.rs"]
mod moto;
#[path = "limits/reads.rs"]
mod reads;
#[path = "limits/sessions.rs"]
mod sessions;
#[path = "limits/start.rs"]
mod start;
#[path = "limits/writes.rs"]
mod writes;

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;

use awsim_benchmarks::load::{Run, run};
use awsim_benchmarks::report;
use awsim_benchmarks::rounds;
use awsim_benchmarks::yardstick::Yardstick;
use awsim_sdk_tests::wire::query_kept as query;

/// Rounds per figure.
const ROUNDS: usize = 7;
/// Requests per round of a cheap request.
const REQUESTS: usize = 40_000;
/// The users of a large account.
const MANY: usize = 100_000;

fn main() {
    let parts: [(&str, fn()); 7] = [
        ("start", start::measure),
        ("reads", reads::measure),
        ("writes", writes::measure),
        ("large", large::measure),
        ("sessions", sessions::measure),
        ("enforced", enforced::measure),
        ("moto", moto::measure),
    ];
    // Cargo has words of its own for a benchmark.
    let wanted: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    report::head();
    for (name, part) in parts {
        if wanted.is_empty() || wanted.iter().any(|word| word == name) {
            part();
        }
    }
}

/// What was measured of AWSim and of the yardstick.
fn rates(ours: f64, theirs: f64) -> String {
    format!("{ours:.0}/s; bare hyper {theirs:.0}/s")
}

/// What was measured of a large account and of a small one.
fn of_both(large: f64, small: f64) -> String {
    format!("{large:.0}/s; {small:.0}/s")
}

/// What is answered to a request, on a connection of its own.
fn answer(address: SocketAddr, request: &[u8]) -> String {
    let mut stream = TcpStream::connect(address).expect("AWSim accepts");
    let head_end = request.windows(4).position(|window| window == b"\r\n\r\n").expect("a whole request");
    let mut closing = request[..head_end].to_vec();
    closing.extend_from_slice(b"\r\nconnection: close");
    closing.extend_from_slice(&request[head_end..]);
    stream.write_all(&closing).expect("AWSim reads");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("AWSim answers");
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    answer
}

fn create_user_request(number: usize) -> Vec<u8> {
    query("iam", &format!("Action=CreateUser&Version=2010-05-08&UserName=user-{number:07}"))
}

fn fixed(address: SocketAddr, connections: usize, count: usize, request: &Arc<[u8]>) -> Run {
    let request = Arc::clone(request);
    run(address, connections, count, move |_| Arc::clone(&request))
}

/// The median rates of two alternating measurements.
fn alternate(mut ours: impl FnMut() -> Run, mut theirs: impl FnMut() -> Run) -> (f64, f64) {
    rounds::alternate(ROUNDS, || ours().rate(), || theirs().rate())
}

/// A bare hyper server that answers everything with what AWSim answers to `request`.
fn bare_like(awsim: SocketAddr, request: &[u8]) -> Yardstick {
    let answer = answer(awsim, request);
    let (head, body) = answer.split_once("\r\n\r\n").expect("a whole answer");
    let headers: Vec<(&str, &str)> = head
        .lines()
        .filter_map(|line| line.split_once(": "))
        .filter(|(name, _)| !["content-length", "date", "connection"].contains(name))
        .collect();
    let answer = serde_json::json!({ "headers": headers, "body": body });
    Yardstick::start(env!("CARGO_BIN_EXE_bare_hyper"), &[], &answer.to_string())
}
