//! The model's regular expressions (Java's syntax) in the syntax of the `regex` crate, and as sets of ASCII characters.

/// Patterns with look-around, which the `regex` crate does without, in an equivalent form.
const REWRITTEN: &[(&str, &str)] = &[
    // Account aliases: no two dashes in a row. The length is the shape's own constraint (3 to 63).
    ("^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$", "[a-z0-9]-?(?:[a-z0-9]-?){0,61}[a-z0-9]"),
];

const WORD: &str = "0-9A-Za-z_";
const DIGIT: &str = "0-9";
const SPACE: &str = r" \t\n\x0B\x0C\r";

/// Translates a pattern.
pub(crate) fn translate(source: &str) -> String {
    if let Some((_, rewritten)) = REWRITTEN.iter().find(|(pattern, _)| *pattern == source) {
        return (*rewritten).to_owned();
    }
    let mut out = String::new();
    let mut rest = source;
    let mut in_class = false;
    while let Some(c) = rest.chars().next() {
        if let Some((replacement, after)) = escape(rest, in_class) {
            out.push_str(&replacement);
            rest = after;
            continue;
        }
        match c {
            '[' if !in_class => in_class = true,
            ']' => in_class = false,
            _ => {}
        }
        out.push(c);
        rest = &rest[c.len_utf8()..];
    }
    out
}

/// Translates the escape that the text begins with, if the `regex` crate would read it otherwise.
fn escape(text: &str, in_class: bool) -> Option<(String, &str)> {
    let after = text.strip_prefix('\\')?;
    let letter = after.chars().next()?;
    let rest = &after[letter.len_utf8()..];
    let class = |members: &str| if in_class { members.to_owned() } else { format!("[{members}]") };
    match letter {
        'u' => {
            let digits = code_point_digits(rest);
            Some((format!(r"\x{{{}}}", &rest[..digits]), &rest[digits..]))
        }
        'w' => Some((class(WORD), rest)),
        'd' => Some((class(DIGIT), rest)),
        's' => Some((class(SPACE), rest)),
        'S' => Some((format!("[^{SPACE}]"), rest)),
        _ => Some((text[..1 + letter.len_utf8()].to_owned(), rest)),
    }
}

/// How many digits belong to a `\u` escape. The models mean code points above U+FFFF by five and six digits.
fn code_point_digits(rest: &str) -> usize {
    ["10FFFF", "10000"].into_iter().find(|long| rest.starts_with(long)).map_or(4.min(rest.len()), str::len)
}

/// The ASCII characters of a pattern that is a single repeated class, and whether it may repeat zero times.
pub(crate) fn ascii_class(source: &str) -> Option<(u128, bool)> {
    let body = source.strip_prefix('^').and_then(|rest| rest.strip_suffix('$')).unwrap_or(source);
    let (class, may_be_empty) = match (body.strip_suffix('+'), body.strip_suffix('*')) {
        (Some(class), _) => (class, false),
        (_, Some(class)) => (class, true),
        _ => return None,
    };
    let members = class.strip_prefix('[')?.strip_suffix(']')?;
    if members.starts_with('^') || members.contains('[') || members.contains(']') {
        return None;
    }
    let mut bits = 0u128;
    let mut rest = members;
    while !rest.is_empty() {
        rest = take_member(rest, &mut bits)?;
    }
    Some((bits, may_be_empty))
}

/// Adds the class member that the text begins with to the set, and returns what follows it.
fn take_member<'t>(text: &'t str, bits: &mut u128) -> Option<&'t str> {
    for (shorthand, ranges) in [
        (r"\w", &[('0', '9'), ('A', 'Z'), ('a', 'z'), ('_', '_')][..]),
        (r"\d", &[('0', '9')]),
        (r"\p{L}", &[('A', 'Z'), ('a', 'z')]),
        (r"\p{N}", &[('0', '9')]),
        (r"\p{Z}", &[(' ', ' ')]),
    ] {
        if let Some(rest) = text.strip_prefix(shorthand) {
            for (first, last) in ranges {
                add(bits, u32::from(*first), u32::from(*last));
            }
            return Some(rest);
        }
    }
    let (first, rest) = take_character(text)?;
    match rest.strip_prefix('-').filter(|after| !after.is_empty() && !after.starts_with(r"\w")) {
        Some(after) => {
            let (last, rest) = take_character(after)?;
            add(bits, first, last);
            Some(rest)
        }
        None => {
            add(bits, first, first);
            Some(rest)
        }
    }
}

fn take_character(text: &str) -> Option<(u32, &str)> {
    if let Some(rest) = text.strip_prefix(r"\u") {
        let digits = code_point_digits(rest);
        return Some((u32::from_str_radix(&rest[..digits], 16).ok()?, &rest[digits..]));
    }
    let literal = text.strip_prefix('\\').unwrap_or(text);
    let c = literal.chars().next()?;
    if text.starts_with('\\') && c.is_ascii_alphanumeric() {
        return None;
    }
    Some((u32::from(c), &literal[c.len_utf8()..]))
}

fn add(bits: &mut u128, first: u32, last: u32) {
    for character in first..=last.min(127) {
        *bits |= 1 << character;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn members(source: &str) -> String {
        let (bits, _) = ascii_class(source).unwrap();
        (0u8..128).filter(|c| bits >> c & 1 == 1).map(char::from).collect()
    }

    #[test]
    fn classes_become_sets() {
        let word = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
        assert_eq!(members(r"[\w]+"), word);
        assert_eq!(members(r"[+=,.@-]*"), "+,-.=@");
        assert_eq!(members(r"[\u0020-\u007E]+"), (' '..='~').collect::<String>());
        assert_eq!(members(r"[ -~]+").len(), 95);
        assert_eq!(members("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+").len(), 71);
        assert!(ascii_class(r"[\w]*").unwrap().1);
        for other in ["abc", "[a]{2}", "[^a]+", r"\d{12}", "([a]+)/", "[a]+[b]+"] {
            assert_eq!(ascii_class(other), None, "{other}");
        }
    }

    #[test]
    fn javas_escapes_are_translated() {
        assert_eq!(translate(r"[\w+=,.@-]+"), "[0-9A-Za-z_+=,.@-]+");
        assert_eq!(translate(r"\d{12}"), "[0-9]{12}");
        assert_eq!(
            translate(r"(\u002F)|(\u002F[\u0021-\u007E]+)"),
            r"(\x{002F})|(\x{002F}[\x{0021}-\x{007E}]+)"
        );
        assert_eq!(translate(r"[\u10000-\u10FFFF]"), r"[\x{10000}-\x{10FFFF}]");
        assert_eq!(translate(r"[\s\S]*"), r"[ \t\n\x0B\x0C\r[^ \t\n\x0B\x0C\r]]*");
    }
}
