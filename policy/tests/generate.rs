//! A generated policy allows what it was generated from, and no action besides.

#![allow(clippy::expect_used, clippy::panic, reason = "a test or benchmark stops where its input is wrong")]

use std::collections::BTreeSet;

use awsim_policy::catalogue::Reference;
use awsim_policy::{
    Layers, Named, Need, NoContext, OwnedPrincipal, Policy, PolicyKind, Request, ResourceGrant, evaluate,
    generate,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

const ACTIONS: [&str; 10] = [
    "s3:GetObject",
    "S3:putobject",
    "s3:ListAllMyBuckets",
    "ec2:DescribeInstances",
    "sqs:SendMessage",
    "kms:Decrypt",
    "sts:AssumeRole",
    "iam:GetUser",
    "s3-object-lambda:GetObject",
    "unheard-of:Do",
];

const HEADS: [&str; 7] = [
    "arn:aws:s3:::",
    "arn:aws:sqs:us-east-1:111122223333:",
    "arn:aws:kms:us-east-1:111122223333:key/",
    "arn:aws:iam::111122223333:user/",
    "arn:aws:logs:eu-west-1:111122223333:log-group:",
    "arn:aws:*:x:y:",
    "",
];

/// Few names, so that prefixes meet, with all that patterns take for something else.
fn resource() -> impl Strategy<Value = String> {
    let parts = vec(select(vec!["a", "b", "a*", "?", "${aws:username}", "$", "é", ""]), 0..4);
    (select(HEADS.to_vec()), parts, select(vec!["/", ":"]))
        .prop_map(|(head, parts, separator)| format!("{head}{}", parts.join(separator)))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_request_is_allowed(needs in vec((select(ACTIONS.to_vec()), resource()), 1..40), merge_from in 0usize..6) {
        let asked = needs.iter().map(|(action, resource)| Need { action, resource, narrowed: None });
        let draft = generate(asked, merge_from).expect("a draft");
        let policy = Policy::parse(PolicyKind::Identity, &draft.to_string()).expect("a policy");
        let principal = OwnedPrincipal::parse("arn:aws:iam::111122223333:user/ann").expect("a principal");
        let identity = [Named { name: "generated", policy: &policy }];
        // The trust of a role and the policy of a key are not asked.
        let layers = Layers { identity: &identity, resource_grant: ResourceGrant::Adds, ..Layers::default() };
        for (action, resource) in &needs {
            let request = Request::new(principal.borrow(), action, resource, &NoContext);
            prop_assert!(evaluate(&request, &layers).is_allowed(), "{} {}: {}", action, resource, draft);
            prop_assert!(evaluate(&request.on_resource_of(&Reference), &layers).is_allowed(), "{} {}: {}", action, resource, draft);
        }
        let granted = draft.statements.iter().flat_map(|statement| &statement.actions);
        let granted: Vec<String> = granted.map(|action| action.to_ascii_lowercase()).collect();
        let wanted: BTreeSet<String> = needs.iter().map(|(action, _)| action.to_ascii_lowercase()).collect();
        prop_assert_eq!(granted.len(), wanted.len(), "{}", draft);
        prop_assert!(granted.iter().all(|action| wanted.contains(action)), "{}", draft);
    }

    #[test]
    fn resources_that_share_no_prefix_are_not_granted(needs in vec(resource(), 1..10)) {
        let needs = needs.iter().filter(|resource| resource.starts_with("arn:aws:s3:::"));
        let needs: Vec<Need<'_>> = needs.map(|resource| Need { action: "s3:GetObject", resource, narrowed: None }).collect();
        let Some(draft) = generate(needs.iter().copied(), 2) else { return Ok(()) };
        let policy = Policy::parse(PolicyKind::Identity, &draft.to_string()).expect("a policy");
        let principal = OwnedPrincipal::parse("arn:aws:iam::111122223333:user/ann").expect("a principal");
        let identity = [Named { name: "generated", policy: &policy }];
        for resource in ["arn:aws:s3:::other", "arn:aws:s3:::other/a", "arn:aws:s3:::x:a", "*"] {
            let request = Request::new(principal.borrow(), "s3:GetObject", resource, &NoContext);
            prop_assert!(!evaluate(&request, &Layers { identity: &identity, ..Layers::default() }).is_allowed(), "{}: {}", resource, draft);
        }
    }
}
