//! Descriptions of the shapes that travel between client and service.
//!
//! The API model of a service (botocore's `service-2.json`) is turned by `host/codegen` into typed structs, each with
//! a constant [`Shape`] that says how it looks on the wire: names, order, constraints, naming of list and map entries.
//! One hand-written codec per protocol walks these descriptions, so that formats and shapes add instead of
//! multiplying. A codec implements [`Source`] to be read from and [`Sink`] to be written to; every typed value
//! implements [`Value`] and knows nothing of formats.

mod constraint;
#[macro_use]
pub mod define;
mod pattern;
mod reading;
mod sink;
mod source;
mod timestamp;
mod value;

pub use constraint::{Length, Range};
pub use pattern::{AsciiSet, Pattern};
pub use reading::{Malformed, Reading, ViolationStyle, Violations};
pub use sink::Sink;
pub use source::Source;
pub use timestamp::{Iso8601, Timestamp, TimestampFormat};
pub use value::{Blob, Enumeration, Structure, UNIT, Value};

/// The description of one shape of a service model.
#[derive(Debug)]
pub struct Shape {
    /// The shape's name in the model, for example `CreateUserRequest`.
    pub name: &'static str,
    /// What kind of shape it is, with what only that kind has.
    pub kind: Kind,
    /// True if values of the shape are secrets: they are never quoted in messages or logs.
    pub sensitive: bool,
}

/// The kinds of shape that a model knows.
#[derive(Debug)]
pub enum Kind {
    /// Named members in the order of the model.
    Structure(&'static [Member]),
    /// A list of values of one shape.
    List(ListShape),
    /// A map from strings to values of one shape.
    Map(MapShape),
    /// Text.
    String {
        /// The permitted length in UTF-16 code units.
        length: Length,
        /// The regular expression that the whole text must match.
        pattern: Option<&'static Pattern>,
    },
    /// Text out of a closed set.
    Enum {
        /// The permitted values in the order of the model.
        values: &'static [&'static str],
    },
    /// A 32-bit or 64-bit whole number.
    Integer(Range),
    /// A double-precision number.
    Double,
    /// True or false.
    Boolean,
    /// An instant.
    Timestamp,
    /// Bytes, with the permitted length in bytes.
    Blob(Length),
}

/// A member of a structure.
#[derive(Debug)]
pub struct Member {
    /// The member's name in the model and, unless the model says otherwise, on the wire.
    pub name: &'static str,
    /// The name on the wire (the model's `locationName`).
    pub wire_name: &'static str,
    /// The shape of the member's value.
    pub shape: &'static Shape,
    /// True if a request without it is refused.
    pub required: bool,
}

/// How a list looks.
#[derive(Debug)]
pub struct ListShape {
    /// The shape of the elements.
    pub element: &'static Shape,
    /// The name of one element on the wire; `member` unless the model says otherwise.
    pub element_name: &'static str,
    /// True if the elements stand directly in the parent, without an element around them.
    pub flattened: bool,
    /// The permitted number of elements.
    pub length: Length,
}

/// How a map looks.
#[derive(Debug)]
pub struct MapShape {
    /// The shape of the keys: a string or an enumeration.
    pub key: &'static Shape,
    /// The shape of the values.
    pub value: &'static Shape,
    /// The name of the key on the wire; `key` unless the model says otherwise.
    pub key_name: &'static str,
    /// The name of the value on the wire; `value` unless the model says otherwise.
    pub value_name: &'static str,
    /// True if the entries stand directly in the parent.
    pub flattened: bool,
    /// The permitted number of entries.
    pub length: Length,
}
