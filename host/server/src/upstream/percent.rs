//! Texts in the targets and forms of requests that the host sends itself.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Everything but what RFC 3986 calls unreserved.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
/// The same but slashes, which divide a path.
const RESERVED_IN_PATH: &AsciiSet = &RESERVED.remove(b'/');

/// Appends a text in percent-encoding.
pub(super) fn encode(text: &str, out: &mut String) {
    out.extend(utf8_percent_encode(text, RESERVED));
}

/// The same of several segments of a path.
pub(super) fn encode_path(text: &str, out: &mut String) {
    out.extend(utf8_percent_encode(text, RESERVED_IN_PATH));
}
