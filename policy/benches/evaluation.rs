//! How long deciding and compiling take.

#![allow(missing_docs, reason = "criterion's macros make public functions without documentation")]

#[path = "../tests/managed/mod.rs"]
mod managed;

use std::hint::black_box;

use awsim_policy::{
    Context, Layers, Named, Policy, PolicyKind, Principal, Request, User, Value, Values, evaluate,
};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};

struct Given;

impl Context for Given {
    fn get(&self, key: &str) -> Option<Values<'_>> {
        match key {
            "aws:sourceip" => Some(Values::One(Value::Text("10.1.2.3"))),
            "aws:securetransport" => Some(Values::One(Value::Bool(true))),
            _ => None,
        }
    }
}

const ANN: Principal<'_> =
    Principal::User(User { arn: "arn:aws:iam::111122223333:user/ann", account: "111122223333", id: None });

fn request<'a>(action: &'a str, resource: &'a str) -> Request<'a> {
    Request {
        principal: ANN,
        action,
        resource,
        resource_account: None,
        canonical_user: None,
        context: &Given,
    }
}

fn named(policy: &Policy) -> Named<'_> {
    Named { name: "policy", policy }
}

fn identity(text: &str) -> Policy {
    Policy::parse(PolicyKind::Identity, text).expect("a policy")
}

/// A user with 3 policies of 10 statements in all, one with a condition, which decides.
fn typical(criterion: &mut Criterion) {
    let texts = [
        r#"{"Version":"2012-10-17","Statement":[
            {"Effect":"Allow","Action":["ec2:Describe*","ec2:Get*"],"Resource":"*"},
            {"Effect":"Allow","Action":["sqs:SendMessage","sqs:ReceiveMessage"],"Resource":"arn:aws:sqs:*:111122223333:jobs-*"},
            {"Effect":"Allow","Action":"logs:*","Resource":"arn:aws:logs:*:111122223333:log-group:/app/*"},
            {"Effect":"Deny","Action":"iam:*","Resource":"*"}]}"#,
        r#"{"Version":"2012-10-17","Statement":[
            {"Effect":"Allow","Action":["s3:ListBucket","s3:GetBucketLocation"],"Resource":"arn:aws:s3:::books"},
            {"Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],"Resource":"arn:aws:s3:::books/public/*"},
            {"Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],"Resource":"arn:aws:s3:::books/private/*",
             "Condition":{"IpAddress":{"aws:SourceIp":["192.0.2.0/24","10.0.0.0/8"]}}}]}"#,
        r#"{"Version":"2012-10-17","Statement":[
            {"Effect":"Allow","Action":"dynamodb:*","Resource":"arn:aws:dynamodb:*:111122223333:table/books"},
            {"Effect":"Deny","Action":"s3:Delete*","Resource":"*"},
            {"Effect":"Allow","Action":"sts:AssumeRole","Resource":"arn:aws:iam::*:role/reader"}]}"#,
    ];
    let policies = texts.map(identity);
    let identity: Vec<Named<'_>> = policies.iter().map(named).collect();
    let layers = Layers { identity: &identity, ..Layers::default() };
    let request = request("s3:GetObject", "arn:aws:s3:::books/private/emma");
    assert!(evaluate(&request, &layers).is_allowed());
    criterion.bench_function("typical request", |bencher| {
        bencher.iter(|| evaluate(black_box(&request), black_box(&layers)));
    });
}

/// Ten managed policies attached, a boundary, and two levels of service control policies.
fn worst_real(criterion: &mut Criterion) {
    let attached = [
        "ReadOnlyAccess",
        "PowerUserAccess",
        "SecurityAudit",
        "ViewOnlyAccess",
        "NetworkAdministrator",
        "DatabaseAdministrator",
        "AmazonDynamoDBFullAccess",
        "AmazonRDSFullAccess",
        "AWSLambda_FullAccess",
        "AmazonS3FullAccess",
    ];
    let all = managed::policies();
    let policy = |wanted: &str| {
        let (_, text) = all.iter().find(|(name, _)| name == wanted).unwrap_or_else(|| panic!("{wanted}"));
        identity(text)
    };
    let policies: Vec<Policy> = attached.iter().map(|name| policy(name)).collect();
    let boundary = policy("PowerUserAccess");
    let scp = |text: &str| Policy::parse(PolicyKind::ServiceControl, text).expect("a policy");
    let full = scp(r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"#);
    let region = scp(
        r#"{"Version":"2012-10-17","Statement":[{"Effect":"Deny","NotAction":["iam:*","sts:*","organizations:*","support:*"],
            "Resource":"*","Condition":{"StringNotEquals":{"aws:RequestedRegion":["us-east-1","eu-west-1"]},
            "Null":{"aws:RequestedRegion":"false"}}},{"Effect":"Deny","Action":["organizations:Leave*","account:*"],"Resource":"*"}]}"#,
    );
    let identity: Vec<Named<'_>> = policies.iter().map(named).collect();
    let (top, account) = ([named(&full), named(&region)], [named(&full)]);
    let layers = Layers {
        identity: &identity,
        boundary: Some(named(&boundary)),
        scps: &[&top, &account],
        ..Layers::default()
    };
    let mut group = criterion.benchmark_group("ten managed policies, boundary, two levels");
    for (name, action, resource, allowed) in [
        ("allowed", "s3:GetObject", "arn:aws:s3:::books/emma", true),
        ("allowed in the busiest service", "ec2:DescribeInstances", "*", true),
        ("denied", "iam:CreateUser", "arn:aws:iam::111122223333:user/new", false),
    ] {
        let request = request(action, resource);
        assert_eq!(evaluate(&request, &layers).is_allowed(), allowed, "{name}");
        group.bench_function(name, |bencher| {
            bencher.iter(|| evaluate(black_box(&request), black_box(&layers)));
        });
    }
}

/// Policies that list ever more actions, none of them the one that is asked for.
fn many_actions(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("actions that cannot match");
    let services = ["s3", "ec2", "sqs", "iam", "rds"];
    for (kind, suffix) in [("exact", ""), ("wildcard", "*")] {
        for count in [10, 100, 1_000, 10_000] {
            let action = |n: usize| format!("\"{}:Act{}Thing{n}{suffix}\"", services[n % 5], n % 7);
            let actions: Vec<String> = (0..count).map(action).collect();
            let text = format!(
                r#"{{"Version":"2012-10-17","Statement":{{"Effect":"Allow","Action":[{}],"Resource":"*"}}}}"#,
                actions.join(",")
            );
            let policy = identity(&text);
            let identity = [named(&policy)];
            let layers = Layers { identity: &identity, ..Layers::default() };
            let request = request("s3:GetObject", "arn:aws:s3:::books/emma");
            assert!(!evaluate(&request, &layers).is_allowed());
            group.bench_function(BenchmarkId::new(kind, count), |bencher| {
                bencher.iter(|| evaluate(black_box(&request), black_box(&layers)));
            });
        }
    }
}

/// A policy of 6 KB without white space.
fn compile(criterion: &mut Criterion) {
    let mut statements = Vec::new();
    while statements.iter().map(String::len).sum::<usize>() < 6_000 {
        let n = statements.len();
        statements.push(format!(
            r#"{{"Sid":"Books{n}","Effect":"Allow","Action":["s3:GetObject","s3:PutObject*","s3:ListBucket"],"Resource":["arn:aws:s3:::books-{n}","arn:aws:s3:::books-{n}/${{aws:username}}/*"],"Condition":{{"StringEquals":{{"aws:PrincipalTag/team":["red","blue"]}},"IpAddress":{{"aws:SourceIp":"10.{n}.0.0/16"}}}}}}"#
        ));
    }
    let text = format!(r#"{{"Version":"2012-10-17","Statement":[{}]}}"#, statements.join(","));
    criterion.bench_function("compile 6 KB", |bencher| {
        bencher.iter(|| identity(black_box(&text)));
    });
}

/// Patterns and values made to be slow.
fn pathological(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("pathological");
    for stars in [8, 64] {
        let pattern = format!("arn:aws:s3:::{}b", "*a".repeat(stars));
        let policy = identity(&format!(
            r#"{{"Version":"2012-10-17","Statement":{{"Effect":"Allow","Action":"*","Resource":"{pattern}"}}}}"#
        ));
        let resource = format!("arn:aws:s3:::{}", "a".repeat(10_000));
        let identity = [named(&policy)];
        let layers = Layers { identity: &identity, ..Layers::default() };
        let request = request("s3:GetObject", &resource);
        group.bench_function(BenchmarkId::new("stars against 10 KB", stars), |bencher| {
            bencher.iter(|| evaluate(black_box(&request), black_box(&layers)));
        });
    }
}

criterion_group!(benches, typical, worst_real, many_actions, compile, pathological);
criterion_main!(benches);
