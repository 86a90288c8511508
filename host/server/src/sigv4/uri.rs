//! Percent-encoding and the canonical forms of path and query.

use std::borrow::Cow;

use super::dialect::Dialect;

/// A parameter of a query as it stands there, still encoded.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair<'q> {
    /// The name.
    pub(super) name: &'q str,
    /// The value; empty if there is no equals sign.
    pub(super) value: &'q str,
}

/// The parameters of a query.
pub(super) fn pairs(query: &str) -> impl Iterator<Item = Pair<'_>> {
    query.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        Pair { name, value }
    })
}

/// Undoes percent-encoding of a query, with `+` for a blank. What is no escape stands for itself.
pub(super) fn decode(text: &str) -> Cow<'_, [u8]> {
    decode_with(text, b' ')
}

/// Undoes percent-encoding of a path, in which `+` is a plus sign.
fn decode_escapes(text: &str) -> Cow<'_, [u8]> {
    decode_with(text, b'+')
}

fn decode_with(text: &str, plus: u8) -> Cow<'_, [u8]> {
    let bytes = text.as_bytes();
    if !bytes.iter().any(|byte| matches!(byte, b'%' | b'+')) {
        return Cow::Borrowed(bytes);
    }
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        let escape = after.split_at_checked(2).filter(|_| byte == b'%');
        decoded.push(match escape.and_then(|(digits, after)| Some((hex_byte(digits)?, after))) {
            Some((escaped, after)) => {
                rest = after;
                escaped
            }
            None if byte == b'+' => plus,
            None => byte,
        });
    }
    Cow::Owned(decoded)
}

fn hex_byte(digits: &[u8]) -> Option<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    let &[high, low] = digits else { return None };
    u8::try_from(digit(high)? << 4 | digit(low)?).ok()
}

/// Percent-encodes everything but RFC 3986's unreserved characters.
pub(super) fn encode(bytes: &[u8], out: &mut Vec<u8>) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for &byte in bytes {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(byte),
            _ => out.extend([b'%', HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 0xf)]]),
        }
    }
}

/// The canonical path: encoded, and without empty and dot segments where the dialect says so.
pub(super) fn canonical_path(path: &str, dialect: Dialect, out: &mut Vec<u8>) {
    let write = |segment: &str, out: &mut Vec<u8>| {
        if dialect.encodes_path_twice {
            encode(segment.as_bytes(), out);
        } else {
            encode(&decode_escapes(segment), out);
        }
    };
    if !dialect.normalizes_path {
        for (index, segment) in path.split('/').enumerate() {
            if index > 0 {
                out.push(b'/');
            }
            write(segment, out);
        }
        return;
    }
    let mut segments: Vec<&str> = Vec::new();
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." => {
                segments.pop();
            }
            segment => segments.push(segment),
        }
    }
    for segment in &segments {
        out.push(b'/');
        write(segment, out);
    }
    let ends_in_directory = path.ends_with('/') || path.ends_with("/.") || path.ends_with("/..");
    if segments.is_empty() || ends_in_directory {
        out.push(b'/');
    }
}

/// The canonical query: every name and value encoded alike, sorted, without the parameters `leave_out`.
pub(super) fn canonical_query(query: &str, leave_out: &[&str], out: &mut Vec<u8>) {
    let encoded = |text: &str| {
        let mut encoded = Vec::with_capacity(text.len());
        encode(&decode(text), &mut encoded);
        encoded
    };
    let mut parameters: Vec<_> = pairs(query)
        .filter(|pair| !leave_out.contains(&pair.name))
        .map(|pair| (encoded(pair.name), encoded(pair.value)))
        .collect();
    parameters.sort_unstable();
    for (index, (name, value)) in parameters.iter().enumerate() {
        if index > 0 {
            out.push(b'&');
        }
        out.extend_from_slice(name);
        out.push(b'=');
        out.extend_from_slice(value);
    }
}
