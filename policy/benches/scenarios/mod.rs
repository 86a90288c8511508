//! What is measured: by time in `evaluation`, by instructions in `instructions`.

use awsim_policy::{Context, Layers, Named, Policy, PolicyKind, Principal, Request, User, Value, Values};

#[path = "../../tests/managed/mod.rs"]
mod managed;

/// Receives the name of a scenario and its question.
pub(crate) type Ask<'a> = &'a mut dyn FnMut(&str, &Request<'_>, &Layers<'_>);

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
    Request::new(ANN, action, resource, &Given)
}

fn named(policy: &Policy) -> Named<'_> {
    Named { name: "policy", policy }
}

pub(crate) fn identity(text: &str) -> Policy {
    Policy::parse(PolicyKind::Identity, text).expect("a policy")
}

/// A user with 3 policies of 10 statements in all, one with a condition, which decides.
pub(crate) fn typical(ask: Ask<'_>) {
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
    ask("typical request", &request("s3:GetObject", "arn:aws:s3:::books/private/emma"), &layers);
}

/// Ten managed policies attached, a boundary, and two levels of service control policies.
pub(crate) fn worst_real(ask: Ask<'_>) {
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
    for (name, action, resource) in [
        ("ten managed policies, allowed", "s3:GetObject", "arn:aws:s3:::books/emma"),
        ("ten managed policies, busiest service", "ec2:DescribeInstances", "*"),
        ("ten managed policies, denied", "iam:CreateUser", "arn:aws:iam::111122223333:user/new"),
    ] {
        ask(name, &request(action, resource), &layers);
    }
}

/// Policies that list ever more actions, none of them the one that is asked for.
pub(crate) fn many_actions(ask: Ask<'_>) {
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
            ask(
                &format!("{count} {kind} actions"),
                &request("s3:GetObject", "arn:aws:s3:::books/emma"),
                &layers,
            );
        }
    }
}

/// Patterns and values made to be slow.
pub(crate) fn pathological(ask: Ask<'_>) {
    for stars in [8, 64] {
        let pattern = format!("arn:aws:s3:::{}b", "*a".repeat(stars));
        let policy = identity(&format!(
            r#"{{"Version":"2012-10-17","Statement":{{"Effect":"Allow","Action":"*","Resource":"{pattern}"}}}}"#
        ));
        let resource = format!("arn:aws:s3:::{}", "a".repeat(10_000));
        let identity = [named(&policy)];
        let layers = Layers { identity: &identity, ..Layers::default() };
        ask(&format!("{stars} stars against 10 KB"), &request("s3:GetObject", &resource), &layers);
    }
}

/// A policy of 6 KB without white space.
pub(crate) fn six_kilobytes() -> String {
    let mut statements: Vec<String> = Vec::new();
    while statements.iter().map(String::len).sum::<usize>() < 6_000 {
        let n = statements.len();
        statements.push(format!(
            r#"{{"Sid":"Books{n}","Effect":"Allow","Action":["s3:GetObject","s3:PutObject*","s3:ListBucket"],"Resource":["arn:aws:s3:::books-{n}","arn:aws:s3:::books-{n}/${{aws:username}}/*"],"Condition":{{"StringEquals":{{"aws:PrincipalTag/team":["red","blue"]}},"IpAddress":{{"aws:SourceIp":"10.{n}.0.0/16"}}}}}}"#
        ));
    }
    format!(r#"{{"Version":"2012-10-17","Statement":[{}]}}"#, statements.join(","))
}
