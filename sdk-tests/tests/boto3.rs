//! boto3: clients, resources, paginators and waiters, in Python's own test runner.

use awsim_sdk_tests::process::{Awsim, binary};
use awsim_sdk_tests::tools::{moto, python, run};

#[test]
fn boto3() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/python/boto3_tests");
    let config = format!("{folder}/config.toml");
    let awsim = Awsim::with(&["--data-dir", ":memory:", "--config", &config], &[]);
    let met = tempfile::NamedTempFile::new().unwrap();
    let output = python()
        .args(["-m", "unittest", "discover", "--start-directory"])
        .arg(folder)
        .env("AWSIM_ENDPOINT", awsim.endpoint())
        .env("AWSIM_BINARY", binary())
        .env("SDK_TESTS_MET_ERRORS", met.path())
        .env("AWSIM_MOTO", moto())
        .output()
        .expect("python3 runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    assert!(!said.contains("Ran 0 tests") && !said.contains("skipped"), "{said}");

    // All tests have run: every error that the model declares was met, or it is written down why not.
    run(python().arg(format!("{folder}/declared_errors.py")).arg(met.path()));
}
