//! What a large account costs: reads, pages, memory and the start.

use std::collections::BTreeMap;
use std::sync::Arc;

use awsim_benchmarks::memory::resident;
use awsim_benchmarks::report::{Figure, at_least, at_most};
use awsim_benchmarks::rounds::median;
use awsim_sdk_tests::process::Awsim;
use awsim_sdk_tests::wire::query_kept as query;

use super::start::first_answer;
use super::{MANY, REQUESTS, alternate, create_user_request, fixed, of_both, run};

/// Measures accounts of 10, 1,000 and 100,000 users.
pub(super) fn measure() {
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
    let ratio = Figure::ratio(large, small);
    at_least("GetUser of one out of 100,000, to one out of 10", &of_both(large, small), ratio, 0.95);
    let any = |address, users| {
        run(address, 16, REQUESTS, move |number| {
            let user = number * 7919 % users;
            query("iam", &format!("Action=GetUser&Version=2010-05-08&UserName=user-{user:07}")).into()
        })
    };
    let (large, small) = alternate(|| any(many.address(), MANY), || any(few.address(), 10));
    let ratio = Figure::ratio(large, small);
    at_least("GetUser of any of 100,000, to any of 10", &of_both(large, small), ratio, 0.95);

    let list: Arc<[u8]> = query("iam", "Action=ListUsers&Version=2010-05-08&MaxItems=100").into();
    let (large, small) =
        alternate(|| fixed(many.address(), 1, 1500, &list), || fixed(some.address(), 1, 1500, &list));
    let cost = Figure::ratio(small, large);
    at_most(
        "cost of a page of 100 users out of 100,000, to out of 1,000",
        &of_both(large, small),
        cost,
        1.20,
    );
    let memory = Figure::of(resident(many.pid()), "MB");
    at_most("resident memory after writing 100,000 users", "", memory, 150.0);

    let (_, directory) = sizes.remove(&MANY).expect("the large account");
    drop(sizes);
    let mut times = Vec::new();
    let mut memory = 0.0;
    for _ in 0..5 {
        let (elapsed, resident) = first_answer(directory.path());
        times.push(elapsed * 1e3);
        memory = resident;
    }
    let median = Figure::of(median(&mut times), "ms");
    at_most("start with 100,000 users, to the first answer", "", median, 500.0);
    at_most("resident memory after that start", "", Figure::of(memory, "MB"), 150.0);
}
