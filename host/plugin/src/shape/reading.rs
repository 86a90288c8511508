//! What is found out while a request is read: violated constraints, and text that is no value at all.

use std::fmt::Write as _;

use super::{Member, Shape};
use crate::error::ServiceError;

/// Text on the wire that cannot be turned into the value that the model wants there.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{reason}")]
pub struct Malformed {
    /// What is wrong, for the message.
    pub reason: String,
}

impl Malformed {
    /// With a reason for the message.
    pub fn new(reason: impl Into<String>) -> Self {
        Self { reason: reason.into() }
    }
}

/// The most violations that one message lists; the count in it is exact all the same.
const LISTED: usize = 50;

/// The constraints that one request violates, in the order of the model.
#[derive(Debug, Default)]
pub struct Violations {
    count: usize,
    text: String,
}

impl Violations {
    fn push(&mut self, value: &str, at: &str, rule: &str) {
        self.count += 1;
        if self.count <= LISTED {
            if self.count > 1 {
                self.text.push_str("; ");
            }
            // Writing to a String cannot fail.
            let _ = write!(self.text, "Value{value} at '{at}' failed to satisfy constraint: {rule}");
        }
    }

    /// Whether no constraint is violated.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// One message for all of them, as AWS writes it.
    pub fn message(&self) -> String {
        let plural = if self.count == 1 { "" } else { "s" };
        format!("{} validation error{plural} detected: {}", self.count, self.text)
    }
}

/// The state of reading one request: where we are, and what was found.
#[derive(Debug, Default)]
pub struct Reading {
    path: Vec<Segment>,
    violations: Violations,
    malformed: Option<Malformed>,
    style: ViolationStyle,
}

/// How a service words its violations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ViolationStyle {
    /// Whether the offending value is quoted (`Value 'x' at …`), as STS does, or not (`Value at …`), as IAM does.
    pub quotes_values: bool,
}

#[derive(Debug)]
enum Segment {
    Member(&'static str),
    Index(usize),
    Key(String),
}

impl Reading {
    /// Starts reading a request of a service with the given style.
    pub fn new(style: ViolationStyle) -> Self {
        Self { style, ..Self::default() }
    }

    /// Ends reading.
    ///
    /// # Errors
    /// `MalformedInput` (400) if a value could not be read at all, otherwise `ValidationError` (400) with all
    /// violations.
    pub fn finish(self) -> Result<(), ServiceError> {
        if let Some(malformed) = self.malformed {
            return Err(ServiceError::sender("MalformedInput", 400, malformed.reason));
        }
        if !self.violations.is_empty() {
            return Err(ServiceError::sender("ValidationError", 400, self.violations.message()));
        }
        Ok(())
    }

    pub(crate) fn in_member<T>(&mut self, member: &'static Member, read: impl FnOnce(&mut Self) -> T) -> T {
        self.within(Segment::Member(member.name), read)
    }

    pub(crate) fn in_element<T>(&mut self, index: usize, read: impl FnOnce(&mut Self) -> T) -> T {
        self.within(Segment::Index(index), read)
    }

    pub(crate) fn in_entry<T>(&mut self, key: &str, read: impl FnOnce(&mut Self) -> T) -> T {
        self.within(Segment::Key(key.to_owned()), read)
    }

    fn within<T>(&mut self, segment: Segment, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(segment);
        let value = read(self);
        self.path.pop();
        value
    }

    /// Notes that a required member is missing.
    pub(crate) fn missing(&mut self, member: &'static Member) {
        self.path.push(Segment::Member(member.name));
        let value = if self.style.quotes_values { " null" } else { "" };
        self.violations.push(value, &self.location(), "Member must not be null");
        self.path.pop();
    }

    /// Notes a violated constraint of `value`, which has the given shape.
    pub(crate) fn violation(&mut self, shape: &'static Shape, value: &dyn std::fmt::Display, rule: &str) {
        let quoted = if self.style.quotes_values && !shape.sensitive {
            format!(" '{}'", Excerpt(value))
        } else {
            String::new()
        };
        self.violations.push(&quoted, &self.location(), rule);
    }

    /// How the service words its violations.
    pub(crate) fn style(&self) -> ViolationStyle {
        self.style
    }

    /// Takes the value, or notes what was malformed and gives the placeholder.
    pub(crate) fn accept<T>(&mut self, value: Result<T, Malformed>, placeholder: impl FnOnce() -> T) -> T {
        match value {
            Ok(value) => value,
            Err(malformed) => {
                self.malformed.get_or_insert(malformed);
                placeholder()
            }
        }
    }

    /// The path to the value being read, as AWS names it: `tags.1.member.key`.
    fn location(&self) -> String {
        let mut text = String::new();
        for segment in &self.path {
            if !text.is_empty() {
                text.push('.');
            }
            match segment {
                Segment::Member(name) => push_lower_camel(&mut text, name),
                Segment::Index(index) => {
                    let _ = write!(text, "{index}.member");
                }
                Segment::Key(key) => text.push_str(key),
            }
        }
        text
    }
}

/// Names in messages begin with a small letter, acronyms included: `SAMLProviderArn` is `sAMLProviderArn`.
fn push_lower_camel(text: &mut String, name: &str) {
    let mut chars = name.chars();
    if let Some(first) = chars.next() {
        text.extend(first.to_lowercase());
    }
    text.push_str(chars.as_str());
}

/// A value in a message, cut where quoting it whole would only repeat the request.
struct Excerpt<'a>(&'a dyn std::fmt::Display);

impl std::fmt::Display for Excerpt<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        const LONGEST: usize = 1024;
        let text = self.0.to_string();
        match text.char_indices().nth(LONGEST) {
            Some((end, _)) => write!(f, "{}...", &text[..end]),
            None => f.write_str(&text),
        }
    }
}
