//! The cases of the policy engine's corpus, asked over the wire: `SimulateCustomPolicy` must decide as the engine does, and name the same
//! statement.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where its input is wrong"
)]

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::Write;
use std::process::Stdio;

use awsim_policy::cases::{Answer, Case, evaluate_case};
use awsim_policy::catalogue::Reference;
use awsim_sdk_tests::process::{Awsim, workspace};
use awsim_sdk_tests::tools::python;
use serde_json::value::RawValue;
use serde_json::{Value, json};

/// A list of policies must not be empty; this one says nothing of any case.
const NOTHING: &str =
    r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"nothing:Nothing","Resource":"*"}}"#;

/// The fewest cases that can be asked this way, so that the translation does not lose them unnoticed.
const FEWEST: usize = 400;

#[test]
fn the_simulator_decides_as_the_engine() {
    let mut asked = HashMap::new();
    let mut requests = String::new();
    for case in corpus() {
        let answer = evaluate_case(&case, Some(&Reference)).expect("a case of the corpus");
        if let Some(request) = request(&case) {
            requests.push_str(&json!({"id": case.id, "request": request}).to_string());
            requests.push('\n');
            asked.insert(case.id.as_str().expect("an id").to_owned(), answer);
        }
    }
    assert!(asked.len() >= FEWEST, "only {} cases can be asked", asked.len());

    let mut wrong = Vec::new();
    let mut answered = 0;
    for line in simulate(&requests).lines() {
        let said: Value = serde_json::from_str(line).expect("JSON");
        let id = said["id"].as_str().expect("an id");
        let answer = &asked[id];
        answered += 1;
        if let Err(difference) = compare(answer, &said) {
            wrong.push(format!("{id}: {difference}"));
        }
    }
    assert_eq!(answered, asked.len());
    assert!(wrong.is_empty(), "{} of {answered} differ:\n{}", wrong.len(), wrong.join("\n"));
    println!("{answered} cases over the wire");
}

fn corpus() -> Vec<Case> {
    let folder = workspace().join("policy/tests/corpus");
    let mut cases = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the corpus") {
        let path = entry.expect("a file").path();
        if path.extension().is_some_and(|extension| extension == "jsonl")
            && !path.ends_with("validation.jsonl")
        {
            let text = std::fs::read_to_string(&path).expect("readable");
            let lines = text.lines().filter(|line| !line.trim().is_empty());
            cases.extend(lines.map(|line| serde_json::from_str::<Case>(line).expect("a case")));
        }
    }
    cases
}

/// Sends the requests with boto3 and gives back the answers, a line each.
fn simulate(requests: &str) -> String {
    let awsim = Awsim::start();
    let mut child = python()
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/python/simulate.py"))
        .env("AWSIM_ENDPOINT", awsim.endpoint())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("python3 runs");
    let mut stdin = child.stdin.take().expect("a pipe");
    let requests = requests.to_owned();
    let writer = std::thread::spawn(move || stdin.write_all(requests.as_bytes()));
    let output = child.wait_with_output().expect("python3 ends");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    writer.join().expect("the writer ends").expect("python3 reads everything");
    String::from_utf8(output.stdout).expect("text")
}

/// The request that asks a case; `None` for what the simulator cannot be asked: callers other than users, session policies, resource
/// control policies, the policies of roles, accounts by canonical id.
fn request(case: &Case) -> Option<Value> {
    let asked = &case.request;
    let account = asked.principal.strip_prefix("arn:aws:iam::")?.split_once(":user/")?.0;
    let owner = asked.resource_account.as_deref().unwrap_or(account);
    let named = asked.resource.split(':').nth(4).filter(|id| !id.is_empty());
    let is_key = asked.resource.contains(":key/");
    let can_be_asked = case.session_policies.is_empty()
        && case.rcps.is_empty()
        && case.management_account.is_none()
        && case.scps.len() <= 7
        && case.scps.iter().all(|level| !level.is_empty())
        && asked.canonical_user.is_none()
        && named.is_none_or(|named| named == owner)
        && !asked.resource.contains(":role/")
        && (case.resource_policy.is_some() || !is_key)
        && (asked.resource == "*" || asked.resource.starts_with("arn:"))
        && asked.context.keys().all(|key| key.len() >= 5);
    let policies =
        case.identity_policies.iter().chain(&case.resource_policy).chain(&case.permissions_boundary);
    let latin = policies
        .chain(case.scps.iter().flatten())
        .all(|policy| text(policy).chars().all(|letter| letter <= '\u{ff}'));
    if !can_be_asked || !latin {
        return None;
    }
    let identity: Vec<_> = case.identity_policies.iter().map(|policy| text(policy)).collect();
    let mut request = json!({
        "PolicyInputList": if identity.is_empty() { vec![Cow::Borrowed(NOTHING)] } else { identity },
        "ActionNames": [asked.action],
        "ResourceArns": [asked.resource],
        "CallerArn": asked.principal,
        "ResourceOwner": format!("arn:aws:iam::{owner}:root"),
        "ContextEntries": context(case),
    });
    if let Some(policy) = &case.resource_policy {
        request["ResourcePolicy"] = text(policy).into();
    }
    if let Some(policy) = &case.permissions_boundary {
        request["PermissionsBoundaryPolicyInputList"] = json!([text(policy)]);
    }
    if !case.scps.is_empty() {
        let level = |level: &Vec<Box<RawValue>>| json!({"ServiceControlPolicyInputList": level.iter().map(|policy| text(policy)).collect::<Vec<_>>()});
        request["OrderedOrganizationPolicyInputList"] = case.scps.iter().map(level).collect();
    }
    Some(request)
}

/// The text of a policy, given as JSON or as a string that holds it.
fn text(policy: &RawValue) -> Cow<'_, str> {
    match policy.get().starts_with('"') {
        true => Cow::Owned(serde_json::from_str(policy.get()).expect("a string")),
        false => Cow::Borrowed(policy.get()),
    }
}

fn context(case: &Case) -> Vec<Value> {
    let context = case.request.context();
    let entries = context.iter().map(|(key, value)| match value {
        awsim_policy::OwnedValue::One(value) => (key, vec![value.clone()], "string"),
        awsim_policy::OwnedValue::Many(values) => (key, values.clone(), "stringList"),
    });
    let given = entries.filter(|(_, values, _)| !values.is_empty());
    given
        .map(|(key, values, of_type)| {
            json!({"ContextKeyName": key, "ContextKeyValues": values, "ContextKeyType": of_type})
        })
        .collect()
}

/// The decision must be the engine's, and the statement that made it among those told.
fn compare(answer: &Answer, said: &Value) -> Result<(), String> {
    if let Some(error) = said.get("error") {
        return Err(error.to_string());
    }
    let result = &said["results"][0];
    if result["EvalDecision"] != answer.verdict {
        return Err(format!("expected {}, got {}", answer.verdict, result["EvalDecision"]));
    }
    let Some(statement) = &answer.reason.statement else { return Ok(()) };
    let id = match statement.layer {
        "identity" => {
            let index = statement.policy.trim_start_matches("identityPolicies[").trim_end_matches(']');
            format!("PolicyInputList.{}", index.parse::<usize>().expect("an index") + 1)
        }
        "resource" => "ResourcePolicy".to_owned(),
        "permissionsBoundary" => "PermissionsBoundaryPolicyInputList.1".to_owned(),
        // What an organization denies is told without statements.
        _ => return Ok(()),
    };
    let told = result["MatchedStatements"].as_array().expect("a list").iter().any(|told| {
        told["SourcePolicyId"] == id.as_str()
            && told["StartPosition"]["Line"] == statement.start.line
            && told["StartPosition"]["Column"] == statement.start.column
            && told["EndPosition"]["Line"] == statement.end.line
            && told["EndPosition"]["Column"] == statement.end.column
    });
    let organization_denies = result["OrganizationsDecisionDetail"]["AllowedByOrganizations"] == false;
    if told || organization_denies {
        Ok(())
    } else {
        Err(format!("{id} is not told in {}", result["MatchedStatements"]))
    }
}
