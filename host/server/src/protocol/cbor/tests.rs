use awsim_plugin::upstream::Input;
use proptest::prelude::*;

use super::*;
use crate::protocol::testing::MODEL;

const NESTING: usize = 16;

fn read(bytes: &[u8]) -> CborInput<'_> {
    CborInput::parse(bytes, NESTING).unwrap()
}

fn refusal(bytes: &[u8]) -> String {
    let error = CborInput::parse(bytes, NESTING).unwrap_err();
    assert_eq!((&*error.code, error.status), ("SerializationException", 400));
    error.message
}

/// Reads everything that there is.
fn walk(input: &dyn Input) -> usize {
    let entries = input.entries();
    for (name, _) in &entries {
        let _ = (input.member(name).is_some(), input.all(name).len());
    }
    let below = entries.iter().map(|(_, value)| walk(&**value)).sum::<usize>();
    let elements: usize = input.elements().iter().map(|element| walk(&**element)).sum();
    1 + below + elements + input.text().map_or(0, |_| 1)
}

#[test]
fn a_body_is_read_by_name() {
    // {"Name": "a", "Tags": [{"Key": "k", "Value": "v"}], "Count": 7, "Old": null, "Blob": h'00ff', "At": 1(1.5)}
    let mut body = Vec::new();
    let mut cbor = minicbor::Encoder::new(&mut body);
    cbor.map(6).unwrap().str("Name").unwrap().str("a").unwrap();
    cbor.str("Tags").unwrap().array(1).unwrap().map(2).unwrap();
    cbor.str("Key").unwrap().str("k").unwrap().str("Value").unwrap().str("v").unwrap();
    cbor.str("Count").unwrap().i32(-7).unwrap().str("Old").unwrap().null().unwrap();
    cbor.str("Blob").unwrap().bytes(&[0, 255]).unwrap();
    cbor.str("At").unwrap().tag(minicbor::data::Tag::new(1)).unwrap().f64(1.5).unwrap();
    let input = read(&body);
    let input: &dyn Input = &input;
    assert_eq!(input.string("Name").as_deref(), Some("a"));
    assert_eq!(input.tags("Tags", "Key", "Value"), [("k".to_owned(), "v".to_owned())]);
    assert_eq!(input.all("Tags").len(), 1);
    assert_eq!(input.string("Count").as_deref(), Some("-7"));
    assert_eq!(input.string("Blob").as_deref(), Some("AP8="));
    assert_eq!(input.string("At").as_deref(), Some("1.5"));
    assert!(input.member("Old").is_none() && input.member("Other").is_none());
    assert_eq!(input.entries().len(), 5);
    assert!(input.member("Name").unwrap().elements().is_empty());
}

#[test]
fn lengths_may_be_left_open() {
    // {_ "a": [_ 1, 2], (_ "b", "c"): (_ h'00', h'ff')}
    let body = b"\xbf\x61a\x9f\x01\x02\xff\x7f\x61b\x61c\xff\x5f\x41\x00\x41\xff\xff\xff";
    let input = read(body);
    let input: &dyn Input = &input;
    assert_eq!(input.strings("a"), ["1", "2"]);
    assert_eq!(input.string("bc").as_deref(), Some("AP8="));
}

#[test]
fn what_is_ambiguous_or_no_value_is_refused() {
    for (body, reason) in [
        (&b"\xa2\x61a\x01\x61a\x02"[..], "a member is there twice"),
        (b"\xa2\x61a\x01\x7f\x61a\xff\x02", "a member is there twice"),
        (b"\xa0\xa0", "there is something after the value"),
        (b"\xc6\x01", "there is a tag that the protocol does not have"),
        (b"\xff", "it is not in the protocol"),
        (b"\xe0", "it is not in the protocol"),
    ] {
        assert!(refusal(body).contains(reason), "{body:?}: {}", refusal(body));
    }
    for body in [&b""[..], b"\xa1\x01\x02", b"\x61\xff", b"\x82\x01", b"\x9f\x01", b"\x1c", b"\xa1\x61a"] {
        assert!(!refusal(body).is_empty(), "{body:?}");
    }
}

#[test]
fn limits_hold() {
    let nested = |levels: usize| [vec![0x81; levels], vec![0x01]].concat();
    assert!(CborInput::parse(&nested(NESTING), NESTING).is_ok());
    assert!(refusal(&nested(NESTING + 1)).contains("nested too deeply"));
    assert!(refusal(&[vec![0xc1; NESTING + 1], vec![0x01]].concat()).contains("nested too deeply"));
    // A list that says it has more elements than there are bytes in the world.
    assert!(!refusal(b"\x9b\xff\xff\xff\xff\xff\xff\xff\xff\x01").is_empty());
    assert!(refusal(&[vec![0x9f], vec![0x01; 500_000], vec![0xff]].concat()).contains("too many values"));
}

#[test]
fn an_error_says_in_what_it_is_written() {
    let answering = Answering { model: &MODEL, request_id: "id", accepts_json: false };
    let error = ServiceError::sender("ValidationError", 400, "no").with_member("Reason", "why");
    let answer = RpcV2Cbor.encode_error(&answering, &error);
    assert_eq!((answer.status, answer.content_type), (400, "application/cbor"));
    assert_eq!(answer.headers, [("smithy-protocol", "rpc-v2-cbor".to_owned())]);
    let input = read(&answer.body);
    let input: &dyn Input = &input;
    assert_eq!(input.string("__type").as_deref(), Some("ValidationException"));
    assert_eq!(input.string("message").as_deref(), Some("no"));
    assert_eq!(input.string("Reason").as_deref(), Some("why"));
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(body in prop::collection::vec(any::<u8>(), 0..300)) {
        if let Ok(input) = CborInput::parse(&body, NESTING) {
            prop_assert!(walk(&input) > 0);
        }
    }

    #[test]
    fn anything_like_cbor_is_read_or_refused(
        body in prop::collection::vec(prop::sample::select(&b"\x00\x18\x20\x41\x5f\x61a\x7f\x80\x81\x82\x9f\xa0\xa1\xbf\xc1\xc2\xf4\xf6\xf7\xf9\xfa\xfb\xff"[..]), 0..60)
    ) {
        if let Ok(input) = CborInput::parse(&body, NESTING) {
            prop_assert!(walk(&input) > 0);
        }
    }
}
