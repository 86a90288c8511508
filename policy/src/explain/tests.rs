use super::*;
use crate::evaluate::{ContextMap, OwnedPrincipal, PrincipalContext, evaluate};
use crate::{Named, Policy, PolicyKind, Verdict};

const TEXT: &str = r#"{
  "Version": "2012-10-17",
  "Statement": [
    {"Sid": "Home", "Effect": "Allow", "Action": ["s3:*", "s3:Get*"], "Resource": "arn:aws:s3:::b/${aws:PrincipalTag/Team}/*"},
    {"Sid": "Office", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*",
     "Condition": {"IpAddress": {"aws:SourceIp": ["192.0.2.0/24"]}, "Bool": {"aws:MultiFactorAuthPresent": true}}},
    {"Effect": "Allow", "Action": "ec2:*", "Resource": "*"},
    {"Sid": "Any", "Effect": "Allow", "Action": "s3:Get*", "Resource": "*", "Condition": {"StringLike": {"aws:UserAgent": "x*"}}}
  ]
}"#;

fn explained<T>(look: impl FnOnce(&Request<'_>, &Layers<'_>, Explanation<'_>) -> T) -> T {
    let policy = Policy::parse(PolicyKind::Identity, TEXT).expect("a policy");
    let full = r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"#;
    let full = Policy::parse(PolicyKind::ServiceControl, full).expect("a policy");
    let principal = OwnedPrincipal::parse("arn:aws:iam::111122223333:user/ann").expect("a principal");
    let mut host = ContextMap::new();
    host.set("aws:SourceIp", "198.51.100.1");
    host.set("aws:UserAgent", "xyz");
    let context = PrincipalContext::new(principal.borrow(), None, &host);
    let request = Request::new(principal.borrow(), "s3:GetObject", "arn:aws:s3:::b/red/k", &context);
    let named = |policy| Named { name: "books", policy };
    let (identity, level) = ([named(&policy)], [named(&full)]);
    let layers = Layers { identity: &identity, scps: &[&level, &level], ..Layers::default() };
    look(&request, &layers, explain(&request, &layers))
}

#[test]
fn the_decision_is_that_of_the_evaluator() {
    explained(|request, layers, explanation| {
        assert_eq!(explanation.decision, evaluate(request, layers));
        assert_eq!(explanation.decision.verdict, Verdict::Allowed);
    });
}

#[test]
fn matched_statements_have_name_sid_and_place() {
    explained(|_, _, explanation| {
        let matched: Vec<_> =
            explanation.matched.iter().filter(|matched| matched.at.layer == Layer::Identity).collect();
        assert_eq!(matched.len(), 1);
        let source = matched[0];
        assert_eq!((source.policy, source.sid, source.denies), ("books", Some("Any"), false));
        assert_eq!((source.start.line, source.start.column), (8, 5));
        assert_eq!((source.end.line, source.end.column), (8, 130));
    });
}

#[test]
fn missed_statements_have_their_reason() {
    explained(|_, _, explanation| {
        let [home, office] = explanation.missed.as_slice() else { panic!("{:?}", explanation.missed) };
        assert_eq!((home.source.sid, &home.reason), (Some("Home"), &MissReason::Resource));
        let MissReason::Conditions(failed) = &office.reason else { panic!("{:?}", office.reason) };
        assert_eq!(
            failed.as_slice(),
            [
                FailedCondition {
                    operator: "IpAddress".into(),
                    key: "aws:SourceIp".into(),
                    wanted: vec!["192.0.2.0/24".into()],
                    found: Some(vec!["198.51.100.1".into()]),
                },
                FailedCondition {
                    operator: "Bool".into(),
                    key: "aws:MultiFactorAuthPresent".into(),
                    wanted: vec!["true".into()],
                    found: None,
                },
            ]
        );
        assert_eq!(explanation.missing_keys, ["aws:MultiFactorAuthPresent", "aws:PrincipalTag/Team"]);
    });
}

#[test]
fn an_explanation_can_be_bounded() {
    explained(|request, layers, whole| {
        let bounded = explain_within(request, layers, Bounds { items: 1, bytes: 5 });
        assert_eq!((&bounded.decision, &bounded.layers), (&whole.decision, &whole.layers));
        assert_eq!(bounded.matched, whole.matched[..1]);
        assert_eq!(bounded.missed, whole.missed[..1]);
        assert_eq!(bounded.missing_keys, ["aws:M"]);
        let two = explain_within(request, layers, Bounds { items: 2, bytes: 5 });
        let MissReason::Conditions(failed) = &two.missed[1].reason else { panic!("{two:?}") };
        assert_eq!(
            failed[0],
            FailedCondition {
                operator: "IpAdd".into(),
                key: "aws:S".into(),
                wanted: vec!["192.0".into()],
                found: Some(vec!["198.5".into()]),
            }
        );
    });
}

#[test]
fn every_layer_says_something() {
    explained(|_, _, explanation| {
        let said: Vec<_> =
            explanation.layers.iter().map(|report| (report.layer, report.level, report.outcome)).collect();
        use LayerOutcome::{Allowed, NoPolicy, NotApplicable};
        assert_eq!(
            said,
            [
                (Layer::ServiceControl, 0, Allowed),
                (Layer::ServiceControl, 1, Allowed),
                (Layer::ResourceControl, 0, NotApplicable),
                (Layer::Identity, 0, Allowed),
                (Layer::Resource, 0, NoPolicy),
                (Layer::PermissionsBoundary, 0, NotApplicable),
                (Layer::Session, 0, NotApplicable),
            ]
        );
    });
}

#[test]
fn a_denial_does_not_hide_those_of_other_layers() {
    let deny = r#"{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}"#;
    let guardrail = Policy::parse(PolicyKind::ServiceControl, deny).expect("a policy");
    let boundary = Policy::parse(PolicyKind::PermissionsBoundary, deny).expect("a policy");
    explained(|request, layers, _| {
        let level = [Named { name: "guardrail", policy: &guardrail }];
        let boundary = Named { name: "boundary", policy: &boundary };
        let layers = Layers { scps: &[&level, &level], boundary: Some(boundary), ..*layers };
        let explanation = explain(request, &layers);
        assert_eq!(explanation.decision, evaluate(request, &layers));
        assert_eq!(explanation.decision.verdict, Verdict::ExplicitDeny);
        let denying: Vec<_> = explanation
            .matched
            .iter()
            .filter(|matched| matched.denies)
            .map(|matched| (matched.at.layer, matched.at.level))
            .collect();
        assert_eq!(
            denying,
            [(Layer::ServiceControl, 0), (Layer::ServiceControl, 1), (Layer::PermissionsBoundary, 0)]
        );
    });
}

#[test]
fn outcomes_have_the_names_of_verdicts() {
    use LayerOutcome::{Allowed, ExplicitDeny, ImplicitDeny, NoPolicy, NotApplicable};
    let names = [Allowed, ExplicitDeny, ImplicitDeny, NoPolicy, NotApplicable].map(LayerOutcome::as_str);
    assert_eq!(names, ["allowed", "explicitDeny", "implicitDeny", "noPolicy", "notApplicable"]);
}

#[test]
fn all_statements_that_match_are_told_policy_by_policy() {
    let read =
        |sid: &str| format!(r#"{{"Sid":"{sid}","Effect":"Allow","Action":"s3:GetObject","Resource":"*"}}"#);
    let policy = |statements: &[String]| {
        let text = format!(r#"{{"Version":"2012-10-17","Statement":[{}]}}"#, statements.join(","));
        Policy::parse(PolicyKind::Identity, &text).expect("a policy")
    };
    let other = r#"{"Sid":"Other","Effect":"Allow","Action":"ec2:*","Resource":"*"}"#.to_owned();
    let (first, second) = (policy(&[read("One")]), policy(&[other, read("Two"), read("Three")]));
    explained(|request, layers, _| {
        let identity = [Named { name: "first", policy: &first }, Named { name: "second", policy: &second }];
        let layers = Layers { identity: &identity, ..*layers };
        let matched = explain(request, &layers).matched;
        let of_identity = matched.iter();
        let of_identity = of_identity.filter(|source| source.at.layer == Layer::Identity);
        let told: Vec<_> =
            of_identity.map(|source| (source.policy, source.sid.unwrap_or_default())).collect();
        assert_eq!(told, [("first", "One"), ("second", "Two"), ("second", "Three")]);
    });
}

#[test]
fn a_resource_control_policy_that_says_nothing_limits_nothing() {
    let other = r#"{"Version":"2012-10-17","Statement":{"Effect":"Deny","Principal":"*","Action":"sqs:*","Resource":"*"}}"#;
    let other = Policy::parse(PolicyKind::ResourceControl, other).expect("a policy");
    explained(|request, layers, _| {
        let level = [Named { name: "queues", policy: &other }];
        let layers = Layers { rcps: &[&level], ..*layers };
        let said = explain(request, &layers).layers;
        let outcomes = said.iter().filter(|report| report.layer == Layer::ResourceControl);
        let outcomes: Vec<_> = outcomes.map(|report| report.outcome).collect();
        assert_eq!(outcomes, [LayerOutcome::Allowed]);
    });
}
