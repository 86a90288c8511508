//! What a new user types first, with the AWS CLI, `curl` and the JavaScript SDK; then a `kill -9`, and everything is there.

use std::process::Command;

use awsim_sdk_tests::process::Awsim;
use awsim_sdk_tests::tools::{aws_cli, node, run};
use serde_json::Value;

const TRUST: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}"#;

/// Runs the AWS CLI and returns the JSON that it prints (null if it prints nothing).
fn aws(awsim: &Awsim, arguments: &[&str]) -> Value {
    let printed = run(aws_cli(awsim).args(arguments));
    if printed.trim().is_empty() {
        Value::Null
    } else {
        serde_json::from_str(&printed).expect("the CLI prints JSON")
    }
}

#[test]
fn the_cli_and_curl() {
    let mut awsim = Awsim::start_durable();
    let user = aws(&awsim, &["iam", "create-user", "--user-name", "bob"]);
    assert_eq!(user["User"]["Arn"], "arn:aws:iam::000000000000:user/bob");
    let key = aws(&awsim, &["iam", "create-access-key", "--user-name", "bob"]);
    assert_eq!(key["AccessKey"]["Status"], "Active");
    create_role(&awsim, "my-lambda-role", "service-role/AWSLambdaBasicExecutionRole");
    create_role(&awsim, "my-role", "AmazonS3ReadOnlyAccess");
    let identity = aws(&awsim, &["sts", "get-caller-identity"]);
    assert_eq!(identity["Account"], "000000000000");
    ask_with_curl(&awsim);
    let role = "arn:aws:iam::000000000000:role/my-role";
    let session = ["--role-arn", role, "--role-session-name", "test-session"];
    let assumed = aws(&awsim, &[&["sts", "assume-role"][..], &session].concat());
    assert_eq!(
        assumed["AssumedRoleUser"]["Arn"],
        "arn:aws:sts::000000000000:assumed-role/my-role/test-session"
    );

    awsim.kill_and_restart();
    let users = aws(&awsim, &["iam", "list-users"]);
    assert_eq!(users["Users"][0]["UserId"], user["User"]["UserId"]);
    let keys = aws(&awsim, &["iam", "list-access-keys", "--user-name", "bob"]);
    assert_eq!(keys["AccessKeyMetadata"][0]["AccessKeyId"], key["AccessKey"]["AccessKeyId"]);
    let roles = aws(&awsim, &["iam", "list-roles"]);
    let names: Vec<_> = roles["Roles"].as_array().unwrap().iter().map(|role| &role["RoleName"]).collect();
    assert_eq!(names, ["my-lambda-role", "my-role"]);
    let attached = aws(&awsim, &["iam", "list-attached-role-policies", "--role-name", "my-role"]);
    assert_eq!(attached["AttachedPolicies"][0]["PolicyName"], "AmazonS3ReadOnlyAccess");
    ask_as_session(&awsim, &assumed);
}

/// Makes a role that a service assumes, with one of AWS's policies.
fn create_role(awsim: &Awsim, name: &str, policy: &str) {
    let role =
        aws(awsim, &["iam", "create-role", "--role-name", name, "--assume-role-policy-document", TRUST]);
    assert_eq!(role["Role"]["Arn"], format!("arn:aws:iam::000000000000:role/{name}"));
    let policy = format!("arn:aws:iam::aws:policy/{policy}");
    aws(awsim, &["iam", "attach-role-policy", "--role-name", name, "--policy-arn", &policy]);
}

/// `GetCallerIdentity` without an SDK, with a signature that nobody checks.
fn ask_with_curl(awsim: &Awsim) {
    let curl = run(Command::new("curl").args(["-s", "-X", "POST", &awsim.endpoint()]).args([
        "-H",
        "Content-Type: application/x-www-form-urlencoded",
        "-H",
        "Authorization: AWS4-HMAC-SHA256 Credential=test/20260421/us-east-1/sts/aws4_request, SignedHeaders=host, Signature=fake",
        "--data-urlencode",
        "Action=GetCallerIdentity",
        "--data-urlencode",
        "Version=2011-06-15",
    ]));
    assert!(curl.contains("<Account>000000000000</Account>"), "{curl}");
    assert!(curl.contains("<Arn>arn:aws:iam::000000000000:root</Arn>"), "{curl}");
}

/// Temporary credentials survive a restart as well: the token holds the session, the data directory the key.
fn ask_as_session(awsim: &Awsim, assumed: &Value) {
    let credentials = &assumed["Credentials"];
    let mut as_session = aws_cli(awsim);
    for (variable, field) in [
        ("AWS_ACCESS_KEY_ID", "AccessKeyId"),
        ("AWS_SECRET_ACCESS_KEY", "SecretAccessKey"),
        ("AWS_SESSION_TOKEN", "SessionToken"),
    ] {
        as_session.env(variable, credentials[field].as_str().unwrap());
    }
    let identity: Value =
        serde_json::from_str(&run(as_session.args(["sts", "get-caller-identity"]))).unwrap();
    assert_eq!(identity["Arn"], assumed["AssumedRoleUser"]["Arn"]);
    assert_eq!(identity["UserId"], assumed["AssumedRoleUser"]["AssumedRoleId"]);
}

#[test]
fn the_javascript_sdk() {
    let awsim = Awsim::start();
    let program = concat!(env!("CARGO_MANIFEST_DIR"), "/node/first-steps.mjs");
    let source = std::fs::read_to_string(program).unwrap();
    let printed =
        run(node().args(["--input-type=module", "--eval", &source]).env("AWSIM_ENDPOINT", awsim.endpoint()));
    let printed: Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(printed["account"], "000000000000");
    assert!(printed["accessKeyId"].as_str().unwrap().starts_with("AKIA"), "{printed}");
    assert!(printed["temporaryKeyId"].as_str().unwrap().starts_with("ASIA"), "{printed}");
    assert_eq!(printed["attached"][0], "AWSLambdaBasicExecutionRole");
    assert_eq!(printed["missing"], "NoSuchEntityException");
}
