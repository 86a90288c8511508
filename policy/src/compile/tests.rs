use std::collections::HashSet;

use super::action_key::{hash, service_bit, spread};
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
    let plain = Syntax { wildcards: false, variables: false };
    assert_eq!(tokens(plain, "a*${b}"), [Text("a*${b}")]);
    assert_eq!(tokens(plain, "*a"), [Text("*a")]);
    assert_eq!(tokens(plain, "?a"), [Text("?a")]);
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
fn the_first_colon_ends_the_service() {
    for action in ["s3:a:b", "s3:a:b:c", "s3::"] {
        assert!(matches(&compiled(&format!("{action:?}")), action), "{action}");
        assert!(matches(&compiled(r#""s3:*""#), action), "{action}");
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

#[test]
fn memory_counts_everything_that_is_kept() {
    let memory = |elements: &str| {
        let text = format!(r#"{{"Version":"2012-10-17","Statement":{{"Effect":"Allow",{elements}}}}}"#);
        let document = Document::parse(&text).expect("a document");
        let policy = Compiled::new(PolicyKind::Identity, &document);
        policy.memory() - text.len()
    };
    let base = r#""Action":"*","Resource":"*""#;
    let least = memory(base);
    assert!((size_of::<Compiled>()..2 * size_of::<Compiled>()).contains(&least), "{least}");
    let condition = size_of::<Condition>() + size_of::<Key>();
    let (part, range) = (size_of::<Part>(), size_of::<Range>());
    // An entry of the index has a head, a rest and a statement; of a pattern for any service, which it replaces here, there are the parts.
    let (entry, anywhere) = (16, range + size_of::<u32>());
    let index_of_one = size_of::<(u32, ActionIndex)>() + 3 * size_of::<u32>() + entry;
    for (elements, more) in [
        // What has upper case is kept in lower case besides.
        (r#""Action":["*","s3:Getx"],"Resource":"*""#, entry + "s3:getx".len()),
        (r#""Action":["*","s3:g*x"],"Resource":"*""#, entry + range + 2 * part),
        (r#""Action":["*","*"],"Resource":"*""#, anywhere + part),
        (r#""NotAction":"s3:*","Resource":"*""#, index_of_one - anywhere - part),
        (r#""Action":"*","Resource":["*","*"]"#, range + part),
        (r#""Principal":"*","Action":"*","Resource":"*""#, size_of::<PrincipalPattern>()),
        (r#""Action":"*","Resource":"arn:aws:s3:::${a:b}""#, part + size_of::<Variable>() + size_of::<Key>()),
    ] {
        assert_eq!(memory(elements), least + more, "{elements}");
    }
    for (test, more) in [
        (r#""StringEquals":{"a:b":["x","y"]}"#, 2 * (size_of::<Range>() + size_of::<Part>())),
        (r#""ArnLike":{"a:b":"*"}"#, size_of::<Range>() + size_of::<Part>()),
        (r#""NumericEquals":{"a:b":[1,2]}"#, 2 * size_of::<crate::values::Number>()),
        (r#""DateEquals":{"a:b":["1","2"]}"#, 2 * size_of::<crate::values::Instant>()),
        (r#""IpAddress":{"a:b":["::/0","::/0"]}"#, 2 * size_of::<crate::values::Network>()),
        (r#""BinaryEquals":{"a:b":["QUJD","QUI="]}"#, 2 * size_of::<Box<[u8]>>() + 5),
        (r#""Bool":{"a:b":true}"#, 0),
    ] {
        let found = memory(&format!(r#"{base},"Condition":{{{test}}}"#));
        assert_eq!(found, least + condition + more, "{test}");
    }
    let statements = |count: usize| {
        let list = vec![r#"{"Effect":"Allow","Action":"*","Resource":"*"}"#; count].join(",");
        let text = format!(r#"{{"Version":"2012-10-17","Statement":[{list}]}}"#);
        let document = Document::parse(&text).expect("a document");
        Compiled::new(PolicyKind::Identity, &document).memory() - text.len()
    };
    let statement = size_of::<Statement>() + anywhere + part + range + part;
    assert_eq!(statements(3), statements(1) + 2 * statement);
}

#[test]
fn heads_say_whether_something_follows() {
    let policy = compiled(r#"["s*", "s3:Get*", "s3:PutObject", "*"]"#);
    let mut heads: Vec<_> = policy.actions.heads(&policy).map(|(head, open, _)| (head, open)).collect();
    heads.sort_unstable();
    assert_eq!(heads, [("", true), ("s", true), ("s3:get", true), ("s3:putobject", false)]);
}

#[test]
fn hashes_tell_texts_apart() {
    // Reference values of 32-bit FNV-1a.
    assert_eq!((hash("a"), hash("foobar")), (0xE40C_292C, 0xBF9C_F968));
    let actions: Vec<String> = (0..1_000).map(|n| format!("s3:action{n}")).collect();
    let buckets: HashSet<u32> = actions.iter().map(|action| spread(hash(action)) >> 22).collect();
    assert!(buckets.len() > 500, "{} buckets for 1,000 actions", buckets.len());
    let services: HashSet<u64> = (0..64).map(|n| service_bit(hash(&format!("service{n}:")))).collect();
    assert!(services.len() > 24, "{} bits for 64 services", services.len());
}

#[test]
fn neighbouring_texts_are_one() {
    let resources = |resource: &str| {
        let text = format!(
            r#"{{"Version":"2012-10-17","Statement":{{"Effect":"Allow","Action":"*","Resource":"{resource}"}}}}"#
        );
        let policy = Compiled::new(PolicyKind::Identity, &Document::parse(&text).expect("a document"));
        let texts = |part: &Part| match part {
            Part::Text(text) => policy.str(*text).to_owned(),
            other => format!("{other:?}"),
        };
        policy.parts(policy.resources[0]).iter().map(texts).collect::<Vec<_>>()
    };
    assert_eq!(resources("arn:aws:s3:::a$b$/c"), ["arn:aws:s3:::a$b$/c"]);
    assert_eq!(resources("arn:aws:s3:::a${*}b"), ["arn:aws:s3:::a", "*", "b"]);
    assert_eq!(resources("arn:aws:s3:::\\u0061*$x"), ["arn:aws:s3:::a", "Star", "$x"]);
    assert_eq!(
        resources("arn:aws"),
        ["arn:aws:", "StarWithin", ":", "StarWithin", ":", "StarWithin", ":", "Star"]
    );
    // Validation lets no such resource through.
    assert_eq!(resources("abc"), ["abc"]);
}
