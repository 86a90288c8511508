use super::*;
use crate::evaluate::ActionFacts;

fn case(text: &str) -> Case {
    serde_json::from_str(text).expect("a case")
}

fn answer(text: &str) -> serde_json::Value {
    let answer = evaluate_case(&case(text), None).expect("an answer");
    serde_json::to_value(answer).expect("JSON")
}

#[test]
fn an_answer_says_everything() {
    let found = answer(
        r#"{"id": 7, "request": {"principal": "arn:aws:iam::111122223333:user/ann", "action": "s3:GetObject", "resource": "arn:aws:s3:::b/k"},
            "identityPolicies": [{"Version":"2012-10-17","Statement":[
               {"Sid":"X","Effect":"Deny","Action":"s3:*","Resource":"*"}]}]}"#,
    );
    let statement = serde_json::json!({"layer": "identity", "policy": "identityPolicies[0]", "sid": "X", "effect": "Deny",
        "start": {"line": 2, "column": 16}, "end": {"line": 2, "column": 74}});
    assert_eq!(found["id"], 7);
    assert_eq!(found["verdict"], "explicitDeny");
    assert_eq!(found["reason"]["layer"], "identity");
    assert_eq!(found["reason"]["statement"], statement);
    assert_eq!(found["reason"]["matchedStatements"], serde_json::json!([statement]));
    assert_eq!(
        found["reason"]["message"],
        "User: arn:aws:iam::111122223333:user/ann is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::b/k with an explicit deny in an identity-based policy"
    );
}

#[test]
fn an_answer_says_what_is_missing() {
    let request = r#""request": {"principal": "arn:aws:iam::111122223333:user/ann", "action": "s3:GetObject", "resource": "arn:aws:s3:::b/k"}"#;
    assert_eq!(
        answer(&format!("{{{request}}}"))["reason"]["remedy"],
        serde_json::json!({"grants": [{"layer": "identity", "policy": {"Version": "2012-10-17", "Statement": [
            {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/k"}]}}]})
    );
    let refused = answer(&format!(r#"{{{request}, "scps": [[]]}}"#));
    assert_eq!(refused["reason"]["remedy"], serde_json::json!({"obstacle": "serviceControl"}));
    let full = r#""identityPolicies": [{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}]"#;
    assert_eq!(answer(&format!("{{{request}, {full}}}"))["reason"].get("remedy"), None);
}

#[test]
fn a_policy_may_be_a_string() {
    let found = answer(
        r#"{"request": {"principal": "arn:aws:iam::111122223333:user/ann", "action": "s3:GetObject"},
            "identityPolicies": ["{\"Version\":\"2012-10-17\",\n\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}"]}"#,
    );
    assert_eq!(found["verdict"], "allowed");
    assert_eq!(found["reason"]["statement"]["start"], serde_json::json!({"line": 2, "column": 13}));
}

#[test]
fn what_cannot_be_asked_is_said() {
    let error = |text: &str| evaluate_case(&case(text), None).expect_err("an error").to_string();
    assert!(
        error(r#"{"request": {"principal": "ann", "action": "s3:GetObject"}}"#)
            .starts_with("\"ann\" is not a principal")
    );
    let request = r#""request": {"principal": "anonymous", "action": "s3:GetObject"}"#;
    assert_eq!(
        error(&format!(r#"{{{request}, "scps": [[], [{{}}]]}}"#)),
        "scps[1][0]: The provided policy document does not meet the requirements of the specified policy type."
    );
    assert_eq!(
        error(&format!(r#"{{{request}, "sessionPolicies": [1]}}"#)),
        "sessionPolicies[0]: Syntax errors in policy."
    );
    assert!(error(&format!(r#"{{{request}, "expected": "yes"}}"#)).starts_with("\"yes\" is not a verdict"));
}

#[test]
fn types_say_whether_a_key_has_many_values() {
    let context = |text: &str| {
        let request: CaseRequest = serde_json::from_str(text).expect("a request");
        request.context()
    };
    use crate::OwnedValue::{Many, One};
    let found = context(
        r#"{"principal": "x", "action": "y", "context": {"a:one": "1", "a:list": ["1"], "a:Typed": "1", "a:single": ["1"],
            "a:number": 3, "a:bool": true, "a:null": null, "a:empty": []},
            "contextTypes": {"A:typed": "stringList", "a:single": "string"}}"#,
    );
    let found: Vec<_> = found.iter().collect();
    let one = |text: &str| One(text.into());
    let many = |texts: &[&str]| Many(texts.iter().map(|text| (*text).to_owned()).collect());
    assert_eq!(
        found,
        [
            ("a:bool", &one("true")),
            ("a:empty", &many(&[])),
            ("a:list", &many(&["1"])),
            ("a:number", &one("3")),
            ("a:one", &one("1")),
            ("a:single", &one("1")),
            ("a:typed", &many(&["1"])),
        ]
    );
}

struct NoTypes;

impl ActionFacts for NoTypes {
    fn has_resource_types(&self, _: &str) -> Option<bool> {
        Some(false)
    }
}

#[test]
fn facts_of_actions_are_heeded() {
    let text = r#"{"request": {"principal": "arn:aws:iam::111122223333:user/ann", "action": "s3:ListAllMyBuckets", "resource": "arn:aws:s3:::b"},
        "identityPolicies": [{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::b"}}]}"#;
    let verdict =
        |facts: Option<&dyn ActionFacts>| evaluate_case(&case(text), facts).expect("an answer").verdict;
    assert_eq!(verdict(None), "allowed");
    assert_eq!(verdict(Some(&NoTypes)), "implicitDeny");
}
