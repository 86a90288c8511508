use aws_lc_rs::hmac;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair as RsaKeyPair, KeySize};
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, ECDSA_P384_SHA384_FIXED_SIGNING, ECDSA_P521_SHA512_FIXED_SIGNING,
    EcdsaKeyPair, EcdsaSigningAlgorithm, Ed25519KeyPair, KeyPair as _, RSA_PKCS1_SHA256, RSA_PKCS1_SHA384,
    RSA_PKCS1_SHA512, RSA_PSS_SHA256, RSA_PSS_SHA384, RSA_PSS_SHA512, RsaSignatureEncoding,
};
use awsim_plugin::shape::Timestamp;
use data_encoding::BASE64URL_NOPAD;

use super::claims::Claims;
use super::jwk::KeySet;
use super::jws::{Malformed, Token};

const NOW: i64 = 1_776_759_330;

fn base64(bytes: impl AsRef<[u8]>) -> String {
    BASE64URL_NOPAD.encode(bytes.as_ref())
}

/// A token with this header, signed by `sign`.
fn token(header: &str, sign: impl FnOnce(&[u8]) -> Vec<u8>) -> String {
    let signed = format!("{}.{}", base64(header), base64(r#"{"iss":"https://a"}"#));
    let signature = sign(signed.as_bytes());
    format!("{signed}.{}", base64(signature))
}

struct Rsa(RsaKeyPair);

impl Rsa {
    fn new() -> Self {
        Self(RsaKeyPair::generate(KeySize::Rsa2048).unwrap())
    }

    fn token(&self, header: &str, encoding: &'static RsaSignatureEncoding) -> String {
        token(header, |signed| {
            let mut signature = vec![0; self.0.public_modulus_len()];
            self.0.sign(encoding, &SystemRandom::new(), signed, &mut signature).unwrap();
            signature
        })
    }

    /// A key set with this key and these members beside it.
    fn key_set(&self, members: &str) -> String {
        let n = base64(self.0.public_key().modulus().big_endian_without_leading_zero());
        let e = base64(self.0.public_key().exponent().big_endian_without_leading_zero());
        format!(r#"{{"keys":[{{"kty":"oct","k":"AAAA"}},{{"kty":"RSA","n":"{n}","e":"{e}"{members}}}]}}"#)
    }
}

fn ec(algorithm: &'static EcdsaSigningAlgorithm, header: &str, curve: &str) -> (String, String) {
    let pair = EcdsaKeyPair::generate(algorithm).unwrap();
    let token = token(header, |signed| pair.sign(&SystemRandom::new(), signed).unwrap().as_ref().to_vec());
    let point = &pair.public_key().as_ref()[1..];
    let (x, y) = point.split_at(point.len() / 2);
    let (x, y) = (base64(x), base64(y));
    (token, format!(r#"{{"keys":[{{"kty":"EC","crv":"{curve}","x":"{x}","y":"{y}"}}]}}"#))
}

fn ed25519(header: &str) -> (String, String) {
    let pair = Ed25519KeyPair::generate().unwrap();
    let token = token(header, |signed| pair.sign(signed).as_ref().to_vec());
    let x = base64(pair.public_key().as_ref());
    (token, format!(r#"{{"keys":[{{"kty":"OKP","crv":"Ed25519","x":"{x}"}}]}}"#))
}

const RSA: [(&str, &RsaSignatureEncoding); 6] = [
    ("RS256", &RSA_PKCS1_SHA256),
    ("RS384", &RSA_PKCS1_SHA384),
    ("RS512", &RSA_PKCS1_SHA512),
    ("PS256", &RSA_PSS_SHA256),
    ("PS384", &RSA_PSS_SHA384),
    ("PS512", &RSA_PSS_SHA512),
];

const EC: [(&str, &str, &EcdsaSigningAlgorithm); 3] = [
    ("ES256", "P-256", &ECDSA_P256_SHA256_FIXED_SIGNING),
    ("ES384", "P-384", &ECDSA_P384_SHA384_FIXED_SIGNING),
    ("ES512", "P-521", &ECDSA_P521_SHA512_FIXED_SIGNING),
];

fn header(algorithm: &str) -> String {
    format!(r#"{{"alg":"{algorithm}"}}"#)
}

/// Whether a key of the set signed the token.
fn is_signed(token: &str, key_set: &str) -> bool {
    let token = Token::parse(token).unwrap();
    let set = KeySet::parse(key_set).unwrap();
    set.candidates(token.header.kid.as_deref()).any(|key| token.is_signed_by(key))
}

#[test]
fn tokens_are_verified_with_the_keys_of_their_algorithms() {
    let rsa = Rsa::new();
    for (name, encoding) in RSA {
        assert!(is_signed(&rsa.token(&header(name), encoding), &rsa.key_set("")), "{name}");
    }
    for (name, curve, algorithm) in EC {
        let (token, keys) = ec(algorithm, &header(name), curve);
        assert!(is_signed(&token, &keys), "{name}");
    }
    let (token, keys) = ed25519(&header("EdDSA"));
    assert!(is_signed(&token, &keys));
}

/// Every key with every algorithm that is not its own: neither what the header says nor what was really done counts alone.
#[test]
fn a_signature_of_one_algorithm_is_none_of_another() {
    let rsa = Rsa::new();
    let names = RSA.map(|(name, _)| name).into_iter().chain(EC.map(|(name, ..)| name));
    for named in names.chain(["EdDSA", "HS256", "none", "rs256"]) {
        let header = header(named);
        for (name, encoding) in RSA.into_iter().filter(|(name, _)| *name != named) {
            assert!(!is_signed(&rsa.token(&header, encoding), &rsa.key_set("")), "{name} as {named}");
        }
        for (name, curve, algorithm) in EC.into_iter().filter(|(name, ..)| *name != named) {
            let (token, keys) = ec(algorithm, &header, curve);
            assert!(!is_signed(&token, &keys) && !is_signed(&token, &rsa.key_set("")), "{name} as {named}");
        }
        if named != "EdDSA" {
            let (token, keys) = ed25519(&header);
            assert!(!is_signed(&token, &keys) && !is_signed(&token, &rsa.key_set("")), "EdDSA as {named}");
        }
    }
}

#[test]
fn a_key_of_another_curve_is_no_key() {
    let (token, keys) = ed25519(&header("EdDSA"));
    assert!(!is_signed(&token, &keys.replace("Ed25519", "Ed448")));
    assert!(!is_signed(&token, &keys.replace("OKP", "EC")));
    let (token, keys) = ec(&ECDSA_P256_SHA256_FIXED_SIGNING, &header("ES256"), "P-256");
    assert!(!is_signed(&token, &keys.replace("P-256", "P-384")));
    assert!(!is_signed(&token, &keys.replace("EC", "OKP")));
}

#[test]
fn a_key_serves_only_for_what_it_says() {
    let rsa = Rsa::new();
    let token = rsa.token(r#"{"alg":"RS256","kid":"a"}"#, &RSA_PKCS1_SHA256);
    assert!(is_signed(&token, &rsa.key_set(r#","kid":"a","use":"sig","alg":"RS256""#)));
    for members in [r#","kid":"b""#, r#","kid":"a","use":"enc""#, r#","kid":"a","alg":"RS512""#] {
        assert!(!is_signed(&token, &rsa.key_set(members)), "{members}");
    }
    assert!(!is_signed(&token, &rsa.key_set("")));
}

#[test]
fn a_forged_signature_is_refused() {
    let (rsa, other) = (Rsa::new(), Rsa::new());
    let token = rsa.token(r#"{"alg":"RS256"}"#, &RSA_PKCS1_SHA256);
    assert!(!is_signed(&token, &other.key_set("")));
    let (forged, _) = ed25519(&header("EdDSA"));
    let (_, keys) = ed25519(&header("EdDSA"));
    assert!(!is_signed(&forged, &keys));
}

#[test]
fn an_altered_token_is_refused() {
    let rsa = Rsa::new();
    let token = rsa.token(r#"{"alg":"RS256"}"#, &RSA_PKCS1_SHA256);
    let parts: Vec<&str> = token.split('.').collect();
    let payload = base64(r#"{"iss":"https://b"}"#);
    assert!(!is_signed(&format!("{}.{payload}.{}", parts[0], parts[2]), &rsa.key_set("")));
    assert!(!is_signed(&format!("{}.{}.", parts[0], parts[1]), &rsa.key_set("")));
}

#[test]
fn alg_none_is_no_signature() {
    let rsa = Rsa::new();
    for name in ["none", "None", "NONE", ""] {
        let token = token(&format!(r#"{{"alg":"{name}"}}"#), |_| Vec::new());
        assert!(!is_signed(&token, &rsa.key_set("")), "{name}");
        assert_eq!(Token::parse(&token).unwrap().is_unsigned(), name == "none");
    }
    // What is signed is not taken for unsigned.
    assert!(!Token::parse(&token(r#"{"alg":"none"}"#, |_| vec![1])).unwrap().is_unsigned());
}

#[test]
fn a_public_key_is_never_taken_for_a_secret() {
    let rsa = Rsa::new();
    let keys = rsa.key_set("");
    for secret in [keys.as_bytes(), rsa.0.public_key().as_ref()] {
        for (name, algorithm) in [
            ("HS256", hmac::HMAC_SHA256),
            ("HS384", hmac::HMAC_SHA384),
            ("HS512", hmac::HMAC_SHA512),
            ("RS256", hmac::HMAC_SHA256),
        ] {
            let key = hmac::Key::new(algorithm, secret);
            let token = token(&header(name), |signed| hmac::sign(&key, signed).as_ref().to_vec());
            assert!(!is_signed(&token, &keys), "{name}");
        }
    }
}

#[test]
fn what_is_no_token_is_malformed() {
    for text in
        ["", "a", "a.b", "a.b.c", "....", "e30.e30.e30", "eyJhbGciOiJSUzI1NiIsImNyaXQiOlsiYiJdfQ.e30.AA"]
    {
        assert_eq!(Token::parse(text).err(), Some(Malformed), "{text}");
    }
}

fn claims(members: &str) -> Claims {
    let text = format!(r#"{{"iss":"https://a","sub":"s","aud":"c","exp":{NOW},"iat":{NOW}{members}}}"#);
    Claims::parse(text.as_bytes()).unwrap()
}

#[test]
fn a_token_is_valid_for_five_minutes_more() {
    let at =
        |seconds| claims("").check_time(Timestamp::from_seconds(seconds)).map_err(|error| error.to_string());
    assert_eq!((at(NOW), at(NOW + 299), at(NOW - 300)), (Ok(()), Ok(()), Ok(())));
    assert_eq!(
        at(NOW + 300).unwrap_err(),
        format!(
            "ExpiredTokenException (400): Token expired: current date/time {} must be before the expiration date/time \
             {NOW}",
            NOW + 300
        )
    );
    assert!(at(NOW - 301).unwrap_err().starts_with("InvalidIdentityToken (400): Token is not valid yet"));
    let later = claims(&format!(r#","nbf":{}"#, NOW + 400)).check_time(Timestamp::from_seconds(NOW));
    assert_eq!(&*later.unwrap_err().code, "InvalidIdentityToken");
}

#[test]
fn claims_that_must_be_there() {
    for (text, message) in [
        ("{}", "Missing a required claim: iss"),
        (r#"{"iss":"a","sub":"s","exp":1,"iat":1}"#, "Missing a required claim: aud"),
        (r#"{"iss":"a","sub":"","aud":"b","exp":1,"iat":1}"#, "Invalid subject claim"),
        (
            r#"{"iss":"a","sub":"s","aud":"b","exp":1.5,"iat":1}"#,
            "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)",
        ),
    ] {
        assert_eq!(Claims::parse(text.as_bytes()).unwrap_err().message, message);
    }
}

#[test]
fn session_tags_come_nested_or_flat() {
    let nested = r#","https://aws.amazon.com/tags":{"principal_tags":{"Team":["a"],"Cost":["1"]},"transitive_tag_keys":["Cost"]}"#;
    let flat = r#","https://aws.amazon.com/tags/principal_tags/Team":"a","https://aws.amazon.com/tags/principal_tags/Cost":["1"],"https://aws.amazon.com/tags/transitive_tag_keys":["Cost"]"#;
    for members in [nested, flat] {
        let mut tags = claims(members).session_tags().unwrap();
        tags.sort_by(|one, other| one.key.cmp(&other.key));
        let seen: Vec<_> = tags.iter().map(|tag| (&*tag.key, &*tag.value, tag.transitive)).collect();
        assert_eq!(seen, [("Cost", "1", true), ("Team", "a", false)], "{members}");
    }
    for wrong in [
        r#","https://aws.amazon.com/tags":"a""#,
        r#","https://aws.amazon.com/tags":{"principal_tags":{"Team":["a","b"]}}"#,
        r#","https://aws.amazon.com/tags":{"principal_tags":{"aws:x":["a"]}}"#,
        r#","https://aws.amazon.com/tags":{"principal_tags":{"a":["<"]}}"#,
        r#","https://aws.amazon.com/tags":{"principal_tags":{},"transitive_tag_keys":["a"]}"#,
        r#","https://aws.amazon.com/tags/other":"a""#,
    ] {
        let error = claims(wrong).session_tags().unwrap_err();
        assert_eq!((&*error.code, error.status), ("IDPRejectedClaim", 403), "{wrong}");
    }
    assert_eq!(claims("").session_tags(), Ok(Vec::new()));
}

#[test]
fn the_source_identity_is_a_name() {
    let of = |value: &str| {
        claims(&format!(r#","https://aws.amazon.com/source_identity":{value}"#)).source_identity()
    };
    assert_eq!(of(r#""alice@example.com""#), Ok(Some("alice@example.com".to_owned())));
    for wrong in [r#""a""#, r#""a b""#, "1", "[]"] {
        assert_eq!(of(wrong).unwrap_err().status, 403, "{wrong}");
    }
}
