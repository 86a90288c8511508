//! The `Authorization` header:
//! `AWS4-HMAC-SHA256 Credential=…/20150830/us-east-1/iam/aws4_request, SignedHeaders=host;x-amz-date, Signature=…`.

use std::borrow::Cow;

use data_encoding::BASE64;
use http::HeaderValue;
use sha2::{Digest, Sha256};

use super::{Algorithm, Place, Scope, Signature, SignatureError};
use crate::ascii;
use crate::incoming::{self, Incoming, visible};

/// The header with the regions that an asymmetric signature is good for. It must be signed, or one signature would be good
/// for all of them.
pub(super) const REGION_SET: &str = "x-amz-region-set";

/// Reads the header. The parts may be divided by commas, blanks or both, as AWS reads them.
pub(super) fn parse<'r>(
    value: &'r HeaderValue,
    incoming: &'r Incoming,
) -> Result<Signature<'r>, SignatureError> {
    let Some(text) = visible(value) else { return Err(not_key_value(value)) };
    let text = text.trim_ascii();
    let (algorithm, parameters) = ascii::cut(text, |byte| byte.is_ascii_whitespace()).unwrap_or((text, ""));

    let (mut credential, mut signed_headers, mut signature) = (None, None, None);
    let parameters = ascii::pieces(parameters, |byte| matches!(byte, b',' | b' ' | b'\t'));
    for parameter in parameters.filter(|parameter| !parameter.is_empty()) {
        let (key, content) =
            ascii::cut(parameter, |byte| byte == b'=').ok_or_else(|| not_key_value(value))?;
        match key {
            "Credential" => credential = Some(content),
            "SignedHeaders" => signed_headers = Some(content),
            "Signature" => signature = Some(content),
            _ => {}
        }
    }
    let known = Algorithm::named(algorithm);
    if known.is_none() && algorithm.starts_with("AWS4-") {
        return Err(SignatureError::unsupported_algorithm(algorithm));
    }
    let (Some(credential), Some(signed_headers), Some(signature)) = (credential, signed_headers, signature)
    else {
        let missing =
            [("Credential", credential), ("Signature", signature), ("SignedHeaders", signed_headers)];
        return Err(incomplete(&missing, incoming, value));
    };
    let algorithm = known.ok_or_else(|| SignatureError::unsupported_algorithm(algorithm))?;
    Ok(Signature {
        algorithm,
        scope: Scope::parse(algorithm, Cow::Borrowed(credential))?,
        signed_headers: Cow::Borrowed(signed_headers),
        signature: Cow::Borrowed(signature),
        session_token: incoming.header(&incoming::SECURITY_TOKEN).map(Cow::Borrowed),
        region_set: region_set(algorithm, incoming)?,
        place: Place::Header,
    })
}

/// The regions that an asymmetric signature is good for.
fn region_set(algorithm: Algorithm, incoming: &Incoming) -> Result<Option<Cow<'_, str>>, SignatureError> {
    if algorithm == Algorithm::HmacSha256 {
        return Ok(None);
    }
    let set = incoming.header(REGION_SET).ok_or_else(|| {
        SignatureError::Incomplete(
            "Authorization header requires existence of a 'X-Amz-Region-Set' header. ".to_owned(),
        )
    })?;
    Ok(Some(Cow::Borrowed(set)))
}

/// Names all that is missing.
fn incomplete(
    parameters: &[(&str, Option<&str>)],
    incoming: &Incoming,
    value: &HeaderValue,
) -> SignatureError {
    let mut message = String::new();
    for (name, _) in parameters.iter().filter(|(_, content)| content.is_none()) {
        message.push_str(&format!("Authorization header requires '{name}' parameter. "));
    }
    if !incoming.headers.contains_key(&incoming::SIGNING_DATE)
        && !incoming.headers.contains_key(http::header::DATE)
    {
        message.push_str(
            "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ",
        );
    }
    message.push_str("(Hashed with SHA-256 and encoded with Base64) Authorization=");
    message.push_str(&hashed(value));
    SignatureError::Incomplete(message)
}

fn not_key_value(value: &HeaderValue) -> SignatureError {
    SignatureError::Incomplete(format!(
        "Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with \
         Base64): '{}'.",
        hashed(value)
    ))
}

/// The header may hold a secret of somebody who took the wrong scheme, so it is never quoted.
fn hashed(value: &HeaderValue) -> String {
    BASE64.encode(&Sha256::digest(value.as_bytes()))
}
