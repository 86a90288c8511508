//! What is found, what is not, and in which words.

mod cases;

use std::collections::BTreeSet;

use cases::cases;

use super::*;
use crate::document::size_without_white_space;

use PolicyKind::{Identity, PermissionsBoundary, Resource, ResourceControl, ServiceControl, Session, Trust};

/// A policy of one statement with a Sid.
fn policy(statement: &str) -> String {
    format!(r#"{{"Version":"2012-10-17","Statement":{{{statement}}}}}"#)
}

fn advice(kind: PolicyKind, text: &str) -> Vec<(Code, String)> {
    let document = Document::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    let found = advise(kind, &document);
    found.into_iter().map(|finding| (finding.code, finding.span.slice(text).to_owned())).collect()
}

fn messages(kind: PolicyKind, statement: &str) -> Vec<String> {
    let text = policy(statement);
    let document = Document::parse(&text).expect("a policy");
    advise(kind, &document).into_iter().map(|finding| finding.message).collect()
}

/// A condition on an action that has every key of the reference that the tests use.
fn condition(condition: &str) -> String {
    format!(r#""Effect":"Allow","Action":"iam:GetUser","Resource":"*","Condition":{condition}"#)
}

fn deny(condition: &str) -> String {
    format!(r#""Effect":"Deny","Action":"iam:GetUser","Resource":"*","Condition":{condition}"#)
}

fn allow(action: &str, resource: &str) -> String {
    format!(r#""Effect":"Allow","Action":{action},"Resource":{resource}"#)
}

fn trust(principal: &str) -> String {
    format!(r#""Effect":"Allow","Principal":{principal},"Action":"sts:AssumeRole""#)
}

#[test]
fn every_finding_is_found_where_it_is() {
    let mut wrong = Vec::new();
    for (code, kind, statement, place) in cases() {
        let found = advice(kind, &policy(&statement));
        if !found.contains(&(code, place.to_owned())) {
            wrong.push(format!("{code:?} at {place} not in {found:?} of {statement}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_code_has_a_case_and_a_name_of_its_own() {
    // These depend on more than a statement and have tests below.
    let elsewhere = [
        Code::MissingVersion,
        Code::OutdatedVersion,
        Code::PolicySizeExceedsQuota,
        Code::VariableUnsupportedInVersion,
        Code::RedundantStatement,
    ];
    let tested: BTreeSet<Code> = cases().map(|(code, ..)| code).chain(elsewhere).collect();
    assert_eq!(Code::ALL.iter().copied().collect::<BTreeSet<_>>(), tested);
    let names: BTreeSet<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(names.len(), Code::ALL.len());
    for name in names {
        assert!(name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_'), "{name}");
    }
}

#[test]
fn versions_are_looked_at() {
    let statement = r#""Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/${aws:username}"}"#;
    let none = format!("{{{statement}}}");
    assert_eq!(
        advice(Resource, &none),
        [
            (Code::MissingVersion, none.clone()),
            (Code::VariableUnsupportedInVersion, r#""arn:aws:s3:::b/${aws:username}""#.to_owned())
        ]
    );
    let old = advice(Resource, &format!(r#"{{"Version":"2008-10-17",{statement}}}"#));
    assert_eq!(old[0], (Code::OutdatedVersion, r#""2008-10-17""#.to_owned()));
    assert_eq!(old[1].0, Code::VariableUnsupportedInVersion);
}

#[test]
fn sizes_are_counted_without_white_space() {
    let at_most = |filling: usize| {
        let text =
            policy(&allow(r#""s3:GetObject""#, &format!(r#""arn:aws:s3:::b/{}""#, "k".repeat(filling))));
        let spaced = text.replace(':', " :\n");
        let spare =
            2_048 - size_without_white_space(&policy(&allow(r#""s3:GetObject""#, r#""arn:aws:s3:::b/""#)));
        (spaced, spare)
    };
    let (_, spare) = at_most(0);
    let oversized =
        |text: &str| advice(Session, text).iter().any(|(code, _)| *code == Code::PolicySizeExceedsQuota);
    assert!(!oversized(&at_most(spare).0.replace(" :\n", ":")));
    assert!(oversized(&at_most(spare + 1).0.replace(" :\n", ":")));
}

#[test]
fn statements_are_compared() {
    let text = r#"{"Version":"2012-10-17","Statement":[
        {"Effect":"Allow","Action":"s3:Get*","Resource":"*"},
        {"Sid":"one","Effect":"Allow","Action":["s3:GetObject","s3:GetBucketAcl"],"Resource":["arn:aws:s3:::b","arn:aws:s3:::b/*"],"Condition":{"Bool":{"aws:SecureTransport":"true"}}},
        {"Effect":"Deny","Action":"s3:GetObject","Resource":"*"}]}"#;
    let found = advice(Identity, text);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, Code::RedundantStatement);
    assert!(found[0].1.starts_with(r#"{"Sid":"one""#));
    let twice = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Deny","NotAction":"iam:*","Resource":"*"},{"Effect":"Deny","NotAction":"iam:*","Resource":"*"}]}"#;
    assert_eq!(advice(Identity, twice).len(), 1);
    let narrower = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Deny","NotAction":["iam:*","sts:*"],"Resource":"*"},{"Effect":"Deny","NotAction":"iam:*","Resource":"*"}]}"#;
    assert_eq!(advice(Identity, narrower).len(), 1);
}

#[test]
fn contradictions_are_found_and_nothing_else() {
    let never = |condition: &str| {
        advice(Identity, &policy(&deny(condition))).iter().any(|(code, _)| *code == Code::ConditionNeverHolds)
    };
    for condition in [
        r#"{"StringEquals":{"aws:username":"a"},"StringNotEquals":{"aws:username":["a","b"]}}"#,
        r#"{"StringEquals":{"aws:username":["a","b"]},"StringLike":{"aws:UserName":"c*"}}"#,
        r#"{"StringEquals":{"aws:username":"a"},"StringEqualsIfExists":{"aws:username":"b"}}"#,
        r#"{"NumericLessThan":{"aws:MultiFactorAuthAge":"10"},"NumericGreaterThanEquals":{"aws:MultiFactorAuthAge":"10"}}"#,
        r#"{"NumericEquals":{"aws:MultiFactorAuthAge":"ten"}}"#,
        r#"{"DateGreaterThan":{"aws:CurrentTime":"2027-01-01T00:00:00Z"},"DateLessThan":{"aws:CurrentTime":"2026-01-01T00:00:00Z"}}"#,
        r#"{"IpAddress":{"aws:SourceIp":"203.0.113.0/25"},"NotIpAddress":{"aws:SourceIp":"203.0.113.0/24"}}"#,
        r#"{"IpAddress":{"aws:SourceIp":"anywhere"}}"#,
        r#"{"Bool":{"aws:SecureTransport":"true"},"BoolIfExists":{"aws:SecureTransport":"false"}}"#,
        r#"{"Bool":{"aws:SecureTransport":"yes"}}"#,
        r#"{"Null":{"aws:TagKeys":"true"},"ForAnyValue:StringEquals":{"aws:TagKeys":"a"}}"#,
    ] {
        assert!(never(condition), "{condition}");
    }
    for condition in [
        r#"{"StringEquals":{"aws:username":["a","b"]},"StringNotEquals":{"aws:username":"a"}}"#,
        r#"{"StringLike":{"aws:username":"a*"},"StringNotLike":{"aws:username":"ab*"}}"#,
        r#"{"StringEquals":{"aws:username":"a"},"StringEqualsIgnoreCase":{"aws:username":"A"}}"#,
        r#"{"StringEquals":{"aws:username":"a"},"StringLike":{"aws:username":"${aws:PrincipalTag/x}*"}}"#,
        r#"{"NumericLessThan":{"aws:MultiFactorAuthAge":"10"},"NumericGreaterThan":{"aws:MultiFactorAuthAge":"9"}}"#,
        r#"{"NumericLessThanEquals":{"aws:MultiFactorAuthAge":"10"},"NumericGreaterThanEquals":{"aws:MultiFactorAuthAge":"10"}}"#,
        r#"{"DateLessThan":{"aws:CurrentTime":"2027-01-01T00:00:00Z"},"DateGreaterThan":{"aws:CurrentTime":"2026-01-01T00:00:00Z"}}"#,
        r#"{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"},"NotIpAddress":{"aws:SourceIp":"203.0.113.0/25"}}"#,
        r#"{"Null":{"aws:username":"false"},"StringEquals":{"aws:username":"a"}}"#,
        r#"{"Null":{"aws:username":"true"},"StringNotEquals":{"aws:username":"a"}}"#,
        r#"{"Null":{"aws:username":"true"},"StringEqualsIfExists":{"aws:username":"a"}}"#,
        r#"{"BoolIfExists":{"aws:SecureTransport":"true"},"Bool":{"aws:ViaAWSService":"false"}}"#,
        r#"{"ForAnyValue:StringEquals":{"aws:TagKeys":"a"},"ForAllValues:StringNotEquals":{"aws:TagKeys":"b"}}"#,
    ] {
        assert!(!never(condition), "{condition}");
    }
}

#[test]
fn good_policies_get_no_advice() {
    for (kind, statement) in [
        (Identity, allow(r#"["s3:GetObject","s3:PutObject"]"#, r#""arn:aws:s3:::books/${aws:username}/*""#)),
        (Identity, allow(r#"["s3:ListBucket","s3:GetObject"]"#, r#"["arn:aws:s3:::books","arn:aws:s3:::books/*"]"#)),
        (Identity, allow(r#""dynamodb:Query""#, r#""arn:aws:dynamodb:eu-west-1:111122223333:table/t/index/*""#)),
        (Identity, allow(r#""iam:PassRole""#, r#""arn:aws:iam::111122223333:role/service/*""#)),
        (
            Identity,
            format!(
                r#"{},"Condition":{{"StringEquals":{{"iam:PassedToService":"ec2.amazonaws.com"}}}}"#,
                allow(r#""iam:PassRole""#, r#""*""#)
            ),
        ),
        (Identity, condition(r#"{"IpAddress":{"aws:SourceIp":["203.0.113.0/24","2001:db8::/32"]},"BoolIfExists":{"aws:MultiFactorAuthPresent":"true"}}"#)),
        (Identity, condition(r#"{"DateGreaterThan":{"aws:CurrentTime":"2026-01-01T00:00:00Z"},"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/app*"}}"#)),
        (
            Identity,
            r#""Effect":"Allow","Action":"secretsmanager:GetSecretValue","Resource":"*","Condition":{"StringEquals":{"secretsmanager:ResourceTag/team":"red"},"ArnLike":{"aws:ResourceTag/owner":"arn:aws:iam::*:role/*"}}"#.to_owned(),
        ),
        (Identity, allow(r#""*""#, r#""arn:aws:s3:::b/*""#)),
        (ServiceControl, allow(r#""*""#, r#""*""#)),
        (PermissionsBoundary, allow(r#"["s3:*","iam:PassRole"]"#, r#""*""#)),
        (
            ServiceControl,
            r#""Effect":"Deny","NotAction":["iam:*","sts:*"],"Resource":"*","Condition":{"StringNotEquals":{"aws:RequestedRegion":"eu-central-1"}}"#.to_owned(),
        ),
        (
            ResourceControl,
            r#""Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*","Condition":{"BoolIfExists":{"aws:PrincipalIsAWSService":"false"}}"#.to_owned(),
        ),
        (Trust, trust(r#"{"Service":"lambda.amazonaws.com"}"#)),
        (Trust, format!(r#"{},"Condition":{{"StringEquals":{{"sts:ExternalId":"x"}}}}"#, trust(r#"{"AWS":"*"}"#))),
        (
            Trust,
            r#""Effect":"Allow","Action":"sts:AssumeRoleWithWebIdentity","Principal":{"Federated":"arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/ABC"},"Condition":{"StringEquals":{"oidc.eks.eu-west-1.amazonaws.com/id/ABC:sub":"system:serviceaccount:a:b"}}"#.to_owned(),
        ),
    ] {
        let text = policy(&statement);
        assert_eq!(advice(kind, &text), [], "{text}");
    }
}

#[test]
fn messages_help() {
    assert_eq!(
        messages(Identity, &allow(r#""dynamobd:GetItem""#, r#""*""#)),
        ["The service dynamobd of the action dynamobd:GetItem does not exist. Did you mean dynamodb?"]
    );
    assert_eq!(
        messages(Identity, &deny(r#"{"StringEquals":{"aws:PrincipleArn":"a"}}"#)),
        ["The global condition key aws:PrincipleArn does not exist. Did you mean aws:PrincipalArn?"]
    );
    assert_eq!(
        messages(Identity, &deny(r#"{"StringNotEquals":{"s3:prefix":"a"}}"#)),
        ["No request for iam:GetUser has the key s3:prefix: the condition always holds for it."]
    );
    assert_eq!(
        messages(Identity, &allow(r#""s3:ListAllMyBuckets""#, r#""arn:aws:s3:::b""#)),
        ["The action s3:ListAllMyBuckets works only on \"*\": the resources of the statement never match."]
    );
}

#[test]
fn advice_on_anything_ends() {
    let actions = (0..1_100).map(|number| format!(r#""sqs:*{number}""#)).collect::<Vec<_>>().join(",");
    let findings = advice(Identity, &policy(&allow(&format!("[{actions}]"), r#""arn:aws:s3:::b""#)));
    assert_eq!(findings.len(), MAX_FINDINGS);
    let long = policy(&allow(
        r#""s3:GetObject""#,
        &format!(r#""arn:aws:s3:::b/{}""#, "*a".repeat(MAX_ADVISED_BYTES)),
    ));
    assert_eq!(advice(Identity, &long).len(), 1);
}
