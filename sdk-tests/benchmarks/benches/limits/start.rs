//! How long a start takes, and what an idle process holds.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use awsim_benchmarks::memory::resident;
use awsim_benchmarks::report::{Figure, at_most};
use awsim_benchmarks::rounds::median;
use awsim_sdk_tests::process::binary;
use awsim_sdk_tests::wire::query_kept as query;

/// How often it starts.
const STARTS: usize = 15;

/// Measures starts on an empty directory.
pub(super) fn measure() {
    let mut times = Vec::new();
    let mut memory = 0.0;
    for _ in 0..STARTS {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let (elapsed, resident) = first_answer(directory.path());
        times.push(elapsed * 1e3);
        memory = resident;
    }
    let median = Figure::of(median(&mut times), "ms");
    let range = format!("{:.1} to {:.1} ms", times[0], times[STARTS - 1]);
    at_most("start on an empty directory, to the first answer", &range, median, 15.0);
    at_most("resident memory after the first answer", "", Figure::of(memory, "MB"), 15.0);
    let size = binary().metadata().expect("the binary is there").len() as f64 / 1e6;
    at_most("binary", "", Figure::of(size, "MB"), 25.0);
}

/// Starts the program on the folder `data` in a directory; returns the seconds from `exec` to the first answer and the
/// resident memory in megabytes after it.
pub(super) fn first_answer(directory: &Path) -> (f64, f64) {
    let port: SocketAddr =
        TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port");
    let started = Instant::now();
    let mut child = Command::new(binary())
        .arg("--data-dir")
        .arg(directory.join("data"))
        .args(["--port", &port.port().to_string()])
        .current_dir(directory)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the binary starts");
    let request = query("sts", "Action=GetCallerIdentity&Version=2011-06-15");
    let mut stream = loop {
        match TcpStream::connect(port) {
            Ok(stream) => break stream,
            Err(_) if started.elapsed().as_secs() < 30 => std::thread::yield_now(),
            Err(error) => panic!("no answer: {error}"),
        }
    };
    stream.write_all(&request).expect("the server reads");
    let mut answer = [0; 12];
    stream.read_exact(&mut answer).expect("the server answers");
    let elapsed = started.elapsed().as_secs_f64();
    assert_eq!(&answer, b"HTTP/1.1 200");
    let memory = resident(child.id());
    let _ = Command::new("kill").arg(child.id().to_string()).status();
    child.wait().expect("a child can be waited for");
    (elapsed, memory)
}
