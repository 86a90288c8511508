use super::pattern::{Syntax, Token};
use super::*;
use crate::document::Document;

const MODERN: Syntax = Syntax { wildcards: true, variables: true };
const OLD: Syntax = Syntax { wildcards: true, variables: false };

fn tokens(syntax: Syntax, pattern: &str) -> Vec<Token<'_>> {
    syntax.tokens(pattern).collect()
}

fn variable<'p>(key: &'p str, default: Option<&'p str>) -> Token<'p> {
    Token::Variable { key, default }
}

#[test]
fn patterns_fall_into_tokens() {
    use Token::{One, Star, Text};
    assert_eq!(tokens(MODERN, "a*b?"), [Text("a"), Star, Text("b"), One]);
    assert_eq!(tokens(MODERN, "${aws:username}/x"), [variable("aws:username", None), Text("/x")]);
    assert_eq!(tokens(MODERN, "${ a:b , 'c d' }"), [variable("a:b", Some("c d"))]);
    assert_eq!(tokens(MODERN, "${a:b,'}'}x"), [variable("a:b", Some("}")), Text("x")]);
    assert_eq!(tokens(MODERN, "${*}${?}${$}"), [Text("*"), Text("?"), Text("$")]);
    assert_eq!(tokens(MODERN, "$5 ${open"), [Text("$"), Text("5 "), Text("$"), Text("{open")]);
    assert_eq!(tokens(OLD, "${a:*}"), [Text("${a:"), Star, Text("}")]);
    assert_eq!(tokens(Syntax { wildcards: false, variables: false }, "a*${b}"), [Text("a*${b}")]);
}

#[test]
fn the_last_part_of_an_arn_follows_its_fifth_colon() {
    let last =
        |syntax: Syntax, pattern: &'static str| syntax.last_part_of_arn(pattern).map(|at| &pattern[at..]);
    assert_eq!(last(MODERN, "arn:aws:s3:::b:c"), Some("b:c"));
    assert_eq!(last(MODERN, "arn:aws:sqs:${a:b}:${c:d, 'e:f'}:q"), Some("q"));
    assert_eq!(last(MODERN, "arn:aws:sqs:${a:b}:q"), None);
    assert_eq!(last(OLD, "arn:aws:sqs:${a:b}:q"), Some("q"));
    assert_eq!(last(MODERN, "*"), None);
}

fn compiled(actions: &str) -> Compiled {
    let text = format!(r#"{{"Statement":{{"Effect":"Allow","Action":{actions},"Resource":"*"}}}}"#);
    let document = Document::parse(&text).expect("a document");
    Compiled::new(PolicyKind::Identity, &document)
}

fn matches(policy: &Compiled, action: &str) -> bool {
    policy.actions.matches(policy, &ActionKey::new(action))
}

#[test]
fn actions_are_found_by_their_heads() {
    let policy = compiled(r#"["S3:Get*", "s3:PutObject", "ec2:*Instances", "iam:?reate*Key", "sns:*"]"#);
    for action in [
        "s3:getobject",
        "s3:Get",
        "S3:PUTOBJECT",
        "ec2:RunInstances",
        "ec2:Instances",
        "iam:CreateAccessKey",
        "sns:",
    ] {
        assert!(matches(&policy, action), "{action}");
    }
    for action in ["s3:PutObjectAcl", "s3:Ge", "ec2:RunInstance", "iam:reateKey", "sn:s", "s3", "", "sns"] {
        assert!(!matches(&policy, action), "{action}");
    }
}

#[test]
fn long_actions_are_found_too() {
    for len in [78, 79, 80, 81, 126, 127, 128, 300] {
        let name = "a".repeat(len - 2);
        let action = format!("s:{name}");
        for pattern in
            [action.clone(), format!("{action}*"), format!("{}?", &action[..len - 1]), "s:*a".to_owned()]
        {
            let policy = compiled(&format!("{pattern:?}"));
            assert!(matches(&policy, &action), "{pattern}");
            assert!(!matches(&policy, &format!("s:{}", "b".repeat(len))), "{pattern}");
        }
        assert!(!matches(&compiled(&format!("\"{action}b\"")), &action), "{len}");
        assert!(!matches(&compiled(&format!("\"{action}\"")), &format!("{action}b")), "{len}");
    }
}

#[test]
fn values_of_the_wrong_type_are_left_out() {
    let text = r#"{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{
        "NumericEquals":{"a:a":["1","x"]},"IpAddress":{"a:a":["10.0.0.0/8","y"]},"ArnLike":{"a:a":["z","*","arn:a:b:c:d:e"]},
        "Bool":{"a:a":["TRUE","maybe"]}}}}"#;
    let document = Document::parse(text).expect("a document");
    let policy = Compiled::new(PolicyKind::Identity, &document);
    let counts: Vec<usize> = policy
        .conditions
        .iter()
        .map(|condition| match &condition.wanted {
            Wanted::Numbers(numbers) => numbers.len(),
            Wanted::Networks(networks) => networks.len(),
            Wanted::Arns(arns) => arns.len(),
            Wanted::Booleans { truth, falsehood } => usize::from(*truth) + usize::from(*falsehood),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(counts, [1, 1, 2, 1]);
    // However often and in whatever case a key is written, it is one.
    assert_eq!(policy.keys.len(), 1);
}

#[test]
fn many_keys_are_told_apart_in_any_case() {
    let keys: Vec<String> =
        (0..40).flat_map(|n| [format!("\"x:Key{n}\":\"\""), format!("\"x:kEY{n}\":\"\"")]).collect();
    let text = format!(
        r#"{{"Statement":{{"Effect":"Allow","Action":"*","Resource":"*","Condition":{{"StringEquals":{{{}}}}}}}}}"#,
        keys.join(",")
    );
    let policy = Compiled::new(PolicyKind::Identity, &Document::parse(&text).expect("a document"));
    assert_eq!(policy.keys.len(), 40);
    assert_eq!(policy.str(policy.keys[3].written), "x:Key3");
    assert_eq!(policy.key(3), Some("x:key3"));
}

#[test]
fn openings_without_end_are_text_and_soon_read() {
    let pattern = "${".repeat(400_000);
    assert!(tokens(MODERN, &pattern).iter().all(|token| matches!(token, Token::Text(_))));
    assert_eq!(MODERN.last_part_of_arn(&pattern), None);
}
