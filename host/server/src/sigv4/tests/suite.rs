//! AWS's own test suite for both algorithms, in both places, from aws-c-auth 0.9.0 (Apache-2.0) as the crate aws-sigv4
//! ships it. `get-header-value-multiline` is missing: no HTTP server takes folded headers any more.

use super::super::dialect::Dialect;
use super::super::payload::Payload;
use super::*;

#[derive(serde::Deserialize)]
struct Case {
    name: String,
    method: String,
    target: String,
    headers: Vec<(String, String)>,
    body: String,
    /// The canonical request.
    canonical: String,
    normalizes_path: bool,
}

#[test]
fn the_whole_suite_verifies() {
    let cases: Vec<Case> = serde_json::from_str(include_str!("suite.json")).unwrap();
    assert_eq!(cases.len(), 148);
    for case in cases {
        let name = &case.name;
        let headers: Vec<_> =
            case.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let incoming = incoming(&case.method, &case.target, &headers, &case.body);
        let dialect =
            Dialect { normalizes_path: case.normalizes_path, encodes_path_twice: false, is_storage: false };
        let signature = Signature::of(&incoming).unwrap().unwrap();
        let examined =
            Examined::in_dialect(&incoming, &signature, at("2015-08-30T12:36:00Z"), dialect).unwrap();
        assert_eq!(examined.payload, Payload::Whole, "{name}");
        let unsigned: &[&str] = match (signature.place, name.contains("post-sts-header-after")) {
            (Place::Header, _) => &[],
            (Place::Query, true) => &["X-Amz-Signature", "X-Amz-Security-Token"],
            (Place::Query, false) => &["X-Amz-Signature"],
        };
        let (canonical, _) = examined.signed(unsigned);
        assert_eq!(String::from_utf8(canonical).unwrap(), case.canonical, "{name}");
        assert_eq!(examined.verify(SECRET, &SigningKeys::default()), Ok(()), "{name}");
        assert!(examined.verify("another", &SigningKeys::default()).is_err(), "{name}");
    }
}
