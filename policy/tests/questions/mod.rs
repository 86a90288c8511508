//! Random questions from a small world, so that policies and requests meet often.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Map, Value, json};

const PRINCIPALS: [&str; 8] = [
    "arn:aws:iam::111111111111:user/ann",
    "arn:aws:iam::111111111111:user/team/bob",
    "arn:aws:sts::111111111111:assumed-role/app/run",
    "arn:aws:iam::111111111111:role/app",
    "arn:aws:sts::111111111111:federated-user/kim",
    "arn:aws:iam::111111111111:root",
    "anonymous",
    "lambda.amazonaws.com",
];

const NAMED: [&str; 10] = [
    "*",
    "arn:aws:iam::111111111111:user/ann",
    "arn:aws:iam::111111111111:user/team/bob",
    "arn:aws:sts::111111111111:assumed-role/app/run",
    "arn:aws:iam::111111111111:role/app",
    "arn:aws:sts::111111111111:federated-user/kim",
    "arn:aws:iam::111111111111:root",
    "111111111111",
    "222222222222",
    "arn:aws:iam::222222222222:root",
];

const ACTIONS: [&str; 5] = ["s3:GetObject", "S3:getobject", "s3:PutObject", "sqs:SendMessage", "kms:Decrypt"];

const ACTION_PATTERNS: [&str; 14] = [
    "*",
    "s3:*",
    "s3:Get*",
    "s3:*Object",
    "s3:?etObject",
    "s3:GetObject",
    "S3:PUTOBJECT",
    "s3:G*t*t",
    "sqs:*",
    "sqs:Send*",
    "kms:*",
    "kms:Decrypt",
    "s3:GetObjec",
    "s3:GetObject?",
];

const RESOURCES: [&str; 6] = [
    "arn:aws:s3:::b/ann/x",
    "arn:aws:s3:::b/k*y",
    "arn:aws:s3:::b",
    "arn:aws:sqs:us-east-1:111111111111:q:1",
    "arn:aws:kms:us-east-1:111111111111:key/k1",
    "*",
];

const RESOURCE_PATTERNS: [&str; 19] = [
    "*",
    "arn:aws:s3:::b",
    "arn:aws:s3:::b/*",
    "arn:aws:s3:::b*",
    "arn:aws:s3:::*",
    "arn:aws:s3:*:*:b/*",
    "arn:*:s3:::b/*x",
    "arn:aws:s3:::b/${aws:username}/*",
    "arn:aws:s3:::b/${aws:PrincipalTag/t}/*",
    "arn:aws:s3:::b/${aws:PrincipalTag/t, 'ann'}/?",
    "arn:aws:s3:::b/k${*}y",
    "arn:aws:s3:::b/k?y",
    "arn:aws:sqs:*:111111111111:q*",
    "arn:aws:sqs:us-*:${aws:PrincipalAccount}:q:1",
    "arn:aws:sqs:us-east-1:*:1",
    "arn:aws:sqs:*:*:*:1",
    "arn:aws:kms:*:*:key/*",
    "arn:aws:kms:us-east-?:111111111111:key/k1",
    "arn:aws:s3:::b/${x:list}",
];

const KEYS: [&str; 7] = [
    "aws:PrincipalTag/t",
    "AWS:principaltag/T",
    "x:list",
    "x:number",
    "aws:SourceIp",
    "aws:PrincipalArn",
    "x:absent",
];

const VALUES: [&str; 17] = [
    "ann",
    "ANN",
    "a*",
    "*",
    "?nn",
    "7",
    "7.0",
    "10",
    "true",
    "false",
    "10.0.0.0/8",
    "10.1.2.3",
    "::/0",
    "arn:aws:iam::*:user/*",
    "arn:aws:iam::111111111111:role/app",
    "${aws:username}",
    "${aws:PrincipalTag/t, 'ann'}",
];

const OPERATORS: [&str; 24] = [
    "StringEquals",
    "StringNotEquals",
    "StringEqualsIgnoreCase",
    "StringNotEqualsIgnoreCase",
    "StringLike",
    "StringNotLike",
    "NumericEquals",
    "NumericNotEquals",
    "NumericLessThan",
    "NumericLessThanEquals",
    "NumericGreaterThan",
    "NumericGreaterThanEquals",
    "Bool",
    "IpAddress",
    "NotIpAddress",
    "ArnEquals",
    "ArnLike",
    "ArnNotEquals",
    "ArnNotLike",
    "Null",
    "DateEquals",
    "DateNotEquals",
    "DateLessThan",
    "DateGreaterThanEquals",
];

/// One value, or a list of some.
fn one_or_some(from: &'static [&'static str]) -> impl Strategy<Value = Value> {
    prop_oneof![
        select(from).prop_map(|one| json!(one)),
        subsequence(from, 1..=3.min(from.len())).prop_map(|some| json!(some))
    ]
}

fn operator() -> impl Strategy<Value = String> {
    (select(&["", "ForAllValues:", "ForAnyValue:"][..]), select(&OPERATORS[..]), any::<bool>()).prop_map(
        |(prefix, name, if_exists)| match (name, if_exists) {
            ("Null", _) | (_, false) => format!("{prefix}{name}"),
            _ => format!("{prefix}{name}IfExists"),
        },
    )
}

fn condition() -> impl Strategy<Value = Value> {
    let block = (operator(), prop::collection::vec((select(&KEYS[..]), one_or_some(&VALUES)), 1..=2));
    prop::collection::vec(block, 0..=2).prop_map(|blocks| {
        let mut condition = Map::new();
        for (operator, keys) in blocks {
            let is_date = operator.contains("Date");
            let keys = keys
                .into_iter()
                .map(|(key, values)| (key.to_owned(), if is_date { json!(["7", "10"]) } else { values }));
            condition.insert(operator, Value::Object(keys.collect()));
        }
        Value::Object(condition)
    })
}

/// A statement without principals.
pub(crate) fn condition_statement(effect: &'static str) -> impl Strategy<Value = Value> {
    let without = prop::bool::weighted(0.6);
    (one_or_some(&ACTION_PATTERNS), one_or_some(&RESOURCE_PATTERNS), condition(), without).prop_map(
        move |(action, resource, condition, without)| {
            let mut statement = json!({"Effect": effect, "Action": action, "Resource": resource});
            if !without {
                statement["Condition"] = condition;
            }
            statement
        },
    )
}

fn statement() -> impl Strategy<Value = Value> {
    let effect = prop::bool::weighted(0.8).prop_map(|allow| if allow { "Allow" } else { "Deny" });
    let not = prop::bool::weighted(0.15);
    (effect, condition_statement("Allow"), not, not).prop_map(
        |(effect, mut statement, not_action, not_resource)| {
            let object = statement.as_object_mut().expect("an object");
            object.insert("Effect".into(), json!(effect));
            for (negate, name) in [(not_action, "Action"), (not_resource, "Resource")] {
                if negate {
                    let value = object.remove(name).expect("an element");
                    object.insert(format!("Not{name}"), value);
                }
            }
            statement
        },
    )
}

/// A policy, with principals or without.
pub(crate) fn policy(principals: bool) -> impl Strategy<Value = Value> {
    let who = prop_oneof![
        Just(json!("*")),
        one_or_some(&NAMED).prop_map(|who| json!({ "AWS": who })),
        Just(json!({"Service": "lambda.amazonaws.com", "AWS": "222222222222"})),
    ];
    let statement =
        (statement(), who, prop::bool::weighted(0.3)).prop_map(move |(mut statement, who, not)| {
            if principals {
                let not = not && statement["Effect"] == "Deny";
                statement[if not { "NotPrincipal" } else { "Principal" }] = who;
            }
            statement
        });
    let version = select(&["2012-10-17", "2012-10-17", "2012-10-17", "2008-10-17"][..]);
    (prop::collection::vec(statement, 1..=3), version)
        .prop_map(|(statements, version)| json!({"Version": version, "Statement": statements}))
}

fn policies(most: usize) -> impl Strategy<Value = Value> {
    prop::collection::vec(policy(false), 0..=most).prop_map(Value::Array)
}

fn levels() -> impl Strategy<Value = Value> {
    let full =
        json!({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]});
    let level = prop_oneof![3 => Just(json!([full])), 1 => policies(2)];
    prop_oneof![2 => Just(json!([])), 1 => prop::collection::vec(level, 1..=3).prop_map(Value::Array)]
}

fn context() -> impl Strategy<Value = Value> {
    let maybe = |values: &'static [Value]| prop::option::of(select(values));
    let tag: &'static [Value] =
        Box::leak(Box::new([json!("ann"), json!("Ann"), json!("*"), json!("a*"), json!("")]));
    let many: &'static [Value] = Box::leak(Box::new([
        json!([]),
        json!(["ann"]),
        json!(["ann", "bob"]),
        json!(["7", "10"]),
        json!(["true", "x"]),
    ]));
    let number: &'static [Value] = Box::leak(Box::new([json!(7), json!("10"), json!("-1"), json!("x")]));
    let address: &'static [Value] =
        Box::leak(Box::new([json!("10.1.2.3"), json!("192.0.2.1"), json!("2001:db8::1")]));
    (maybe(tag), maybe(many), maybe(number), maybe(address)).prop_map(|(tag, many, number, address)| {
        let named =
            [("aws:PrincipalTag/T", tag), ("x:List", many), ("x:number", number), ("aws:SourceIp", address)];
        named
            .into_iter()
            .filter_map(|(key, value)| Some((key.to_owned(), value?)))
            .collect::<Map<_, _>>()
            .into()
    })
}

fn maybe<T: Strategy<Value = Value>>(weight: f64, strategy: T) -> impl Strategy<Value = Value> {
    prop::option::weighted(weight, strategy).prop_map(|value| value.unwrap_or(Value::Null))
}

/// A trust policy.
fn trust() -> impl Strategy<Value = Value> {
    let statement = (prop::bool::weighted(0.8), one_or_some(&NAMED), condition()).prop_map(|(allow, who, condition)| {
        json!({"Effect": if allow { "Allow" } else { "Deny" }, "Principal": {"AWS": who}, "Action": "sts:AssumeRole",
               "Condition": condition})
    });
    prop::collection::vec(statement, 1..=2)
        .prop_map(|statements| json!({"Version": "2012-10-17", "Statement": statements}))
}

/// A question in the format of `awsim_policy::cases`.
pub(crate) fn question() -> impl Strategy<Value = Value> {
    let accounts = prop_oneof![3 => Just(Value::Null), 1 => Just(json!("111111111111")), 1 => Just(json!("222222222222"))];
    let request = (
        select(&PRINCIPALS[..]),
        select(&ACTIONS[..]),
        select(&RESOURCES[..]),
        accounts,
        context(),
        prop::bool::weighted(0.15),
    );
    let rcps = prop::collection::vec(rcp(), 0..=2).prop_map(|policies| json!([policies]));
    let layers = (
        policies(3),
        maybe(0.5, policy(true)),
        maybe(0.15, trust()),
        maybe(0.3, policy(false)),
        prop_oneof![2 => Just(json!([])), 1 => policies(2)],
        levels(),
        prop_oneof![3 => Just(json!([])), 1 => rcps],
        prop_oneof![4 => Just(Value::Null), 1 => Just(json!("111111111111"))],
    );
    (request, layers).prop_map(|(request, layers)| {
        let (principal, action, resource, account, context, role) = request;
        let (identity, resource_policy, trust, boundary, sessions, scps, rcps, management) = layers;
        let (action, resource, resource_policy) = match role {
            true => ("sts:AssumeRole", "arn:aws:iam::111111111111:role/target", trust),
            false => (action, resource, resource_policy),
        };
        json!({
            "id": "random",
            "request": {"principal": principal, "action": action, "resource": resource, "resourceAccount": account,
                        "context": context},
            "identityPolicies": identity, "resourcePolicy": resource_policy, "permissionsBoundary": boundary,
            "sessionPolicies": sessions, "scps": scps, "rcps": rcps, "managementAccount": management,
        })
    })
}

fn rcp() -> impl Strategy<Value = Value> {
    condition_statement("Deny").prop_map(|mut statement| {
        statement["Principal"] = json!("*");
        json!({"Version": "2012-10-17", "Statement": [statement]})
    })
}

/// The same question with statements, policies of a layer and values in another order.
pub(crate) fn shuffled(value: &Value, seed: u64) -> Value {
    match value {
        Value::Array(items) => {
            let mut items: Vec<Value> = items.iter().map(|item| shuffled(item, seed)).collect();
            // Any permutation that depends on the seed will do.
            let mut state = seed | 1;
            for last in (1..items.len()).rev() {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                items.swap(last, (state >> 33) as usize % (last + 1));
            }
            Value::Array(items)
        }
        Value::Object(members) => members
            .iter()
            .map(|(name, member)| (name.clone(), shuffled(member, seed)))
            .collect::<Map<_, _>>()
            .into(),
        other => other.clone(),
    }
}
