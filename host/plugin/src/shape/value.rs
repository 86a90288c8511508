//! Typed values: how each reads itself from a [`Source`] with constraint checks, and writes itself to a [`Sink`].

use std::collections::BTreeMap;

use super::{Kind, Member, Reading, Shape, Sink, Source, Timestamp};

/// A value of some shape of a model.
pub trait Value: Sized {
    /// Reads a value of `shape`, noting violated constraints in `reading`. The value of a request with anything noted
    /// is never used: it only stands in until everything wrong with the request is known.
    fn read(source: &dyn Source, shape: &'static Shape, reading: &mut Reading) -> Self;

    /// Writes the value, which has `shape`.
    fn write(&self, shape: &'static Shape, sink: &mut dyn Sink);

    /// What stands in for a required value that is missing, until the request is refused.
    fn placeholder() -> Self;
}

/// A structure of a model; implemented by [`structure!`](crate::structure).
pub trait Structure: Value + Send + Sync + 'static {
    /// The structure's description.
    fn shape() -> &'static Shape;
}

/// An enumeration of a model; implemented by [`enumeration!`](crate::enumeration).
pub trait Enumeration: Sized {
    /// The value's text on the wire.
    fn as_str(&self) -> &'static str;
    /// The value with this text.
    fn from_text(text: &str) -> Option<Self>;
}

/// Bytes of a model's `blob` shape.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Blob(pub Vec<u8>);

/// Reads a required member, noting its absence.
pub(crate) fn read_required<T: Value>(
    source: &dyn Source,
    member: &'static Member,
    reading: &mut Reading,
) -> T {
    match read_optional(source, member, reading) {
        Some(value) => value,
        None => {
            reading.missing(member);
            T::placeholder()
        }
    }
}

/// Reads a member that may be absent.
pub(crate) fn read_optional<T: Value>(
    source: &dyn Source,
    member: &'static Member,
    reading: &mut Reading,
) -> Option<T> {
    let mut value = None;
    source.member(member, &mut |child| {
        value = Some(reading.in_member(member, |reading| T::read(child, member.shape, reading)));
    });
    value
}

impl Value for String {
    fn read(source: &dyn Source, shape: &'static Shape, reading: &mut Reading) -> Self {
        let text = reading.accept(source.string().map(std::borrow::Cow::into_owned), String::new);
        check_text(&text, shape, reading);
        text
    }

    fn write(&self, _shape: &'static Shape, sink: &mut dyn Sink) {
        sink.string(self);
    }

    fn placeholder() -> Self {
        Self::new()
    }
}

/// Checks the length, pattern and set of values that a string shape may have.
fn check_text(text: &str, shape: &'static Shape, reading: &mut Reading) {
    match &shape.kind {
        Kind::String { length, pattern } => {
            if let Some(rule) = length.violation(utf16_length(text)) {
                reading.violation(shape, &text, &rule);
            }
            if let Some(pattern) = pattern
                && !pattern.matches(text)
            {
                let rule = format!("Member must satisfy regular expression pattern: {}", pattern.source());
                reading.violation(shape, &text, &rule);
            }
        }
        Kind::Enum { values } if !values.contains(&text) => violates_enum(text, shape, values, reading),
        _ => {}
    }
}

fn violates_enum(text: &str, shape: &'static Shape, values: &[&str], reading: &mut Reading) {
    let mut rule = "Member must satisfy enum value set".to_owned();
    if reading.style().quotes_values {
        rule.push_str(&format!(": [{}]", values.join(", ")));
    }
    reading.violation(shape, &text, &rule);
}

/// AWS counts lengths as Java does, in UTF-16 code units.
fn utf16_length(text: &str) -> u64 {
    if text.is_ascii() { text.len() as u64 } else { text.encode_utf16().count() as u64 }
}

/// Reads an enumeration: text outside the set is a violation.
pub(crate) fn read_enumeration<E: Enumeration>(
    source: &dyn Source,
    shape: &'static Shape,
    reading: &mut Reading,
    placeholder: E,
) -> E {
    let text = match source.string() {
        Ok(text) => text,
        Err(malformed) => return reading.accept(Err(malformed), || placeholder),
    };
    match E::from_text(&text) {
        Some(value) => value,
        None => {
            if let Kind::Enum { values } = &shape.kind {
                violates_enum(&text, shape, values, reading);
            }
            placeholder
        }
    }
}

impl Value for bool {
    fn read(source: &dyn Source, _shape: &'static Shape, reading: &mut Reading) -> Self {
        reading.accept(source.boolean(), || false)
    }

    fn write(&self, _shape: &'static Shape, sink: &mut dyn Sink) {
        sink.boolean(*self);
    }

    fn placeholder() -> Self {
        false
    }
}

impl Value for i64 {
    fn read(source: &dyn Source, shape: &'static Shape, reading: &mut Reading) -> Self {
        let number = reading.accept(source.integer(), || 0);
        if let Kind::Integer(range) = &shape.kind
            && let Some(rule) = range.violation(number)
        {
            reading.violation(shape, &number, &rule);
        }
        number
    }

    fn write(&self, _shape: &'static Shape, sink: &mut dyn Sink) {
        sink.integer(*self);
    }

    fn placeholder() -> Self {
        0
    }
}

impl Value for i32 {
    fn read(source: &dyn Source, shape: &'static Shape, reading: &mut Reading) -> Self {
        let number = i64::read(source, shape, reading);
        let narrow = i32::try_from(number)
            .map_err(|_| super::Malformed::new(format!("{number} does not fit into 32 bits")));
        reading.accept(narrow, || 0)
    }

    fn write(&self, _shape: &'static Shape, sink: &mut dyn Sink) {
        sink.integer(i64::from(*self));
    }

    fn placeholder() -> Self {
        0
    }
}

impl Value for f64 {
    fn read(source: &dyn Source, _shape: &'static Shape, reading: &mut Reading) -> Self {
        reading.accept(source.double(), || 0.0)
    }

    fn write(&self, _shape: &'static Shape, sink: &mut dyn Sink) {
        sink.double(*self);
    }

    fn placeholder() -> Self {
        0.0
    }
}

impl Value for Timestamp {
    fn read(source: &dyn Source, _shape: &'static Shape, reading: &mut Reading) -> Self {
        reading.accept(source.timestamp(), Timestamp::default)
    }

    fn write(&self, _shape: &'static Shape, sink: &mut dyn Sink) {
        sink.timestamp(*self);
    }

    fn placeholder() -> Self {
        Self::default()
    }
}

impl Value for Blob {
    fn read(source: &dyn Source, shape: &'static Shape, reading: &mut Reading) -> Self {
        let bytes = reading.accept(source.blob(), Vec::new);
        if let Kind::Blob(length) = &shape.kind
            && let Some(rule) = length.violation(bytes.len() as u64)
        {
            reading.violation(shape, &"java.nio.HeapByteBuffer", &rule);
        }
        Blob(bytes)
    }

    fn write(&self, _shape: &'static Shape, sink: &mut dyn Sink) {
        sink.blob(&self.0);
    }

    fn placeholder() -> Self {
        Self::default()
    }
}

impl<T: Value> Value for Vec<T> {
    fn read(source: &dyn Source, shape: &'static Shape, reading: &mut Reading) -> Self {
        let Kind::List(list) = &shape.kind else { return Vec::new() };
        let mut elements = Vec::new();
        let read = source.elements(list, &mut |child| {
            let index = elements.len() + 1;
            elements.push(reading.in_element(index, |reading| T::read(child, list.element, reading)));
        });
        reading.accept(read, || ());
        if let Some(rule) = list.length.violation(elements.len() as u64) {
            reading.violation(shape, &format_args!("[{} elements]", elements.len()), &rule);
        }
        elements
    }

    fn write(&self, shape: &'static Shape, sink: &mut dyn Sink) {
        let Kind::List(list) = &shape.kind else { return };
        sink.list_start(list, self.len());
        for element in self {
            sink.element();
            element.write(list.element, sink);
        }
        sink.list_end();
    }

    fn placeholder() -> Self {
        Vec::new()
    }
}

impl<T: Value> Value for BTreeMap<String, T> {
    fn read(source: &dyn Source, shape: &'static Shape, reading: &mut Reading) -> Self {
        let Kind::Map(map) = &shape.kind else { return BTreeMap::new() };
        let mut entries = BTreeMap::new();
        let read = source.entries(map, &mut |key, child| {
            let value = reading.in_entry(key, |reading| {
                check_text(key, map.key, reading);
                T::read(child, map.value, reading)
            });
            entries.insert(key.to_owned(), value);
        });
        reading.accept(read, || ());
        if let Some(rule) = map.length.violation(entries.len() as u64) {
            reading.violation(shape, &format_args!("[{} entries]", entries.len()), &rule);
        }
        entries
    }

    fn write(&self, shape: &'static Shape, sink: &mut dyn Sink) {
        let Kind::Map(map) = &shape.kind else { return };
        sink.map_start(map, self.len());
        for (key, value) in self {
            sink.entry(key);
            value.write(map.value, sink);
            sink.entry_end();
        }
        sink.map_end();
    }

    fn placeholder() -> Self {
        BTreeMap::new()
    }
}

/// The input or output of an operation that has none.
impl Value for () {
    fn read(_source: &dyn Source, _shape: &'static Shape, _reading: &mut Reading) -> Self {}

    fn write(&self, shape: &'static Shape, sink: &mut dyn Sink) {
        sink.structure_start(shape);
        sink.structure_end();
    }

    fn placeholder() -> Self {}
}

impl Structure for () {
    fn shape() -> &'static Shape {
        &UNIT
    }
}

/// The description of an input or output that an operation does not have.
pub static UNIT: Shape = Shape { name: "Unit", kind: Kind::Structure(&[]), sensitive: false };

impl<T: Value> Value for Box<T> {
    fn read(source: &dyn Source, shape: &'static Shape, reading: &mut Reading) -> Self {
        Box::new(T::read(source, shape, reading))
    }

    fn write(&self, shape: &'static Shape, sink: &mut dyn Sink) {
        T::write(self, shape, sink);
    }

    fn placeholder() -> Self {
        Box::new(T::placeholder())
    }
}
