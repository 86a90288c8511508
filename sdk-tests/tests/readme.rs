//! What the README shows is what there is.

use std::process::Command;

use awsim_sdk_tests::process::{Awsim, workspace};
use awsim_sdk_tests::tools::{aws_cli, run};

fn readme() -> String {
    std::fs::read_to_string(workspace().join("README.md")).unwrap()
}

/// The code block after the comment that begins with `mark`.
fn block(mark: &str) -> String {
    let readme = readme();
    let after = readme.split_once(&format!("<!-- {mark}")).unwrap_or_else(|| panic!("no block {mark}")).1;
    let code = after.split_once("```").unwrap().1;
    let code = code.split_once('\n').unwrap().1;
    code.split_once("```").unwrap().0.to_owned()
}

/// Runs a block of shell commands against this AWSim and returns what it printed.
fn run_block(mark: &str, awsim: &Awsim) -> String {
    let script = block(mark).replace("http://localhost:4566", &awsim.endpoint());
    // The CLI of the tests takes the place of the one that a user has installed.
    let cli = aws_cli(awsim);
    let packages = cli
        .get_envs()
        .find_map(|(name, value)| {
            (name == "PYTHONPATH").then(|| value.unwrap().to_string_lossy().into_owned())
        })
        .unwrap();
    let script = format!("set -euo pipefail\naws() {{ python3 -m awscli \"$@\"; }}\n{script}");
    let mut bash = Command::new("bash");
    awsim_sdk_tests::tools::as_root(&mut bash);
    run(bash.args(["-c", &script]).env("PYTHONPATH", packages))
}

#[test]
fn the_quick_start_runs() {
    let printed = run_block("quick-start", &Awsim::start());
    assert!(printed.contains("assumed-role/my-role/test-session"), "{printed}");
}

#[test]
fn what_is_enforced_is_explained() {
    let awsim = Awsim::with(&["--data-dir", ":memory:"], &[("AWSIM_IAM_ENFORCE", "on")]);
    let printed = run_block("enforcement", &awsim);
    assert!(printed.contains("user/reader"), "{printed}");
    let denial = "because no identity-based policy allows the iam:ListUsers action";
    assert!(printed.contains(denial), "{printed}");
    assert!(printed.contains("implicitDeny"), "{printed}");
}

#[test]
fn the_example_plugin_is_the_one_that_is_tested() {
    let source = std::fs::read_to_string(workspace().join("sdk-tests/example-plugin/src/lib.rs")).unwrap();
    assert_eq!(block("example-plugin"), source);
}

#[test]
fn the_two_commands_are_there() {
    let readme = readme();
    for command in ["cargo run --release", "cargo test --workspace"] {
        assert!(readme.contains(command), "{command}");
    }
}
