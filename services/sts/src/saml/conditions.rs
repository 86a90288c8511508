//! Condition keys of a SAML session: `saml:…` ("Available keys for SAML-based AWS STS federation", IAM User Guide).

use aws_lc_rs::digest::{SHA1_FOR_LEGACY_USE_ONLY, digest};
use awsim_plugin::account::AccountId;
use data_encoding::BASE64;

use super::assertion::Assertion;

/// Attributes of people and organizations that have condition keys, by the names that they have in assertions: those of
/// eduPerson and eduOrg, of X.500, and the claims of Active Directory.
const ATTRIBUTES: [(&str, &str); 30] = [
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.1", "edupersonaffiliation"),
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.2", "edupersonnickname"),
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.3", "edupersonorgdn"),
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.4", "edupersonorgunitdn"),
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.5", "edupersonprimaryaffiliation"),
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.6", "edupersonprincipalname"),
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.7", "edupersonentitlement"),
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.8", "edupersonprimaryorgunitdn"),
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.9", "edupersonscopedaffiliation"),
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.10", "edupersontargetedid"),
    ("urn:oid:1.3.6.1.4.1.5923.1.1.1.11", "edupersonassurance"),
    ("urn:oid:1.3.6.1.4.1.5923.1.2.1.2", "eduorghomepageuri"),
    ("urn:oid:1.3.6.1.4.1.5923.1.2.1.3", "eduorgidentityauthnpolicyuri"),
    ("urn:oid:1.3.6.1.4.1.5923.1.2.1.4", "eduorglegalname"),
    ("urn:oid:1.3.6.1.4.1.5923.1.2.1.5", "eduorgsuperioruri"),
    ("urn:oid:1.3.6.1.4.1.5923.1.2.1.6", "eduorgwhitepagesuri"),
    ("urn:oid:2.5.4.3", "cn"),
    ("urn:oid:2.5.4.4", "surname"),
    ("urn:oid:2.5.4.41", "name"),
    ("urn:oid:2.5.4.42", "givenName"),
    ("urn:oid:2.5.4.45", "x500UniqueIdentifier"),
    ("urn:oid:0.9.2342.19200300.100.1.1", "uid"),
    ("urn:oid:0.9.2342.19200300.100.1.3", "mail"),
    ("urn:oid:0.9.2342.19200300.100.1.45", "organizationStatus"),
    ("http://schemas.xmlsoap.org/claims/CommonName", "commonName"),
    ("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name", "name"),
    ("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress", "mail"),
    ("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname", "givenName"),
    ("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname", "surname"),
    ("http://schemas.microsoft.com/ws/2008/06/identity/claims/primarygroupsid", "primaryGroupSID"),
];

/// What a trust policy can ask about the bearer of an assertion.
pub(super) fn of_trust(
    assertion: &Assertion,
    account: AccountId,
    provider: &str,
    qualifier: &str,
) -> Vec<(String, Vec<String>)> {
    let mut keys = of_session(assertion, qualifier);
    let mut add = |name: &str, values: Vec<String>| keys.push((format!("saml:{name}"), values));
    add("aud", vec![assertion.recipient.clone()]);
    add("iss", vec![assertion.issuer.clone()]);
    add("doc", vec![format!("{account}/{provider}")]);
    for (attribute, name) in ATTRIBUTES {
        if let Some(values) = assertion.values(attribute).filter(|values| !values.is_empty()) {
            add(name, values.to_vec());
        }
    }
    keys
}

/// What policies can ask about the session later on.
pub(super) fn of_session(assertion: &Assertion, qualifier: &str) -> Vec<(String, Vec<String>)> {
    vec![
        ("saml:sub".to_owned(), vec![assertion.subject.clone()]),
        ("saml:sub_type".to_owned(), vec![assertion.subject_type().to_owned()]),
        ("saml:namequalifier".to_owned(), vec![qualifier.to_owned()]),
    ]
}

/// What tells subjects of different providers apart: `BASE64(SHA1("https://example.com/saml" + "123456789012" +
/// "/MySAMLIdP"))`.
pub(super) fn name_qualifier(issuer: &str, account: AccountId, provider: &str) -> String {
    let text = format!("{issuer}{account}/{provider}");
    BASE64.encode(digest(&SHA1_FOR_LEGACY_USE_ONLY, text.as_bytes()).as_ref())
}
