//! Responses are written in canonical form here (exclusive canonicalization, with every namespace declared where it is
//! used first), so that what is digested is the text itself.

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::KeyPair;
use aws_lc_rs::signature::RSA_PKCS1_SHA256;
use awsim_plugin::error::ServiceError;
use awsim_plugin::federation::{SamlEntityRecord, SamlProviderRecord};
use awsim_plugin::shape::Timestamp;
use data_encoding::BASE64;

use super::assertion::Assertion;
use super::attributes::Attributes;
use super::{conditions, response};

/// The certificate of the provider, and its key.
const CERTIFICATE: &str = include_str!("testdata/certificate.b64");
const KEY: &str = include_str!("testdata/key.b64");

const SHA256_METHOD: &str = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
const ENVELOPED: &str = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
const ROLE: &str = "arn:aws:iam::000000000000:role/app";
const PROVIDER: &str = "arn:aws:iam::000000000000:saml-provider/idp";

fn now() -> Timestamp {
    Timestamp::parse("2026-04-21T08:15:30Z").unwrap()
}

fn entity(id: &str, certificate: &str) -> SamlEntityRecord {
    SamlEntityRecord { id: id.to_owned(), certificates: vec![certificate.to_owned()] }
}

fn provider() -> SamlProviderRecord {
    SamlProviderRecord {
        arn: PROVIDER.to_owned(),
        name: "idp".to_owned(),
        entities: vec![entity("https://idp.example", CERTIFICATE)],
        valid_until: now().plus_seconds(1),
        requires_encryption: false,
        private_keys: Vec::new(),
    }
}

/// An assertion with a mark where its signature goes.
fn assertion() -> String {
    let attribute = |name: &str, value: &str| {
        format!(
            "<saml:Attribute Name=\"https://aws.amazon.com/SAML/Attributes/{name}\"><saml:AttributeValue>{value}\
             </saml:AttributeValue></saml:Attribute>"
        )
    };
    let attributes = [
        attribute("Role", &format!("{ROLE},{PROVIDER}")),
        attribute("RoleSessionName", "alice"),
        attribute("SessionDuration", "1800"),
        attribute("PrincipalTag:Team", "blue"),
        attribute("TransitiveTagKeys", "Team"),
        attribute("SourceIdentity", "alice@example.com"),
    ];
    format!(
        "<saml:Assertion xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\" ID=\"_a\" \
         IssueInstant=\"2026-04-21T08:15:00Z\" Version=\"2.0\"><saml:Issuer>https://idp.example</saml:Issuer>{{sig}}\
         <saml:Subject><saml:NameID Format=\"urn:oasis:names:tc:SAML:2.0:nameid-format:persistent\">alice</saml:NameID>\
         <saml:SubjectConfirmation Method=\"urn:oasis:names:tc:SAML:2.0:cm:bearer\"><saml:SubjectConfirmationData \
         NotOnOrAfter=\"2026-04-21T08:20:00Z\" Recipient=\"https://signin.aws.amazon.com/saml\">\
         </saml:SubjectConfirmationData></saml:SubjectConfirmation></saml:Subject><saml:Conditions \
         NotBefore=\"2026-04-21T08:10:00Z\" NotOnOrAfter=\"2026-04-21T08:20:00Z\"><saml:AudienceRestriction>\
         <saml:Audience>urn:amazon:webservices</saml:Audience></saml:AudienceRestriction></saml:Conditions>\
         <saml:AttributeStatement>{}</saml:AttributeStatement></saml:Assertion>",
        attributes.concat()
    )
}

/// A response with a mark where its signature goes.
fn response(content: &str) -> String {
    format!(
        "<samlp:Response xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\" ID=\"_r\" Version=\"2.0\">{{rsig}}\
         <samlp:Status><samlp:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:Success\"></samlp:StatusCode>\
         </samlp:Status>{content}</samlp:Response>"
    )
}

/// A signature of the element with this id and text.
fn signature(id: &str, text: &str, method: &str, transform: &str) -> String {
    const DS: &str = "http://www.w3.org/2000/09/xmldsig#";
    const C14N: &str = "http://www.w3.org/2001/10/xml-exc-c14n#";
    let value = BASE64.encode(digest(&SHA256, text.as_bytes()).as_ref());
    let information = format!(
        "<ds:SignedInfo xmlns:ds=\"{DS}\"><ds:CanonicalizationMethod Algorithm=\"{C14N}\"></ds:CanonicalizationMethod>\
         <ds:SignatureMethod Algorithm=\"{method}\"></ds:SignatureMethod><ds:Reference URI=\"#{id}\"><ds:Transforms>\
         <ds:Transform Algorithm=\"{transform}\"></ds:Transform><ds:Transform Algorithm=\"{C14N}\"></ds:Transform>\
         </ds:Transforms><ds:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"></ds:DigestMethod>\
         <ds:DigestValue>{value}</ds:DigestValue></ds:Reference></ds:SignedInfo>"
    );
    let key = KeyPair::from_pkcs8(&BASE64.decode(KEY.as_bytes()).unwrap()).unwrap();
    let mut signed = vec![0; key.public_modulus_len()];
    key.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), information.as_bytes(), &mut signed).unwrap();
    format!(
        "<ds:Signature xmlns:ds=\"{DS}\">{information}<ds:SignatureValue>{}</ds:SignatureValue></ds:Signature>",
        BASE64.encode(&signed)
    )
}

/// The assertion signed.
fn signed(assertion: &str) -> String {
    assertion.replace("{sig}", &signature("_a", &assertion.replace("{sig}", ""), SHA256_METHOD, ENVELOPED))
}

/// A response with the assertion signed, the response not.
fn sent(assertion: &str) -> String {
    response(&signed(assertion)).replace("{rsig}", "")
}

fn verified(response: &str) -> Result<Assertion, ServiceError> {
    response::verified(&BASE64.encode(response.as_bytes()), &provider(), now())
}

#[track_caller]
fn check_refused(response: &str, code: &str, message: &str) {
    let error = verified(response).unwrap_err();
    assert_eq!((&*error.code, &*error.message), (code, message));
}

#[track_caller]
fn check_invalid(response: &str, message: &str) {
    check_refused(response, "InvalidIdentityToken", message);
}

#[test]
fn a_signed_assertion_says_who_and_for_what() {
    let assertion = verified(&sent(&assertion())).unwrap();
    assert_eq!((&*assertion.subject, assertion.subject_type()), ("alice", "persistent"));
    let attributes = Attributes::of(&assertion).unwrap();
    assert_eq!((&*attributes.session_name, attributes.duration), ("alice", Some(1800)));
    assert_eq!(attributes.source_identity.as_deref(), Some("alice@example.com"));
    let tags: Vec<_> = attributes.tags.iter().map(|tag| (&*tag.key, &*tag.value, tag.transitive)).collect();
    assert_eq!(tags, [("Team", "blue", true)]);
    attributes.check_role(ROLE, PROVIDER).unwrap();
    assert_eq!(
        &*attributes.check_role("arn:aws:iam::000000000000:role/other", PROVIDER).unwrap_err().code,
        "AccessDenied"
    );
}

#[test]
fn a_signed_response_vouches_for_its_assertion() {
    let text = response(&assertion().replace("{sig}", ""));
    let signature = signature("_r", &text.replace("{rsig}", ""), SHA256_METHOD, ENVELOPED);
    let signed = text.replace("{rsig}", &signature);
    verified(&signed).unwrap();
    check_invalid(&signed.replace(">alice<", ">mallory<"), "Response signature invalid");
}

#[test]
fn an_unsigned_or_altered_assertion_is_refused() {
    check_invalid(
        &response(&assertion().replace("{sig}", "")).replace("{rsig}", ""),
        "Response signature invalid",
    );
    check_invalid(&sent(&assertion()).replace(">alice<", ">mallory<"), "Response signature invalid");
    check_invalid(&sent(&assertion()).replace("role/app", "role/admin"), "Response signature invalid");
}

#[test]
fn a_signature_of_somebody_else_is_refused() {
    let other = SamlProviderRecord { entities: vec![entity("https://idp.example", "MAA=")], ..provider() };
    let text = BASE64.encode(sent(&assertion()).as_bytes());
    let error = response::verified(&text, &other, now()).unwrap_err();
    assert_eq!(error.message, "The metadata of the specified provider has no usable certificate");
    let late = SamlProviderRecord { valid_until: now(), ..provider() };
    let error = response::verified(&text, &late, now()).unwrap_err();
    assert_eq!(error.message, "The metadata of the specified provider has expired");
    // The key that a response brings along is not looked at.
    let inline = sent(&assertion()).replace("</ds:Signature>", &format!(
        "<ds:KeyInfo><ds:X509Data><ds:X509Certificate>{CERTIFICATE}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></ds:Signature>"
    ));
    verified(&inline).unwrap();
}

#[test]
fn wrapped_assertions_are_refused() {
    let good = signed(&assertion());
    let evil = assertion().replace("{sig}", "").replace(">alice<", ">mallory<").replace("_a", "_evil");
    let one = "The SAML response must have exactly one assertion";
    let twice = "Assertion is in the response more than once";
    for (content, message) in [
        // Beside each other, in either order.
        (format!("{evil}{good}"), twice),
        (format!("{good}{evil}"), twice),
        // The signed one hidden in the other, or in an extension beside it.
        (evil.replace("<saml:Subject>", &format!("<x>{good}</x><saml:Subject>")), one),
        (format!("<samlp:Extensions>{good}</samlp:Extensions>{evil}"), one),
        (good.replace("<saml:Subject>", &format!("{evil}<saml:Subject>")), one),
    ] {
        check_invalid(&response(&content).replace("{rsig}", ""), message);
    }
    // The signature moved to the other one, with the signed one in an object of the signature.
    let signature = signature("_a", &assertion().replace("{sig}", ""), SHA256_METHOD, ENVELOPED);
    let object = format!("<ds:Object>{}</ds:Object></ds:Signature>", assertion().replace("{sig}", ""));
    let moved = signature.replace("</ds:Signature>", &object);
    let wrapped = evil.replace("</saml:Issuer>", &format!("</saml:Issuer>{moved}"));
    check_invalid(&response(&wrapped).replace("{rsig}", ""), one);
    // A signature of something else, in the right place.
    let wrapped = evil.replace("</saml:Issuer>", &format!("</saml:Issuer>{signature}"));
    check_invalid(&response(&wrapped).replace("{rsig}", ""), "Response signature invalid");
    // The same id twice.
    let twin = evil.replace("_evil", "_a").replace("</saml:Issuer>", &format!("</saml:Issuer>{signature}"));
    let hidden = format!("<samlp:Extensions><x ID=\"_a\"></x></samlp:Extensions>{twin}");
    check_invalid(&response(&hidden).replace("{rsig}", ""), "Response signature invalid");
}

#[test]
fn signatures_that_leave_something_out_are_refused() {
    let text = assertion();
    let bare = text.replace("{sig}", "");
    for (method, transform) in [
        (SHA256_METHOD, "http://www.w3.org/TR/1999/REC-xpath-19991116"),
        (SHA256_METHOD, "http://www.w3.org/TR/1999/REC-xslt-19991116"),
        (SHA256_METHOD, "http://www.w3.org/2000/09/xmldsig#base64"),
        ("http://www.w3.org/2000/09/xmldsig#rsa-sha1", ENVELOPED),
        ("http://www.w3.org/2000/09/xmldsig#hmac-sha1", ENVELOPED),
        ("http://www.w3.org/2001/04/xmldsig-more#hmac-sha256", ENVELOPED),
        ("http://www.w3.org/2001/04/xmldsig-more#rsa-md5", ENVELOPED),
    ] {
        let signed = text.replace("{sig}", &signature("_a", &bare, method, transform));
        check_invalid(&response(&signed).replace("{rsig}", ""), "Response signature invalid");
    }
}

#[test]
fn comments_do_not_cut_names_short() {
    let text = assertion().replace(">alice<", ">alice.evil<");
    let split = sent(&text).replace(">alice.evil<", ">alice<!-- -->.evil<");
    assert_eq!(verified(&split).unwrap().subject, "alice.evil");
}

#[test]
fn xml_bombs_and_external_entities_are_refused() {
    let good = sent(&assertion());
    let message = "Invalid base64 SAMLResponse";
    for declaration in [
        r#"<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>"#,
        r#"<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>"#,
        r#"<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd">"#,
        r#"<!DOCTYPE a [<!ENTITY % a SYSTEM "http://127.0.0.1/a.dtd">%a;]>"#,
    ] {
        check_invalid(&format!("{declaration}{good}"), message);
    }
    check_invalid(&good.replace(">alice<", ">&a;<"), message);
    check_invalid(&"<a>".repeat(20_000), message);
    check_invalid("", message);
    check_invalid("<a/>", message);
}

#[test]
fn assertions_for_others_are_refused() {
    let text = assertion();
    let other = text.replace("urn:amazon:webservices", "urn:example");
    check_invalid(&sent(&other), "Response does not contain the required audience");
    let missing = "Response does not contain the required recipient";
    for recipient in [
        "https://signin.aws.amazon.com.evil.example/saml",
        "https://evil.example/saml",
        "http://signin.aws.amazon.com/saml",
        "https://a.b.signin.aws.amazon.com/saml",
        "https://signin.aws.amazon.com/other",
    ] {
        check_invalid(&sent(&text.replace("https://signin.aws.amazon.com/saml", recipient)), missing);
    }
    for recipient in
        ["https://eu-west-1.signin.aws.amazon.com/saml", "https://signin.aws.amazon.com/saml/acs/SAMLSP1"]
    {
        verified(&sent(&text.replace("https://signin.aws.amazon.com/saml", recipient))).unwrap();
    }
    let issuer = text.replace("<saml:Issuer>https://idp.example", "<saml:Issuer>https://other.example");
    check_invalid(&sent(&issuer), "Issuer not present in specified provider");
}

#[test]
fn assertions_of_another_time_are_refused() {
    let text = assertion();
    let expired = "Token must be redeemed within 5 minutes of issuance";
    for (from, to) in [
        ("IssueInstant=\"2026-04-21T08:15:00Z\"", "IssueInstant=\"2026-04-21T08:10:30Z\""),
        (
            "NotOnOrAfter=\"2026-04-21T08:20:00Z\" Recipient",
            "NotOnOrAfter=\"2026-04-21T08:15:30Z\" Recipient",
        ),
        (
            "NotOnOrAfter=\"2026-04-21T08:20:00Z\"><saml:AudienceR",
            "NotOnOrAfter=\"2026-04-21T08:15:30Z\"><saml:AudienceR",
        ),
    ] {
        assert!(text.contains(from), "{from}");
        check_refused(&sent(&text.replace(from, to)), "ExpiredTokenException", expired);
    }
    let later = text.replace("NotBefore=\"2026-04-21T08:10:00Z\"", "NotBefore=\"2026-04-21T08:20:31Z\"");
    check_invalid(&sent(&later), "Token is not valid yet");
}

#[test]
fn a_refusal_of_the_provider_is_told() {
    let refused = sent(&assertion()).replace("status:Success", "status:AuthnFailed");
    let message = "The identity provider reported that authentication failed: \
                   urn:oasis:names:tc:SAML:2.0:status:AuthnFailed";
    check_refused(&refused, "IDPRejectedClaim", message);
}

#[test]
fn of_several_identity_providers_each_signs_for_itself() {
    let text = BASE64.encode(sent(&assertion()).as_bytes());
    let with = |entities: Vec<SamlEntityRecord>| {
        response::verified(&text, &SamlProviderRecord { entities, ..provider() }, now())
    };
    let own = || entity("https://idp.example", CERTIFICATE);
    let unusable = entity("https://other.example", "MAA=");
    assert_eq!(with(vec![unusable.clone(), own()]).unwrap().issuer, "https://idp.example");
    // The key of one does not sign for another, whichever comes first.
    let with_key = entity("https://other.example", CERTIFICATE);
    let without = entity("https://idp.example", "MAA=");
    for entities in [vec![with_key.clone(), without.clone()], vec![without, with_key]] {
        with(entities).unwrap_err();
    }
    assert_eq!(with(Vec::new()).unwrap_err().message, "Issuer not present in specified provider");
    assert_eq!(with(vec![own(), unusable]).unwrap().issuer, "https://idp.example");
}

#[test]
fn a_provider_that_encrypts_takes_nothing_else() {
    let strict = SamlProviderRecord { requires_encryption: true, ..provider() };
    let text = BASE64.encode(sent(&assertion()).as_bytes());
    let error = response::verified(&text, &strict, now()).unwrap_err();
    assert_eq!(error.message, "The SAML response must have an encrypted assertion");
}

#[test]
fn attributes_must_be_as_aws_wants_them() {
    for (from, to, message) in [
        ("RoleSessionName\"", "Other\"", "RoleSessionName is required in AuthnResponse"),
        (
            "<saml:AttributeValue>alice</",
            "<saml:AttributeValue>a b</",
            "RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}",
        ),
        (">1800<", ">899<", "SessionDuration in AuthnResponse must be a number from 900 to 43200"),
        (
            ">alice@example.com<",
            ">a:b<",
            "Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with \"aws:\"",
        ),
        (
            "PrincipalTag:Team",
            "PrincipalTag:Other",
            "The specified transitive tag key must be included in the requested tags.",
        ),
    ] {
        let assertion = verified(&sent(&assertion().replace(from, to))).unwrap();
        let error = Attributes::of(&assertion).unwrap_err();
        assert_eq!((&*error.code, &*error.message), ("InvalidIdentityToken", message));
    }
}

/// The example of the API reference's pseudocode.
#[test]
fn the_name_qualifier_is_a_digest() {
    let account = "123456789012".parse().unwrap();
    let qualifier = conditions::name_qualifier("https://example.com/saml", account, "MySAMLIdP");
    assert_eq!(qualifier, "1uAJanUnBc2XeUkHURMht+xam2c=");
}
