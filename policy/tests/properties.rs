//! What holds of every policy and request.

#![allow(clippy::expect_used, clippy::panic, reason = "a test or benchmark stops where its input is wrong")]

mod questions;
mod reference;

use awsim_policy::cases::{Case, RemedyAnswer, decide_case, evaluate_case};
use awsim_policy::document::Document;
use awsim_policy::{Policy, PolicyKind};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use questions::{condition_statement, policy, question, shuffled};

fn parsed(case: &Value) -> Case {
    serde_json::from_str(&case.to_string()).expect("a case")
}

/// The verdict of the engine, by way of the explanation.
fn verdict(case: &Value) -> &'static str {
    evaluate_case(&parsed(case), None).unwrap_or_else(|error| panic!("{error}: {case}")).verdict
}

/// The verdict of the engine without explanation.
fn quick_verdict(case: &Value) -> &'static str {
    decide_case(&parsed(case), None).unwrap_or_else(|error| panic!("{error}: {case}")).verdict.as_str()
}

fn is_federated(case: &Value) -> bool {
    case["request"]["principal"].as_str().is_some_and(|principal| principal.contains(":federated-user/"))
}

/// The policies of a case, wherever they stand.
fn policies(case: &mut Value) -> Vec<&mut Value> {
    fn collect<'v>(value: &'v mut Value, into: &mut Vec<&'v mut Value>) {
        match value {
            Value::Array(items) => items.iter_mut().for_each(|item| collect(item, into)),
            Value::Object(_) => into.push(value),
            _ => {}
        }
    }
    let mut found = Vec::new();
    for (name, value) in case.as_object_mut().expect("an object") {
        if name != "request" {
            collect(value, &mut found);
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, max_global_rejects: u32::MAX, ..ProptestConfig::default() })]

    #[test]
    fn the_engine_decides_as_the_naive_reference(case in question()) {
        prop_assert_eq!(verdict(&case), reference::verdict(&case), "{}", case);
    }

    #[test]
    fn the_explanation_explains_the_decision(case in question()) {
        prop_assert_eq!(verdict(&case), quick_verdict(&case), "{}", case);
    }

    #[test]
    fn what_is_missing_is_enough(case in question()) {
        let answer = evaluate_case(&parsed(&case), None).unwrap_or_else(|error| panic!("{error}: {case}"));
        let Some(RemedyAnswer::Grants(grants)) = answer.reason.remedy else { return Ok(()) };
        let mut granted = case.clone();
        for grant in grants {
            let policy = serde_json::to_value(&grant.policy).expect("JSON");
            if grant.layer == "identity" {
                let mut policies = granted["identityPolicies"].as_array().cloned().unwrap_or_default();
                policies.push(policy);
                granted["identityPolicies"] = policies.into();
            } else if granted["resourcePolicy"].is_null() {
                granted["resourcePolicy"] = policy;
            } else {
                let statements = granted["resourcePolicy"]["Statement"].as_array_mut().expect("statements");
                statements.push(policy["Statement"][0].clone());
            }
        }
        prop_assert_eq!(reference::verdict(&granted), "allowed", "{} became {}", case, granted);
    }

    #[test]
    fn adding_a_deny_never_grants(case in question(), which in any::<Index>(), statement in condition_statement("Deny")) {
        let before = verdict(&case);
        let mut denied = case.clone();
        let mut all = policies(&mut denied);
        prop_assume!(!all.is_empty());
        let policy = which.get_mut(&mut all);
        let mut statement = statement;
        let principals = policy["Statement"][0].get("Principal").or(policy["Statement"][0].get("NotPrincipal"));
        if principals.is_some() {
            statement["Principal"] = json!("*");
        }
        let is_trust = policy["Statement"][0].get("Resource").is_none() && policy["Statement"][0].get("NotResource").is_none();
        if is_trust {
            statement.as_object_mut().expect("an object").remove("Resource");
            statement["Action"] = json!("sts:AssumeRole");
        }
        policy["Statement"].as_array_mut().expect("statements").push(statement);
        let after = verdict(&denied);
        prop_assert!(before == after || after == "explicitDeny", "{} became {}: {}", before, after, denied);
    }

    #[test]
    fn adding_a_boundary_never_grants(case in question(), boundary in policy(false)) {
        prop_assume!(case["permissionsBoundary"].is_null());
        let mut bounded = case.clone();
        bounded["permissionsBoundary"] = boundary;
        prop_assert!(verdict(&case) == "allowed" || verdict(&bounded) != "allowed", "{}", bounded);
    }

    #[test]
    fn adding_session_policies_never_grants(case in question(), session in policy(false)) {
        // A federated user session may do nothing until it has one.
        prop_assume!(case["sessionPolicies"].as_array().is_none_or(Vec::is_empty) && !is_federated(&case));
        let mut limited = case.clone();
        limited["sessionPolicies"] = json!([session]);
        prop_assert!(verdict(&case) == "allowed" || verdict(&limited) != "allowed", "{}", limited);
    }

    #[test]
    fn adding_a_level_of_control_policies_never_grants(case in question(), level in policy(false)) {
        let mut limited = case.clone();
        limited["scps"].as_array_mut().expect("levels").push(json!([level]));
        prop_assert!(verdict(&case) == "allowed" || verdict(&limited) != "allowed", "{}", limited);
    }

    #[test]
    fn order_means_nothing(case in question(), seed in any::<u64>()) {
        let shuffled = shuffled(&case, seed);
        prop_assert_eq!(verdict(&case), verdict(&shuffled), "{} and {}", case, shuffled);
    }

    #[test]
    fn printing_and_parsing_is_the_identity(policy in policy(true)) {
        let text = serde_json::to_string_pretty(&policy).expect("JSON");
        let document = Document::parse(&text).expect("a document");
        let printed = document.print();
        prop_assert_eq!(&serde_json::from_str::<Value>(&printed).expect("JSON"), &policy);
        prop_assert_eq!(Document::parse(&printed).expect("a document").print(), printed);
    }

    #[test]
    fn every_span_is_its_text(policy in policy(true)) {
        let text = serde_json::to_string_pretty(&policy).expect("JSON");
        let document = Document::parse(&text).expect("a document");
        for (index, statement) in document.statements.items.iter().enumerate() {
            let sliced: Value = serde_json::from_str(statement.span.slice(&text)).expect("JSON");
            prop_assert_eq!(&sliced, &policy["Statement"][index]);
            let action = statement.action.as_ref().expect("an action");
            let name = if action.negated { "NotAction" } else { "Action" };
            let sliced: Value = serde_json::from_str(action.values.span.slice(&text)).expect("JSON");
            prop_assert_eq!(&sliced, &policy["Statement"][index][name]);
        }
    }

    #[test]
    fn no_text_brings_the_parser_down(text in ".{0,200}") {
        for kind in [PolicyKind::Identity, PolicyKind::Trust, PolicyKind::Resource] {
            let _ = Policy::parse(kind, &text);
        }
    }

    #[test]
    fn no_damage_brings_the_parser_down(policy in policy(true), cut in any::<Index>(), put in "[{}\\[\\],:\"\\\\$*0-9a-z ]{0,3}") {
        let mut text = policy.to_string();
        let at = cut.index(text.len());
        if text.is_char_boundary(at) {
            text.insert_str(at, &put);
            text.truncate(text.len().saturating_sub(put.len() / 2));
        }
        for kind in [PolicyKind::Identity, PolicyKind::Trust, PolicyKind::Resource] {
            if let Ok(policy) = Policy::parse_stored(kind, &text) {
                prop_assert_eq!(policy.text(), &text);
            }
        }
    }
}
