//! The canonical request: what is hashed and signed.

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::{Place, Signature, presigned, uri};
use crate::incoming::Incoming;

/// The names of the signed headers in lower case, sorted, each once.
pub(super) fn signed_headers(list: &str) -> Vec<String> {
    let mut names: Vec<String> =
        list.split(';').filter(|name| !name.is_empty()).map(str::to_ascii_lowercase).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// The canonical request.
pub(super) fn request(incoming: &Incoming, place: Place, signed_headers: &[String]) -> Vec<u8> {
    let mut out = Vec::with_capacity(512);
    out.extend_from_slice(incoming.method.as_str().as_bytes());
    out.push(b'\n');
    uri::canonical_path(incoming.uri.path(), &mut out);
    out.push(b'\n');
    uri::canonical_query(incoming.query(), (place == Place::Query).then_some(presigned::SIGNATURE), &mut out);
    out.push(b'\n');
    for name in signed_headers {
        header(incoming, name, &mut out);
    }
    out.push(b'\n');
    out.extend_from_slice(signed_headers.join(";").as_bytes());
    out.push(b'\n');
    out.extend_from_slice(hash(&incoming.body).as_bytes());
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
    let scope = &signature.scope;
    format!(
        "{}\n{date}\n{}/{}/{}/{}\n{}",
        super::ALGORITHM,
        scope.date,
        scope.region,
        scope.service,
        super::scope::TERMINATOR,
        hash(canonical_request),
    )
}

/// SHA-256 in hexadecimal digits.
fn hash(bytes: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(bytes))
}
