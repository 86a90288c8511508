//! Matching text: patterns of literals, `*` and `?`, and comparing without regard to case.

/// A part of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Piece<'p> {
    /// Exactly this text; never a wildcard, whatever its characters.
    Text(&'p str),
    /// Any text, also none.
    Star,
    /// Exactly one character.
    One,
    /// Any text without a colon, also none.
    StarWithin,
    /// Exactly one character other than a colon.
    OneWithin,
}

/// Whether `value` as a whole is matched by `pieces`.
///
/// Only the last star met is ever reconsidered, so the work is bounded by pattern × value and there is no recursion. For stars that stop at
/// colons that is enough too: the colons of the pattern fix where each of its parts lies.
pub(crate) fn glob(pieces: &[Piece<'_>], value: &str) -> bool {
    let bytes = value.as_bytes();
    let (mut piece, mut at) = (0, 0);
    // Where to go on when something fails: the piece after the last star, how far that star reaches, and what stops it.
    let mut star: Option<(usize, usize, bool)> = None;
    loop {
        let fits = match pieces.get(piece) {
            Some(Piece::Star) => {
                piece += 1;
                if piece == pieces.len() {
                    return true;
                }
                star = Some((piece, at, false));
                continue;
            }
            Some(Piece::StarWithin) => {
                piece += 1;
                star = Some((piece, at, true));
                continue;
            }
            Some(Piece::Text(text)) => {
                let fits = bytes[at..].starts_with(text.as_bytes());
                at += if fits { text.len() } else { 0 };
                fits
            }
            Some(Piece::OneWithin) if bytes.get(at) == Some(&b':') => false,
            Some(Piece::One | Piece::OneWithin) => {
                let character = char_len(bytes, at);
                at += character;
                character > 0
            }
            None if at == bytes.len() => return true,
            None => false,
        };
        if fits {
            piece += 1;
            continue;
        }
        let Some((after, reach, within)) = star else { return false };
        let step = char_len(bytes, reach);
        if step == 0 || within && bytes[reach] == b':' {
            return false;
        }
        star = Some((after, reach + step, within));
        (piece, at) = (after, reach + step);
    }
}

/// Length in bytes of the character that starts at `at`; 0 at the end.
fn char_len(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at) {
        None => 0,
        Some(0x00..0x80) => 1,
        Some(0x80..0xE0) => 2,
        Some(0xE0..0xF0) => 3,
        Some(0xF0..) => 4,
    }
}

/// The pieces of a pattern in which every `*` and `?` is a wildcard.
pub(crate) fn pieces(pattern: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = pattern;
    std::iter::from_fn(move || {
        let piece = match rest.as_bytes().first()? {
            b'*' => Piece::Star,
            b'?' => Piece::One,
            _ => Piece::Text(&rest[..rest.find(['*', '?']).unwrap_or(rest.len())]),
        };
        rest = &rest[if let Piece::Text(text) = piece { text.len() } else { 1 }..];
        Some(piece)
    })
}

/// Whether `pattern` with its wildcards matches `value`, letters of either case being the same.
pub(crate) fn glob_ignore_case(pattern: &str, value: &str) -> bool {
    let pattern = pattern.to_ascii_lowercase();
    let pieces: Vec<Piece<'_>> = pieces(&pattern).collect();
    glob(&pieces, &value.to_ascii_lowercase())
}

/// Removes `prefix` from the front of `value`, letters of either case being the same.
pub(crate) fn strip_prefix_ignore_case<'v>(value: &'v str, prefix: &str) -> Option<&'v str> {
    if prefix.is_ascii() {
        let (head, rest) = value.split_at_checked(prefix.len())?;
        return head.eq_ignore_ascii_case(prefix).then_some(rest);
    }
    let mut rest = value.chars();
    for wanted in prefix.chars() {
        let found = rest.next()?;
        if found != wanted && !found.to_lowercase().eq(wanted.to_lowercase()) {
            return None;
        }
    }
    Some(rest.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matches(pattern: &str, value: &str) -> bool {
        glob(&pieces(pattern).collect::<Vec<_>>(), value)
    }

    #[test]
    fn stars_and_question_marks() {
        for (pattern, value) in [
            ("", ""),
            ("*", ""),
            ("*", "a/b:c"),
            ("a*c", "abbc"),
            ("a*c", "ac"),
            ("a*b*c", "aXbYbZc"),
            ("?", "é"),
            ("?", "😀"),
            ("a?c*", "abc"),
            ("*ab", "aab"),
            ("*a?", "aaab"),
            ("**x", "x"),
            ("*é*", "caféx"),
        ] {
            assert!(matches(pattern, value), "{pattern} {value}");
        }
        for (pattern, value) in [
            ("", "a"),
            ("?", ""),
            ("?", "ab"),
            ("a*c", "acb"),
            ("a*b*c", "aXc"),
            ("*ab", "ba"),
            ("[a]", "a"),
            ("a.c", "abc"),
        ] {
            assert!(!matches(pattern, value), "{pattern} {value}");
        }
    }

    #[test]
    fn some_wildcards_stop_at_colons() {
        use Piece::{OneWithin, Star, StarWithin, Text};
        let arn = [Text("arn:"), StarWithin, Text(":s"), OneWithin, StarWithin, Text(":"), Star];
        assert!(glob(&arn, "arn:aws:s3::b:c"));
        assert!(glob(&arn, "arn::sx:"));
        assert!(!glob(&arn, "arn:aws:x:s3::b"));
        assert!(!glob(&arn, "arn:aws:s:b"));
        assert!(!glob(&arn, "arn:aws:s3"));
        assert!(glob(&[StarWithin, Text("b:"), StarWithin, Text("d")], "abb:cdd"));
        assert!(!glob(&[StarWithin], "a:b"));
        assert!(!glob(&[Text("a"), OneWithin, Text("b")], "a:b"));
        assert!(glob(&[Text("a"), OneWithin, Text("b")], "aéb"));
    }

    #[test]
    fn pathological_patterns_end() {
        let value = "a".repeat(10_000);
        assert!(!matches(&format!("{}b", "*a".repeat(500)), &value));
        assert!(matches(&"*a".repeat(500), &value));
    }

    #[test]
    fn prefixes_ignore_case_beyond_ascii() {
        assert_eq!(strip_prefix_ignore_case("ÉaX", "éA"), Some("X"));
        assert_eq!(strip_prefix_ignore_case("aé", "A"), Some("é"));
        assert_eq!(strip_prefix_ignore_case("é", "e"), None);
        assert_eq!(strip_prefix_ignore_case("è", "é"), None);
        assert_eq!(strip_prefix_ignore_case("ea", "éa"), None);
        assert_eq!(strip_prefix_ignore_case("ab", "abc"), None);
    }
}
