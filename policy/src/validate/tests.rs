//! Most of what validation does is said in `tests/corpus/validation.jsonl`; here is what a message does not show.

use super::*;

fn refused(kind: PolicyKind, text: &str) -> PolicyError {
    validate(kind, Strictness::New, text).expect_err("a malformed policy")
}

#[test]
fn an_error_knows_its_place() {
    let text = "{\"Version\": \"2012-10-17\",\n \"Statement\": [\n  {\"Effect\": \"Allow\", \"Action\": \"Get\", \"Resource\": \"*\"}]}";
    let error = refused(PolicyKind::Identity, text);
    assert_eq!(error.malformed(), &Malformed::MissingVendor);
    assert_eq!(error.span().slice(text), "\"Get\"");
    assert_eq!((error.position(text).line, error.position(text).column), (3, 33));
    assert_eq!((error.kind(), error.code()), (PolicyKind::Identity, "MalformedPolicyDocument"));
}

#[test]
fn organizations_has_its_own_code() {
    assert_eq!(refused(PolicyKind::ServiceControl, "{}").code(), "MalformedPolicyDocumentException");
    assert_eq!(refused(PolicyKind::ResourceControl, "{}").malformed(), &Malformed::PolicyType);
}

#[test]
fn stored_policies_may_be_old() {
    let old = r#"{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"#;
    assert!(validate(PolicyKind::Identity, Strictness::Stored, old).is_ok());
    let star = r#"{"Statement":{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"}}"#;
    assert!(validate(PolicyKind::Trust, Strictness::Stored, star).is_ok());
    let except = r#"{"Statement":{"Effect":"Allow","NotPrincipal":{"AWS":"111122223333"},"Action":"*","Resource":"*"}}"#;
    assert!(validate(PolicyKind::Resource, Strictness::Stored, except).is_ok());
    // Being old excuses nothing else.
    assert!(
        validate(
            PolicyKind::Identity,
            Strictness::Stored,
            r#"{"Statement":{"Effect":"Allow","Action":"x"}}"#
        )
        .is_err()
    );
}

#[test]
fn a_principal_that_does_not_exist_is_the_callers_to_find() {
    let error = PolicyError::unknown_principal(
        PolicyKind::Trust,
        "arn:aws:iam::111122223333:user/nobody",
        crate::document::Span::default(),
    );
    assert_eq!(
        error.to_string(),
        "Invalid principal in policy: \"AWS\":\"arn:aws:iam::111122223333:user/nobody\""
    );
}

#[test]
fn hostile_texts_are_refused_quickly() {
    for text in ["[".repeat(10_000_000), format!("{{\"a\":{}", "[".repeat(100_000)), "\"\\".repeat(100_000)] {
        assert_eq!(refused(PolicyKind::Identity, &text).malformed(), &Malformed::Syntax);
        assert_eq!(refused(PolicyKind::Trust, &text).malformed(), &Malformed::InvalidJson);
    }
}
