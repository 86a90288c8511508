//! Descriptions of strings, numbers, lists and maps.
// Written by `cargo codegen` from the API model; do not edit.

#[allow(unused_imports, reason = "which of them are used depends on the model")]
use awsim_plugin::shape::{AsciiSet, Kind, Length, ListShape, MapShape, Pattern, Range, Shape};

#[allow(unused_imports, reason = "which of them are used depends on the model")]
use super::{enums::*, structures::*};

/// `Bytes`.
pub static BYTES: Shape = Shape { name: "Bytes", kind: Kind::Blob(Length::ANY), sensitive: false };

/// `ChildMap`.
pub static CHILD_MAP: Shape = Shape {
    name: "ChildMap",
    kind: Kind::Map(MapShape {
        key: &COLOR,
        value: &SAMPLE,
        key_name: "key",
        value_name: "value",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `Children`.
pub static CHILDREN: Shape = Shape {
    name: "Children",
    kind: Kind::List(ListShape {
        element: &SAMPLE,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `Date`.
pub static DATE: Shape = Shape { name: "Date", kind: Kind::Timestamp, sensitive: false };

/// `Double`.
pub static DOUBLE: Shape = Shape { name: "Double", kind: Kind::Double, sensitive: false };

/// `Flag`.
pub static FLAG: Shape = Shape { name: "Flag", kind: Kind::Boolean, sensitive: false };

/// `Flat`.
pub static FLAT: Shape = Shape {
    name: "Flat",
    kind: Kind::List(ListShape {
        element: &TEXT,
        element_name: "member",
        flattened: true,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `FlatChildren`.
pub static FLAT_CHILDREN: Shape = Shape {
    name: "FlatChildren",
    kind: Kind::List(ListShape {
        element: &SAMPLE,
        element_name: "FlatChild",
        flattened: true,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `FlatMap`.
pub static FLAT_MAP: Shape = Shape {
    name: "FlatMap",
    kind: Kind::Map(MapShape {
        key: &TEXT,
        value: &TEXT,
        key_name: "Name",
        value_name: "Value",
        flattened: true,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `FlatNamed`.
pub static FLAT_NAMED: Shape = Shape {
    name: "FlatNamed",
    kind: Kind::List(ListShape {
        element: &TEXT,
        element_name: "Piece",
        flattened: true,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `Items`.
pub static ITEMS: Shape = Shape {
    name: "Items",
    kind: Kind::List(ListShape {
        element: &TEXT,
        element_name: "Item",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `Long`.
pub static LONG: Shape = Shape { name: "Long", kind: Kind::Integer(Range::ANY), sensitive: false };

/// `Map`.
pub static MAP: Shape = Shape {
    name: "Map",
    kind: Kind::Map(MapShape {
        key: &TEXT,
        value: &TEXTS,
        key_name: "key",
        value_name: "value",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `NamedMap`.
pub static NAMED_MAP: Shape = Shape {
    name: "NamedMap",
    kind: Kind::Map(MapShape {
        key: &TEXT,
        value: &NUMBER,
        key_name: "Name",
        value_name: "Value",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `Number`.
pub static NUMBER: Shape = Shape { name: "Number", kind: Kind::Integer(Range::ANY), sensitive: false };

/// `Text`.
pub static TEXT: Shape = Shape {
    name: "Text",
    kind: Kind::String { length: Length::new(None, Some(1000)), pattern: None },
    sensitive: false,
};

/// `Texts`.
pub static TEXTS: Shape = Shape {
    name: "Texts",
    kind: Kind::List(ListShape {
        element: &TEXT,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};
