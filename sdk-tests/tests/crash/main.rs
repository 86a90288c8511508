//! The process is killed while many write: what was acknowledged is there afterwards, nothing is half done, and all fits
//! together. So it is when writes fail. And files that are not what was left are refused, and stay as they are.
//!
//! `CRASH_ROUNDS=300 cargo test -p awsim-sdk-tests --test crash` kills it more often.

mod damaged;
#[cfg(target_os = "linux")]
mod disk;
#[cfg(target_os = "linux")]
mod full;
mod killed;
mod user;

use std::collections::BTreeMap;

use awsim_sdk_tests::process::Awsim;
use awsim_sdk_tests::wire::{exchange, plain};
use serde_json::Value;

use user::Facts;

/// How often the process is killed: what `CRASH_ROUNDS` says, or this often.
fn rounds(otherwise: usize) -> usize {
    std::env::var("CRASH_ROUNDS").map_or(otherwise, |rounds| rounds.parse().unwrap())
}

/// What IAM keeps of every user, as it is exported; first the export itself.
fn exported(awsim: &Awsim) -> (String, BTreeMap<String, Facts>) {
    let exported = exchange(awsim, &plain("GET", "/_awsim/state?service=iam", "", ""));
    assert_eq!(exported.status, 200, "{exported:?}");
    let state: Value = serde_json::from_str(&exported.body).unwrap();
    let users = state["services"]["iam"]["users"]["rows"].as_array().unwrap();
    let users = users.iter().map(|row| (row["key"].as_str().unwrap().to_owned(), Facts::of(&row["value"])));
    let users = users.collect();
    (exported.body, users)
}

/// The same. It fits together: it is put in again, which is refused of a state that does not.
fn kept(awsim: &Awsim) -> BTreeMap<String, Facts> {
    let (state, users) = exported(awsim);
    let accepted = exchange(awsim, &plain("PUT", "/_awsim/state?service=iam", "", &state));
    assert_eq!(accepted.status, 200, "what was kept does not fit together: {}", accepted.body);
    users
}
