//! The limits that AWSim holds itself to, measured in one run on one machine and printed as ratios.
//!
//! `cargo bench -p awsim-benchmarks --bench limits`, or with `-- reads sessions` behind it some parts only: `start`, `reads`,
//! `writes`, `large`, `sessions`, `enforced`. Every figure compares with a bare hyper server that returns the same bytes, or
//! with the disk itself; rounds of both alternate, and the median of the rounds counts.

#[path = "limits/enforced.rs"]
mod enforced;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::os::unix::fs::FileExt;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Instant;

use awsim_benchmarks::load::{Run, run};
use awsim_benchmarks::memory::resident;
use awsim_benchmarks::rounds::{self, median};
use awsim_benchmarks::yardstick::Yardstick;
use awsim_sdk_tests::process::{Awsim, binary};
use awsim_sdk_tests::wire::query_kept as query;

/// Rounds per figure.
const ROUNDS: usize = 7;
/// Requests per round of a cheap request.
const REQUESTS: usize = 40_000;
/// Enough sessions to see what they cost when nobody needs them any more.
const SESSIONS: usize = 1_000_000;
/// The users of a large account.
const MANY: usize = 100_000;

fn main() {
    println!("binary: {:.1} MB", binary().metadata().expect("the binary is there").len() as f64 / 1e6);
    let parts: [(&str, fn()); 6] = [
        ("start", start_empty),
        ("reads", reads),
        ("writes", writes),
        ("large", large),
        ("sessions", sessions),
        ("enforced", enforced::measure),
    ];
    // Cargo has words of its own for a benchmark.
    let wanted: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    for (name, part) in parts {
        if wanted.is_empty() || wanted.iter().any(|word| word == name) {
            part();
        }
    }
}

/// Time from `exec` to the first answer, and the memory of an idle process.
fn start_empty() {
    let mut times = Vec::new();
    let mut memory = 0.0;
    for _ in 0..15 {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let (elapsed, resident) = first_answer(directory.path());
        times.push(elapsed);
        memory = resident;
    }
    println!(
        "start on an empty directory: {:.1} ms to the first answer (limit 15)",
        median(&mut times) * 1e3
    );
    println!("idle resident memory: {memory:.1} MB (limit 15)");
}

fn reads() {
    let awsim = Awsim::start();
    for number in 0..10 {
        create_user(awsim.address(), number);
    }
    for (name, bytes) in [
        ("GetUser", query("iam", "Action=GetUser&Version=2010-05-08&UserName=user-0000007")),
        ("GetCallerIdentity", query("sts", "Action=GetCallerIdentity&Version=2011-06-15")),
    ] {
        let bare = bare_like(awsim.address(), &bytes);
        let bytes: Arc<[u8]> = bytes.into();
        let (ours, theirs) = alternate(
            || fixed(awsim.address(), 16, REQUESTS, &bytes),
            || fixed(bare.address, 16, REQUESTS, &bytes),
        );
        println!(
            "{name}, 16 connections: {:.0}/s, bare hyper {:.0}/s, ratio {:.2} (at least 0.90)",
            ours,
            theirs,
            ours / theirs
        );
    }
}

fn writes() {
    let directory = tempfile::tempdir_in(".").expect("a temporary directory");
    let quota = [("AWSIM_SERVICES__IAM__QUOTAS__USERS", "10000000")];
    let data = directory.path().join("data").to_string_lossy().into_owned();
    let awsim = Awsim::with(&["--data-dir", &data], &quota);
    let probe = create_user_request(9_999_999);
    let bare = bare_like(awsim.address(), &probe);
    let mut next = 0;
    let mut create = |connections: usize, count: usize| {
        let first = next;
        next += count;
        run(awsim.address(), connections, count, move |number| create_user_request(first + number).into())
    };
    let request: Arc<[u8]> = probe.into();
    let mut ours = Vec::new();
    let mut theirs = Vec::new();
    for _ in 0..ROUNDS {
        ours.push(create(16, 8000).rate());
        theirs.push(fixed(bare.address, 16, REQUESTS, &request).rate());
    }
    let (ours, theirs) = (median(&mut ours), median(&mut theirs));
    println!(
        "durable CreateUser, 16 connections: {ours:.0}/s, bare hyper {theirs:.0}/s, ratio {:.2} (at least 0.40)",
        ours / theirs
    );

    let mut ours = Vec::new();
    let mut floor = Vec::new();
    for _ in 0..ROUNDS {
        ours.push(create(1, 500).seconds_each(1));
        floor.push(fdatasync(directory.path()) + fixed(bare.address, 1, 500, &request).seconds_each(1));
    }
    let (ours, floor) = (median(&mut ours), median(&mut floor));
    println!(
        "durable CreateUser, 1 connection: {:.0} us, fdatasync and a bare request {:.0} us, ratio {:.2} (at most 1.50)",
        ours * 1e6,
        floor * 1e6,
        ours / floor
    );
}

fn large() {
    let quota = [("AWSIM_SERVICES__IAM__QUOTAS__USERS", "10000000"), ("AWSIM_STORE__DURABILITY", "normal")];
    let mut sizes = BTreeMap::new();
    for size in [10, 1000, MANY] {
        let directory = tempfile::tempdir_in(".").expect("a temporary directory");
        let data = directory.path().join("data").to_string_lossy().into_owned();
        let awsim = Awsim::with(&["--data-dir", &data], &quota);
        run(awsim.address(), 32, size, |number| create_user_request(number).into());
        sizes.insert(size, (awsim, directory));
    }
    let (few, some, many) = (&sizes[&10].0, &sizes[&1000].0, &sizes[&MANY].0);

    let get: Arc<[u8]> = query("iam", "Action=GetUser&Version=2010-05-08&UserName=user-0000007").into();
    let (large, small) =
        alternate(|| fixed(many.address(), 16, REQUESTS, &get), || fixed(few.address(), 16, REQUESTS, &get));
    println!("GetUser out of 100,000 to out of 10: ratio {:.2} (at least 0.95)", large / small);
    let random = |address| {
        run(address, 16, REQUESTS, move |number| {
            let user = number * 7919 % 10;
            query("iam", &format!("Action=GetUser&Version=2010-05-08&UserName=user-{user:07}")).into()
        })
    };
    let spread = |address| {
        run(address, 16, REQUESTS, move |number| {
            let user = number * 7919 % MANY;
            query("iam", &format!("Action=GetUser&Version=2010-05-08&UserName=user-{user:07}")).into()
        })
    };
    let (large, small) = alternate(|| spread(many.address()), || random(few.address()));
    println!("GetUser of any of 100,000 to any of 10: ratio {:.2} (at least 0.95)", large / small);

    let list: Arc<[u8]> = query("iam", "Action=ListUsers&Version=2010-05-08&MaxItems=100").into();
    let (large, small) =
        alternate(|| fixed(many.address(), 1, 1500, &list), || fixed(some.address(), 1, 1500, &list));
    println!(
        "ListUsers page of 100 out of 100,000: cost {:.2} of one out of 1,000 (at most 1.20)",
        small / large
    );
    println!("100,000 users, after writing them: {:.1} MB resident", resident(many.pid()));

    let (_, directory) = sizes.remove(&MANY).expect("the large account");
    drop(sizes);
    let mut times = Vec::new();
    let mut memory = 0.0;
    for _ in 0..5 {
        let (elapsed, resident) = first_answer(directory.path());
        times.push(elapsed);
        memory = resident;
    }
    println!("start with 100,000 users: {:.0} ms to the first answer (limit 500)", median(&mut times) * 1e3);
    println!("100,000 users, after a start: {memory:.1} MB resident (limit 150)");
}

/// `AssumeRole` by a user whom the trust policy of the role names, with everything enforced. Signatures, which would differ by request, are
/// measured in `signature`.
fn sessions() {
    let enforced = [("AWSIM_IAM_ENFORCE", "on"), ("AWSIM_VERIFY_SIGV4", "false")];
    let awsim = Awsim::with(&["--data-dir", ":memory:"], &enforced);
    let ask = |form: &str| answer(awsim.address(), &query("iam", &format!("Version=2010-05-08&{form}")));
    ask("Action=CreateUser&UserName=ann");
    let key = ask("Action=CreateAccessKey&UserName=ann");
    let key = between(&key, "<AccessKeyId>", "</AccessKeyId>");
    let trust = "%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%7B%22Effect%22%3A%22Allow%22%2C%22Principal%22%3A%7B\
                 %22AWS%22%3A%22arn%3Aaws%3Aiam%3A%3A000000000000%3Auser%2Fann%22%7D%2C%22Action%22%3A%22sts%3AAssumeRole%22%7D%7D";
    ask(&format!("Action=CreateRole&RoleName=app&AssumeRolePolicyDocument={trust}"));

    let form = "Action=AssumeRole&Version=2011-06-15&RoleSessionName=session\
                &RoleArn=arn%3Aaws%3Aiam%3A%3A000000000000%3Arole%2Fapp";
    let request = String::from_utf8(query("sts", form)).expect("a request is text");
    let request = request.replace("Credential=test/", &format!("Credential={key}/")).into_bytes();
    let bare = bare_like(awsim.address(), &request);
    let request: Arc<[u8]> = request.into();
    let (ours, theirs) = alternate(
        || fixed(awsim.address(), 16, REQUESTS, &request),
        || fixed(bare.address, 16, REQUESTS, &request),
    );
    println!(
        "AssumeRole with trust evaluation, 16 connections: {ours:.0}/s, bare hyper {theirs:.0}/s, ratio {:.2} (at least 0.60)",
        ours / theirs
    );

    let before = resident(awsim.pid());
    fixed(awsim.address(), 16, SESSIONS, &request);
    println!("a million sessions: {:.1} MB more resident memory (limit 5)", resident(awsim.pid()) - before);
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

/// What stands between two texts.
fn between<'t>(text: &'t str, before: &str, after: &str) -> &'t str {
    let rest = text.split_once(before).expect("the answer has it").1;
    rest.split_once(after).expect("an element ends").0
}

/// Starts the program on the folder `data` in a directory; returns the seconds from `exec` to the first answer and the
/// resident memory in megabytes after it.
fn first_answer(directory: &std::path::Path) -> (f64, f64) {
    let port =
        std::net::TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port");
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

fn create_user_request(number: usize) -> Vec<u8> {
    query("iam", &format!("Action=CreateUser&Version=2010-05-08&UserName=user-{number:07}"))
}

fn create_user(address: SocketAddr, number: usize) {
    run(address, 1, 1, move |_| create_user_request(number).into());
}

fn fixed(address: SocketAddr, connections: usize, count: usize, request: &Arc<[u8]>) -> Run {
    let request = Arc::clone(request);
    run(address, connections, count, move |_| Arc::clone(&request))
}

/// The median rates of two alternating measurements.
fn alternate(mut ours: impl FnMut() -> Run, mut theirs: impl FnMut() -> Run) -> (f64, f64) {
    rounds::alternate(ROUNDS, || ours().rate(), || theirs().rate())
}

/// The seconds of one `fdatasync` after a page was appended, the median of many.
fn fdatasync(directory: &std::path::Path) -> f64 {
    let path = directory.join("fdatasync");
    let file = File::create(&path).expect("the directory can be written");
    let mut times: Vec<f64> = (0..300)
        .map(|page| {
            file.write_all_at(&[7; 4096], page * 4096).expect("the file can be written");
            let started = Instant::now();
            file.sync_data().expect("the file can be synced");
            started.elapsed().as_secs_f64()
        })
        .collect();
    std::fs::remove_file(path).expect("the file can be removed");
    median(&mut times)
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
