use super::*;

/// The statements without white space, for actions with their resources.
fn statements(needs: &[(&str, &str)], merge_from: usize) -> Vec<String> {
    let needs = needs.iter().map(|(action, resource)| Need { action, resource, narrowed: None });
    let draft = generate(needs, merge_from);
    let statements = draft.map(|draft| draft.statements).unwrap_or_default();
    let text = |statement| serde_json::to_string(&statement).expect("JSON");
    statements.into_iter().map(text).map(|text| text.replace(r#""Effect":"Allow","#, "")).collect()
}

#[test]
fn actions_with_the_same_resources_share_a_statement() {
    let found = statements(
        &[
            ("sqs:SendMessage", "arn:aws:sqs:us-east-1:111122223333:q"),
            ("s3:PutObject", "arn:aws:s3:::b/k"),
            ("S3:getobject", "arn:aws:s3:::b/k"),
            ("s3:GetObject", "arn:aws:s3:::b/k"),
            ("s3:ListBucket", "arn:aws:s3:::b"),
        ],
        3,
    );
    assert_eq!(
        found,
        [
            r#"{"Action":"s3:ListBucket","Resource":"arn:aws:s3:::b"}"#,
            r#"{"Action":["s3:GetObject","s3:PutObject"],"Resource":"arn:aws:s3:::b/k"}"#,
            r#"{"Action":"sqs:SendMessage","Resource":"arn:aws:sqs:us-east-1:111122223333:q"}"#,
        ]
    );
}

#[test]
fn actions_without_resource_types_are_allowed_on_everything() {
    let found = statements(
        &[
            ("s3:ListAllMyBuckets", "arn:aws:s3:::b"),
            ("iam:GetAccountSummary", "*"),
            ("iam:ListUsers", "arn:aws:iam::111122223333:user/ann"),
            ("x:Unknown", "somewhere"),
        ],
        3,
    );
    assert_eq!(
        found,
        [
            r#"{"Action":["iam:GetAccountSummary","iam:ListUsers"],"Resource":"*"}"#,
            r#"{"Action":"s3:ListAllMyBuckets","Resource":"*"}"#,
            r#"{"Action":"x:Unknown","Resource":"*"}"#,
        ]
    );
}

#[test]
fn what_is_handed_on_is_narrowed_to_whom_it_was_handed_to() {
    let (web, batch) = ("arn:aws:iam::111122223333:role/web", "arn:aws:iam::111122223333:role/batch");
    let needs = [
        ("iam:PassRole", web, Some("lambda.amazonaws.com")),
        ("iam:PassRole", web, Some("ec2.amazonaws.com")),
        // One that nobody knows the service of.
        ("iam:PassRole", batch, Some("ec2.amazonaws.com")),
        ("iam:PassRole", batch, None),
        ("iam:GetRole", web, Some("means nothing here")),
        ("sts:AssumeRole", web, Some("customer-${7}")),
    ];
    let needs = needs.iter().map(|&(action, resource, narrowed)| Need { action, resource, narrowed });
    let draft = generate(needs, 2).expect("a draft");
    let text =
        |statement| serde_json::to_string(statement).expect("JSON").replace(r#""Effect":"Allow","#, "");
    assert_eq!(
        draft.statements.iter().map(text).collect::<Vec<_>>(),
        [
            format!(r#"{{"Action":"iam:PassRole","Resource":"{batch}"}}"#),
            format!(r#"{{"Action":"iam:GetRole","Resource":"{web}"}}"#),
            format!(
                r#"{{"Action":"iam:PassRole","Resource":"{web}","Condition":{{"StringEquals":{{"iam:PassedToService":["ec2.amazonaws.com","lambda.amazonaws.com"]}}}}}}"#
            ),
            format!(
                r#"{{"Action":"sts:AssumeRole","Resource":"{web}","Condition":{{"StringEquals":{{"sts:ExternalId":"customer-${{$}}{{7}}"}}}}}}"#
            ),
        ]
    );
}

#[test]
fn what_is_no_action_is_left_out() {
    assert_eq!(generate([], 3), None);
    for action in ["", "s3", "s3:", ":Get", "s3:Get*", "s3:Get:Object", "*", "s3:Get Object", "s?:Get"] {
        assert_eq!(generate([Need { action, resource: "*", narrowed: None }], 3), None, "{action}");
    }
}

fn condensed(resources: &[&str], merge_from: usize) -> Vec<String> {
    let all =
        condense::condense(resources.iter().map(|resource| (*resource).to_owned()).collect(), merge_from);
    all.iter().map(|pattern| pattern.replace("arn:aws:s3:::", "")).collect()
}

#[test]
fn resources_are_merged_from_a_threshold_on() {
    let [a, b, c] = ["arn:aws:s3:::b/x/a", "arn:aws:s3:::b/x/b", "arn:aws:s3:::b/x/c"];
    let other = "arn:aws:s3:::b/y";
    assert_eq!(condensed(&[a, b, other], 3), ["b/*"]);
    assert_eq!(condensed(&[a, b, other], 4), ["b/x/a", "b/x/b", "b/y"]);
    assert_eq!(condensed(&[a, b, c, other], 3), ["b/x/*", "b/y"]);
    // A single resource is itself, whatever the threshold.
    assert_eq!(condensed(&[a], 0), ["b/x/a"]);
    assert_eq!(condensed(&[a, b], 0), ["b/x/*"]);
    assert_eq!(condensed(&[a, "*"], 3), ["*"]);
}

#[test]
fn only_the_last_part_is_merged() {
    // Names of buckets have no parts, and queues of two regions share nothing that a suffix could stand for.
    assert_eq!(condensed(&["arn:aws:s3:::a", "arn:aws:s3:::ab", "arn:aws:s3:::ac"], 2), ["a", "ab", "ac"]);
    let queues = ["arn:aws:sqs:eu-west-1:1:q", "arn:aws:sqs:eu-west-2:1:q"];
    assert_eq!(condensed(&queues, 2), queues);
    let groups = ["arn:aws:logs:r:1:log-group:/a:*", "arn:aws:logs:r:1:log-group:/b:*"];
    assert_eq!(condensed(&groups, 2), ["arn:aws:logs:r:1:log-group:/*"]);
    // What a prefix names by itself is among what it stands for.
    assert_eq!(condensed(&["arn:aws:s3:::b/", "arn:aws:s3:::b/k"], 2), ["b/*"]);
}

#[test]
fn merged_prefixes_count_once() {
    let months: Vec<String> = (0..9).map(|n| format!("arn:aws:s3:::b/{}/{}", n / 3, n % 3)).collect();
    let months: Vec<&str> = months.iter().map(String::as_str).collect();
    assert_eq!(condensed(&months, 4), ["b/*"]);
    assert_eq!(condensed(&months, 3), ["b/*"]);
    assert_eq!(condensed(&months[..6], 3), ["b/0/*", "b/1/*"]);
}
