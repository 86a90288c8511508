use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::{Blob, Timestamp};
use proptest::prelude::*;

use super::{AwsJson, Json};
use crate::protocol::testing::{
    CAPITAL_MODEL, Color, LIMITS, MODEL, OPERATION, Output, SILENT_OPERATION, Sample, answering, full, post,
    read,
};
use crate::protocol::{Answering, Errors as _, Protocol, ProtocolLimits};

fn sample(text: &str) -> Sample {
    read(&Json::parse(text.as_bytes(), &LIMITS).unwrap()).unwrap()
}

/// What is wrong with a request that cannot be read.
fn fault(text: &str) -> String {
    Json::parse(text.as_bytes(), &LIMITS).and_then(|json| read(&json)).unwrap_err().message
}

fn written(sample: Sample) -> String {
    let answer = AwsJson::V1_1.encode_output(&answering(), &OPERATION, &Output(sample));
    assert_eq!((answer.status, answer.content_type), (200, "application/x-amz-json-1.1"));
    String::from_utf8(answer.body.to_vec()).unwrap()
}

#[test]
fn values_are_read() {
    let read = sample(
        r#"{"Text":"aä\n\u00e9","Number":-7,"Double":2,"Flag":true,"Date":1776759330.5,"Bytes":"AP8Q","Color":"green",
            "Texts":["a",""],"Items":[],"Map":{"k":"v","":"w"},"OtherName":"x","Child":{"Child":{}},
            "Children":[{"Number":1.0}],"Unknown":[1,{"a":null}],"Flat":null}"#,
    );
    let text = |text: &str| text.to_owned();
    assert_eq!(
        read,
        Sample {
            text: Some(text("aä\né")),
            number: Some(-7),
            double: Some(2.0),
            flag: Some(true),
            date: Some(Timestamp::from_millis(1_776_759_330_500)),
            bytes: Some(Blob(vec![0, 255, 16])),
            color: Some(Color::Green),
            texts: Some(vec![text("a"), text("")]),
            items: Some(vec![]),
            map: Some([(text("k"), text("v")), (text(""), text("w"))].into()),
            renamed: Some(text("x")),
            child: Some(Box::new(Sample { child: Some(Box::default()), ..Sample::default() })),
            children: Some(vec![Sample { number: Some(1), ..Sample::default() }]),
            ..Sample::default()
        }
    );
}

#[test]
fn of_two_members_with_one_name_the_last_counts() {
    assert_eq!(sample(r#"{"Text":"first","Text":"last"}"#).text.as_deref(), Some("last"));
    assert_eq!(sample(r#"{"Text":"first","Text":null}"#).text, None);
}

#[test]
fn values_of_the_wrong_kind_are_refused() {
    for (text, message) in [
        (r#"{"Text":1}"#, "NUMBER_VALUE can not be converted to a String"),
        (r#"{"Text":true}"#, "TRUE_VALUE can not be converted to a String"),
        (r#"{"Text":[]}"#, "Start of list found where not expected"),
        (r#"{"Text":{}}"#, "Start of structure or map found where not expected."),
        (r#"{"Number":"1"}"#, "STRING_VALUE can not be converted to an Integer"),
        (r#"{"Number":1.5}"#, "NUMBER_VALUE can not be converted to an Integer"),
        (r#"{"Number":123456789012345678901234567890}"#, "NUMBER_VALUE can not be converted to an Integer"),
        (r#"{"Number":4294967296}"#, "4294967296 does not fit into 32 bits"),
        (r#"{"Double":"x"}"#, "STRING_VALUE can not be converted to a Double"),
        (r#"{"Flag":"true"}"#, "STRING_VALUE can not be converted to a Boolean"),
        (r#"{"Date":"x"}"#, "STRING_VALUE can not be converted to a Timestamp"),
        (r#"{"Bytes":"!"}"#, "STRING_VALUE can not be converted to a Blob"),
        (r#"{"Texts":"x"}"#, "Expected list or null"),
        (r#"{"Texts":[null]}"#, "A list must not hold null"),
        (r#"{"Map":[]}"#, "Expected map or null"),
        (r#"{"Map":{"a":null}}"#, "A map must not hold null"),
        (r#"{"Child":[]}"#, "Expected structure or null"),
        ("[]", "Expected structure or null"),
        ("null", "Expected structure or null"),
    ] {
        assert_eq!(fault(text), message, "{text}");
    }
}

#[test]
fn what_is_not_json_is_refused() {
    for text in
        ["{", "{}x", "{\"a\":}", "{\"a\":1e999}", "{'a':1}", "{\"a\":\"\\ud800\"}", "nul", "{\"a\":\"\t\"}"]
    {
        let error = Json::parse(text.as_bytes(), &LIMITS).unwrap_err();
        assert_eq!((&*error.code, error.status), ("SerializationException", 400), "{text}");
    }
    assert!(Json::parse(b"{\"a\":\"\xFF\"}", &LIMITS).is_err());
}

#[test]
fn limits_hold() {
    let many = format!("[{}0]", "0,".repeat(99));
    assert!(fault(&many).starts_with("there are too many values"), "{}", fault(&many));
    let nested = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
    assert!(Json::parse(nested(16).as_bytes(), &LIMITS).is_ok());
    let error = Json::parse(nested(17).as_bytes(), &LIMITS).unwrap_err();
    assert!(error.message.starts_with("the value is nested too deeply"), "{}", error.message);
    let lax = ProtocolLimits { form_fields: usize::MAX, nesting: usize::MAX };
    assert!(Json::parse(nested(100_000).as_bytes(), &lax).is_err());
}

#[test]
fn the_operation_is_found() {
    let mut request = post("");
    let refusal = |request: &_| AwsJson::V1_1.decode(request, &MODEL, &LIMITS).err().unwrap();
    assert_eq!(refusal(&request).code, "UnknownOperationException");
    request.headers.insert("x-amz-target", http::HeaderValue::from_static("Others.PutSample"));
    assert_eq!(refusal(&request).message, "The target Others.PutSample is not one of Samples.");
    request.headers.insert("x-amz-target", http::HeaderValue::from_static("Samples_20260421.PutSample"));
    let decoded = AwsJson::V1_1.decode(&request, &MODEL, &LIMITS).unwrap();
    assert_eq!((&*decoded.operation, decoded.version), ("PutSample", None));
    assert_eq!(read(decoded.input.as_ref()).unwrap(), Sample::default());
}

#[test]
fn an_answer_is_json_in_the_order_of_the_model() {
    assert_eq!(
        written(full()),
        "{\"Text\":\"<\\\"tags\\\" & more>\\r\\n\\u0001\u{FFFE} äöü 漢字 🦀\",\"Number\":-7,\"Double\":1.5,\
         \"Flag\":false,\"Date\":1776759330,\"Bytes\":\"AP8Q\",\"Color\":\"green\",\"Texts\":[],\
         \"Items\":[\"one\",\"\"],\"Flat\":[\"x\",\"y\"],\"FlatNamed\":[\"p\"],\
         \"Map\":{\"a<b\":\"1&2\",\"z\":\"\"},\"FlatMap\":{\"a<b\":\"1&2\",\"z\":\"\"},\"OtherName\":\"other\",\
         \"Child\":{\"Number\":1},\"Children\":[{},{\"Flag\":true}]}"
    );
    let silent = AwsJson::V1_0.encode_output(&answering(), &SILENT_OPERATION, &Output(()));
    assert_eq!((silent.content_type, &*silent.body), ("application/x-amz-json-1.0", &b"{}"[..]));
}

#[test]
fn instants_and_odd_numbers_are_written() {
    let at = |millis| written(Sample { date: Some(Timestamp::from_millis(millis)), ..Sample::default() });
    assert_eq!(at(1_776_759_330_125), "{\"Date\":1776759330.125}");
    assert_eq!(at(-500), "{\"Date\":-0.5}");
    let double = |double| written(Sample { double: Some(double), ..Sample::default() });
    assert_eq!(double(f64::NAN), "{\"Double\":\"NaN\"}");
    assert_eq!(double(f64::NEG_INFINITY), "{\"Double\":\"-Infinity\"}");
}

#[test]
fn an_error_names_its_code_in_body_and_header() {
    let error = ServiceError::sender("NoSuchThing", 400, "not \"here\"").with_member("Reason", "why");
    let answer = AwsJson::V1_1.encode_error(&answering(), &error);
    assert_eq!((answer.status, answer.content_type), (400, "application/x-amz-json-1.1"));
    assert_eq!(answer.headers, [("x-amzn-errortype", "NoSuchThing".to_owned())]);
    assert_eq!(
        std::str::from_utf8(&answer.body).unwrap(),
        "{\"__type\":\"NoSuchThing\",\"message\":\"not \\\"here\\\"\",\"Reason\":\"why\"}"
    );
}

#[test]
fn the_message_of_an_error_is_spelt_as_the_service_spells_it() {
    let answering = Answering { model: &CAPITAL_MODEL, ..answering() };
    let answer = AwsJson::V1_1.encode_error(&answering, &ServiceError::sender("Gone", 400, "no"));
    assert_eq!(&*answer.body, b"{\"__type\":\"Gone\",\"Message\":\"no\"}");
}

#[test]
fn common_errors_have_the_names_that_json_services_give_them() {
    let code = |code: &'static str| {
        AwsJson::V1_1.encode_error(&answering(), &ServiceError::sender(code, 400, "")).headers[0].1.clone()
    };
    assert_eq!(code("ValidationError"), "ValidationException");
    assert_eq!(code("MalformedInput"), "SerializationException");
    assert_eq!(code("InvalidAction"), "UnknownOperationException");
    assert_eq!(code("SomethingElse"), "SomethingElse");
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(body in prop::collection::vec(any::<u8>(), 0..300)) {
        if let Ok(json) = Json::parse(&body, &LIMITS) {
            let _ = read(&json);
        }
    }

    #[test]
    fn any_json_is_read_or_refused(body in "(\\{|\\}|\\[|\\]|,|:|\"Text\"|\"Texts\"|\"Map\"|\"Child\"|\"Number\"|null|true|-?[0-9]{1,30}(\\.[0-9])?|\"[a-z]*\"){0,40}") {
        if let Ok(json) = Json::parse(body.as_bytes(), &LIMITS) {
            let _ = read(&json);
        }
    }

    #[test]
    fn what_is_written_is_read_back(text in any::<String>(), number in any::<i32>(), eighths in any::<i32>(), millis in -62_167_219_200_000i64..=253_402_300_799_999, bytes in any::<Vec<u8>>(), list in any::<Vec<String>>()) {
        let sample = Sample {
            text: Some(text).filter(|text| text.encode_utf16().count() <= 1000),
            number: Some(number),
            double: Some(f64::from(eighths) / 8.0),
            date: Some(Timestamp::from_millis(millis)),
            bytes: Some(Blob(bytes)),
            texts: Some(list),
            ..Sample::default()
        };
        let lax = ProtocolLimits { form_fields: 1000, ..LIMITS };
        let text = written(sample.clone());
        prop_assert_eq!(read(&Json::parse(text.as_bytes(), &lax).unwrap()).unwrap(), sample);
    }
}
