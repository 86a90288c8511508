use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::{Blob, Timestamp};
use proptest::prelude::*;
use quick_xml::events::Event;

use super::{AwsQuery, Form};
use crate::protocol::testing::{
    Color, LIMITS, MODEL, OPERATION, Output, SILENT_OPERATION, Sample, answering, full, post, read,
};
use crate::protocol::{Errors as _, Protocol, ProtocolLimits, peek_query};

fn form(text: &str) -> Result<Form<'_>, ServiceError> {
    Form::parse([text.as_bytes(), b""], &LIMITS)
}

fn sample(text: &str) -> Sample {
    read(&form(text).unwrap()).unwrap()
}

/// What is wrong with a request that cannot be read.
fn fault(text: &str) -> (String, String) {
    let error = form(text).and_then(|form| read(&form)).unwrap_err();
    assert_eq!(error.status, 400);
    (error.code.into_owned(), error.message)
}

fn texts(texts: &[&str]) -> Option<Vec<String>> {
    Some(texts.iter().map(|text| (*text).to_owned()).collect())
}

#[test]
fn scalars_are_read() {
    let sample = sample(
        "Text=a+b%2Bc%20d&Number=-7&Double=1.5&Flag=TRUE&Date=2026-04-21T08%3A15%3A30Z&Bytes=AP8Q&Color=green\
         &OtherName=x",
    );
    assert_eq!(sample.text.as_deref(), Some("a b+c d"));
    assert_eq!(sample.number, Some(-7));
    assert_eq!(sample.double, Some(1.5));
    assert_eq!(sample.flag, Some(true));
    assert_eq!(sample.date, Some(Timestamp::from_seconds(1_776_759_330)));
    assert_eq!(sample.bytes, Some(Blob(vec![0, 255, 16])));
    assert_eq!(sample.color, Some(Color::Green));
    assert_eq!(sample.renamed.as_deref(), Some("x"));
}

#[test]
fn an_absent_member_is_none_and_an_empty_one_is_empty() {
    assert_eq!(sample("Action=PutSample&Unknown.member.1=x"), Sample::default());
    assert_eq!(sample("Text="), Sample { text: Some(String::new()), ..Sample::default() });
    assert_eq!(sample("Text"), Sample { text: Some(String::new()), ..Sample::default() });
}

#[test]
fn lists_are_read_in_the_order_of_their_numbers() {
    assert_eq!(sample("Texts.member.2=b&Texts.member.10=c&Texts.member.1=a").texts, texts(&["a", "b", "c"]));
    assert_eq!(sample("Items.Item.1=a&Items.member.2=ignored").items, texts(&["a"]));
    assert_eq!(sample("Flat.1=a&Flat.2=b").flat, texts(&["a", "b"]));
    assert_eq!(sample("Piece.1=a").flat_named, texts(&["a"]));
}

#[test]
fn the_number_of_an_element_is_only_a_label() {
    let huge = "99999999999999999999999999999999999999";
    let read = sample(&format!("Texts.member.{huge}=z&Texts.member.007=b&Texts.member.0=a"));
    assert_eq!(read.texts, texts(&["a", "b", "z"]));
}

#[test]
fn an_empty_list_is_sent_as_an_empty_field() {
    assert_eq!(
        sample("Texts=&Flat=&FlatNamed=&Map="),
        Sample {
            texts: Some(vec![]),
            flat: Some(vec![]),
            flat_named: Some(vec![]),
            map: Some(Default::default()),
            ..Sample::default()
        }
    );
}

#[test]
fn maps_are_read() {
    let read = sample("Map.entry.1.key=k&Map.entry.1.value=v&FlatMap.1.Name=n&FlatMap.1.Value=w");
    assert_eq!(read.map.unwrap().into_iter().collect::<Vec<_>>(), [("k".to_owned(), "v".to_owned())]);
    assert_eq!(read.flat_map.unwrap().into_iter().collect::<Vec<_>>(), [("n".to_owned(), "w".to_owned())]);
    assert_eq!(fault("Map.entry.1.key=k").1, "a map entry must have a key and a value");
}

#[test]
fn structures_nest() {
    let read = sample("Child.Child.Number=2&Child.Text=t&Children.member.2.Flag=true&Children.member.1=");
    let child = read.child.unwrap();
    assert_eq!((child.text.as_deref(), child.child.unwrap().number), (Some("t"), Some(2)));
    let children = read.children.unwrap();
    assert_eq!(children, [Sample::default(), Sample { flag: Some(true), ..Sample::default() }]);
}

#[test]
fn names_with_a_common_beginning_do_not_mix() {
    let read = sample("Texts.member.1=a&Texts-member.1=x&Text=t&TextsX=y&Texts.membership.1=z");
    assert_eq!((read.text.as_deref(), read.texts), (Some("t"), texts(&["a"])));
}

#[test]
fn of_two_fields_with_one_name_the_first_counts() {
    assert_eq!(sample("Text=first&Number=1&Text=second").text.as_deref(), Some("first"));
    let both = Form::parse([b"Text=body", b"Text=query&Number=2"], &LIMITS).unwrap();
    let read = read(&both).unwrap();
    assert_eq!((read.text.as_deref(), read.number), (Some("body"), Some(2)));
}

#[test]
fn names_may_be_encoded_too() {
    assert_eq!(sample("%54exts%2Emember%2E1=a").texts, texts(&["a"]));
}

#[test]
fn broken_encoding_is_refused() {
    for broken in ["Text=%", "Text=%4", "Text=%zz", "Te%xt=1", "Text=%FF", "Text=%C3%28", "Text=%ED%A0%80"] {
        let (code, message) = fault(broken);
        assert_eq!(code, "InvalidQueryParameter", "{broken}: {message}");
    }
    assert!(Form::parse([b"Text=\xFF", b""], &LIMITS).is_err());
}

#[test]
fn text_that_is_no_value_is_refused() {
    for (text, message) in [
        ("Number=x", "'x' is not an integer"),
        ("Number=9223372036854775808", "'9223372036854775808' is not an integer"),
        ("Number=2147483648", "2147483648 does not fit into 32 bits"),
        ("Number=", "'' is not an integer"),
        ("Flag=yes", "'yes' is not a boolean"),
        ("Double=1,5", "'1,5' is not a number"),
        ("Date=tomorrow", "'tomorrow' is not a timestamp"),
        ("Bytes=%21", "a blob is not encoded in base64"),
        ("Texts=a", "'a' is not a list or map"),
        ("Texts.member.x=a", "'x' is not the number of a list element"),
        ("Child=a", "'a' is not a structure"),
        ("Text.member.1=a", "a field has parts below it where it should have a value"),
    ] {
        assert_eq!(fault(text), ("MalformedInput".to_owned(), message.to_owned()), "{text}");
    }
}

#[test]
fn limits_hold() {
    let many: String = (0..101).map(|n| format!("Texts.member.{n}=x&")).collect();
    assert_eq!(fault(&many).1, "The request has more than 100 fields.");
    let deep = "a.".repeat(16) + "a=1";
    assert_eq!(fault(&deep).1, "A field's name has more than 16 parts.");
    assert!(form(&deep[2..]).is_ok());
}

#[test]
fn the_action_and_version_are_found() {
    let request = post("Version=2026-04-21&Text=a%26b&Action=Put%53ample");
    let decoded = AwsQuery.decode(&request, &MODEL, &LIMITS).unwrap();
    assert_eq!((&*decoded.operation, decoded.version.as_deref()), ("PutSample", Some("2026-04-21")));
    assert_eq!(read(decoded.input.as_ref()).unwrap().text.as_deref(), Some("a&b"));
    assert_eq!(peek_query(&request), (Some("PutSample".into()), Some("2026-04-21".into())));
}

#[test]
fn a_get_is_read_from_its_query_string() {
    let mut request = post("Action=Ignored");
    request.method = http::Method::GET;
    request.uri = http::Uri::from_static("/?Action=PutSample&Version=2026-04-21&Text=a+b&X-Amz-Expires=60");
    let decoded = AwsQuery.decode(&request, &MODEL, &LIMITS).unwrap();
    assert_eq!((&*decoded.operation, decoded.version.as_deref()), ("PutSample", Some("2026-04-21")));
    assert_eq!(read(decoded.input.as_ref()).unwrap().text.as_deref(), Some("a b"));
}

#[test]
fn a_request_without_an_action_is_refused() {
    let error = AwsQuery.decode(&post("Version=1"), &MODEL, &LIMITS).err().unwrap();
    assert_eq!((&*error.code, error.status), ("MissingAction", 400));
}

#[test]
fn an_answer_looks_as_aws_writes_it() {
    let output = Output(full());
    let answer = AwsQuery.encode_output(&answering(), &OPERATION, &output);
    assert_eq!((answer.status, answer.content_type), (200, "text/xml"));
    let expected = "<PutSampleResponse xmlns=\"https://samples.example/doc/2026-04-21/\"><PutSampleResult>\
        <Text>&lt;\"tags\" &amp; more&gt;&#xD;\n\u{FFFD}\u{FFFD} äöü 漢字 🦀</Text><Number>-7</Number>\
        <Double>1.5</Double><Flag>false</Flag><Date>2026-04-21T08:15:30Z</Date><Bytes>AP8Q</Bytes>\
        <Color>green</Color><Texts/><Items><Item>one</Item><Item></Item></Items><Flat>x</Flat><Flat>y</Flat>\
        <Piece>p</Piece>\
        <Map><entry><key>a&lt;b</key><value>1&amp;2</value></entry><entry><key>z</key><value></value></entry></Map>\
        <FlatMap><Name>a&lt;b</Name><Value>1&amp;2</Value></FlatMap><FlatMap><Name>z</Name><Value></Value></FlatMap>\
        <OtherName>other</OtherName><Child><Number>1</Number></Child>\
        <Children><member></member><member><Flag>true</Flag></member></Children>\
        </PutSampleResult><ResponseMetadata><RequestId>5d0b2a1e-0000-4000-8000-000000000000</RequestId>\
        </ResponseMetadata></PutSampleResponse>";
    assert_eq!(std::str::from_utf8(&answer.body).unwrap(), expected);
}

#[test]
fn an_operation_without_output_has_no_result() {
    let answer = AwsQuery.encode_output(&answering(), &SILENT_OPERATION, &Output(()));
    assert_eq!(
        std::str::from_utf8(&answer.body).unwrap(),
        "<DeleteSampleResponse xmlns=\"https://samples.example/doc/2026-04-21/\"><ResponseMetadata>\
         <RequestId>5d0b2a1e-0000-4000-8000-000000000000</RequestId></ResponseMetadata></DeleteSampleResponse>"
    );
    let json = super::Answering { accepts_json: true, ..answering() };
    let answer = AwsQuery.encode_output(&json, &SILENT_OPERATION, &Output(()));
    assert_eq!(
        std::str::from_utf8(&answer.body).unwrap(),
        "{\"DeleteSampleResponse\":{\"ResponseMetadata\":{\"RequestId\":\"5d0b2a1e-0000-4000-8000-000000000000\"}}}"
    );
}

#[test]
fn an_error_looks_as_aws_writes_it() {
    let error = ServiceError::sender("NoSuchEntity", 404, "No <b> & c").with_member("Reason", "why");
    let answer = AwsQuery.encode_error(&answering(), &error);
    assert_eq!((answer.status, answer.content_type), (404, "text/xml"));
    assert_eq!(
        std::str::from_utf8(&answer.body).unwrap(),
        "<ErrorResponse xmlns=\"https://samples.example/doc/2026-04-21/\"><Error><Type>Sender</Type>\
         <Code>NoSuchEntity</Code><Message>No &lt;b&gt; &amp; c</Message><Reason>why</Reason></Error>\
         <RequestId>5d0b2a1e-0000-4000-8000-000000000000</RequestId></ErrorResponse>"
    );
}

#[test]
fn clients_that_ask_for_json_get_json() {
    let json = super::Answering { accepts_json: true, ..answering() };
    let output = Sample { date: Some(Timestamp::from_seconds(5)), texts: Some(vec![]), ..Sample::default() };
    let answer = AwsQuery.encode_output(&json, &OPERATION, &Output(output));
    assert_eq!(answer.content_type, "application/json");
    assert_eq!(
        std::str::from_utf8(&answer.body).unwrap(),
        "{\"PutSampleResponse\":{\"PutSampleResult\":{\"Date\":5,\"Texts\":[]},\
         \"ResponseMetadata\":{\"RequestId\":\"5d0b2a1e-0000-4000-8000-000000000000\"}}}"
    );
    let answer = AwsQuery.encode_error(&json, &ServiceError::sender("NoSuchEntity", 404, "\"no\""));
    assert_eq!(
        std::str::from_utf8(&answer.body).unwrap(),
        "{\"Error\":{\"Code\":\"NoSuchEntity\",\"Message\":\"\\\"no\\\"\",\"Type\":\"Sender\"},\
         \"RequestId\":\"5d0b2a1e-0000-4000-8000-000000000000\"}"
    );
}

/// The text that an XML reader finds in the element `Text` of an answer; fails if the answer is not well-formed.
fn text_in(xml: &str) -> String {
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut inside = false;
    let mut text = String::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => inside = start.name().as_ref() == "Text",
            Event::Text(part) if inside => text.push_str(&part),
            Event::GeneralRef(reference) if inside => match reference.resolve_char_ref().unwrap() {
                Some(character) => text.push(character),
                None => text.push_str(quick_xml::escape::resolve_predefined_entity(&reference).unwrap()),
            },
            Event::End(_) => inside = false,
            Event::Eof => return text,
            _ => {}
        }
    }
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(body in prop::collection::vec(any::<u8>(), 0..300)) {
        if let Ok(form) = Form::parse([&body, b""], &LIMITS) {
            let _ = read(&form);
        }
    }

    #[test]
    fn any_form_is_read_or_refused(
        fields in prop::collection::vec(
            ("(Text|Texts|Flat|Piece|Map|FlatMap|Child|Children|Bytes|Date|Number)(\\.(member|entry|key|value|Text|Child|[0-9]{1,25}|\\.)){0,5}",
             "[ -~ä%+]{0,12}"),
            0..30,
        )
    ) {
        let text = fields.iter().map(|(name, value)| format!("{name}={value}&")).collect::<String>();
        if let Ok(form) = form(&text) {
            let fields = form.fields();
            prop_assert!(fields.len() <= text.len() / 2);
            prop_assert!(fields.iter().map(|field| field.name.len() + field.value.len()).sum::<usize>() <= text.len());
            let _ = read(&form);
        }
    }

    #[test]
    fn what_is_encoded_is_read_back(text in "\\PC{0,60}", list in prop::collection::vec("\\PC{0,9}", 0..15)) {
        let encode = |text: &str| text.bytes().map(|byte| format!("%{byte:02x}")).collect::<String>();
        let mut body = format!("Text={}", encode(&text));
        for (index, element) in list.iter().enumerate().rev() {
            body.push_str(&format!("&Texts.member.{}={}", index + 1, encode(element)));
        }
        let read = sample(&body);
        prop_assert_eq!(read.text, Some(text));
        prop_assert_eq!(read.texts, (!list.is_empty()).then_some(list));
    }

    #[test]
    fn any_text_makes_a_well_formed_answer(text in any::<String>()) {
        let output = Output(Sample { text: Some(text.clone()), ..Sample::default() });
        let answer = AwsQuery.encode_output(&answering(), &OPERATION, &output);
        let legal: String = text
            .chars()
            .map(|c| if matches!(c, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}') { '\u{FFFD}' } else { c })
            .collect();
        prop_assert_eq!(text_in(std::str::from_utf8(&answer.body).unwrap()), legal);
    }
}

proptest! {
    #[test]
    fn names_are_ordered_part_by_part(a in "([a1ä.-]|10|2){0,6}", b in "([a1ä.-]|10|2){0,6}") {
        let parts = |name: &str| name.split('.').map(str::to_owned).collect::<Vec<_>>();
        let (a_parts, b_parts) = (parts(&a), parts(&b));
        let differing = a_parts.iter().zip(&b_parts).find(|(a, b)| a != b);
        let expected = differing
            .map_or(a_parts.len().cmp(&b_parts.len()), |(a, b)| super::form::compare_parts(a, b));
        prop_assert_eq!(super::form::compare_names(&a, &b), expected);
    }
}

#[test]
fn a_limit_of_nothing_refuses_everything() {
    let none = ProtocolLimits { form_fields: 0, nesting: 0 };
    assert!(Form::parse([b"a=1", b""], &none).is_err());
    assert!(Form::parse([b"", b"&&="], &none).is_ok());
}
