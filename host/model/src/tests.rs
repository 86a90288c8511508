use proptest::prelude::*;

use crate::{Place, Protocol, parse, repeated, requests};

const NOTES: &str = r#"{
    "metadata": {"apiVersion": "2026-01-01", "endpointPrefix": "notes", "protocol": "rest-xml", "serviceFullName": "Notes"},
    "operations": {
        "PutNote": {"http": {"method": "PUT", "requestUri": "/notes/{name}"}, "input": {"shape": "PutNote"}},
        "GetNote": {"http": {"method": "GET", "requestUri": "/notes/{name}"}, "input": {"shape": "GetNote"}},
        "OldGet": {"http": {"method": "GET", "requestUri": "/notes/{name}"}, "deprecated": true}
    },
    "shapes": {
        "Text": {"type": "string", "min": 0.5},
        "Texts": {"type": "list", "member": {"shape": "Text", "locationName": "Text"}},
        "Body": {"type": "blob", "streaming": true},
        "GetNote": {"type": "structure", "required": ["Name"], "members": {
            "Name": {"shape": "Text", "location": "uri", "locationName": "name"},
            "Fields": {"shape": "Texts", "location": "querystring", "locationName": "field"}
        }},
        "PutNote": {"type": "structure", "payload": "Note", "members": {
            "Name": {"shape": "Text", "location": "uri", "locationName": "name"},
            "Kind": {"shape": "Text", "location": "header", "locationName": "X-Kind"},
            "Note": {"shape": "Body"}
        }},
        "Other": {"type": "structure", "members": {"Texts": {"shape": "Texts", "locationName": "texts"}}}
    }
}"#;

#[test]
fn a_model_says_where_members_stand() {
    let model = parse(NOTES.as_bytes()).unwrap();
    assert_eq!(Protocol::of(&model.metadata), Ok(Protocol::RestXml));
    let requests = requests(&model).unwrap();
    let names: Vec<_> = requests.iter().map(|request| request.name).collect();
    assert_eq!(names, ["GetNote", "PutNote"]);
    let name = ("Name", Place::Path("name".to_owned()));
    assert_eq!(requests[0].members, [name.clone(), ("Fields", Place::Queries("field".to_owned()))]);
    assert_eq!(requests[0].required, ["Name"]);
    let kind = ("Kind", Place::Header("x-kind".to_owned()));
    assert_eq!(requests[1].members, [name, kind, ("Note", Place::Raw)]);
    assert!(requests[1].streams && !requests[0].streams);
    assert_eq!(repeated(&model).unwrap().into_iter().collect::<Vec<_>>(), ["Text"]);
}

#[test]
fn lists_go_by_the_names_that_forms_have_for_them() {
    let model = NOTES.replace("rest-xml", "query").replace("\"list\"", "\"list\", \"flattened\": true");
    let model = parse(model.as_bytes()).unwrap();
    let (name, member) = model.shapes["Other"].members.first().unwrap();
    assert_eq!(model.wire_name(name, member), "Text");
    let model = parse(NOTES.as_bytes()).unwrap();
    let (name, member) = model.shapes["Other"].members.first().unwrap();
    assert_eq!(model.wire_name(name, member), "texts");
}

#[test]
fn the_protocol_is_the_first_that_is_read_here() {
    let of = |protocol: &str, all: &str| {
        let model = NOTES.replace("\"rest-xml\"", &format!("\"{protocol}\", \"protocols\": {all}"));
        let metadata = parse(model.as_bytes()).unwrap().metadata;
        Protocol::of(&metadata).map(|protocol| (protocol, protocol.speaks_query_too(&metadata)))
    };
    assert_eq!(of("json", "[]"), Ok((Protocol::Json11, false)));
    assert_eq!(of("query", "[\"smithy-rpc-v2-cbor\", \"json\", \"query\"]"), Ok((Protocol::Json11, true)));
    assert_eq!(of("json", "[\"smithy-rpc-v2-cbor\"]"), Ok((Protocol::RpcV2Cbor, false)));
    assert_eq!(of("rest-json", "[\"rest-json\", \"query\"]"), Ok((Protocol::RestJson, false)));
    assert!(of("ec2", "[\"ec2\"]").unwrap_err().contains("the service speaks ec2"));
}

#[test]
fn what_is_wrong_with_a_model_is_told() {
    for (from, to, complaint) in [
        (
            "\"shape\": \"Texts\", \"location\"",
            "\"shape\": \"Tests\", \"location\"",
            "there is no shape Tests",
        ),
        ("\"location\": \"header\"", "\"location\": \"statusCode\"", "Kind stands in statusCode"),
        ("\"shape\": \"GetNote\"", "\"shape\": \"GetNode\"", "there is no shape GetNode"),
        ("{\"method\": \"PUT\", \"requestUri\": \"/notes/{name}\"}", "null", "PutNote says nothing of HTTP"),
    ] {
        let model = NOTES.replace(from, to);
        assert_eq!(requests(&parse(model.as_bytes()).unwrap()).unwrap_err(), complaint);
    }
    for (text, complaint) in [
        (NOTES.replace("\"OldGet\"", "\"GetNote\""), "GetNote is there twice"),
        (NOTES.replace("\"operations\"", "\"actions\""), "missing field `operations`"),
        ("[".repeat(100_000), "invalid type"),
        (NOTES.replace("\"deprecated\": true", &format!("\"x\": {}", "[".repeat(100_000))), "line"),
        (String::new(), "EOF"),
    ] {
        let error = parse(text.as_bytes()).unwrap_err();
        assert!(
            error.starts_with("it is not a model as botocore has them") && error.contains(complaint),
            "{error}"
        );
    }
    let many: Vec<_> = (0..30_000).map(|number| format!("\"S{number}\": {{\"type\": \"string\"}}")).collect();
    let many = NOTES.replace("\"shapes\": {", &format!("\"shapes\": {{{},", many.join(",")));
    assert!(parse(many.as_bytes()).unwrap_err().contains("more than 20000 entries"));
}

/// The text with a few of its bytes replaced.
fn mangled() -> impl Strategy<Value = Vec<u8>> {
    let change = (0..NOTES.len(), prop_oneof![any::<u8>(), Just(b'"'), Just(b'{'), Just(b'}'), Just(b',')]);
    proptest::collection::vec(change, 1..6).prop_map(|changes| {
        let mut text = NOTES.as_bytes().to_vec();
        for (at, byte) in changes {
            text[at] = byte;
        }
        text
    })
}

proptest! {
    #[test]
    fn a_mangled_model_is_read_or_refused(text in mangled()) {
        if let Ok(model) = parse(&text) {
            let _ = (requests(&model), repeated(&model), Protocol::of(&model.metadata));
        }
    }

    #[test]
    fn anything_is_read_or_refused(text in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = parse(&text);
    }
}
