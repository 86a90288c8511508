//! Mixed traffic for minutes: 70 % reads, 20 % `AssumeRole` and 10 % writes over 64 connections, signed and enforced, on a
//! durable store. Nothing may fail, and neither memory nor latency grow.
//!
//! `cargo bench -p awsim-benchmarks --bench soak -- 10` is ten minutes of it; one unless it is told. Twenty times it prints what
//! was answered, how fast, and the resident memory. It ends in failure if any request did.

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use awsim_benchmarks::memory::resident;
use awsim_benchmarks::signing::{Key, encoded};
use awsim_sdk_tests::process::Awsim;
use awsim_sdk_tests::wire::Kept;

const CONNECTIONS: usize = 64;
const REPORTS: u32 = 20;
const ROLE: &str = "arn:aws:iam::000000000000:role/worker";

/// What every user may do.
const OWN: &str = r#"{"Version":"2012-10-17","Statement":[
    {"Effect":"Allow","Action":["iam:GetUser","iam:ListUserTags","iam:TagUser","iam:UntagUser"],"Resource":"arn:aws:iam::*:user/${aws:username}"},
    {"Effect":"Allow","Action":["iam:GetRole","sts:AssumeRole"],"Resource":"arn:aws:iam::*:role/worker"}]}"#;

const TRUST: &str = r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"000000000000"},"Action":"sts:AssumeRole"}}"#;

/// A sort of request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Read,
    AssumeRole,
    Write,
}

/// What came of a request: its sort, how long it took, and what was wrong with it.
type Outcome = (Kind, Duration, Option<String>);

fn main() -> ExitCode {
    // Cargo has words of its own for a benchmark.
    let minutes = std::env::args().skip(1).find_map(|word| word.parse::<f64>().ok()).unwrap_or(1.0);
    let awsim = Awsim::durable_with(&[("AWSIM_IAM_ENFORCE", "on"), ("AWSIM_VERIFY_SIGV4", "true")]);
    let keys = people(&awsim);
    println!(
        "{minutes} minutes over {CONNECTIONS} connections; {:.1} MB resident before",
        resident(awsim.pid())
    );
    let stop = AtomicBool::new(false);
    let (tell, told) = channel();
    let failed = std::thread::scope(|scope| {
        for (number, key) in keys.iter().enumerate() {
            let (tell, stop, address) = (tell.clone(), &stop, awsim.address());
            scope.spawn(move || work(Kept::open(address).expect("AWSim accepts"), number, key, stop, &tell));
        }
        drop(tell);
        let failed = report(&told, Duration::from_secs_f64(minutes * 60.0) / REPORTS, awsim.pid());
        stop.store(true, Ordering::Relaxed);
        failed
    });
    println!("{failed} requests failed");
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// A user for each connection, and the role that all may assume.
fn people(awsim: &Awsim) -> Vec<Key> {
    let root = Key { id: "test".to_owned(), secret: "test".to_owned() };
    let mut connection = Kept::open(awsim.address()).expect("AWSim accepts");
    let mut iam = |form: String| {
        let answer = connection.ask(&root.signed("iam", &format!("Version=2010-05-08&Action={form}")));
        let answer = answer.expect("AWSim answers");
        assert_eq!(answer.status, 200, "{answer:?}");
        answer.body
    };
    iam(format!("CreateRole&RoleName=worker&AssumeRolePolicyDocument={}", encoded(TRUST)));
    let user = |number: usize| {
        iam(format!("CreateUser&UserName=user-{number}"));
        let policy = encoded(OWN);
        iam(format!("PutUserPolicy&UserName=user-{number}&PolicyName=own&PolicyDocument={policy}"));
        Key::in_answer(&iam(format!("CreateAccessKey&UserName=user-{number}")))
    };
    (0..CONNECTIONS).map(user).collect()
}

/// Sends one request after the other.
fn work(mut connection: Kept, user: usize, key: &Key, stop: &AtomicBool, tell: &Sender<Outcome>) {
    for turn in 0_usize.. {
        if stop.load(Ordering::Relaxed) {
            return;
        }
        let (kind, service, form) = request(user, turn);
        let bytes = key.signed(service, &form);
        let started = Instant::now();
        let answer = connection.ask(&bytes);
        let took = started.elapsed();
        let wrong = match answer {
            Ok(answer) if answer.status == 200 => None,
            Ok(answer) => Some(format!("{form}: {} {}", answer.status, answer.body)),
            Err(error) => Some(format!("{form}: {error}")),
        };
        // Nobody listens any more at the end.
        if tell.send((kind, took, wrong)).is_err() {
            return;
        }
    }
}

/// The request of a user in a turn: of ten, seven read, two assume a role, one writes. What is written is taken back later,
/// so that the state does not grow.
fn request(user: usize, turn: usize) -> (Kind, &'static str, String) {
    let iam = |kind, form: String| (kind, "iam", format!("Version=2010-05-08&Action={form}"));
    match (user + turn) % 10 {
        0..=3 => iam(Kind::Read, "GetUser".to_owned()),
        4 | 5 => iam(Kind::Read, format!("ListUserTags&UserName=user-{user}")),
        6 => iam(Kind::Read, "GetRole&RoleName=worker".to_owned()),
        7 | 8 => {
            let form = format!("AssumeRole&RoleArn={}&RoleSessionName=turn-{turn}", encoded(ROLE));
            (Kind::AssumeRole, "sts", format!("Version=2011-06-15&Action={form}"))
        }
        _ if (turn / 10).is_multiple_of(2) => {
            let tag = format!("Tags.member.1.Key=turn&Tags.member.1.Value={turn}");
            iam(Kind::Write, format!("TagUser&UserName=user-{user}&{tag}"))
        }
        _ => iam(Kind::Write, format!("UntagUser&UserName=user-{user}&TagKeys.member.1=turn")),
    }
}

/// Prints what comes of the requests, interval by interval; how many failed.
fn report(told: &Receiver<Outcome>, interval: Duration, pid: u32) -> usize {
    let mut failed = 0;
    for number in 1..=REPORTS {
        let mut taken: BTreeMap<Kind, Vec<Duration>> = BTreeMap::new();
        let end = Instant::now() + interval;
        while let Ok((kind, took, wrong)) = told.recv_timeout(end.saturating_duration_since(Instant::now())) {
            taken.entry(kind).or_default().push(took);
            if let Some(wrong) = wrong {
                failed += 1;
                println!("failed: {wrong}");
            }
            if Instant::now() >= end {
                break;
            }
        }
        let all: usize = taken.values().map(Vec::len).sum();
        let rate = all as f64 / interval.as_secs_f64();
        println!("{number:2}/{REPORTS}: {rate:.0}/s, {failed} failed, {:.1} MB resident", resident(pid));
        for (kind, mut times) in taken {
            times.sort_unstable();
            let at = |part: f64| times[((times.len() - 1) as f64 * part) as usize].as_secs_f64() * 1e3;
            println!(
                "       {kind:?}: median {:.1} ms, 99 % {:.1} ms, 99.9 % {:.1} ms, longest {:.1} ms",
                at(0.5),
                at(0.99),
                at(0.999),
                at(1.0)
            );
        }
    }
    failed
}
