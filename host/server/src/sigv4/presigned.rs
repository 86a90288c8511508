//! Presigned URLs: the signature stands in the query, in parameters that begin with `X-Amz-`.

use std::borrow::Cow;

use http::Uri;

use super::uri::{self, Pair};
use super::{Algorithm, Place, Scope, Signature, SignatureError};
use crate::incoming::{self, Incoming};

/// The parameter that a signature cannot cover.
pub(super) const SIGNATURE: &str = "X-Amz-Signature";

/// The parameter with the session token, which some clients add after they have signed.
pub(super) const SECURITY_TOKEN: &str = "X-Amz-Security-Token";

/// The parameters that a presigned URL must have, in the order in which AWS names the missing ones.
const REQUIRED: [&str; 5] =
    ["X-Amz-Algorithm", "X-Amz-Credential", SIGNATURE, "X-Amz-SignedHeaders", "X-Amz-Date"];

/// Whether a query carries a signature, even a part of one.
pub(crate) fn is_presigned(query: &str) -> bool {
    !query.is_empty()
        && uri::pairs(query)
            .any(|pair| matches!(pair.name, "X-Amz-Algorithm" | SIGNATURE | "X-Amz-Credential"))
}

/// The parameters that belong to a signature, besides those that it must have.
const OPTIONAL: [&str; 4] = ["X-Amz-Expires", SECURITY_TOKEN, "X-Amz-Region-Set", "X-Amz-Content-Sha256"];

/// The target without the parameters of a signature; none if it has none.
pub(super) fn unsigned(target: &Uri) -> Option<Uri> {
    let query = target.query()?;
    let signs = |pair: &Pair<'_>| REQUIRED.contains(&pair.name) || OPTIONAL.contains(&pair.name);
    if !uri::pairs(query).any(|pair| signs(&pair)) {
        return None;
    }
    let kept: Vec<&str> =
        query.split('&').filter(|text| !uri::pairs(text).any(|pair| signs(&pair))).collect();
    let path = target.path();
    let target = if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) };
    target.parse().ok()
}

/// Reads the parameters.
pub(super) fn parse(incoming: &Incoming) -> Result<Signature<'_>, SignatureError> {
    let mut required: [Option<Cow<'_, str>>; 5] = Default::default();
    let mut session_token = None;
    for pair in uri::pairs(incoming.query()) {
        if let Some(index) = REQUIRED.iter().position(|name| *name == pair.name) {
            required[index] = text(&pair);
        } else if pair.name == SECURITY_TOKEN {
            session_token = text(&pair);
        }
    }
    let missing: String = REQUIRED
        .iter()
        .zip(&required)
        .filter(|(_, value)| value.as_ref().is_none_or(|value| value.is_empty()))
        .map(|(name, _)| format!("AWS query-string parameters must include '{name}'. "))
        .collect();
    let [Some(algorithm), Some(credential), Some(signature), Some(signed_headers), Some(_)] = required else {
        return Err(SignatureError::Incomplete(missing + "Re-examine the query-string parameters."));
    };
    if !missing.is_empty() {
        return Err(SignatureError::Incomplete(missing + "Re-examine the query-string parameters."));
    }
    let algorithm =
        Algorithm::named(&algorithm).ok_or_else(|| SignatureError::unsupported_algorithm(&algorithm))?;
    Ok(Signature {
        algorithm,
        scope: Scope::parse(algorithm, credential)?,
        signed_headers,
        signature,
        session_token: session_token
            .or_else(|| incoming.header(&incoming::SECURITY_TOKEN).map(Cow::Borrowed)),
        region_set: region_set(algorithm, incoming)?,
        place: Place::Query,
    })
}

/// The parameter with the regions that an asymmetric signature is good for.
fn region_set(algorithm: Algorithm, incoming: &Incoming) -> Result<Option<Cow<'_, str>>, SignatureError> {
    match (algorithm, parameter(incoming, "X-Amz-Region-Set")) {
        (Algorithm::HmacSha256, _) => Ok(None),
        (Algorithm::EcdsaP256Sha256, Some(set)) => Ok(Some(set)),
        (Algorithm::EcdsaP256Sha256, None) => Err(SignatureError::Incomplete(
            "AWS query-string parameters must include 'X-Amz-Region-Set'. Re-examine the query-string parameters."
                .to_owned(),
        )),
    }
}

/// The parameter `X-Amz-Date`.
pub(super) fn date(incoming: &Incoming) -> Option<Cow<'_, str>> {
    parameter(incoming, "X-Amz-Date")
}

/// The parameter `X-Amz-Expires`: how many seconds the URL holds.
pub(super) fn expires(incoming: &Incoming) -> Option<Cow<'_, str>> {
    parameter(incoming, "X-Amz-Expires")
}

fn parameter<'r>(incoming: &'r Incoming, name: &str) -> Option<Cow<'r, str>> {
    uri::pairs(incoming.query()).find(|pair| pair.name == name).and_then(|pair| text(&pair))
}

fn text<'r>(pair: &Pair<'r>) -> Option<Cow<'r, str>> {
    match uri::decode(pair.value) {
        Cow::Borrowed(bytes) => std::str::from_utf8(bytes).ok().map(Cow::Borrowed),
        Cow::Owned(bytes) => String::from_utf8(bytes).ok().map(Cow::Owned),
    }
}
