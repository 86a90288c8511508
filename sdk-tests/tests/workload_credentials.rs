//! Programs that get their credentials from where they run: boto3 with nothing but its default chain.

use awsim_sdk_tests::process::Awsim;
use awsim_sdk_tests::tools::{python, run};

const ROLE: &str = "arn:aws:iam::000000000000:role/team/app";
const TOKEN: &str = "a token of the test";

const MAKE_ROLE: &str = r#"
import boto3, json, sys
trust = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
    "Principal": {"Service": ["ecs-tasks.amazonaws.com", "ec2.amazonaws.com"]}}]}
boto3.client("iam", endpoint_url=sys.argv[1]).create_role(
    RoleName="app", Path="/team/", AssumeRolePolicyDocument=json.dumps(trust))
"#;

/// Prints the ARN, then asks again with refreshed credentials and prints whether they are the same.
const WHO_AM_I: &str = r#"
import boto3, botocore.session, sys
session = boto3.Session()
print(session.client("sts", endpoint_url=sys.argv[1]).get_caller_identity()["Arn"])
again = botocore.session.get_session().get_credentials().get_frozen_credentials()
print(session.get_credentials().get_frozen_credentials() == again)
"#;

/// What a program on that machine says.
fn who_am_i(awsim: &Awsim, variables: &[(&str, &str)]) -> std::process::Output {
    let mut command = python();
    command.args(["-c", WHO_AM_I, &awsim.endpoint()]);
    for name in ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_EC2_METADATA_DISABLED"] {
        command.env_remove(name);
    }
    // Metadata are waited for a second unless one says more, which is little on a machine that has other things to do.
    command.env("AWS_METADATA_SERVICE_TIMEOUT", "60");
    command.envs(variables.iter().copied()).output().expect("python3 runs")
}

#[track_caller]
fn check_session_of_role(output: &std::process::Output) {
    let (said, complaint) =
        (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{complaint}");
    assert!(said.starts_with("arn:aws:sts::000000000000:assumed-role/app/"), "{said}");
    assert!(said.trim_end().ends_with("True"), "{said}");
}

#[test]
fn containers_have_the_role_of_their_task() {
    let settings = [
        ("AWSIM_CONTAINER_CREDENTIALS__ROLE_ARN", ROLE),
        ("AWSIM_CONTAINER_CREDENTIALS__AUTHORIZATION_TOKEN", TOKEN),
    ];
    let awsim = Awsim::with(&["--data-dir", ":memory:"], &settings);
    let uri = format!("{}/_awsim/credentials", awsim.endpoint());
    let environment = |token| {
        [("AWS_CONTAINER_CREDENTIALS_FULL_URI", uri.as_str()), ("AWS_CONTAINER_AUTHORIZATION_TOKEN", token)]
    };

    let without_role = who_am_i(&awsim, &environment(TOKEN));
    assert!(!without_role.status.success());
    run(python().args(["-c", MAKE_ROLE, &awsim.endpoint()]));
    check_session_of_role(&who_am_i(&awsim, &environment(TOKEN)));
    assert!(!who_am_i(&awsim, &environment("another token")).status.success());
}

#[test]
fn instances_have_the_role_of_their_profile() {
    let settings = [("AWSIM_INSTANCE_METADATA__ROLE_ARN", ROLE), ("AWSIM_INSTANCE_METADATA__PORT", "0")];
    let awsim = Awsim::with(&["--data-dir", ":memory:"], &settings);
    let metadata = awsim.said_after("metadata").expect("the banner tells where the instance metadata are");
    run(python().args(["-c", MAKE_ROLE, &awsim.endpoint()]));
    check_session_of_role(&who_am_i(&awsim, &[("AWS_EC2_METADATA_SERVICE_ENDPOINT", &metadata)]));

    let curl = |arguments: &[&str]| run(std::process::Command::new("curl").args(["-s"]).args(arguments));
    let status =
        curl(&["-o", "/dev/null", "-w", "%{http_code}", &format!("{metadata}/latest/meta-data/instance-id")]);
    assert_eq!(status, "401");
    let token = curl(&[
        "-X",
        "PUT",
        "-H",
        "x-aws-ec2-metadata-token-ttl-seconds: 60",
        &format!("{metadata}/latest/api/token"),
    ]);
    let header = format!("x-aws-ec2-metadata-token: {token}");
    let read = |path: &str| curl(&["-H", &header, &format!("{metadata}/latest/{path}")]);
    assert_eq!(read("meta-data/iam/security-credentials/"), "app");
    assert_eq!(read("meta-data/placement/region"), "us-east-1");
    let identity: serde_json::Value =
        serde_json::from_str(&read("dynamic/instance-identity/document")).unwrap();
    assert_eq!(identity["accountId"], "000000000000");
    assert_eq!(identity["instanceId"], read("meta-data/instance-id"));
    let forwarded = curl(&[
        "-o",
        "/dev/null",
        "-w",
        "%{http_code}",
        "-H",
        &header,
        "-H",
        "X-Forwarded-For: 10.0.0.1",
        &format!("{metadata}/latest/meta-data/instance-id"),
    ]);
    assert_eq!(forwarded, "403");
}
