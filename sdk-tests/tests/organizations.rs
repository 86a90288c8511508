//! Organizations and accounts by the AWS CLI: made, limited, entered, killed, described and taken in elsewhere.

use std::collections::BTreeSet;
use std::process::Command;

use awsim_sdk_tests::process::{Awsim, binary};
use awsim_sdk_tests::tools::{aws_cli, run};
use serde_json::Value;

/// What a command of the AWS CLI prints as text.
fn aws(awsim: &Awsim, arguments: &[&str]) -> String {
    run(aws_cli(awsim).args(arguments).args(["--output", "text"])).trim().to_owned()
}

#[test]
fn an_organization_outlives_its_process() {
    let mut awsim = Awsim::start_durable();
    aws(&awsim, &["organizations", "create-organization"]);
    let root = aws(&awsim, &["organizations", "list-roots", "--query", "Roots[0].Id"]);
    let scp = "SERVICE_CONTROL_POLICY";
    aws(&awsim, &["organizations", "enable-policy-type", "--root-id", &root, "--policy-type", scp]);
    let unit = [
        "organizations",
        "create-organizational-unit",
        "--parent-id",
        &root,
        "--name",
        "dev",
        "--query",
        "OrganizationalUnit.Id",
    ];
    let unit = aws(&awsim, &unit);
    let request = [
        "organizations",
        "create-account",
        "--email",
        "dev@example.com",
        "--account-name",
        "dev",
        "--query",
        "CreateAccountStatus.Id",
    ];
    let request = aws(&awsim, &request);
    let status = ["organizations", "describe-create-account-status", "--create-account-request-id", &request];
    let status = [&status[..], &["--query", "CreateAccountStatus.AccountId"]].concat();
    let account = aws(&awsim, &status);
    let between = ["--source-parent-id", &root, "--destination-parent-id", &unit];
    aws(&awsim, &[&["organizations", "move-account", "--account-id", &account][..], &between].concat());
    let content =
        r#"{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:*","Resource":"*"}]}"#;
    let policy = [
        "organizations",
        "create-policy",
        "--name",
        "no-s3",
        "--description",
        "no S3",
        "--type",
        scp,
        "--content",
        content,
        "--query",
        "Policy.PolicySummary.Id",
    ];
    let policy = aws(&awsim, &policy);
    aws(&awsim, &["organizations", "attach-policy", "--policy-id", &policy, "--target-id", &unit]);

    awsim.kill_and_restart();
    let attached = ["organizations", "list-policies-for-target", "--target-id", &unit, "--filter", scp];
    let attached = aws(&awsim, &[&attached[..], &["--query", "Policies[].Name"]].concat());
    // They come in the order of their ids, which are drawn.
    let attached: BTreeSet<&str> = attached.split_whitespace().collect();
    assert_eq!(attached, BTreeSet::from(["FullAWSAccess", "no-s3"]));
    let role = format!("arn:aws:iam::{account}:role/OrganizationAccountAccessRole");
    let assume = ["sts", "assume-role", "--role-arn", &role, "--role-session-name", "cli"];
    let session = aws(&awsim, &[&assume[..], &["--query", "AssumedRoleUser.Arn"]].concat());
    assert_eq!(session, format!("arn:aws:sts::{account}:assumed-role/OrganizationAccountAccessRole/cli"));
}

#[test]
fn an_account_is_the_same_where_it_is_taken_in() {
    let awsim = Awsim::start();
    let allow = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}"#;
    let trust = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}"#;
    let own = "arn:aws:iam::000000000000:policy/own";
    for command in [
        &["create-policy", "--policy-name", "own", "--policy-document", allow][..],
        &["create-policy-version", "--policy-arn", own, "--policy-document", allow],
        &["create-group", "--group-name", "Readers"],
        &["attach-group-policy", "--group-name", "Readers", "--policy-arn", own],
        &["create-user", "--user-name", "ann", "--path", "/staff/", "--tags", "Key=team,Value=blue"],
        &["put-user-policy", "--user-name", "ann", "--policy-name", "in", "--policy-document", allow],
        &["add-user-to-group", "--user-name", "ann", "--group-name", "Readers"],
        &["put-user-permissions-boundary", "--user-name", "ann", "--permissions-boundary", own],
        &["create-role", "--role-name", "web", "--assume-role-policy-document", trust],
        &["create-instance-profile", "--instance-profile-name", "web"],
        &["add-role-to-instance-profile", "--instance-profile-name", "web", "--role-name", "web"],
    ] {
        aws(&awsim, &[&["iam"][..], command].concat());
    }
    let describe = |awsim: &Awsim| {
        run(aws_cli(awsim).args(["iam", "get-account-authorization-details", "--output", "json"]))
    };
    let details = describe(&awsim);

    let folder = tempfile::tempdir().unwrap();
    let (file, data) = (folder.path().join("account.json"), folder.path().join("data"));
    std::fs::write(&file, &details).unwrap();
    let data = data.to_string_lossy().into_owned();
    let mut import = Command::new(binary());
    import.current_dir(folder.path()).args(["--data-dir", &data, "import"]).arg(&file);
    assert!(run(&mut import).contains("account 000000000000 was taken in"));
    let other = Awsim::with(&["--data-dir", &data], &[]);
    let [there, here] = [describe(&other), details].map(|json| serde_json::from_str::<Value>(&json).unwrap());
    assert_eq!(there, here);
}
