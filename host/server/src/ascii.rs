//! Texts whose parts are divided by characters of ASCII.
//!
//! In UTF-8 such a character is a byte that is part of no other, so a text can be cut by its bytes. Looking for a `char`
//! decodes every character on the way.

/// The first byte of a text for which `divides` says so cuts it in two.
pub(crate) fn cut(text: &str, divides: impl Fn(u8) -> bool) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte.is_ascii() && divides(byte))?;
    Some((&text[..at], &text[at + 1..]))
}

/// The pieces between the bytes for which `divides` says so.
pub(crate) fn pieces(text: &str, divides: impl Fn(u8) -> bool) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest.take()?;
        let Some((piece, after)) = cut(text, &divides) else { return Some(text) };
        rest = Some(after);
        Some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_like_str_cuts_them() {
        for text in ["", "a", "/", "a/b", "//", "ä/ö/", "/€", "a/b/c"] {
            assert_eq!(cut(text, |byte| byte == b'/'), text.split_once('/'), "{text}");
            let pieces: Vec<_> = pieces(text, |byte| byte == b'/').collect();
            assert_eq!(pieces, text.split('/').collect::<Vec<_>>(), "{text}");
        }
        // A byte within a character divides nothing.
        assert_eq!(cut("ä", |_| true), None);
    }
}
