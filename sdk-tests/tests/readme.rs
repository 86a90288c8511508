//! What the README shows is what there is.

use awsim_sdk_tests::pages::{Page, Session};
use awsim_sdk_tests::process::workspace;

fn readme() -> Page {
    Page::read("README.md")
}

/// Runs the block behind a mark against an AWSim that was started in this way, and returns what it printed.
fn run_block(mark: &str, start: &str) -> String {
    let mut session = Session::new();
    session.start(start);
    let printed = session.run(&readme().marked(mark), false).map(|()| session.printed().to_owned());
    printed.unwrap_or_else(|error| panic!("{mark}: {error}"))
}

#[test]
fn the_quick_start_runs() {
    let printed = run_block("quick-start", "awsim");
    assert!(printed.contains("assumed-role/my-role/test-session"), "{printed}");
}

#[test]
fn what_is_enforced_is_explained() {
    let printed = run_block("enforcement", "AWSIM_IAM_ENFORCE=on awsim");
    assert!(printed.contains("user/reader"), "{printed}");
    let denial = "because no identity-based policy allows the iam:ListUsers action";
    assert!(printed.contains(denial), "{printed}");
    assert!(printed.contains("implicitDeny"), "{printed}");
}

#[test]
fn the_example_plugin_is_the_one_that_is_tested() {
    let source = std::fs::read_to_string(workspace().join("sdk-tests/example-plugin/src/lib.rs")).unwrap();
    assert_eq!(readme().marked("example-plugin"), source);
}

#[test]
fn the_two_commands_are_there() {
    for command in ["cargo run --release", "cargo test --workspace"] {
        assert!(readme().text().contains(command), "{command}");
    }
}
