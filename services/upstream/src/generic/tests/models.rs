use std::path::PathBuf;

use awsim_model::parse;
use awsim_plugin::fallback::ConfigureNamed;
use awsim_plugin::operation::ProtocolName;
use awsim_plugin::service::{Mistake, ServicePlugin};
use awsim_plugin::upstream::{Coverage, Place, Upstream};
use proptest::prelude::*;
use serde_json::json;
use tempfile::TempDir;

use crate::generic::load::Usable;
use crate::generic::settings::GenericSettings;
use crate::generic::{Generic, plan, statics};

const NOTES: &str = r#"{
    "metadata": {"apiVersion": "2026-01-01", "endpointPrefix": "notes", "protocol": "rest-json", "serviceFullName": "Notes"},
    "operations": {
        "PutNote": {"http": {"method": "PUT", "requestUri": "/notes/{name}"}, "input": {"shape": "PutNote"}},
        "Listen": {"http": {"method": "POST", "requestUri": "/listen"}, "input": {"shape": "Listen"}},
        "Upload": {"http": {"method": "POST", "requestUri": "/upload"}, "input": {"shape": "Upload"}}
    },
    "shapes": {
        "Text": {"type": "string"},
        "Texts": {"type": "list", "member": {"shape": "Text"}},
        "Again": {"type": "list", "member": {"shape": "Again"}},
        "Tree": {"type": "structure", "members": {"left": {"shape": "Tree"}, "roleArn": {"shape": "Text"}, "again": {"shape": "Again"}}},
        "PutNote": {"type": "structure", "required": ["Name", "Title"], "members": {
            "Name": {"shape": "Text", "location": "uri", "locationName": "name"},
            "Kind": {"shape": "Text", "location": "header", "locationName": "X-Kind"},
            "Title": {"shape": "Text", "locationName": "title"},
            "Tree": {"shape": "Tree"}
        }},
        "Events": {"type": "structure", "eventstream": true, "members": {}},
        "Listen": {"type": "structure", "payload": "Events", "members": {"Events": {"shape": "Events"}}},
        "Bytes": {"type": "blob", "streaming": true},
        "Upload": {"type": "structure", "required": ["Bytes"], "payload": "Bytes", "members": {"Bytes": {"shape": "Bytes"}}}
    }
}"#;

/// The settings of a service whose model is this, in a folder that has to be kept.
fn settings(model: &str) -> (TempDir, GenericSettings) {
    let folder = tempfile::tempdir().unwrap();
    let file: PathBuf = folder.path().join("service-2.json");
    std::fs::write(&file, model).unwrap();
    let settings = json!({"upstream": "http://127.0.0.1:8000", "model": file});
    (folder, serde_json::from_value(settings).unwrap())
}

fn mistakes(model: &str) -> Vec<Mistake> {
    let (folder, settings) = settings(model);
    let mut mistakes = Generic::check("notes", &settings);
    let place = format!("{}/", folder.path().display());
    mistakes.iter_mut().for_each(|mistake| mistake.message = mistake.message.replace(&place, ""));
    mistakes
}

#[test]
fn a_model_becomes_a_service() {
    let (_folder, settings) = settings(NOTES);
    let service = Generic::configure("notes", settings).unwrap();
    assert_eq!((service.model().signing_name, service.model().protocol), ("notes", ProtocolName::RestJson));
    assert_eq!(service.coverage(), Coverage::Generic);
    assert!(service.not_covered()[0].contains("generic"));
    // Nobody could verify what streams in events.
    assert!(Upstream::operation(&service, "Listen").is_none());
    let put = Upstream::operation(&service, "PutNote").unwrap();
    assert_eq!((put.method, put.uri, put.required), ("PUT", "/notes/{name}", &["Name", "Title"][..]));
    assert_eq!(put.place("Name"), Some(Place::Path("name")));
    assert_eq!(put.place("Kind"), Some(Place::Header("x-kind")));
    assert_eq!(put.place("Title"), Some(Place::Body("title")));
    // A body of bytes may be empty.
    assert!(Upstream::operation(&service, "Upload").unwrap().required.is_empty());
}

#[test]
fn everything_that_is_missing_is_told() {
    let told = Generic::check("notes", &GenericSettings::default());
    let settings: Vec<_> = told.iter().map(|mistake| mistake.setting).collect();
    assert_eq!(settings, ["upstream", "model"]);
    assert!(told[1].message.starts_with("this program has no service `notes`; it has: dynamodb, "));
    assert!(told[1].message.contains("in every installation of boto3"));
    assert_eq!(mistakes(NOTES), []);
}

#[test]
fn what_is_wrong_with_a_model_is_told() {
    for (from, to, complaint) in [
        ("\"notes\"", "\"noted\"", "service-2.json is the model of `noted`, to be named [services.noted]"),
        (
            "rest-json",
            "ec2",
            "the service speaks ec2, and AWSim reads query, json, rest-json, rest-xml and smithy-rpc-v2-cbor",
        ),
        (
            "rest-json",
            "json",
            "the model says nothing of the name that requests have for the service (targetPrefix)",
        ),
        (
            "\"method\": \"PUT\"",
            "\"method\": \"PUT /\"",
            "the operation \"PutNote\" has the method \"PUT /\"",
        ),
        ("\"/upload\"", "\"upload\"", "the operation \"Upload\" has the target \"upload\""),
        ("X-Kind", "X Kind", "the operation \"PutNote\" has \"Kind\" in the header \"x kind\""),
        (
            "\"Upload\": {\"http\"",
            "\"Up load\": {\"http\"",
            "the operation \"Up load\" has no name of an operation",
        ),
        ("\"left\": {\"shape\": \"Tree\"}", "\"left\": {\"shape\": \"Three\"}", "there is no shape Three"),
        ("{\"shape\": \"Again\"}}", "{\"shape\": \"Once\"}}", "there is no shape Once"),
    ] {
        let found = mistakes(&NOTES.replacen(from, to, 1));
        assert_eq!(found, [Mistake { setting: "model", message: complaint.to_owned() }], "{from}");
    }
    let (_folder, settings) = settings("{");
    assert!(Generic::check("notes", &settings)[0].message.contains("it is not a model as botocore has them"));
}

#[test]
fn a_shape_that_has_itself_has_an_end() {
    let model = parse(NOTES.as_bytes()).unwrap();
    let usable = Usable::of(&model).unwrap();
    let request = usable.requests.iter().find(|request| request.name == "PutNote").unwrap();
    let members = usable.graph.members(&usable, request);
    assert_eq!(members.len(), 1, "{members:?}");
}

/// The model with a few of its bytes replaced.
fn mangled() -> impl Strategy<Value = Vec<u8>> {
    let byte = prop_oneof![any::<u8>(), Just(b'"'), Just(b'{'), Just(b'}'), Just(b','), Just(b'/')];
    proptest::collection::vec((0..NOTES.len(), byte), 1..5).prop_map(|changes| {
        let mut text = NOTES.as_bytes().to_vec();
        for (at, byte) in changes {
            text[at] = byte;
        }
        text
    })
}

proptest! {
    #[test]
    fn a_mangled_model_is_used_or_refused(text in mangled()) {
        if let Ok(model) = parse(&text)
            && let Ok(usable) = Usable::of(&model)
        {
            let operations = statics::operations(&usable);
            prop_assert_eq!(plan::plans(&usable, operations).len(), operations.len());
        }
    }
}
