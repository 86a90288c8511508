//! Random identifiers of jobs and the like.

use std::fmt::Write as _;

use awsim_plugin::error::ServiceError;

use crate::random;

/// The lengths of the groups of an identifier, in bytes.
const GROUPS: [usize; 5] = [4, 2, 2, 2, 6];

/// A new identifier: a random UUID (RFC 9562, version 4).
///
/// # Errors
/// `ServiceFailure` if no random numbers are to be had.
pub(crate) fn new() -> Result<String, ServiceError> {
    let mut bytes: [u8; 16] = random::bytes()?;
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let mut id = String::with_capacity(36);
    let mut rest = &bytes[..];
    for group in GROUPS {
        let (bytes, after) = rest.split_at(group);
        if !id.is_empty() {
            id.push('-');
        }
        for byte in bytes {
            // Writing to a string cannot fail.
            let _ = write!(id, "{byte:02x}");
        }
        rest = after;
    }
    Ok(id)
}

/// Whether a text has the form of an identifier, in either case.
pub(crate) fn is_one(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(place, byte)| match place {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_have_their_form_and_differ() {
        let (one, other) = (new().unwrap(), new().unwrap());
        assert!(is_one(&one) && is_one(&other), "{one} {other}");
        assert_ne!(one, other);
        assert_eq!((&one[14..15], matches!(&one[19..20], "8" | "9" | "a" | "b")), ("4", true), "{one}");
        for wrong in ["", "x", "e4bdcdae-4f66-11ed-eleg-ationexample", "e4bdcdae04f66-11ed-aefa-bfd6aexample"]
        {
            assert!(!is_one(wrong), "{wrong}");
        }
    }
}
