//! The canonical request: what is hashed and signed.

use std::borrow::Cow;

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use smallvec::SmallVec;

use super::dialect::Dialect;
use super::{Signature, uri};
use crate::incoming::Incoming;

/// The names of the signed headers as they are said.
pub(super) fn names(list: &str) -> impl Iterator<Item = &str> {
    list.split(';').filter(|name| !name.is_empty())
}

/// The names of the signed headers in lower case, sorted, each once. Clients say them so.
pub(super) type SignedHeaders<'r> = SmallVec<[Cow<'r, str>; 8]>;

/// Reads the names of the signed headers.
pub(super) fn signed_headers(list: &str) -> SignedHeaders<'_> {
    let lower = |name| match str::bytes(name).any(|byte| byte.is_ascii_uppercase()) {
        true => Cow::Owned(name.to_ascii_lowercase()),
        false => Cow::Borrowed(name),
    };
    let mut names: SignedHeaders<'_> = names(list).map(lower).collect();
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
    signed_headers: &[Cow<'_, str>],
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
    for (index, name) in signed_headers.iter().enumerate() {
        if index > 0 {
            out.push(b';');
        }
        out.extend_from_slice(name.as_bytes());
    }
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
    let mut text = String::with_capacity(192);
    text.push_str(signature.algorithm.name());
    text.push('\n');
    text.push_str(date);
    text.push('\n');
    signature.scope.sign_into(&mut text);
    text.push('\n');
    HEXLOWER.encode_append(&Sha256::digest(canonical_request), &mut text);
    text
}
