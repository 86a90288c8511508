use super::certificate::Blocks;
use super::{PrivateKey, refuse_broken_chain};
use crate::test_data::*;
use crate::testing::refusal;

const UNPARSABLE: &str = "MalformedCertificate (400): Unable to parse certificate. Please ensure the certificate is in PEM format.";
const INVALID_KEY: &str = "MalformedCertificate (400): Invalid Private Key.";

fn belongs(key: &str, certificate: &str) -> Result<(), awsim_plugin::error::ServiceError> {
    let blocks = Blocks::read(certificate)?;
    PrivateKey::read(key)?.refuse_other(&blocks.single()?)
}

fn chain(certificate: &str, chain: &[&str]) -> Result<(), awsim_plugin::error::ServiceError> {
    let blocks = Blocks::read(certificate)?;
    refuse_broken_chain(&blocks.single()?, &Blocks::read(&chain.concat())?)
}

#[test]
fn keys_of_every_form_belong_to_their_certificates() {
    for (key, certificate) in [
        (RSA_KEY, RSA),
        (RSA_PKCS1_KEY, RSA),
        (P256_KEY, P256),
        (P256_SEC1_KEY, P256),
        (P384_KEY, P384),
        (P384_SEC1_KEY, P384),
        (P521_KEY, P521),
        (P521_SEC1_KEY, P521),
    ] {
        belongs(key, certificate).unwrap();
    }
    let with_parameters = format!(
        "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n{P256_SEC1_KEY}"
    );
    belongs(&with_parameters, P256).unwrap();
}

#[test]
fn keys_of_other_certificates_are_refused() {
    for (key, certificate) in
        [(RSA_KEY, P256), (RSA_KEY, INTERMEDIATE), (P256_KEY, P384), (P384_KEY, P521), (P256_KEY, RSA)]
    {
        assert_eq!(
            refusal(belongs(key, certificate)),
            "KeyPairMismatch (400): The private key does not match the public key of the certificate."
        );
    }
}

#[test]
fn what_is_no_key_is_refused() {
    for key in [RSA_ENCRYPTED_KEY, RSA_PKCS1_ENCRYPTED_KEY] {
        assert_eq!(
            refusal(belongs(key, RSA)),
            "MalformedCertificate (400): Unable to parse key; the body is encrypted."
        );
    }
    let empty = "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n";
    for key in ["no key", RSA, empty, &RSA_KEY[..200], &RSA_KEY.replace("PRIVATE", "RSA PRIVATE")] {
        assert_eq!(refusal(belongs(key, RSA)), INVALID_KEY, "{key}");
    }
}

#[test]
fn a_certificate_is_one_block_and_nothing_else() {
    let two = format!("{RSA}{INTERMEDIATE}");
    let with_text = format!("Certificate:\n{RSA}");
    let empty = "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n";
    for text in ["", "text", RSA_KEY, empty, &RSA[..300], &two, &with_text] {
        assert_eq!(
            refusal(Blocks::read(text).and_then(|blocks| blocks.single().map(drop))),
            UNPARSABLE,
            "{text}"
        );
    }
    let blocks = Blocks::read(&format!("\r\n{}\n\n", RSA.replace('\n', "\r\n"))).unwrap();
    let certificate = blocks.single().unwrap();
    assert_eq!(certificate.not_before().to_string(), "2020-01-01T00:00:00Z");
    assert_eq!(certificate.not_after().to_string(), "2120-01-01T00:00:00Z");
}

#[test]
fn a_chain_leads_upwards_without_gaps() {
    chain(RSA, &[INTERMEDIATE]).unwrap();
    chain(RSA, &[INTERMEDIATE, ROOT]).unwrap();
    let broken = |index: i32| {
        format!(
            "MalformedCertificate (400): Unable to validate certificate chain. The certificate chain must start with \
             the immediate signing certificate, followed by any intermediaries in order. The index within the chain of \
             the invalid certificate is: {index}"
        )
    };
    assert_eq!(refusal(chain(RSA, &[ROOT])), broken(-1));
    assert_eq!(refusal(chain(RSA, &[ROOT, INTERMEDIATE])), broken(-1));
    assert_eq!(refusal(chain(RSA, &[INTERMEDIATE, P256])), broken(0));
    assert_eq!(refusal(chain(RSA, &["text"])), UNPARSABLE);
}
