//! What the host publishes for its own issuers: under `/_awsim/issuers/ID/.well-known/`, and for whoever lets the
//! names that AWS gives its issuers lead here, under `/.well-known/`. It is public, as keys to verify with are.

use awsim_plugin::store::Store;
use bytes::Bytes;
use http::Method;

use super::{discovery, own};
use crate::core::Core;
use crate::incoming::Incoming;
use crate::protocol::Encoded;

/// Where the documents of all issuers are.
const PREFIX: &str = "/_awsim/issuers/";

/// Where the keys of an issuer are, behind its URL.
const KEYS: &str = "/.well-known/jwks.json";

/// The claims that tokens may have.
const CLAIMS: [&str; 8] = ["aud", "exp", "iat", "iss", "jti", "nbf", "sub", "https://sts.amazonaws.com/"];

/// The document that a request asks for; none if it asks for something else, and a 404 for one that is not there.
pub(crate) fn answer(core: &Core, incoming: &Incoming) -> Option<Encoded> {
    let (id, document) = asked(incoming)?;
    let document = if matches!(incoming.method, Method::GET | Method::HEAD) { document } else { "" };
    Some(match found(core, id, document) {
        Some(body) => encoded(200, body),
        None => encoded(404, Bytes::from_static(b"{\"error\": \"not_found\"}\n")),
    })
}

/// The id of an issuer and the path of a document behind its URL.
fn asked(incoming: &Incoming) -> Option<(&str, &str)> {
    let path = incoming.uri.path();
    if let Some(rest) = path.strip_prefix(PREFIX) {
        return Some(rest.split_at(rest.find('/').unwrap_or(rest.len())));
    }
    let host = incoming.uri.host().or_else(|| incoming.header("host"))?;
    own::id_in_host(host).filter(|_| path.starts_with("/.well-known/")).map(|id| (id, path))
}

fn found(core: &Core, id: &str, document: &str) -> Option<Bytes> {
    let state = core.store.view();
    let account = own::account(core, &state, id)?;
    let signer = own::signer(core)?;
    match document {
        KEYS => Some(signer.published_keys(&state, account)?.into()),
        discovery::CONFIGURATION => {
            let issuer = own::url(core, id);
            let published = discovery::Published {
                issuer: &issuer,
                jwks_uri: format!("{issuer}{KEYS}"),
                response_types_supported: &["id_token"],
                subject_types_supported: &["public"],
                id_token_signing_alg_values_supported: signer.algorithms(),
                claims_supported: &CLAIMS,
            };
            serde_json::to_vec_pretty(&published).ok().map(Bytes::from)
        }
        _ => None,
    }
}

fn encoded(status: u16, body: Bytes) -> Encoded {
    Encoded { status, content_type: "application/json", headers: Vec::new(), body }
}
