//! Values, objects and arrays.

use std::collections::HashSet;

use super::{JsonError, JsonErrorKind, MAX_DEPTH, Member, Node, Value};
use crate::document::ast::Text;
use crate::document::span::Span;

/// Longest number in characters.
const MAX_NUMBER: usize = 64;

/// Objects with more members than this look for duplicate names through a hash set.
const FEW_MEMBERS: usize = 16;

/// A text and how far it is read.
pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
    pub(super) bytes: &'t [u8],
    pub(super) at: usize,
    depth: usize,
    /// The members of the objects that are being read, the innermost last: so each object is as long as it needs to be.
    members: Vec<Member<'t>>,
    /// Likewise the items of arrays.
    items: Vec<Node<'t>>,
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Reader { text, bytes: text.as_bytes(), at: 0, depth: 0, members: Vec::new(), items: Vec::new() }
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    pub(super) fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    pub(super) fn error(&self, kind: JsonErrorKind, start: usize) -> JsonError {
        JsonError { kind, span: Span::new(start, self.at.max(start)) }
    }

    /// The error for the character at the cursor, or for its absence.
    pub(super) fn unexpected(&self) -> JsonError {
        let kind =
            if self.at < self.bytes.len() { JsonErrorKind::Unexpected } else { JsonErrorKind::UnexpectedEnd };
        JsonError { kind, span: Span::new(self.at, (self.at + 1).min(self.bytes.len())) }
    }

    pub(super) fn value(&mut self) -> Result<Node<'t>, JsonError> {
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
        let first = self.members.len();
        let mut names: Option<HashSet<String>> = None;
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(Value::Object(Vec::new()));
        }
        loop {
            let start = self.at;
            if self.peek() != Some(b'"') {
                return Err(self.unexpected());
            }
            let name = Text { value: self.string()?, span: Span::new(start, self.at) };
            if is_duplicate(&self.members[first..], &mut names, &name.value) {
                return Err(JsonError { kind: JsonErrorKind::DuplicateName, span: name.span });
            }
            self.skip_space();
            if self.peek() != Some(b':') {
                return Err(self.unexpected());
            }
            self.at += 1;
            self.skip_space();
            let value = self.value()?;
            self.members.push(Member { name, value });
            if self.next_or_close(b'}')? {
                return Ok(Value::Object(self.members.split_off(first)));
            }
        }
    }

    fn array(&mut self) -> Result<Value<'t>, JsonError> {
        let first = self.items.len();
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(Value::Array(Vec::new()));
        }
        loop {
            let item = self.value()?;
            self.items.push(item);
            if self.next_or_close(b']')? {
                return Ok(Value::Array(self.items.split_off(first)));
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
}

/// Whether `name` is already among `members`; `names` is filled once there are many.
fn is_duplicate<'t>(members: &[Member<'t>], names: &mut Option<HashSet<String>>, name: &str) -> bool {
    if members.len() < FEW_MEMBERS {
        return members.iter().any(|member| member.name.value == name);
    }
    let known = || members.iter().map(|member| member.name.value.clone().into_owned()).collect();
    !names.get_or_insert_with(known).insert(name.to_owned())
}
