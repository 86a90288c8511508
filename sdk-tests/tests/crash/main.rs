//! The process is killed while many write: what was acknowledged is there afterwards, nothing is half done, and all fits
//! together. And files that are not what was left are refused, and stay as they are.
//!
//! `CRASH_ROUNDS=300 cargo test -p awsim-sdk-tests --test crash` kills it more often.

mod damaged;
mod killed;
mod user;

use std::collections::BTreeMap;

use awsim_sdk_tests::process::Awsim;
use awsim_sdk_tests::wire::{exchange, plain};
use serde_json::Value;

use user::Facts;

/// What IAM keeps of every user, as it is exported. It fits together: it is put in again, which is refused of a state that
/// does not.
fn kept(awsim: &Awsim) -> BTreeMap<String, Facts> {
    let exported = exchange(awsim, &plain("GET", "/_awsim/state?service=iam", "", ""));
    assert_eq!(exported.status, 200, "{exported:?}");
    let accepted = exchange(awsim, &plain("PUT", "/_awsim/state?service=iam", "", &exported.body));
    assert_eq!(accepted.status, 200, "what was kept does not fit together: {}", accepted.body);
    let state: Value = serde_json::from_str(&exported.body).unwrap();
    let users = state["services"]["iam"]["users"]["rows"].as_array().unwrap();
    users.iter().map(|row| (row["key"].as_str().unwrap().to_owned(), Facts::of(&row["value"]))).collect()
}
