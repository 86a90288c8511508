//! A JSON reader that remembers where everything stands.
//!
//! It is stricter than RFC 8259 allows a reader to be: duplicate names, numbers no machine number can hold, deep
//! nesting and oversized texts are errors, because a policy that two readers understand differently is a hole.

mod reader;
mod strings;

use std::borrow::Cow;

use super::ast::Text;
use super::span::Span;
use reader::Reader;

/// Longest text the reader takes, in bytes: eight times the most that IAM's API accepts for a document (131,072).
pub const MAX_TEXT_BYTES: usize = 1 << 20;

/// Deepest nesting of objects and arrays; a condition value, the deepest place of a policy, stands at 6.
pub const MAX_DEPTH: usize = 32;

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
pub(in crate::document) struct Node<'t> {
    /// From the first to one past the last character of the value.
    pub span: Span,
    /// The value.
    pub value: Value<'t>,
}

/// A JSON value; strings without escapes and numbers borrow from the text.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::document) enum Value<'t> {
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
pub(in crate::document) struct Member<'t> {
    /// The name; its span includes the quotes.
    pub name: Text<'t>,
    /// The value.
    pub value: Node<'t>,
}

/// Reads one JSON value that fills the whole text.
pub(in crate::document) fn read(text: &str) -> Result<Node<'_>, JsonError> {
    if text.len() > MAX_TEXT_BYTES {
        return Err(JsonError { kind: JsonErrorKind::TooLong, span: Span::new(0, text.len()) });
    }
    let mut reader = Reader::new(text);
    reader.skip_space();
    let node = reader.value()?;
    reader.skip_space();
    if reader.at < text.len() {
        return Err(JsonError { kind: JsonErrorKind::Trailing, span: Span::new(reader.at, text.len()) });
    }
    Ok(node)
}
