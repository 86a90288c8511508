//! What it costs to have AWSim in front of a storage server: a gigabyte in either direction, and small requests.
//!
//! `cargo bench -p awsim-benchmarks --bench storage`. Signatures are verified and every request is decided. Rounds through
//! AWSim and without it alternate, and the median of the rounds counts.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::time::Instant;

use awsim_benchmarks::load::run;
use awsim_benchmarks::memory::peak;
use awsim_benchmarks::report::{self, Figure, at_least, at_most};
use awsim_benchmarks::rounds::alternate;
use awsim_benchmarks::signing::Key;
use awsim_benchmarks::yardstick::Yardstick;
use awsim_sdk_tests::process::Awsim;
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

/// The bytes of a large object.
const LARGE: usize = 1 << 30;
/// What is written, or read, at once.
const PIECE: usize = 1 << 20;
/// Rounds per figure.
const ROUNDS: usize = 3;
/// Requests per round of small ones.
const REQUESTS: usize = 20_000;

fn main() {
    let storage = Yardstick::start(env!("CARGO_BIN_EXE_bare_storage"), &[], "");
    let url = format!("http://{}", storage.address);
    let awsim = Awsim::with(
        &["--data-dir", ":memory:"],
        &[("AWSIM_IAM_ENFORCE", "on"), ("AWSIM_SERVICES__S3__UPSTREAM", &url)],
    );
    let piece = vec![7; PIECE];
    let mut hasher = Sha256::new();
    (0..LARGE / PIECE).for_each(|_| hasher.update(&piece));
    let digest = HEXLOWER.encode(&hasher.finalize());

    report::head();
    for (name, payload) in [("body unsigned", "UNSIGNED-PAYLOAD"), ("body signed", digest.as_str())] {
        let (ours, theirs) = alternate(
            ROUNDS,
            || put(awsim.address(), payload, &piece),
            || put(storage.address, payload, &piece),
        );
        compare(&format!("PUT of 1 GiB, {name}"), ours, theirs);
    }
    let (ours, theirs) = alternate(ROUNDS, || get(awsim.address()), || get(storage.address));
    compare("GET of 1 GiB", ours, theirs);
    at_most("most resident memory meanwhile", "", Figure::of(peak(awsim.pid()), "MB"), 60.0);

    let proxy = Yardstick::start(env!("CARGO_BIN_EXE_bare_proxy"), &[&storage.address.to_string()], "");
    for size in [100, 10_000] {
        let request: Arc<[u8]> =
            Key::root().storage_head("GET", &format!("/bucket/{size}"), EMPTY, 0).into_bytes().into();
        let rate = |address| {
            let request = Arc::clone(&request);
            run(address, 16, REQUESTS, move |_| Arc::clone(&request)).rate()
        };
        let (ours, theirs) = alternate(ROUNDS, || rate(awsim.address()), || rate(proxy.address));
        let measured = format!("{ours:.0}/s; bare proxy {theirs:.0}/s");
        let what = format!("GET of {size} bytes, 16 connections");
        at_least(&what, &measured, Figure::ratio(ours, theirs), 0.60);
    }
}

fn compare(what: &str, ours: f64, theirs: f64) {
    at_most(what, &format!("{ours:.2} s; direct {theirs:.2} s"), Figure::ratio(ours, theirs), 1.15);
}

/// The hash of nothing.
const EMPTY: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/// The seconds that sending a large object takes.
fn put(address: SocketAddr, payload: &str, piece: &[u8]) -> f64 {
    let started = Instant::now();
    let mut stream = TcpStream::connect(address).expect("the server accepts");
    stream
        .write_all(Key::root().storage_head("PUT", "/bucket/large", payload, LARGE).as_bytes())
        .expect("the server reads");
    (0..LARGE / PIECE).for_each(|_| stream.write_all(piece).expect("the server reads"));
    let mut answer = [0; 12];
    stream.read_exact(&mut answer).expect("the server answers");
    assert_eq!(&answer, b"HTTP/1.1 200");
    started.elapsed().as_secs_f64()
}

/// The seconds that receiving a large object takes.
fn get(address: SocketAddr) -> f64 {
    let started = Instant::now();
    let mut stream = TcpStream::connect(address).expect("the server accepts");
    let head = Key::root().storage_head("GET", &format!("/bucket/{LARGE}"), EMPTY, 0);
    stream.write_all(head.as_bytes()).expect("the server reads");
    let mut buffer = vec![0; PIECE];
    let mut received = 0;
    while received < LARGE {
        let read = stream.read(&mut buffer).expect("the server answers");
        assert!(read > 0, "the answer broke off: {}", String::from_utf8_lossy(&buffer[..200]));
        received += read;
    }
    started.elapsed().as_secs_f64()
}
