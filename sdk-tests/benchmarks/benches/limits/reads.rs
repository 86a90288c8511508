//! Reads: what lies between a bare hyper server and an answer of IAM or STS.

use std::sync::Arc;

use awsim_benchmarks::report::{Figure, at_least};
use awsim_sdk_tests::process::Awsim;
use awsim_sdk_tests::wire::query_kept as query;

use awsim_benchmarks::load::run;

use super::{REQUESTS, alternate, bare_like, create_user_request, fixed, rates};

/// Measures reads out of few users.
pub(super) fn measure() {
    let awsim = Awsim::start();
    run(awsim.address(), 1, 10, |number| create_user_request(number).into());
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
        let what = format!("{name}, 16 connections");
        at_least(&what, &rates(ours, theirs), Figure::ratio(ours, theirs), 0.90);
    }
}
