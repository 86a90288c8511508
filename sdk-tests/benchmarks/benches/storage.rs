//! What it costs to have AWSim in front of a storage server: a gigabyte in either direction, and small requests.
//!
//! `cargo bench -p awsim-benchmarks --bench storage`. Signatures are verified and every request is decided. Rounds through
//! AWSim and without it alternate, and the median of the rounds counts.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use awsim_benchmarks::load::run;
use awsim_plugin::shape::Timestamp;
use awsim_sdk_tests::process::Awsim;
use data_encoding::HEXLOWER;
use hmac::{Hmac, KeyInit, Mac};
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
    let storage = Helper::start(env!("CARGO_BIN_EXE_bare_storage"), &[]);
    let url = format!("http://{}", storage.address);
    let awsim = Awsim::with(
        &["--data-dir", ":memory:"],
        &[("AWSIM_IAM_ENFORCE", "on"), ("AWSIM_SERVICES__S3__UPSTREAM", &url)],
    );
    let piece = vec![7; PIECE];
    let mut hasher = Sha256::new();
    (0..LARGE / PIECE).for_each(|_| hasher.update(&piece));
    let digest = HEXLOWER.encode(&hasher.finalize());

    for (name, payload) in [("body unsigned", "UNSIGNED-PAYLOAD"), ("body signed", digest.as_str())] {
        let (ours, theirs) =
            alternate(|| put(awsim.address(), payload, &piece), || put(storage.address, payload, &piece));
        report(&format!("PUT of 1 GiB, {name}"), ours, theirs);
    }
    let (ours, theirs) = alternate(|| get(awsim.address()), || get(storage.address));
    report("GET of 1 GiB", ours, theirs);
    println!("peak resident memory: {:.1} MB (limit 60)", peak_memory(awsim.pid()));

    let proxy = Helper::start(env!("CARGO_BIN_EXE_bare_proxy"), &[&storage.address.to_string()]);
    for size in [100, 10_000] {
        let request: Arc<[u8]> = signed("GET", &format!("/bucket/{size}"), EMPTY, 0).into_bytes().into();
        let rate = |address| {
            let request = Arc::clone(&request);
            run(address, 16, REQUESTS, move |_| Arc::clone(&request)).rate()
        };
        let (ours, theirs) = alternate(|| rate(awsim.address()), || rate(proxy.address));
        println!(
            "GET of {size} bytes, 16 connections: {ours:.0}/s, bare proxy {theirs:.0}/s, ratio {:.2} (at least 0.60)",
            ours / theirs
        );
    }
}

fn report(name: &str, ours: f64, theirs: f64) {
    println!("{name}: {ours:.2} s, direct {theirs:.2} s, ratio {:.2} (at most 1.15)", ours / theirs);
}

/// The hash of nothing.
const EMPTY: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/// The head of a request, signed by root ("Authenticating Requests: Using the Authorization Header" in the Amazon S3 API
/// reference).
fn signed(method: &str, path: &str, payload: &str, length: usize) -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock that is set").as_secs();
    let time = Timestamp::from_seconds(i64::try_from(since).expect("a time"));
    let time: String = time.to_iso8601().as_str().chars().filter(|letter| !"-:".contains(*letter)).collect();
    let scope = format!("{}/us-east-1/s3/aws4_request", &time[..8]);
    let names = "host;x-amz-content-sha256;x-amz-date";
    let canonical = format!(
        "{method}\n{path}\n\nhost:localhost\nx-amz-content-sha256:{payload}\nx-amz-date:{time}\n\n{names}\n{payload}"
    );
    let hashed = HEXLOWER.encode(&Sha256::digest(canonical));
    let key = scope.split('/').fold(b"AWS4test".to_vec(), |key, part| hmac(&key, part));
    let signature = HEXLOWER.encode(&hmac(&key, &format!("AWS4-HMAC-SHA256\n{time}\n{scope}\n{hashed}")));
    format!(
        "{method} {path} HTTP/1.1\r\nhost: localhost\r\nx-amz-content-sha256: {payload}\r\nx-amz-date: {time}\r\n\
         authorization: AWS4-HMAC-SHA256 Credential=test/{scope}, SignedHeaders={names}, Signature={signature}\r\n\
         content-length: {length}\r\n\r\n"
    )
}

fn hmac(key: &[u8], text: &str) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("a key of any length");
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

/// The seconds that sending a large object takes.
fn put(address: SocketAddr, payload: &str, piece: &[u8]) -> f64 {
    let started = Instant::now();
    let mut stream = TcpStream::connect(address).expect("the server accepts");
    stream.write_all(signed("PUT", "/bucket/large", payload, LARGE).as_bytes()).expect("the server reads");
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
    let head = signed("GET", &format!("/bucket/{LARGE}"), EMPTY, 0);
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

/// The medians of two alternating measurements.
fn alternate(mut ours: impl FnMut() -> f64, mut theirs: impl FnMut() -> f64) -> (f64, f64) {
    let (mut first, mut second) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        first.push(ours());
        second.push(theirs());
    }
    (median(&mut first), median(&mut second))
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// The peak resident memory of a process in megabytes.
fn peak_memory(pid: u32) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).expect("the process lives");
    let line = status.lines().find(|line| line.starts_with("VmHWM")).expect("Linux tells it");
    let kilobytes: f64 = line.split_whitespace().nth(1).and_then(|text| text.parse().ok()).expect("a number");
    kilobytes * 1024.0 / 1e6
}

/// A program that says where it listens, ended when dropped.
struct Helper {
    child: Child,
    address: SocketAddr,
}

impl Helper {
    fn start(program: &str, arguments: &[&str]) -> Self {
        let mut child =
            Command::new(program).args(arguments).stdout(Stdio::piped()).spawn().expect("the program starts");
        let mut line = String::new();
        let said = child.stdout.take().expect("its output is piped");
        BufReader::new(said).read_line(&mut line).expect("it says where it listens");
        let address = line.trim().trim_start_matches("http://").parse().expect("an address");
        Self { child, address }
    }
}

impl Drop for Helper {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
