//! What verifying a signature costs, without a connection: AWS's worked example `ListUsers`, whose body is empty.

use std::hint::black_box;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::{Duration, Instant};

use awsim_benchmarks::report::{self, Figure};
use awsim_plugin::shape::Timestamp;
use awsim_server::incoming::Incoming;
use awsim_server::sigv4::{Examined, Signature, SigningKeys};

const SECRET: &str = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

const AUTHORIZATION: &str = "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, \
    SignedHeaders=content-type;host;x-amz-date, \
    Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7";

/// 30 August 2015, 12:36:00.
const SIGNED_AT: i64 = 1_440_938_160;

fn main() {
    let mut headers = http::HeaderMap::new();
    for (name, value) in [
        ("host", "iam.amazonaws.com"),
        ("content-type", "application/x-www-form-urlencoded; charset=utf-8"),
        ("x-amz-date", "20150830T123600Z"),
        ("authorization", AUTHORIZATION),
    ] {
        headers.insert(name, http::HeaderValue::from_static(value));
    }
    let incoming = Incoming {
        method: http::Method::GET,
        uri: http::Uri::from_static("/?Action=ListUsers&Version=2010-05-08"),
        headers,
        body: bytes::Bytes::new(),
        peer: SocketAddr::from((Ipv4Addr::LOCALHOST, 1)),
        secure: false,
    };
    let now = Timestamp::from_seconds(SIGNED_AT);
    let keys = SigningKeys::default();
    let verify = || -> bool {
        let Ok(Some(signature)) = Signature::of(black_box(&incoming)) else { return false };
        let examined = Examined::new(&incoming, &signature, now);
        examined.is_ok_and(|examined| examined.verify(SECRET, &keys).is_ok())
    };
    assert!(verify(), "the worked example verifies");

    const RUNS: u32 = 1000;
    let best = (0..200).map(|_| {
        let started = Instant::now();
        (0..RUNS).for_each(|_| assert!(black_box(verify())));
        started.elapsed() / RUNS
    });
    let best = best.min().unwrap_or(Duration::MAX).as_secs_f64() * 1e6;
    report::head();
    report::at_most("verify a signature", "", Figure::of(best, "µs"), 5.0);
}
