//! Durable writes: what lies between the disk and an acknowledged change.

use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use awsim_benchmarks::report::{Figure, at_least, at_most};
use awsim_benchmarks::rounds::median;
use awsim_sdk_tests::process::Awsim;

use super::{REQUESTS, ROUNDS, bare_like, create_user_request, fixed, rates, run};

/// Measures writes over many connections and over one.
pub(super) fn measure() {
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
    let ratio = Figure::ratio(ours, theirs);
    at_least("durable CreateUser, 16 connections", &rates(ours, theirs), ratio, 0.40);

    let mut ours = Vec::new();
    let mut floor = Vec::new();
    for _ in 0..ROUNDS {
        ours.push(create(1, 500).seconds_each(1));
        floor.push(fdatasync(directory.path()) + fixed(bare.address, 1, 500, &request).seconds_each(1));
    }
    let (ours, floor) = (median(&mut ours), median(&mut floor));
    let measured = format!("{:.0} µs; an fdatasync and a bare request {:.0} µs", ours * 1e6, floor * 1e6);
    at_most("durable CreateUser, 1 connection", &measured, Figure::ratio(ours, floor), 1.50);
}

/// The seconds of one `fdatasync` after a page was appended, the median of many.
fn fdatasync(directory: &Path) -> f64 {
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
