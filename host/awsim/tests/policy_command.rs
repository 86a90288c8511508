//! `awsim policy …` as people and CI run it: the real program, its output and its exit status.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where its input is wrong"
)]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const TYPO: &str = r#"{"Version": "2012-10-17", "Statement":
    {"Sid": "Read", "Effect": "Allow", "Action": "s3:GetObjekt", "Resource": "*"}}"#;
const READ: &str = r#"{"Version": "2012-10-17", "Statement":
    {"Sid": "Read", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*",
     "Condition": {"StringEquals": {"aws:PrincipalTag/team": ["red", "blue"]}}}}"#;

/// Runs `awsim policy` and gives it something to read.
fn policy(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_awsim"))
        .arg("policy")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = input.to_vec();
    // The answers may fill their pipe before the input is all written.
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().expect("the program ends");
    let _ = writer.join().expect("the writer ends");
    output
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).expect("text")
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {}", stdout(output)))
}

/// A file of the test's own.
fn file(name: &str, text: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text).expect("a writable folder");
    path
}

#[test]
fn validate_takes_what_aws_takes_and_gives_advice() {
    let path = file("typo.json", TYPO);
    let path = path.to_str().unwrap();
    let output = policy(&["validate", path], b"");
    assert_eq!(output.status.code(), Some(0));
    let expected = format!(
        "{path}:2:50: advice, error [INVALID_ACTION]: The action s3:GetObjekt does not exist. Did you mean s3:GetObject?\n"
    );
    assert!(stdout(&output).starts_with(&expected), "{}", stdout(&output));

    assert_eq!(policy(&["validate", "--fail-on", "error", path], b"").status.code(), Some(1));
    assert_eq!(policy(&["validate", "--kind", "trust", path], b"").status.code(), Some(1));
}

#[test]
fn validate_refuses_with_status_1_and_the_place() {
    let output = policy(
        &["validate", "--format", "json", "-"],
        TYPO.replace(r#""Resource": "*""#, r#""Resource": "b""#).as_bytes(),
    );
    assert_eq!(output.status.code(), Some(1));
    let file = &json(&output)["files"][0];
    assert_eq!((&file["valid"], &file["kind"]), (&false.into(), &"identity".into()));
    let error = &file["errors"][0];
    assert_eq!(error["code"], "MalformedPolicyDocument");
    assert_eq!(error["message"], "Resource b must be in ARN format or \"*\".");
    assert_eq!((&error["start"]["line"], &error["start"]["column"]), (&2.into(), &78.into()));
    assert_eq!(file["advice"][0]["code"], "INVALID_ACTION");
}

#[test]
fn validate_speaks_sarif() {
    let path = file("sarif.json", &TYPO.replace("2012-10-17", "2008-10-17"));
    let output = policy(&["validate", "--format", "sarif", path.to_str().unwrap(), "no/such file.json"], b"");
    assert_eq!(output.status.code(), Some(1));
    let log = json(&output);
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), 4);
    for result in results {
        let rule = &rules[result["ruleIndex"].as_u64().unwrap() as usize];
        assert_eq!(rule["id"], result["ruleId"]);
    }
    assert_eq!(results[0]["ruleId"], "MalformedPolicyDocument");
    assert_eq!(results[0]["level"], "error");
    let region = &results[0]["locations"][0]["physicalLocation"]["region"];
    assert_eq!(
        (&region["startLine"], &region["startColumn"], &region["endColumn"]),
        (&1.into(), &13.into(), &25.into())
    );
    let missing = &results[3]["locations"][0]["physicalLocation"];
    assert_eq!(missing["artifactLocation"]["uri"], "no/such%20file.json");
}

#[test]
fn hostile_files_are_refused() {
    for text in [
        "[".repeat(1 << 21),
        "{".repeat(100_000),
        format!("{{\"Version\":{}}}", "9".repeat(100_000)),
        String::new(),
    ] {
        let output = policy(&["validate", "--format", "json", "-"], text.as_bytes());
        assert_eq!(output.status.code(), Some(1));
        assert_eq!(json(&output)["files"][0]["errors"][0]["code"], "MalformedPolicyDocument");
    }
}

#[test]
fn evaluate_answers_line_by_line() {
    let case = |id: &str, team: &str, expected: &str| {
        format!(
            r#"{{"id":"{id}","request":{{"principal":"arn:aws:iam::111122223333:user/ann","action":"s3:GetObject","resource":"arn:aws:s3:::b/k","context":{{"aws:PrincipalTag/team":"{team}"}}}},"identityPolicies":[{}],"expected":"{expected}"}}"#,
            READ.replace('\n', " ")
        )
    };
    let good = [case("c1", "red", "allowed"), case("c2", "green", "implicitDeny")].join("\n");
    let output = policy(&["evaluate"], good.as_bytes());
    assert_eq!(output.status.code(), Some(0));
    let answers: Vec<Value> =
        stdout(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((&answers[0]["id"], &answers[0]["verdict"]), (&"c1".into(), &"allowed".into()));
    assert_eq!(answers[0]["reason"]["statement"]["sid"], "Read");
    let failed = &answers[1]["reason"]["missedStatements"][0]["failedConditions"][0];
    assert_eq!(failed["key"], "aws:PrincipalTag/team");
    assert_eq!(failed["requestValues"][0], "green");

    let differing = policy(&["evaluate"], case("c3", "green", "allowed").as_bytes());
    assert_eq!(differing.status.code(), Some(1));
    let bad = policy(&["evaluate"], format!("{good}\n{{\"id\": \"c4\"}}\n").as_bytes());
    assert_eq!(bad.status.code(), Some(1));
    let last: Value = serde_json::from_str(stdout(&bad).lines().last().unwrap()).unwrap();
    assert_eq!((&last["id"], &last["line"]), (&"c4".into(), &3.into()));
    assert!(last["error"].as_str().unwrap().contains("missing field `request`"));
}

#[test]
fn evaluate_agrees_with_the_whole_corpus() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../policy/tests/corpus");
    let mut files = 0;
    for entry in fs::read_dir(corpus).expect("the corpus") {
        let path = entry.expect("a file").path();
        let text = fs::read(&path).expect("readable");
        if path.extension().is_some_and(|extension| extension == "jsonl")
            && !path.ends_with("validation.jsonl")
        {
            let output = policy(&["evaluate", "--format", "text"], &text);
            let differing: Vec<_> =
                stdout(&output).split("\n\n").filter(|answer| answer.contains("DIFFERS")).collect();
            assert_eq!(output.status.code(), Some(0), "{}: {}", path.display(), differing.join("\n\n"));
            files += 1;
        }
    }
    assert!(files > 0);
}

#[test]
fn explain_tells_a_person_why() {
    let path = file("read.json", READ);
    let path = path.to_str().unwrap();
    let question = [
        "explain",
        "--principal",
        "arn:aws:iam::111122223333:user/ann",
        "--action",
        "s3:GetObject",
        "--resource",
        "arn:aws:s3:::b/k",
        "--identity-policy",
        path,
    ];
    let output = policy(&[&question[..], &["--context", "aws:PrincipalTag/team=green"]].concat(), b"");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(
        stdout(&output),
        format!(
            "implicitDeny\n  \
               arn:aws:iam::111122223333:user/ann asks for s3:GetObject on arn:aws:s3:::b/k\n  \
               decided by the identity-based policy: no statement allows it\n  \
               AWS says: User: arn:aws:iam::111122223333:user/ann is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::b/k because no identity-based policy allows the s3:GetObject action\n  \
               speak of the action and do not apply:\n    \
                 Allow \"Read\" of {path}, line 2, column 5 (identity-based policy): its condition does not hold\n      \
                   StringEquals aws:PrincipalTag/team \"red\" or \"blue\": the request has \"green\"\n  \
               missing identity-based policy:\n    \
                 {{\n      \"Version\": \"2012-10-17\",\n      \"Statement\": [\n        {{\n          \
                 \"Effect\": \"Allow\",\n          \"Action\": \"s3:GetObject\",\n          \
                 \"Resource\": \"arn:aws:s3:::b/k\"\n        }}\n      ]\n    }}\n  \
               layers: identity-based policy implicitDeny; no resource-based policy\n\n"
        )
    );
    let allowed = policy(
        &[&question[..], &["--context", "aws:PrincipalTag/team=red", "--format", "json"]].concat(),
        b"",
    );
    let answer = json(&allowed);
    assert_eq!(
        (&answer["verdict"], &answer["reason"]["statement"]["policy"]),
        (&"allowed".into(), &path.into())
    );
}

#[test]
fn explain_tells_of_policies_that_are_not_there_and_of_conditions_that_are_missing() {
    let ann = ["explain", "--principal", "arn:aws:iam::111122223333:user/ann"];
    let nothing = policy(&[&ann[..], &["--action", "s3:ListAllMyBuckets"]].concat(), b"");
    for line in [
        "  decided by the identity-based policy: there is none\n",
        "  layers: no identity-based policy; no resource-based policy\n",
    ] {
        assert!(stdout(&nothing).contains(line), "{}", stdout(&nothing));
    }
    let trust = r#"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
        "Principal": {"AWS": "111122223333"}, "Condition": {"StringEquals": {"sts:ExternalId": "7"}}}}"#;
    let path = file("trust.json", trust);
    let path = path.to_str().unwrap();
    let role = ["--action", "sts:AssumeRole", "--resource", "arn:aws:iam::111122223333:role/app"];
    let question = [&ann[..], &role, &["--resource-policy", path]].concat();
    let told = policy(&question, b"");
    let missing = format!(
        "  what is missing is the condition of Allow of {path}, line 1, column 40 (resource-based policy)\n"
    );
    assert!(stdout(&told).contains(&missing), "{}", stdout(&told));
    assert!(!stdout(&told).contains("\"Effect\""), "{}", stdout(&told));
    let answer = json(&policy(&[&question[..], &["--format", "json"]].concat(), b""));
    assert_eq!(answer["reason"]["remedy"]["condition"]["policy"], path);
    // The principal needs a statement, too.
    let met = policy(&[&question[..], &["--context", "sts:ExternalId=7"]].concat(), b"");
    assert!(stdout(&met).contains("  missing identity-based policy:\n"), "{}", stdout(&met));
}

#[test]
fn mistakes_end_with_status_2() {
    assert_eq!(policy(&[], b"").status.code(), Some(2));
    assert_eq!(
        policy(&["explain", "--principal", "x", "--action", "s3:GetObject"], b"").status.code(),
        Some(2)
    );
    assert_eq!(policy(&["validate", "--kind", "bucket", "-"], b"").status.code(), Some(2));
}
