//! The admin interface, and what belongs to running the program.

use std::process::Command;

use awsim_sdk_tests::process::{Awsim, binary};
use awsim_sdk_tests::wire::{Answer, exchange, plain, query};
use serde_json::Value;

fn admin(awsim: &Awsim, method: &str, path: &str, body: &str) -> Answer {
    exchange(awsim, &plain(method, &format!("/_awsim/{path}"), "", body))
}

fn create_user(awsim: &Awsim, name: &str) {
    let answer =
        exchange(awsim, &query("iam", &format!("Action=CreateUser&Version=2010-05-08&UserName={name}")));
    assert_eq!(answer.status, 200, "{answer:?}");
}

fn has_user(awsim: &Awsim, name: &str) -> bool {
    exchange(awsim, &query("iam", &format!("Action=GetUser&Version=2010-05-08&UserName={name}"))).status
        == 200
}

#[test]
fn health_and_info() {
    let awsim = Awsim::start();
    let health: Value = serde_json::from_str(&admin(&awsim, "GET", "health", "").body).unwrap();
    assert_eq!(health["port"], awsim.address().port());
    let info: Value = serde_json::from_str(&admin(&awsim, "GET", "info", "").body).unwrap();
    let services = info["services"].as_array().unwrap();
    let names: Vec<_> = services.iter().map(|service| service["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["iam", "organizations", "sts"], "{info}");
    assert_eq!(services[0]["operations"]["total"], 180, "{info}");
    assert_eq!(services[1]["operations"]["total"], 63, "{info}");
    assert_eq!(services[2]["operations"]["total"], 11, "{info}");
    assert_eq!(admin(&awsim, "GET", "invented", "").status, 404);
    assert_eq!(admin(&awsim, "GET", "reset", "").status, 405);
}

#[test]
fn metrics_count_requests() {
    let awsim = Awsim::start();
    create_user(&awsim, "bob");
    assert!(!has_user(&awsim, "nobody"));
    let metrics = admin(&awsim, "GET", "metrics", "").body;
    for (operation, outcome) in [("CreateUser", "success"), ("GetUser", "client_error")] {
        let line = metrics
            .lines()
            .find(|line| line.contains(&format!("operation=\"{operation}\"")) && line.contains(outcome))
            .unwrap_or_else(|| panic!("{metrics}"));
        assert!(line.ends_with(" 1"), "{line}");
    }
}

#[test]
fn reset_goes_back_to_the_state_after_the_start() {
    let mut awsim = Awsim::start_durable();
    create_user(&awsim, "before");
    awsim.kill_and_restart();
    create_user(&awsim, "after");
    assert_eq!(admin(&awsim, "POST", "reset", "").status / 100, 2);
    assert!(has_user(&awsim, "before") && !has_user(&awsim, "after"));
    awsim.kill_and_restart();
    assert!(has_user(&awsim, "before") && !has_user(&awsim, "after"));
}

/// The state once it is noted that a user was made, a moment after that: nothing changes by itself from then on.
fn settled_state(awsim: &Awsim) -> String {
    loop {
        let state = admin(awsim, "GET", "state", "").body;
        if state.contains("CreateUser") {
            return state;
        }
    }
}

#[test]
fn state_goes_out_and_in() {
    let one = Awsim::start();
    create_user(&one, "bob");
    let state = settled_state(&one);
    let other = Awsim::start_durable();
    create_user(&other, "alice");
    settled_state(&other);
    let answer = admin(&other, "PUT", "state", &state);
    assert_eq!(answer.status / 100, 2, "{answer:?}");
    assert_eq!(admin(&other, "GET", "state", "").body, state);
    assert!(has_user(&other, "bob") && !has_user(&other, "alice"));
    assert_eq!(admin(&other, "PUT", "state", "{").status, 400);
    assert!(has_user(&other, "bob"));
}

#[test]
fn a_data_directory_belongs_to_one_process() {
    let awsim = Awsim::start_durable();
    let directory = awsim.data_directory().unwrap();
    let second = Command::new(binary()).args(["--port", "0", "--data-dir"]).arg(&directory).output().unwrap();
    assert!(!second.status.success());
    let said = String::from_utf8_lossy(&second.stderr);
    assert!(said.contains("in use") && said.contains(&*directory.to_string_lossy()), "{said}");
}

#[test]
fn a_misspelt_setting_is_refused_with_a_suggestion() {
    let started = Command::new(binary())
        .args(["--port", "0"])
        .env("AWSIM_ACOUNT_ID", "000000000000")
        .env("AWSIM_STORE__DURABILTY", "full")
        .output()
        .unwrap();
    assert!(!started.status.success());
    let said = String::from_utf8_lossy(&started.stderr);
    assert!(said.contains("AWSIM_ACOUNT_ID") && said.contains("AWSIM_STORE__DURABILTY"), "{said}");
    assert!(said.contains("account_id") || said.contains("AWSIM_ACCOUNT_ID"), "{said}");
}

#[test]
fn a_stop_finishes_in_good_order() {
    let awsim = Awsim::start_durable();
    create_user(&awsim, "bob");
    let stopped = Command::new("kill").args(["-TERM", &awsim.pid().to_string()]).status().unwrap();
    assert!(stopped.success());
    let mut awsim = awsim;
    awsim.wait();
    awsim.kill_and_restart();
    assert!(has_user(&awsim, "bob"));
}
