//! Every operation of IAM through the AWS CLI and through the JavaScript SDK: one walk, `model/iam-walk.json`, in which
//! what one answer says is used by later requests.

use std::collections::BTreeSet;

use awsim_sdk_tests::process::Awsim;
use awsim_sdk_tests::tools::{aws_cli, aws_cli_program, node, run};
use serde_json::Value;

const WALK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/model/iam-walk.json");
const FILES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/terraform/credentials");

/// An AWSim with an organization, and the path of its root.
fn with_organization() -> (Awsim, String) {
    let awsim = Awsim::start();
    let organizations = |arguments: &[&str]| -> Value {
        let printed = run(aws_cli(&awsim).arg("organizations").args(arguments));
        serde_json::from_str(&printed).unwrap_or_default()
    };
    let organization = organizations(&["create-organization"]);
    organizations(&["enable-aws-service-access", "--service-principal", "iam.amazonaws.com"]);
    let roots = organizations(&["list-roots"]);
    let id = |value: &Value| value["Id"].as_str().unwrap().to_owned();
    let path = format!("{}/{}", id(&organization["Organization"]), id(&roots["Roots"][0]));
    (awsim, path)
}

#[test]
fn the_walk_passes_every_operation() {
    let walk: Vec<Value> = serde_json::from_str(&std::fs::read_to_string(WALK).unwrap()).unwrap();
    let walked: BTreeSet<&str> = walk.iter().map(|step| step["call"].as_str().unwrap()).collect();
    let awsim = Awsim::start();
    let info =
        run(std::process::Command::new("curl").arg("-s").arg(format!("{}/_awsim/info", awsim.endpoint())));
    let info: Value = serde_json::from_str(&info).unwrap();
    let iam = info["services"].as_array().unwrap().iter().find(|service| service["name"] == "iam").unwrap();
    assert_eq!(iam["operations"]["total"], walked.len(), "{walked:?}");
}

#[test]
fn the_cli() {
    let (awsim, path) = with_organization();
    let program = concat!(env!("CARGO_MANIFEST_DIR"), "/python/cli_walk.py");
    let said = run(aws_cli_program(&awsim).arg(program).env("AWSIM_ORGANIZATION_PATH", path));
    assert!(said.starts_with("180 operations"), "{said}");
}

#[test]
fn the_javascript_sdk() {
    let (awsim, path) = with_organization();
    let source = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/node/walk.mjs")).unwrap();
    let said = run(node()
        .args(["--input-type=module", "--eval", &source])
        .env("AWSIM_ENDPOINT", awsim.endpoint())
        .env("AWSIM_FILES", FILES)
        .env("AWSIM_WALK", WALK)
        .env("AWSIM_ORGANIZATION_PATH", path));
    assert!(said.starts_with("180 operations"), "{said}");
}
