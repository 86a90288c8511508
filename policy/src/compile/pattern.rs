//! Patterns as literals, wildcards and variables (IAM User Guide, "IAM policy elements: Variables and tags").

use super::pool::{Pool, Str};

/// A part of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Text(Str),
    Star,
    One,
    /// Index of a variable.
    Variable(u32),
    /// As the above, in one of the first five parts of an ARN: nothing there can match a colon.
    StarWithin,
    OneWithin,
    VariableWithin(u32),
}

/// A policy variable.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Variable {
    /// Index of its condition key.
    pub(crate) key: u32,
    /// What stands for it when the request has no value.
    pub(crate) default: Option<Str>,
}

/// What is special in a pattern.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Syntax {
    /// Whether `*` and `?` are wildcards.
    pub(crate) wildcards: bool,
    /// Whether `${…}` is a variable: from version 2012-10-17 of the language on.
    pub(crate) variables: bool,
}

/// A lexical piece of a pattern as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Token<'p> {
    Text(&'p str),
    Star,
    One,
    Variable { key: &'p str, default: Option<&'p str> },
}

impl Syntax {
    /// The tokens of a pattern.
    pub(crate) fn tokens(self, pattern: &str) -> impl Iterator<Item = Token<'_>> {
        let mut rest = pattern;
        std::iter::from_fn(move || {
            let first = *rest.as_bytes().first()?;
            let (token, len) = match first {
                b'*' if self.wildcards => (Token::Star, 1),
                b'?' if self.wildcards => (Token::One, 1),
                b'$' if self.variables => variable(rest).unwrap_or((Token::Text(&rest[..1]), 1)),
                _ => {
                    let special = |byte: u8| match byte {
                        b'*' | b'?' => self.wildcards,
                        b'$' => self.variables,
                        _ => false,
                    };
                    let len = rest.bytes().position(special).unwrap_or(rest.len());
                    (Token::Text(&rest[..len]), len)
                }
            };
            rest = &rest[len..];
            Some(token)
        })
    }

    /// Where the last part of an ARN pattern starts: after its fifth colon, those inside variables not counted. `None` when
    /// there are fewer.
    pub(crate) fn last_part_of_arn(self, pattern: &str) -> Option<usize> {
        let (mut at, mut colons) = (0, 0);
        while colons < 5 {
            at += match pattern.as_bytes().get(at)? {
                b':' => {
                    colons += 1;
                    1
                }
                b'$' if self.variables => variable(&pattern[at..]).map_or(1, |(_, len)| len),
                _ => 1,
            };
        }
        Some(at)
    }
}

/// Longest variable in bytes, default included. Without a bound, a text of nothing but openings would be searched to its end
/// from each of them.
const MAX_VARIABLE: usize = 2_048;

/// The variable at the start of `text` and its length; `None` when `$` is just a dollar sign.
fn variable(text: &str) -> Option<(Token<'_>, usize)> {
    let inside = text.strip_prefix("${")?;
    let inside = &inside[..inside.floor_char_boundary(MAX_VARIABLE)];
    // A default may hold a closing brace: it ends at its quote.
    let quoted = inside.find('\'').filter(|quote| inside.find('}').is_none_or(|brace| *quote < brace));
    let end = match quoted {
        Some(quote) => {
            let after = quote + 1;
            let close = after + inside[after..].find('\'')?;
            close + inside[close..].find('}')?
        }
        None => inside.find('}')?,
    };
    let len = 2 + end + 1;
    let body = &inside[..end];
    let token = match body {
        "*" | "?" | "$" => Token::Text(body),
        _ => match body.split_once(',') {
            None => Token::Variable { key: body.trim(), default: None },
            Some((key, default)) => {
                let default = default.trim();
                let default =
                    default.strip_prefix('\'').and_then(|text| text.strip_suffix('\'')).unwrap_or(default);
                Token::Variable { key: key.trim(), default: Some(default) }
            }
        },
    };
    Some((token, len))
}

/// Appends text to parts, growing the last one when the text follows it without a gap.
pub(crate) fn push_text(pool: &mut Pool<'_>, parts: &mut Vec<Part>, first: usize, text: &str) {
    let added = pool.add(text);
    if let Some(Part::Text(last)) = parts.get_mut(first..).and_then(<[Part]>::last_mut)
        && let Some(both) = last.joined(added)
    {
        *last = both;
    } else {
        parts.push(Part::Text(added));
    }
}
