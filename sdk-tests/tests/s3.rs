//! Amazon S3 behind an AWSim that enforces, through the AWS CLI and the JavaScript SDK: the ordinary flow of an
//! administrator, and what somebody without permissions is told.

use std::path::Path;
use std::process::Command;

use awsim_sdk_tests::moto::Moto;
use awsim_sdk_tests::process::Awsim;
use awsim_sdk_tests::tools::{aws_cli, node, run};
use serde_json::Value;

/// An enforcing AWSim before a server for S3, to which requests go signed like this.
fn before(moto: &Moto, signing: &str) -> Awsim {
    let url = moto.url();
    let variables = [
        ("AWSIM_IAM_ENFORCE", "on"),
        ("AWSIM_SERVICES__S3__UPSTREAM", &*url),
        ("AWSIM_SERVICES__S3__SIGNING", signing),
    ];
    Awsim::with(&["--data-dir", ":memory:"], &variables)
}

/// The access key of a user without permissions.
fn powerless(awsim: &Awsim) -> (String, String) {
    run(aws_cli(awsim).args(["iam", "create-user", "--user-name", "powerless"]));
    let key = run(aws_cli(awsim).args(["iam", "create-access-key", "--user-name", "powerless"]));
    let key: Value = serde_json::from_str(&key).unwrap();
    let text = |name: &str| key["AccessKey"][name].as_str().unwrap().to_owned();
    (text("AccessKeyId"), text("SecretAccessKey"))
}

#[test]
fn the_cli() {
    let moto = Moto::start();
    let awsim = before(&moto, "same");
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let aws = |arguments: &[&str]| run(aws_cli(&awsim).args(arguments));
    // Larger than one part of an upload.
    let content: Vec<u8> = (0..9_000_000u32).map(|number| (number % 251) as u8).collect();
    std::fs::write(file("large"), &content).unwrap();
    std::fs::create_dir(folder.path().join("tree")).unwrap();
    std::fs::write(file("tree/a b"), "a b").unwrap();

    aws(&["s3", "mb", "s3://cli-bucket"]);
    aws(&["s3", "cp", &file("large"), "s3://cli-bucket/large"]);
    aws(&["s3", "cp", "s3://cli-bucket/large", "s3://cli-bucket/copies/large"]);
    aws(&["s3", "sync", &file("tree"), "s3://cli-bucket/tree"]);
    let listed = aws(&["s3", "ls", "--recursive", "s3://cli-bucket"]);
    assert!(["9000000", "copies/large", "tree/a b"].iter().all(|part| listed.contains(part)), "{listed}");
    assert!(aws(&["s3", "ls"]).contains("cli-bucket"));
    aws(&["s3", "cp", "s3://cli-bucket/copies/large", &file("back")]);
    assert!(std::fs::read(file("back")).unwrap() == content);
    aws(&["s3", "mv", "s3://cli-bucket/tree/a b", "s3://cli-bucket/moved"]);

    let head = aws(&["s3api", "head-object", "--bucket", "cli-bucket", "--key", "moved"]);
    assert_eq!(serde_json::from_str::<Value>(&head).unwrap()["ContentLength"], 3);
    let tags = "TagSet=[{Key=team,Value=blue}]";
    aws(&["s3api", "put-object-tagging", "--bucket", "cli-bucket", "--key", "moved", "--tagging", tags]);
    // For older regions the CLI signs URLs with Signature Version 2.
    let url = aws(&["s3", "presign", "s3://cli-bucket/moved", "--region", "eu-central-1"]);
    assert_eq!(run(Command::new("curl").args(["-s", "-f", url.trim()])), "a b");

    assert_powerless(&awsim, Path::new(&file("large")));
    aws(&["s3", "rm", "--recursive", "s3://cli-bucket"]);
    aws(&["s3", "rb", "s3://cli-bucket"]);
}

fn assert_powerless(awsim: &Awsim, file: &Path) {
    let (id, secret) = powerless(awsim);
    let upload = ["s3", "cp", &file.to_string_lossy(), "s3://cli-bucket/large"];
    for arguments in
        [&upload[..], &["s3", "ls", "s3://cli-bucket"], &["s3", "rb", "--force", "s3://cli-bucket"]]
    {
        let mut command = aws_cli(awsim);
        command.env("AWS_ACCESS_KEY_ID", &id).env("AWS_SECRET_ACCESS_KEY", &secret);
        let output = command.args(arguments).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success() && said.contains("AccessDenied"), "{arguments:?}: {said}");
    }
}

#[test]
fn the_javascript_sdk() {
    for signing in ["same", "own"] {
        javascript(signing);
    }
}

fn javascript(signing: &str) {
    let moto = Moto::start();
    let awsim = before(&moto, signing);
    let (id, secret) = powerless(&awsim);
    let source = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/node/s3.mjs")).unwrap();
    let said = run(node()
        .args(["--input-type=module", "--eval", &source])
        .env("AWSIM_ENDPOINT", awsim.endpoint())
        .env("POWERLESS_ID", id)
        .env("POWERLESS_SECRET", secret));
    assert_eq!(said.trim(), "done");
}
