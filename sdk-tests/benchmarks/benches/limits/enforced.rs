//! What enforcement costs: callers with policies of their own, requests that are really signed.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use awsim_benchmarks::load::{Run, run};
use awsim_benchmarks::report::{Figure, at_least, at_most};
use awsim_benchmarks::rounds::median;
use awsim_benchmarks::signing::{Key, encoded};
use awsim_sdk_tests::process::Awsim;
use awsim_sdk_tests::wire::query_kept;
use tempfile::TempDir;

use super::{MANY, REQUESTS, ROUNDS, alternate, bare_like, fixed, of_both, rates};

/// The users of an ordinary account.
const USERS: usize = 10_000;
/// The most users that call.
const CALLERS: usize = 10_000;
/// Policies of each user.
const POLICIES: usize = 3;
/// What is asked.
const GET_USER: &str = "Action=GetUser&Version=2010-05-08";
/// Requests of which each is timed.
const TIMED: usize = 5_000;

/// A folder with the state of an account, and keys of its users.
struct Account {
    folder: TempDir,
    keys: Vec<Key>,
}

/// Measures enforcement.
pub(super) fn measure() {
    let accounts: BTreeMap<usize, Account> =
        [10, USERS, MANY].map(|users| (users, Account::fill(users))).into();
    let ordinary = &accounts[&USERS];
    let enforcing = ordinary.serve("on");
    let asked = ordinary.requests();
    let bare = bare_like(enforcing.address(), &asked[0]);
    let yardstick = Arc::clone(&asked[0]);
    let (ours, theirs) =
        alternate(|| any(enforcing.address(), &asked), || fixed(bare.address, 16, REQUESTS, &yardstick));
    let ratio = Figure::ratio(ours, theirs);
    let what = "GetUser, enforced and verified, 10,000 users with 3 policies each, 16 connections";
    at_least(what, &rates(ours, theirs), ratio, 0.70);
    drop(enforcing);
    alone(ordinary);
    of_many(&accounts[&10], &accounts[&MANY]);
}

/// What enforcement alone adds to a request: of both modes the median of all requests, in alternating rounds.
fn alone(account: &Account) {
    let (copied, asked) = (account.copy(), account.requests());
    let (on, off) = (account.serve("on"), copied.serve("off"));
    let (mut with, mut without) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        with.extend(timed(on.address(), &asked));
        without.extend(timed(off.address(), &asked));
    }
    let (with, without) = (median(&mut with) * 1e6, median(&mut without) * 1e6);
    let measured = format!("median {with:.1} µs with it, {without:.1} µs without");
    at_most("what enforcement alone adds", &measured, Figure::of(with - without, "µs"), 5.0);
}

/// Whether many principals make it slower.
fn of_many(few: &Account, many: &Account) {
    let (small, large) = (few.serve("on"), many.serve("on"));
    let (of_few, of_many) = (few.requests(), many.requests());
    let (first, one) = (Arc::clone(&of_many[0]), Arc::clone(&of_few[0]));
    let (ours, theirs) = alternate(
        || fixed(large.address(), 16, REQUESTS, &first),
        || fixed(small.address(), 16, REQUESTS, &one),
    );
    let what = "enforced GetUser of one out of 100,000 principals, to one out of 10";
    at_least(what, &of_both(ours, theirs), Figure::ratio(ours, theirs), 0.95);
    let (ours, theirs) = alternate(|| any(large.address(), &of_many), || any(small.address(), &of_few));
    let what = "enforced GetUser of any of 10,000 out of 100,000 principals, to any of 10";
    at_least(what, &of_both(ours, theirs), Figure::ratio(ours, theirs), 0.95);
}

/// Requests of all callers in turn, over 16 connections.
fn any(address: SocketAddr, requests: &[Arc<[u8]>]) -> Run {
    let requests = requests.to_vec();
    run(address, 16, REQUESTS, move |number| Arc::clone(&requests[number * 7919 % requests.len()]))
}

/// The seconds of each of some requests on one connection.
fn timed(address: SocketAddr, requests: &[Arc<[u8]>]) -> Vec<f64> {
    let mut stream = TcpStream::connect(address).expect("AWSim accepts");
    stream.set_nodelay(true).expect("a socket option");
    let mut buffer = vec![0; 64 * 1024];
    let asked = requests.iter().cycle().take(TIMED);
    asked
        .map(|request| {
            let started = Instant::now();
            stream.write_all(request).expect("AWSim reads");
            // An answer this small arrives at once.
            let read = stream.read(&mut buffer).expect("AWSim answers");
            let elapsed = started.elapsed().as_secs_f64();
            assert!(
                buffer[..read].starts_with(b"HTTP/1.1 200"),
                "{}",
                String::from_utf8_lossy(&buffer[..read])
            );
            elapsed
        })
        .collect()
}

impl Account {
    /// An account with so many users, each with its policies, and keys of as many as will call.
    fn fill(users: usize) -> Self {
        let folder = tempfile::tempdir_in(".").expect("a temporary directory");
        let awsim = serve(folder.path(), &[]);
        let iam = |form: String| -> Arc<[u8]> {
            query_kept("iam", &format!("Version=2010-05-08&Action={form}")).into()
        };
        run(awsim.address(), 32, users, move |user| iam(format!("CreateUser&UserName=user-{user:07}")));
        run(awsim.address(), 32, users * POLICIES, move |number| {
            let (user, policy) = (number / POLICIES, number % POLICIES);
            let document = policy_of(user, policy);
            iam(format!(
                "PutUserPolicy&UserName=user-{user:07}&PolicyName=policy-{policy}&PolicyDocument={document}"
            ))
        });
        let mut stream = TcpStream::connect(awsim.address()).expect("AWSim accepts");
        let keys = (0..users.min(CALLERS)).map(|caller| {
            // Those who call are spread over all.
            let user = caller * users / users.min(CALLERS);
            stream.write_all(&iam(format!("CreateAccessKey&UserName=user-{user:07}"))).expect("AWSim reads");
            let mut buffer = [0; 4096];
            let read = stream.read(&mut buffer).expect("AWSim answers");
            Key::in_answer(&String::from_utf8_lossy(&buffer[..read]))
        });
        let keys = keys.collect();
        stop(awsim);
        Self { folder, keys }
    }

    /// The same account once more: a data directory belongs to one process.
    fn copy(&self) -> Account {
        let folder = tempfile::tempdir_in(".").expect("a temporary directory");
        let (from, to) = (self.folder.path().join("data"), folder.path().join("data"));
        std::fs::create_dir(&to).expect("the directory can be written");
        for file in std::fs::read_dir(from).expect("the data directory") {
            let file = file.expect("a file").path();
            std::fs::copy(&file, to.join(file.file_name().expect("a name"))).expect("a file can be copied");
        }
        Account { folder, keys: Vec::new() }
    }

    /// An AWSim with this account that verifies signatures.
    fn serve(&self, enforcement: &str) -> Awsim {
        serve(self.folder.path(), &[("AWSIM_IAM_ENFORCE", enforcement), ("AWSIM_VERIFY_SIGV4", "true")])
    }

    /// `GetUser` of each caller about itself, signed now.
    fn requests(&self) -> Vec<Arc<[u8]>> {
        self.keys.iter().map(|key| key.signed("iam", GET_USER).into()).collect()
    }
}

fn serve(folder: &Path, variables: &[(&str, &str)]) -> Awsim {
    let data = folder.join("data").to_string_lossy().into_owned();
    let quota = [("AWSIM_SERVICES__IAM__QUOTAS__USERS", "10000000"), ("AWSIM_STORE__DURABILITY", "normal")];
    Awsim::with(&["--data-dir", &data], &[&quota, variables].concat())
}

/// Ends a process in good order, so that its data can be copied.
fn stop(mut awsim: Awsim) {
    let _ = std::process::Command::new("kill").arg(awsim.pid().to_string()).status();
    awsim.wait();
}

/// One of the policies of a user, as it stands in a form. No two users have the same.
fn policy_of(user: usize, policy: usize) -> String {
    let statement = match policy {
        0 => format!(
            r#"{{"Sid":"Own","Effect":"Allow","Action":["iam:GetUser","iam:*AccessKey*"],"Resource":"arn:aws:iam::*:user/user-{user:07}"}}"#
        ),
        1 => format!(
            r#"{{"Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],"Resource":"arn:aws:s3:::home/user-{user:07}/*"}}"#
        ),
        _ => format!(
            r#"{{"Effect":"Deny","Action":"iam:Delete*","Resource":"*","Condition":{{"StringNotEquals":{{"aws:PrincipalTag/Team":"team-{user}"}}}}}}"#
        ),
    };
    encoded(&format!(r#"{{"Version":"2012-10-17","Statement":{statement}}}"#))
}
