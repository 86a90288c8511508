//! Passwords, MFA devices and reports on them with the AWS CLI; then a `kill -9`, and everything is there.

use awsim_sdk_tests::process::Awsim;
use awsim_sdk_tests::tools::{aws_cli, run};
use awsim_sdk_tests::wire::{exchange, query};
use serde_json::Value;

const PASSWORD: &str = "first Password 1";

/// Runs `aws iam` and returns the JSON that it prints (null if it prints nothing).
fn iam(awsim: &Awsim, arguments: &[&str]) -> Value {
    let printed = run(aws_cli(awsim).arg("iam").args(arguments));
    if printed.trim().is_empty() {
        Value::Null
    } else {
        serde_json::from_str(&printed).expect("the CLI prints JSON")
    }
}

#[test]
fn the_cli() {
    let mut awsim = Awsim::start_durable();
    iam(&awsim, &["create-user", "--user-name", "bob"]);
    iam(&awsim, &["update-account-password-policy", "--max-password-age", "90", "--require-numbers"]);
    iam(&awsim, &["create-login-profile", "--user-name", "bob", "--password", PASSWORD]);

    let directory = tempfile::tempdir().unwrap();
    let image = directory.path().join("code.png");
    let device = iam(
        &awsim,
        &[
            "create-virtual-mfa-device",
            "--virtual-mfa-device-name",
            "phone",
            "--bootstrap-method",
            "QRCodePNG",
            "--outfile",
            &image.to_string_lossy(),
        ],
    );
    assert_eq!(device["VirtualMFADevice"]["SerialNumber"], "arn:aws:iam::000000000000:mfa/phone");
    assert!(std::fs::read(&image).unwrap().starts_with(b"\x89PNG\r\n\x1a\n"));

    let report = iam(&awsim, &["generate-credential-report"]);
    assert_eq!(report["State"], "STARTED");
    let report = iam(&awsim, &["get-credential-report"]);
    awsim.kill_and_restart();
    assert_eq!(iam(&awsim, &["get-credential-report"]), report);
    let profile = iam(&awsim, &["get-login-profile", "--user-name", "bob"]);
    assert_eq!(profile["LoginProfile"]["UserName"], "bob");
    let policy = iam(&awsim, &["get-account-password-policy"]);
    assert_eq!(policy["PasswordPolicy"]["MaxPasswordAge"], 90);
    let devices = iam(&awsim, &["list-virtual-mfa-devices", "--assignment-status", "Unassigned"]);
    assert_eq!(devices["VirtualMFADevices"][0]["SerialNumber"], "arn:aws:iam::000000000000:mfa/phone");
    let details = iam(&awsim, &["get-account-authorization-details", "--filter", "User"]);
    assert_eq!(details["UserDetailList"][0]["UserName"], "bob");
    assert_eq!(iam(&awsim, &["get-account-summary"])["SummaryMap"]["MFADevices"], 1);
}

#[test]
fn something_new_can_be_made_to_settle_first() {
    let settling = [("AWSIM_SERVICES__IAM__SETTLING_SECONDS", "3600")];
    let awsim = Awsim::with(&["--data-dir", ":memory:"], &settling);
    let call = |operation: &str, parameters: &str| {
        exchange(&awsim, &query("iam", &format!("Action={operation}&Version=2010-05-08&{parameters}")))
    };
    assert_eq!(call("CreateUser", "UserName=bob").status, 200);
    assert_eq!(call("CreateLoginProfile", "UserName=bob&Password=Password1").status, 200);
    assert_eq!(call("CreateVirtualMFADevice", "VirtualMFADeviceName=phone").status, 200);
    let serial_number = "arn:aws:iam::000000000000:mfa/phone";
    let enable = format!(
        "UserName=bob&SerialNumber={serial_number}&AuthenticationCode1=123456&AuthenticationCode2=123456"
    );
    for (operation, parameters) in [
        ("DeleteLoginProfile", "UserName=bob"),
        ("UpdateLoginProfile", "UserName=bob&Password=Password2"),
        ("EnableMFADevice", enable.as_str()),
        ("UpdateUser", "UserName=bob&NewUserName=robert"),
    ] {
        let answer = call(operation, parameters);
        assert_eq!(answer.status, 409, "{answer:?}");
        assert!(answer.body.contains("<Code>EntityTemporarilyUnmodifiable</Code>"), "{answer:?}");
    }
}
