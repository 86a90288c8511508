//! Keys of issuers that the host cannot reach, or is not to: given by hand, for as long as it runs.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::answer::{Answer, Refusal};
use crate::core::Core;
use crate::incoming::Incoming;
use crate::issuers::{Given, is_key_set};

/// What is given for an issuer, and what is told of it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct IssuerKeys {
    /// The issuer, as its tokens name it.
    issuer: String,
    /// Its JSON Web Key Set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    keys: Option<Box<RawValue>>,
    /// Where its documents are, instead of behind its own URL.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

/// The answer of `GET oidc-keys`.
///
/// # Errors
/// See [`Answer::json`].
pub(super) fn list(core: &Core) -> Result<Answer, Refusal> {
    let entry = |(issuer, given)| match given {
        Given::Keys(keys) => {
            IssuerKeys { issuer, keys: RawValue::from_string(keys.to_string()).ok(), url: None }
        }
        Given::At(url) => IssuerKeys { issuer, keys: None, url: Some(url) },
    };
    Answer::json(&core.issuers.given().into_iter().map(entry).collect::<Vec<_>>())
}

/// Takes keys, or a place where they are, for an issuer's; with neither, what was given is forgotten.
///
/// # Errors
/// 400 for a body that says nothing of the kind.
pub(super) fn give(core: &Core, incoming: &Incoming) -> Result<Answer, Refusal> {
    let invalid = |reason: String| {
        let form =
            r#"{"issuer": "https://…", "keys": {"keys": […]}} or {"issuer": "https://…", "url": "http://…"}"#;
        Refusal::new(400, "InvalidKeys", format!("Expected {form}: {reason}"))
    };
    let given: IssuerKeys =
        serde_json::from_slice(&incoming.body).map_err(|error| invalid(error.to_string()))?;
    let keys = match (given.keys, given.url) {
        (Some(_), Some(_)) => return Err(invalid("one of both, not keys and url".to_owned())),
        (Some(keys), None) if !is_key_set(keys.get().as_bytes()) => {
            return Err(invalid("keys is no key set".to_owned()));
        }
        (Some(keys), None) => Some(Given::Keys(keys.get().into())),
        (None, Some(url)) => Some(Given::At(url)),
        (None, None) => None,
    };
    core.issuers.give(given.issuer, keys).map_err(|error| invalid(error.to_string()))?;
    list(core)
}
