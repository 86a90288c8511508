//! The canonical request: what is hashed and signed.

use super::dialect::Dialect;
use super::payload::hash;
use super::{Signature, uri};
use crate::incoming::Incoming;

/// The names of the signed headers as they are said.
pub(super) fn names(list: &str) -> impl Iterator<Item = &str> {
    list.split(';').filter(|name| !name.is_empty())
}

/// The names of the signed headers in lower case, sorted, each once.
pub(super) fn signed_headers(list: &str) -> Vec<String> {
    let mut names: Vec<String> = names(list).map(str::to_ascii_lowercase).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// The canonical request. `unsigned` are the parameters of the query that the signature does not cover, `payload` is
/// what it says of the body.
pub(super) fn request(
    incoming: &Incoming,
    dialect: Dialect,
    unsigned: &[&str],
    signed_headers: &[String],
    payload: &str,
) -> Vec<u8> {
    let mut out = Vec::with_capacity(512);
    out.extend_from_slice(incoming.method.as_str().as_bytes());
    out.push(b'\n');
    uri::canonical_path(incoming.uri.path(), dialect, &mut out);
    out.push(b'\n');
    uri::canonical_query(incoming.query(), unsigned, &mut out);
    out.push(b'\n');
    for name in signed_headers {
        header(incoming, name, &mut out);
    }
    out.push(b'\n');
    out.extend_from_slice(signed_headers.join(";").as_bytes());
    out.push(b'\n');
    out.extend_from_slice(payload.as_bytes());
    out
}

/// One canonical header: the name in lower case, its values joined by commas, runs of blanks shortened to one.
fn header(incoming: &Incoming, name: &str, out: &mut Vec<u8>) {
    out.extend_from_slice(name.as_bytes());
    out.push(b':');
    let values = incoming.headers.get_all(name);
    for (index, value) in values.iter().enumerate() {
        if index > 0 {
            out.push(b',');
        }
        let words = value.as_bytes().split(u8::is_ascii_whitespace).filter(|word| !word.is_empty());
        for (index, word) in words.enumerate() {
            if index > 0 {
                out.push(b' ');
            }
            out.extend_from_slice(word);
        }
    }
    // HTTP/2 has the host in the pseudo-header `:authority`, which ends up in the target.
    if matches!(name, "host" | ":authority")
        && values.iter().next().is_none()
        && let Some(authority) = incoming.uri.authority()
    {
        out.extend_from_slice(authority.as_str().as_bytes());
    }
    out.push(b'\n');
}

/// The string to sign for a canonical request.
pub(super) fn string_to_sign(canonical_request: &[u8], date: &str, signature: &Signature<'_>) -> String {
    format!(
        "{}\n{date}\n{}\n{}",
        signature.algorithm.name(),
        signature.scope.signed(),
        hash(canonical_request)
    )
}
