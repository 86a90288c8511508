//! Every case of `corpus/*.jsonl`, decided by the engine.
//!
//! A case is one line in the format of [`awsim_policy::cases`] with the verdict expected and the page of AWS's documentation that
//! says so. Lines of `validation.jsonl` have a policy's kind and text and AWS's message.

#![allow(clippy::expect_used, clippy::panic, reason = "a test or benchmark stops where its input is wrong")]

mod rules;

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use awsim_policy::cases::{Case, decide_case, evaluate_case};
use awsim_policy::{Policy, PolicyKind};
use serde::Deserialize;

const VALIDATION: &str = "validation.jsonl";

fn corpus() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the corpus")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "jsonl"))
        .collect();
    files.sort();
    files
}

fn lines(path: &Path) -> Vec<(usize, String)> {
    let text = fs::read_to_string(path).expect("readable");
    let numbered = text.lines().enumerate().map(|(index, line)| (index + 1, line.to_owned()));
    numbered.filter(|(_, line)| !line.trim().is_empty()).collect()
}

#[test]
fn every_case_is_decided_as_documented() {
    let mut wrong = Vec::new();
    let mut seen = HashMap::new();
    for path in corpus().iter().filter(|path| !path.ends_with(VALIDATION)) {
        let file = path.file_name().and_then(|name| name.to_str()).expect("a name");
        for (number, line) in lines(path) {
            let place = format!("{file}:{number}");
            let case: Case = serde_json::from_str(&line).unwrap_or_else(|error| panic!("{place}: {error}"));
            assert!(
                case.doc.as_deref().is_some_and(|doc| !doc.is_empty()),
                "{place}: no documentation named"
            );
            let expected = case.expected.clone().unwrap_or_else(|| panic!("{place}: nothing expected"));
            let id = case.id.as_str().unwrap_or_else(|| panic!("{place}: no id")).to_owned();
            if let Some(other) = seen.insert(id.clone(), place.clone()) {
                panic!("{place}: {id} is already at {other}");
            }
            // The walk that stops early decides as the one that looks at everything.
            let decided = decide_case(&case, None).map(|decision| decision.verdict.as_str());
            if decided.as_ref().is_ok_and(|verdict| *verdict != expected) {
                wrong.push(format!("{place} {id}: expected {expected}, decided {decided:?}"));
            }
            match evaluate_case(&case, None) {
                Err(error) => wrong.push(format!("{place} {id}: {error}")),
                Ok(answer) if answer.verdict != expected => {
                    let reason = serde_json::to_string(&answer.reason).expect("JSON");
                    wrong.push(format!("{place} {id}: expected {expected}, got {} {reason}", answer.verdict));
                }
                Ok(_) => {}
            }
        }
    }
    println!("{} cases", seen.len());
    assert!(wrong.is_empty(), "{} of {} cases differ:\n{}", wrong.len(), seen.len(), wrong.join("\n"));
}

#[derive(Deserialize)]
struct Malformed {
    id: String,
    kind: String,
    text: String,
    /// AWS's message, or null for a policy that AWS takes.
    message: Option<String>,
    doc: String,
}

fn kind(name: &str) -> PolicyKind {
    match name {
        "identity" => PolicyKind::Identity,
        "resource" => PolicyKind::Resource,
        "trust" => PolicyKind::Trust,
        "permissionsBoundary" => PolicyKind::PermissionsBoundary,
        "session" => PolicyKind::Session,
        "serviceControl" => PolicyKind::ServiceControl,
        "resourceControl" => PolicyKind::ResourceControl,
        other => panic!("{other} is no kind of policy"),
    }
}

#[test]
fn every_malformed_policy_is_refused_in_the_words_of_aws() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(VALIDATION);
    let mut wrong = Vec::new();
    for (number, line) in lines(&path) {
        let case: Malformed = serde_json::from_str(&line).unwrap_or_else(|error| panic!("{number}: {error}"));
        assert!(!case.doc.is_empty(), "{}: no source named", case.id);
        let message = Policy::parse(kind(&case.kind), &case.text).err().map(|error| error.to_string());
        if message != case.message {
            wrong.push(format!("{}: expected {:?}, got {message:?}", case.id, case.message));
        }
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_rule_has_its_cases() {
    let ids: HashSet<String> = corpus()
        .iter()
        .flat_map(|path| lines(path))
        .map(|(_, line)| {
            let case: serde_json::Value = serde_json::from_str(&line).expect("JSON");
            case["id"].as_str().expect("an id").to_owned()
        })
        .collect();
    for (rule, cases) in rules::RULES {
        assert!(!cases.is_empty(), "{rule}");
        let lost: Vec<_> = cases.iter().filter(|case| !ids.contains(**case)).collect();
        assert!(lost.is_empty(), "no case of the corpus is named {lost:?}: {rule}");
    }
}
