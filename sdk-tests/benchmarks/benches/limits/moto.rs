//! The same questions to moto's server, which answers them on one machine for the same purpose.
//!
//! Its server closes a connection with each answer, and so both are asked on a connection for each request.

use std::net::SocketAddr;
use std::time::Instant;

use awsim_benchmarks::report::{Figure, told};
use awsim_benchmarks::signing::encoded;
use awsim_sdk_tests::moto::Moto;
use awsim_sdk_tests::process::Awsim;
use awsim_sdk_tests::wire::query_kept as query;

use super::{answer, create_user_request};

/// Requests that are asked at once.
const CLIENTS: usize = 4;
/// Requests of each client.
const EACH: usize = 100;
/// The trust policy of a role that anybody may assume.
const TRUST: &str = r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}}"#;

/// Compares reads, writes and sessions.
pub(super) fn measure() {
    let (awsim, moto) = (Awsim::start_durable(), Moto::start());
    let role = query(
        "iam",
        &format!(
            "Action=CreateRole&Version=2010-05-08&RoleName=app&AssumeRolePolicyDocument={}",
            encoded(TRUST)
        ),
    );
    for address in [awsim.address(), moto.address()] {
        answer(address, &role);
    }
    let read = |_| query("iam", "Action=GetRole&Version=2010-05-08&RoleName=app");
    let identity = |_| query("sts", "Action=GetCallerIdentity&Version=2011-06-15");
    let assume = |_| {
        let role = "arn%3Aaws%3Aiam%3A%3A000000000000%3Arole%2Fapp";
        query("sts", &format!("Action=AssumeRole&Version=2011-06-15&RoleSessionName=session&RoleArn={role}"))
    };
    compare("GetRole", awsim.address(), moto.address(), read);
    compare("GetCallerIdentity", awsim.address(), moto.address(), identity);
    compare("AssumeRole", awsim.address(), moto.address(), assume);
    compare(
        "CreateUser, here durable, at moto in memory",
        awsim.address(),
        moto.address(),
        create_user_request,
    );
}

fn compare(what: &str, ours: SocketAddr, theirs: SocketAddr, request: impl Fn(usize) -> Vec<u8> + Sync) {
    let (ours, theirs) = (rate(ours, &request), rate(theirs, &request));
    let measured = format!("{ours:.0}/s; moto {theirs:.0}/s");
    told(&format!("{what}, a connection each"), &measured, Figure::ratio(ours, theirs));
}

/// Answers per second.
fn rate(address: SocketAddr, request: &(impl Fn(usize) -> Vec<u8> + Sync)) -> f64 {
    let started = Instant::now();
    std::thread::scope(|scope| {
        for client in 0..CLIENTS {
            scope.spawn(move || {
                for number in 0..EACH {
                    answer(address, &request(client * EACH + number));
                }
            });
        }
    });
    (CLIENTS * EACH) as f64 / started.elapsed().as_secs_f64()
}
