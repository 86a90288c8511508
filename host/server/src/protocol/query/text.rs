//! Text in XML.

use quick_xml::escape::partial_escape;

/// For each byte: whether text with it must be looked at more closely.
static SPECIAL: [bool; 256] = {
    let mut special = [false; 256];
    let mut control = 0;
    while control < 0x20 {
        special[control] = true;
        control += 1;
    }
    special[b'\t' as usize] = false;
    special[b'\n' as usize] = false;
    special[b'&' as usize] = true;
    special[b'<' as usize] = true;
    special[b'>' as usize] = true;
    // The first byte of U+FFFE and U+FFFF, which XML does not permit, and of others that it does.
    special[0xEF] = true;
    special
};

/// Appends text as the content of an element. A carriage return is written as a reference, or a reader would turn it
/// into a line feed (XML 1.0, section 2.11); characters that XML 1.0 cannot express at all (section 2.2) become
/// U+FFFD, so that the answer stays well-formed whatever a service puts into it.
pub(in crate::protocol) fn append(out: &mut Vec<u8>, text: &str) {
    // Without an early end, as there is hardly ever a reason for one, the compiler can look at many bytes at a time.
    if !text.bytes().fold(false, |special, byte| special | SPECIAL[usize::from(byte)]) {
        out.extend_from_slice(text.as_bytes());
        return;
    }
    let mut rest = text;
    while let Some(special) = rest.find(needs_replacing) {
        out.extend_from_slice(partial_escape(&rest[..special]).as_bytes());
        let mut chars = rest[special..].chars();
        let replacement = if chars.next() == Some('\r') { "&#xD;" } else { "\u{FFFD}" };
        out.extend_from_slice(replacement.as_bytes());
        rest = chars.as_str();
    }
    out.extend_from_slice(partial_escape(rest).as_bytes());
}

/// Whether a character cannot stand in XML as itself, nor as one of the named references.
fn needs_replacing(character: char) -> bool {
    matches!(character, '\0'..='\u{8}' | '\u{B}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}')
}
