use super::json::{Value, read};
use super::*;

fn json_error(text: &str) -> JsonErrorKind {
    read(text).expect_err("an error").kind
}

#[test]
fn reads_every_kind_of_value() {
    let node = read(r#" {"a":[1,-2.5e3,true,false,null,"x\u00e9\ud83d\ude00\n"]} "#).expect("valid");
    let Value::Object(members) = node.value else { panic!("object") };
    let Value::Array(items) = &members[0].value.value else { panic!("array") };
    assert_eq!(items[1].value, Value::Number("-2.5e3"));
    assert_eq!(items[5].value, Value::String("xé😀\n".into()));
}

#[test]
fn refuses_what_is_not_json() {
    use JsonErrorKind::*;
    for (text, kind) in [
        ("", UnexpectedEnd),
        ("{", UnexpectedEnd),
        ("[1,]", Unexpected),
        ("{\"a\":1,}", Unexpected),
        ("{a:1}", Unexpected),
        ("01", Trailing),
        ("1.", UnexpectedEnd),
        ("-", UnexpectedEnd),
        ("1e999", NumberRange),
        ("\"\\x\"", BadEscape),
        ("\"\\ud800\"", BadEscape),
        ("\"\\udc00\\ud800\"", BadEscape),
        ("\"\\u12g4\"", BadEscape),
        ("\"a\nb\"", Unexpected),
        ("\"abc", UnexpectedEnd),
        ("nul", Unexpected),
        ("{} {}", Trailing),
        ("\u{feff}{}", Unexpected),
        ("{\"a\":1,\"a\":2}", DuplicateName),
        ("{\"a\":1,\"\\u0061\":2}", DuplicateName),
    ] {
        assert_eq!(json_error(text), kind, "{text}");
    }
}

#[test]
fn duplicates_are_found_among_many_names_too() {
    let many: Vec<String> = (0..100).map(|n| format!("\"k{n}\":{n}")).collect();
    assert!(read(&format!("{{{}}}", many.join(","))).is_ok());
    assert_eq!(json_error(&format!("{{{},\"k3\":0}}", many.join(","))), JsonErrorKind::DuplicateName);
}

#[test]
fn depth_and_length_are_bounded() {
    assert_eq!(json_error(&"[".repeat(MAX_TEXT_BYTES)), JsonErrorKind::TooDeep);
    assert_eq!(json_error(&"[".repeat(10_000_000)), JsonErrorKind::TooLong);
    assert!(read(&format!("{}{}", "[".repeat(MAX_DEPTH), "]".repeat(MAX_DEPTH))).is_ok());
    assert_eq!(
        json_error(&format!("{}{}", "[".repeat(MAX_DEPTH + 1), "]".repeat(MAX_DEPTH + 1))),
        JsonErrorKind::TooDeep
    );
    assert_eq!(json_error(&"9".repeat(400)), JsonErrorKind::NumberRange);
}

#[test]
fn bad_utf8_is_an_error_with_its_place() {
    let error = Document::parse_bytes(b"{\"Id\":\"\xff\"}").expect_err("bad");
    assert!(matches!(error.kind, ShapeErrorKind::Json(JsonError { kind: JsonErrorKind::Utf8, .. })));
    assert_eq!(error.span.start, 7);
}

const FULL: &str = r#"{
  "Version": "2012-10-17",
  "Id": "x",
  "Statement": [
    {"Sid": "A", "Effect": "Allow", "Principal": {"AWS": ["1", "2"], "Service": "s"}, "Action": "s3:*",
     "NotResource": ["a", "b"], "Condition": {"Bool": {"k:a": true, "k:b": ["x", 12]}}},
    {"Effect": "Deny", "NotPrincipal": "*", "NotAction": ["a:b"], "Resource": "*"}
  ]
}"#;

#[test]
fn the_tree_knows_where_everything_stands() {
    let document = Document::parse(FULL).expect("valid");
    let first = &document.statements.items[0];
    assert_eq!((first.span.start_in(FULL).line, first.span.start_in(FULL).column), (5, 5));
    assert_eq!((first.span.end_in(FULL).line, first.span.end_in(FULL).column), (6, 88));
    let action = first.action.as_ref().expect("action");
    assert_eq!(action.name.slice(FULL), "\"Action\"");
    assert_eq!(action.values.items[0].span.slice(FULL), "\"s3:*\"");
    let condition = first.condition.as_ref().expect("condition");
    assert_eq!(condition.blocks[0].keys[1].values.items[1].text.span.slice(FULL), "12");
    assert!(document.statements.items[1].principal.as_ref().is_some_and(|principal| principal.negated));
}

#[test]
fn printing_and_parsing_again_changes_nothing() {
    let document = Document::parse(FULL).expect("valid");
    let printed = document.print();
    let again = Document::parse(&printed).expect("valid");
    assert_eq!(again.print(), printed);
    let values = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("JSON");
    assert_eq!(values(&printed), values(FULL));
}

#[test]
fn shape_errors_name_the_element() {
    use ShapeErrorKind::*;
    let error = |text: &str| Document::parse(text).expect_err("an error").kind;
    assert_eq!(error("[]"), NotAnObject);
    assert_eq!(error("{}"), MissingField("Statement"));
    assert_eq!(error(r#"{"Statement":[]}"#), NoStatements);
    assert_eq!(error(r#"{"Statement":[[]]}"#), WrongType("Statement"));
    assert_eq!(error(r#"{"Statement":{},"statement":{}}"#), UnknownField("statement".into()));
    assert_eq!(error(r#"{"Statement":{"Action":"a","NotAction":"b"}}"#), BothForms("Action"));
    assert_eq!(error(r#"{"Statement":{"Resource":[1]}}"#), WrongType("Resource"));
    assert_eq!(error(r#"{"Statement":{"Condition":{"Bool":[]}}}"#), WrongType("Condition"));
    assert_eq!(error(r#"{"Statement":{"Condition":{"Bool":{"a":null}}}}"#), WrongType("Condition"));
    assert_eq!(error(r#"{"Version":2012,"Statement":{}}"#), WrongType("Version"));
}

#[test]
fn principals_are_replaced_and_nothing_else() {
    let text =
        r#"{ "Statement" : {"Principal": {"AWS" : [ "arn:a" ,"b"], "Service":"arn:a"}, "Sid":"arn:a"} }"#;
    let rewritten = rewrite_principals(text, |named| {
        (named.kind == Some("AWS") && named.value == "arn:a").then(|| "AI\"DA".to_owned())
    });
    assert_eq!(
        rewritten.expect("valid"),
        r#"{ "Statement" : {"Principal": {"AWS" : [ "AI\"DA" ,"b"], "Service":"arn:a"}, "Sid":"arn:a"} }"#
    );
}

#[test]
fn operators_are_known_by_name_in_either_case() {
    let operator = Operator::parse("foranyvalue:StringNotLikeifexists").expect("known");
    assert_eq!(
        operator,
        Operator {
            quantifier: Quantifier::ForAnyValue,
            comparison: Comparison::StringLike,
            negated: true,
            if_exists: true
        }
    );
    assert_eq!(Operator::parse("ArnEquals"), Operator::parse("ArnLike"));
    for unknown in ["", "IfExists", "StringEqual", "NullIfExists", "ForSome:Bool", "StringEquals:Bool", "é"]
    {
        assert_eq!(Operator::parse(unknown), None, "{unknown}");
    }
}

#[test]
fn white_space_does_not_count() {
    assert_eq!(size_without_white_space("{ \"é\" :\n\t1 }"), 7);
}
