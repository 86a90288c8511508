//! `awsim decisions` and `awsim policy generate` against an AWSim that runs.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where its input is wrong"
)]

mod common;

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use common::{awsim, output};

/// A running AWSim that writes its decisions to a file, with a user who has one policy.
struct Running {
    program: common::Running,
    file: PathBuf,
    key: String,
}

impl Running {
    fn start(mode: &str, name: &str) -> Self {
        let file =
            Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}.jsonl", std::process::id()));
        // An earlier run may have left it.
        let _ = std::fs::remove_file(&file);
        let mut program = common::Running::launch(
            &["--iam-enforce", mode, "--verify-sigv4", "false"],
            &[("AWSIM_DECISIONS__FILE", file.to_str().unwrap())],
        );
        program.ignore_log();
        let mut running = Self { program, file, key: "test".to_owned() };
        running.ask("iam", "Action=CreateUser&Version=2010-05-08&UserName=ann");
        let policy = "%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%7B%22Sid%22%3A%22Own%22%2C%22Effect%22%3A%22Allow%22%2C\
                      %22Action%22%3A%22iam%3AGetUser%22%2C%22Resource%22%3A%22*%22%7D%7D";
        running.ask(
            "iam",
            &format!(
                "Action=PutUserPolicy&Version=2010-05-08&UserName=ann&PolicyName=own&PolicyDocument={policy}"
            ),
        );
        let (_, made) = running.ask("iam", "Action=CreateAccessKey&Version=2010-05-08&UserName=ann");
        let key = made.split_once("<AccessKeyId>").unwrap().1.split_once('<').unwrap().0;
        running.key = key.to_owned();
        running
    }

    /// Asks with the credentials of the user, once there are any.
    fn ask(&self, service: &str, form: &str) -> (u16, String) {
        self.program.query(&self.key, service, form)
    }

    fn get_user(&self) {
        let (status, answer) = self.ask("iam", "Action=GetUser&Version=2010-05-08");
        assert_eq!(status, 200, "{answer}");
    }

    /// The status of what the user's policy does not allow.
    fn list_users(&self) -> u16 {
        self.ask("iam", "Action=ListUsers&Version=2010-05-08").0
    }

    /// A command of the program that asks this AWSim.
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = awsim(arguments);
        command.env("AWS_ENDPOINT_URL", format!("http://{}", self.program.address));
        command
    }

    /// The status, the output and the complaints of a command.
    fn run(&self, arguments: &[&str]) -> (Option<i32>, String, String) {
        output(&mut self.command(arguments))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.file);
    }
}

const ANN: &str = "arn:aws:iam::000000000000:user/ann";

#[test]
fn decisions_are_told_to_people() {
    let running = Running::start("on", "people");
    running.get_user();
    assert_eq!(running.list_users(), 403);
    let (code, told, _) = running.run(&["decisions", "--principal", ANN]);
    assert_eq!(code, Some(0), "{told}");
    let (allowed, denied) = told.trim_end().split_once("\n\n").unwrap();
    assert!(allowed.contains(&format!(" allowed: {ANN} asks for iam:GetUser on {ANN}\n")), "{told}");
    assert!(
        allowed.ends_with("decided by Allow \"Own\" of own, line 1, column 37 (identity-based policy)"),
        "{told}"
    );
    for line in [
        "  decided by the identity-based policy: no statement allows it",
        "  AWS says: User: arn:aws:iam::000000000000:user/ann is not authorized to perform: iam:ListUsers on resource: ",
        "  the smallest statement that is missing (identity-based policy):",
        "      \"Action\": \"iam:ListUsers\",",
    ] {
        assert!(denied.contains(line), "{line}\n{told}");
    }
}

#[test]
fn decisions_are_told_to_programs_and_can_be_chosen() {
    let running = Running::start("on", "programs");
    for _ in 0..3 {
        running.get_user();
    }
    running.list_users();
    let entries = |arguments: &[&str]| -> Vec<Value> {
        let (code, told, complaint) = running.run(&[&["decisions", "--format", "json"], arguments].concat());
        assert_eq!(code, Some(0), "{complaint}");
        told.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    };
    let numbers: Vec<_> =
        entries(&["--principal", "*/ann"]).iter().map(|entry| entry["number"].as_u64()).collect();
    assert!(numbers.len() == 4 && numbers.is_sorted(), "{numbers:?}");
    assert_eq!(entries(&["--principal", "*/ann", "--limit", "2"]).len(), 2);
    let denied = entries(&["--verdict", "implicitDeny", "--action", "iam:list*", "--since", "1h"]);
    assert_eq!((denied.len(), &denied[0]["layer"]), (1, &"identity".into()));
    let id = denied[0]["request_id"].as_str().unwrap();
    // The message is sealed anew each time that it is told.
    let unsealed = |mut entries: Vec<Value>| {
        for entry in &mut entries {
            let sealed = entry.as_object_mut().and_then(|entry| entry.remove("encoded_message"));
            assert!(sealed.is_some(), "{entry}");
        }
        entries
    };
    assert_eq!(unsealed(entries(&["--request-id", id])), unsealed(denied.clone()));
    assert_eq!(entries(&["--until", "1h"]).len(), 0);
    let (code, _, complaint) = running.run(&["decisions", "--verdict", "maybe"]);
    assert_eq!((code, complaint.contains("possible values: allowed,")), (Some(2), true), "{complaint}");
}

#[test]
fn decisions_are_followed_until_awsim_stops() {
    let mut running = Running::start("on", "follow");
    let mut following = running
        .command(&["decisions", "--follow", "--principal", ANN, "--verdict", "implicitDeny"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut told = BufReader::new(following.stdout.take().unwrap());
    let (say, heard) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let mut line = String::new();
        while told.read_line(&mut line).is_ok_and(|read| read > 0) {
            // The test may have seen enough.
            let _ = say.send(std::mem::take(&mut line));
        }
    });
    // When it listens cannot be seen from here: what is asked before that is not told.
    let first = loop {
        running.get_user();
        running.list_users();
        if let Ok(line) = heard.recv_timeout(std::time::Duration::from_millis(50)) {
            break line;
        }
    };
    assert!(first.contains(" implicitDeny: ") && first.contains("iam:ListUsers"), "{first}");
    running.program.child.kill().unwrap();
    running.program.child.wait().unwrap();
    assert_eq!(following.wait().unwrap().code(), Some(0));
    let mut complaint = String::new();
    following.stderr.take().unwrap().read_to_string(&mut complaint).unwrap();
    assert!(complaint.ends_with("AWSim has stopped\n"), "{complaint}");
    assert!(heard.iter().all(|line| !line.contains("GetUser")));
}

#[test]
fn the_url_may_be_that_of_https() {
    let running =
        common::Running::launch(&[], &[("AWSIM_TLS__ENABLED", "true"), ("AWSIM_IAM_ENFORCE", "on")]);
    let mut command = awsim(&["decisions"]);
    let (code, _, complaint) =
        output(command.env("AWS_ENDPOINT_URL", format!("https://{}", running.address)));
    assert_eq!(code, Some(0), "{complaint}");
}

#[test]
fn nobody_there_is_told() {
    let (code, _, complaint) = output(&mut awsim(&["decisions", "--endpoint-url", "http://127.0.0.1:1"]));
    assert_eq!(code, Some(1));
    assert!(complaint.starts_with("awsim: no AWSim answers at http://127.0.0.1:1/: "), "{complaint}");
}

#[test]
fn a_policy_is_generated_from_what_an_audit_let_through() {
    let running = Running::start("audit", "generate");
    running.get_user();
    assert_eq!(running.list_users(), 200);
    let (code, policy, report) = running.run(&["policy", "generate", "--principal", ANN, "--since", "1h"]);
    assert_eq!(code, Some(0), "{report}");
    assert_eq!(
        report,
        format!("awsim: from 2 decisions on requests of {ANN}\nawsim: tried again, it allows all of them\n")
    );
    let policy: Value = serde_json::from_str(&policy).unwrap();
    let statements = policy["Statement"].as_array().unwrap();
    assert_eq!(
        (&statements[0]["Action"], &statements[0]["Resource"]),
        (&"iam:ListUsers".into(), &"*".into())
    );
    assert_eq!((&statements[1]["Action"], &statements[1]["Resource"]), (&"iam:GetUser".into(), &ANN.into()));

    let (_, all, _) = running.run(&["policy", "generate", "--principal", ANN, "--format", "json"]);
    let all: Value = serde_json::from_str(&all).unwrap();
    assert_eq!((&all["policy"], &all["replay_passed"]), (&policy, &true.into()));

    let (code, _, complaint) = running.run(&["policy", "generate", "--principal", "*/bob"]);
    assert_eq!(code, Some(1));
    assert!(complaint.starts_with("awsim: There is nothing to allow */bob: "), "{complaint}");
}

#[test]
fn a_generated_policy_is_narrowed_to_external_ids() {
    let mut running = Running::start("audit", "narrowed");
    let trust = "%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%7B%22Effect%22%3A%22Allow%22%2C%22Principal%22%3A%7B%22AWS%22%3A\
                 %22000000000000%22%7D%2C%22Action%22%3A%22sts%3AAssumeRole%22%7D%7D";
    for role in ["theirs", "ours"] {
        let form =
            format!("Action=CreateRole&Version=2010-05-08&RoleName={role}&AssumeRolePolicyDocument={trust}");
        assert_eq!(running.ask("iam", &form).0, 200);
        let id = if role == "theirs" { "&ExternalId=customer-7" } else { "" };
        let form = format!(
            "Action=AssumeRole&Version=2011-06-15&RoleArn=arn:aws:iam::000000000000:role/{role}&RoleSessionName=work{id}"
        );
        assert_eq!(running.ask("sts", &form).0, 200);
    }
    // From memory, and from the file, which is complete when the program has stopped.
    let (code, policy, report) = running.run(&["policy", "generate", "--principal", ANN]);
    assert_eq!(code, Some(0), "{report}");
    let parsed: Value = serde_json::from_str(&policy).unwrap();
    let assuming: Vec<_> = parsed["Statement"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|statement| statement["Action"] == "sts:AssumeRole")
        .map(|statement| (statement["Resource"].as_str().unwrap(), &statement["Condition"]))
        .collect();
    let narrowed = serde_json::json!({"StringEquals": {"sts:ExternalId": "customer-7"}});
    assert_eq!(
        assuming,
        [
            ("arn:aws:iam::000000000000:role/ours", &Value::Null),
            ("arn:aws:iam::000000000000:role/theirs", &narrowed)
        ]
    );
    running.program.terminate();
    running.program.child.wait().unwrap();
    let file = running.file.to_str().unwrap();
    let (code, again, report) = running.run(&["policy", "generate", "--principal", ANN, "--file", file]);
    assert_eq!((code, again), (Some(0), policy), "{report}");
}

#[test]
fn a_policy_is_generated_from_a_file() {
    let mut running = Running::start("on", "file");
    running.get_user();
    running.list_users();
    // The file is complete when the program has stopped in good order.
    running.program.terminate();
    running.program.child.wait().unwrap();
    let file = running.file.to_str().unwrap();
    let (code, policy, report) = running.run(&["policy", "generate", "--principal", ANN, "--file", file]);
    assert_eq!(code, Some(0), "{report}");
    assert!(report.contains("left out, because the request was refused: 1 decision\n"), "{report}");
    let policy: Value = serde_json::from_str(&policy).unwrap();
    assert_eq!(policy["Statement"][0]["Action"], "iam:GetUser");
    let (code, _, complaint) = running.run(&[
        "policy",
        "generate",
        "--principal",
        ANN,
        "--file",
        file,
        "--since",
        "2126-01-01T00:00:00Z",
    ]);
    assert_eq!((code, complaint.contains("there is nothing to allow")), (Some(1), true), "{complaint}");
    for (arguments, says) in [
        (["--file", "no/such/file", "--since", "1h"], "no/such/file: "),
        (["--file", file, "--since", "soon"], "--since \"soon\" is no time"),
    ] {
        let (code, _, complaint) =
            running.run(&[&["policy", "generate", "--principal", ANN], &arguments[..]].concat());
        assert_eq!((code, complaint.contains(says)), (Some(2), true), "{complaint}");
    }
}
