//! The protocols, judged by botocore: every operation of the models of IAM, STS and Organizations with generated values,
//! in both directions, and every error.

use awsim_sdk_tests::tools::python;

#[test]
fn botocore_agrees_on_every_operation_in_every_protocol() {
    let output = python()
        .args(["-m", "unittest", "discover", "--start-directory"])
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/python/protocol"))
        .env("AWSIM_CODEC", env!("CARGO_BIN_EXE_codec"))
        .output()
        .unwrap_or_else(|error| {
            panic!("python3: {error}. This test needs python3 (Debian: apt-get install python3).")
        });
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    assert!(said.contains("Ran 4 tests"), "{said}");
}
