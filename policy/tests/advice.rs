//! Advice on every policy of the corpus, well-formed or not: it ends, points into the text, and stays the same whatever the layout.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where its input is wrong"
)]

use std::fs;
use std::path::Path;

use awsim_policy::PolicyKind;
use awsim_policy::advice::{self, Code};
use awsim_policy::document::Document;
use serde_json::Value;

/// Every JSON object with statements, and every text that may be one.
fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(members) if members.contains_key("Statement") => found.push(value.to_string()),
        Value::Object(members) => members.values().for_each(|member| texts(member, found)),
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::String(text) if text.contains("Statement") => found.push(text.clone()),
        _ => {}
    }
}

fn corpus() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the corpus") {
        let text = fs::read_to_string(entry.expect("a file").path()).expect("readable");
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            texts(&serde_json::from_str(line).expect("JSON"), &mut found);
        }
    }
    found
}

fn codes(kind: PolicyKind, document: &Document<'_>) -> Vec<Code> {
    advice::advise(kind, document).into_iter().map(|finding| finding.code).collect()
}

#[test]
fn every_policy_can_be_advised_on() {
    let texts = corpus();
    let mut advised = 0;
    for text in &texts {
        let Ok(document) = Document::parse(text) else { continue };
        for kind in [PolicyKind::ALL[advised % PolicyKind::ALL.len()], PolicyKind::Identity] {
            for finding in advice::advise(kind, &document) {
                assert!(!finding.span.slice(text).is_empty(), "{finding:?} in {text}");
                assert!(finding.message.ends_with(['.', '?']), "{finding:?}");
            }
        }
        // Printed in another layout the policy is the same, and so is the advice.
        let printed = document.print();
        let again = Document::parse(&printed).expect("what was printed");
        let kind = PolicyKind::ALL[advised % PolicyKind::ALL.len()];
        let (mut before, mut after) = (codes(kind, &document), codes(kind, &again));
        before.sort();
        after.sort();
        assert_eq!(before, after, "{text}");
        advised += 1;
    }
    assert!(advised > 500, "{advised} of {}", texts.len());
}

#[test]
fn damaged_policies_do_no_harm() {
    // Letters that mean something in patterns, ARNs, variables and JSON.
    let letters = ["*", "?", "$", "{", "}", ":", "/", "'", ",", "é", "\\u0000", ""];
    let mut advised = 0;
    for (round, text) in corpus().iter().enumerate() {
        // A place and a letter that differ from text to text, the same in every run.
        let place = (round * 7919) % text.len().max(1);
        let place = text.floor_char_boundary(place);
        let letter = letters[round % letters.len()];
        let rest = text[place..].char_indices().nth(1).map_or("", |(next, _)| &text[place + next..]);
        let damaged = format!("{}{letter}{rest}", &text[..place]);
        if let Ok(document) = Document::parse(&damaged) {
            let findings = advice::advise(PolicyKind::ALL[round % PolicyKind::ALL.len()], &document);
            assert!(findings.iter().all(|finding| finding.span.end as usize <= damaged.len()));
            advised += 1;
        }
    }
    assert!(advised > 100, "{advised}");
}
