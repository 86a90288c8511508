//! `awsim import`: accounts that are taken in, and files that are not.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where its input is wrong"
)]

mod common;

use std::path::Path;

use common::{awsim, output, unread};

const DETAILS: &str = r#"{
  "UserDetailList": [{
    "Path": "/", "UserName": "ann", "UserId": "AIDACKCEVSQ6C2EXAMPLE", "Arn": "arn:aws:iam::111122223333:user/ann",
    "CreateDate": "2024-03-01T08:00:00+00:00", "GroupList": [], "AttachedManagedPolicies": [], "Tags": []
  }],
  "GroupDetailList": [], "RoleDetailList": [], "Policies": []
}"#;

/// What comes of an import into this directory.
fn import(data: &Path, files: &[&Path]) -> (Option<i32>, String, String) {
    let mut command = awsim(&["--data-dir", data.to_str().unwrap(), "import"]);
    output(command.args(files))
}

#[test]
fn a_file_with_mistakes_is_named_and_none_is_taken_in() {
    let place = tempfile::tempdir().unwrap();
    let [good, bad] = ["good.json", "bad.json"].map(|name| place.path().join(name));
    std::fs::write(&good, DETAILS).unwrap();
    std::fs::write(&bad, "{").unwrap();
    let data = place.path().join("data");
    for files in [&[&*bad][..], &[&*good, &*bad]] {
        let (code, said, told) = import(&data, files);
        assert_eq!((code, said.as_str()), (Some(1), ""), "{told}");
        assert!(told.starts_with(&format!("awsim: {}: ", bad.display())), "{told}");
    }
    let (code, said, told) = import(&data, &[&good]);
    assert_eq!(code, Some(0), "{told}");
    assert_eq!(said, format!("account 111122223333 was taken in from {}\n", good.display()));
}

#[test]
fn what_was_taken_in_is_there_though_nobody_reads_of_it() {
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("account.json");
    std::fs::write(&file, DETAILS).unwrap();
    let mut command = awsim(&["--data-dir", place.path().join("data").to_str().unwrap(), "import"]);
    let (code, _, told) = output(command.arg(&file).stdout(unread()));
    assert_eq!((code, told.as_str()), (Some(0), ""));
}

#[test]
fn nothing_is_taken_in_that_would_not_be_kept() {
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("account.json");
    std::fs::write(&file, DETAILS).unwrap();
    let (code, said, told) = import(Path::new(":memory:"), &[&file]);
    assert_eq!((code, said.as_str()), (Some(2), ""));
    assert!(told.contains("nothing of an import would be kept"), "{told}");
}
