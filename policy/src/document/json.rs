//! A JSON reader that remembers where everything stands.
//!
//! It is stricter than RFC 8259 allows a reader to be: duplicate names, numbers no machine number can hold, deep
//! nesting and oversized texts are errors, because a policy that two readers understand differently is a hole.

use std::borrow::Cow;
use std::collections::HashSet;

use super::ast::Text;
use super::span::Span;

/// Longest text the reader takes, in bytes: eight times the most that IAM's API accepts for a document (131,072).
pub const MAX_TEXT_BYTES: usize = 1 << 20;

/// Deepest nesting of objects and arrays; a condition value, the deepest place of a policy, stands at 6.
pub const MAX_DEPTH: usize = 32;

/// Longest number in characters.
const MAX_NUMBER: usize = 64;

/// Objects with more members than this look for duplicate names through a hash set.
const FEW_MEMBERS: usize = 16;

/// The bytes that stand for themselves in a string.
const PLAIN: [bool; 256] = {
    let mut plain = [true; 256];
    let mut control = 0;
    while control < 0x20 {
        plain[control] = false;
        control += 1;
    }
    plain[b'"' as usize] = false;
    plain[b'\\' as usize] = false;
    plain
};

/// Why a text is not a JSON value that the reader takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum JsonErrorKind {
    /// Not UTF-8.
    #[error("the text is not UTF-8")]
    Utf8,
    /// Longer than [`MAX_TEXT_BYTES`].
    #[error("the text is longer than {MAX_TEXT_BYTES} bytes")]
    TooLong,
    /// Nested deeper than [`MAX_DEPTH`].
    #[error("nested deeper than {MAX_DEPTH} levels")]
    TooDeep,
    /// A character that cannot stand here.
    #[error("unexpected character")]
    Unexpected,
    /// The text ends inside a value.
    #[error("unexpected end of the text")]
    UnexpectedEnd,
    /// Something follows the value.
    #[error("unexpected text after the end of the value")]
    Trailing,
    /// An object has the same name twice.
    #[error("duplicate name in an object")]
    DuplicateName,
    /// A backslash sequence that JSON does not know, or half of a surrogate pair.
    #[error("bad escape sequence in a string")]
    BadEscape,
    /// A number that is too long or too large.
    #[error("number out of range")]
    NumberRange,
}

/// A [`JsonErrorKind`] and its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{kind}")]
pub struct JsonError {
    /// What is wrong.
    pub kind: JsonErrorKind,
    /// Where.
    pub span: Span,
}

/// A JSON value and its place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Node<'t> {
    /// From the first to one past the last character of the value.
    pub span: Span,
    /// The value.
    pub value: Value<'t>,
}

/// A JSON value; strings without escapes and numbers borrow from the text.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value<'t> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number as written.
    Number(&'t str),
    /// A string with its escapes resolved.
    String(Cow<'t, str>),
    /// An array.
    Array(Vec<Node<'t>>),
    /// An object in the order of the text.
    Object(Vec<Member<'t>>),
}

/// A name with its value in an object.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Member<'t> {
    /// The name; its span includes the quotes.
    pub name: Text<'t>,
    /// The value.
    pub value: Node<'t>,
}

/// Reads one JSON value that fills the whole text.
pub(super) fn read(text: &str) -> Result<Node<'_>, JsonError> {
    if text.len() > MAX_TEXT_BYTES {
        return Err(JsonError { kind: JsonErrorKind::TooLong, span: Span::new(0, text.len()) });
    }
    let mut reader = Reader { text, bytes: text.as_bytes(), at: 0, depth: 0 };
    reader.skip_space();
    let node = reader.value()?;
    reader.skip_space();
    if reader.at < text.len() {
        return Err(JsonError { kind: JsonErrorKind::Trailing, span: Span::new(reader.at, text.len()) });
    }
    Ok(node)
}

struct Reader<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    depth: usize,
}

impl<'t> Reader<'t> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn error(&self, kind: JsonErrorKind, start: usize) -> JsonError {
        JsonError { kind, span: Span::new(start, self.at.max(start)) }
    }

    /// The error for the character at the cursor, or for its absence.
    fn unexpected(&self) -> JsonError {
        let kind =
            if self.at < self.bytes.len() { JsonErrorKind::Unexpected } else { JsonErrorKind::UnexpectedEnd };
        JsonError { kind, span: Span::new(self.at, (self.at + 1).min(self.bytes.len())) }
    }

    fn value(&mut self) -> Result<Node<'t>, JsonError> {
        let start = self.at;
        let value = match self.peek() {
            Some(b'{') => self.nested(Self::object)?,
            Some(b'[') => self.nested(Self::array)?,
            Some(b'"') => Value::String(self.string()?),
            Some(b'-' | b'0'..=b'9') => Value::Number(self.number()?),
            Some(b't') => self.word("true", Value::Bool(true))?,
            Some(b'f') => self.word("false", Value::Bool(false))?,
            Some(b'n') => self.word("null", Value::Null)?,
            _ => return Err(self.unexpected()),
        };
        Ok(Node { span: Span::new(start, self.at), value })
    }

    fn nested(
        &mut self,
        read: fn(&mut Self) -> Result<Value<'t>, JsonError>,
    ) -> Result<Value<'t>, JsonError> {
        if self.depth == MAX_DEPTH {
            return Err(self.error(JsonErrorKind::TooDeep, self.at));
        }
        self.depth += 1;
        self.at += 1;
        self.skip_space();
        let value = read(self)?;
        self.depth -= 1;
        Ok(value)
    }

    fn object(&mut self) -> Result<Value<'t>, JsonError> {
        let mut members: Vec<Member<'t>> = Vec::new();
        let mut names: Option<HashSet<String>> = None;
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(Value::Object(members));
        }
        loop {
            let start = self.at;
            if self.peek() != Some(b'"') {
                return Err(self.unexpected());
            }
            let name = Text { value: self.string()?, span: Span::new(start, self.at) };
            if is_duplicate(&members, &mut names, &name.value) {
                return Err(JsonError { kind: JsonErrorKind::DuplicateName, span: name.span });
            }
            self.skip_space();
            if self.peek() != Some(b':') {
                return Err(self.unexpected());
            }
            self.at += 1;
            self.skip_space();
            let value = self.value()?;
            members.push(Member { name, value });
            if self.next_or_close(b'}')? {
                return Ok(Value::Object(members));
            }
        }
    }

    fn array(&mut self) -> Result<Value<'t>, JsonError> {
        let mut items = Vec::new();
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(Value::Array(items));
        }
        loop {
            items.push(self.value()?);
            if self.next_or_close(b']')? {
                return Ok(Value::Array(items));
            }
        }
    }

    /// After an element: true at the closing bracket, false after a comma.
    fn next_or_close(&mut self, close: u8) -> Result<bool, JsonError> {
        self.skip_space();
        match self.peek() {
            Some(byte) if byte == close => {
                self.at += 1;
                Ok(true)
            }
            Some(b',') => {
                self.at += 1;
                self.skip_space();
                Ok(false)
            }
            _ => Err(self.unexpected()),
        }
    }

    fn word(&mut self, word: &str, value: Value<'t>) -> Result<Value<'t>, JsonError> {
        if self.bytes[self.at..].starts_with(word.as_bytes()) {
            self.at += word.len();
            Ok(value)
        } else {
            Err(self.unexpected())
        }
    }

    fn digits(&mut self) -> Result<(), JsonError> {
        if !matches!(self.peek(), Some(b'0'..=b'9')) {
            return Err(self.unexpected());
        }
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        Ok(())
    }

    fn number(&mut self) -> Result<&'t str, JsonError> {
        let start = self.at;
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        if self.peek() == Some(b'0') {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            self.digits()?;
        }
        let number = &self.text[start..self.at];
        let finite = number.len() <= MAX_NUMBER && number.parse::<f64>().is_ok_and(f64::is_finite);
        if finite { Ok(number) } else { Err(self.error(JsonErrorKind::NumberRange, start)) }
    }

    fn string(&mut self) -> Result<Cow<'t, str>, JsonError> {
        self.at += 1;
        let start = self.at;
        self.skip_plain();
        match self.peek() {
            Some(b'"') => {
                let plain = &self.text[start..self.at];
                self.at += 1;
                Ok(Cow::Borrowed(plain))
            }
            Some(b'\\') => self.escaped_string(start).map(Cow::Owned),
            _ => Err(self.unexpected()),
        }
    }

    /// Goes to the next character of a string that means something: a quote, a backslash, or one that must not be there.
    fn skip_plain(&mut self) {
        let rest = &self.bytes[self.at..];
        let plain = rest.iter().position(|byte| !PLAIN[usize::from(*byte)]);
        self.at += plain.unwrap_or(rest.len());
    }

    /// The rest of a string from its first backslash on; `start` is the first character of the string.
    fn escaped_string(&mut self, start: usize) -> Result<String, JsonError> {
        let mut out = String::new();
        let mut plain = start;
        loop {
            self.skip_plain();
            match self.peek() {
                Some(b'"') => {
                    out.push_str(&self.text[plain..self.at]);
                    self.at += 1;
                    return Ok(out);
                }
                Some(b'\\') => {
                    out.push_str(&self.text[plain..self.at]);
                    out.push(self.escape()?);
                    plain = self.at;
                }
                _ => return Err(self.unexpected()),
            }
        }
    }

    fn escape(&mut self) -> Result<char, JsonError> {
        let start = self.at;
        self.at += 1;
        let Some(letter) = self.peek() else { return Err(self.unexpected()) };
        self.at += 1;
        Ok(match letter {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.unicode(start),
            _ => return Err(self.error(JsonErrorKind::BadEscape, start)),
        })
    }

    fn unicode(&mut self, start: usize) -> Result<char, JsonError> {
        let mut units = [self.hex4(start)?; 2];
        let mut count = 1;
        if (0xD800..0xDC00).contains(&units[0]) && self.bytes[self.at..].starts_with(b"\\u") {
            self.at += 2;
            units[1] = self.hex4(start)?;
            count = 2;
        }
        let mut decoded = char::decode_utf16(units[..count].iter().copied());
        match (decoded.next(), decoded.next()) {
            (Some(Ok(character)), None) => Ok(character),
            _ => Err(self.error(JsonErrorKind::BadEscape, start)),
        }
    }

    fn hex4(&mut self, start: usize) -> Result<u16, JsonError> {
        let digits = self.bytes.get(self.at..self.at + 4).unwrap_or_default();
        let mut unit = 0u16;
        if digits.len() < 4 {
            return Err(self.error(JsonErrorKind::BadEscape, start));
        }
        for digit in digits {
            let Some(value) = char::from(*digit).to_digit(16) else {
                return Err(self.error(JsonErrorKind::BadEscape, start));
            };
            unit = unit << 4 | value as u16;
        }
        self.at += 4;
        Ok(unit)
    }
}

/// Whether `name` is already among `members`; `names` is filled once there are many.
fn is_duplicate<'t>(members: &[Member<'t>], names: &mut Option<HashSet<String>>, name: &str) -> bool {
    if members.len() < FEW_MEMBERS {
        return members.iter().any(|member| member.name.value == name);
    }
    let known = || members.iter().map(|member| member.name.value.clone().into_owned()).collect();
    !names.get_or_insert_with(known).insert(name.to_owned())
}
