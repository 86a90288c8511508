//! The macros in which generated shapes are written.

/// Defines a structure of a model: the type, its description, and how it is read and written.
///
/// ```
/// use awsim_plugin::shape::{Kind, Length, Shape};
/// use awsim_plugin::structure;
///
/// /// `nameType`.
/// pub static NAME: Shape =
///     Shape { name: "nameType", kind: Kind::String { length: Length::new(Some(1), Some(64)), pattern: None }, sensitive: false };
///
/// structure! {
///     /// `Greeting`.
///     pub struct Greeting: GREETING {
///         /// `Name`.
///         name: required String = "Name" as "Name" of NAME,
///         /// `Note`.
///         note: optional String = "Note" as "Note" of NAME,
///     }
/// }
///
/// let greeting = Greeting { name: "bob".into(), note: None };
/// assert_eq!(greeting, Greeting { name: "bob".into(), ..Default::default() });
/// ```
#[macro_export]
macro_rules! structure {
    (
        $(#[$doc:meta])*
        pub struct $type:ident: $shape:ident {
            $(
                $(#[$member_doc:meta])*
                $field:ident: $presence:ident $value:ty = $name:literal as $wire:literal of $member_shape:path,
            )*
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $type {
            $(
                $(#[$member_doc])*
                pub $field: $crate::structure!(@type $presence $value),
            )*
        }

        #[doc = concat!("The description of [`", stringify!($type), "`].")]
        pub static $shape: $crate::shape::Shape = $crate::shape::Shape {
            name: stringify!($type),
            kind: $crate::shape::Kind::Structure(&[
                $(
                    $crate::shape::Member {
                        name: $name,
                        wire_name: $wire,
                        shape: &$member_shape,
                        required: $crate::structure!(@required $presence),
                    },
                )*
            ]),
            sensitive: false,
        };

        impl $crate::shape::Value for $type {
            #[allow(unused_variables, unused_assignments, unused_mut, reason = "a structure may have no members")]
            fn read(
                source: &dyn $crate::shape::Source,
                shape: &'static $crate::shape::Shape,
                reading: &mut $crate::shape::Reading,
            ) -> Self {
                if !$crate::shape::define::is_structure(source, reading) {
                    return Self::default();
                }
                let mut members = $crate::shape::define::members(&$shape);
                Self {
                    $(
                        $field: match members.next() {
                            Some(member) => $crate::structure!(@read $presence source member reading),
                            None => Default::default(),
                        },
                    )*
                }
            }

            #[allow(unused_variables, unused_assignments, unused_mut, reason = "a structure may have no members")]
            fn write(&self, shape: &'static $crate::shape::Shape, sink: &mut dyn $crate::shape::Sink) {
                sink.structure_start(&$shape);
                let mut members = $crate::shape::define::members(&$shape);
                $(
                    if let Some(member) = members.next() {
                        $crate::structure!(@write $presence self.$field, member, sink);
                    }
                )*
                sink.structure_end();
            }

            fn placeholder() -> Self {
                Self::default()
            }
        }

        impl $crate::shape::Structure for $type {
            fn shape() -> &'static $crate::shape::Shape {
                &$shape
            }
        }
    };

    (@type required $value:ty) => { $value };
    (@type optional $value:ty) => { Option<$value> };
    (@required required) => { true };
    (@required optional) => { false };
    (@read required $source:ident $member:ident $reading:ident) => {
        $crate::shape::define::required($source, $member, $reading)
    };
    (@read optional $source:ident $member:ident $reading:ident) => {
        $crate::shape::define::optional($source, $member, $reading)
    };
    (@write required $field:expr, $member:ident, $sink:ident) => {
        $crate::shape::define::write($sink, $member, &$field);
    };
    (@write optional $field:expr, $member:ident, $sink:ident) => {
        if let Some(value) = &$field {
            $crate::shape::define::write($sink, $member, value);
        }
    };
}

/// Defines an enumeration of a model: the type, its description, and how it is read and written.
#[macro_export]
macro_rules! enumeration {
    (
        $(#[$doc:meta])*
        pub enum $type:ident: $shape:ident = $shape_name:literal {
            $first:ident = $first_text:literal,
            $($variant:ident = $text:literal,)*
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $type {
            #[doc = concat!("`", $first_text, "`")]
            #[default]
            $first,
            $(
                #[doc = concat!("`", $text, "`")]
                $variant,
            )*
        }

        #[doc = concat!("The description of [`", stringify!($type), "`].")]
        pub static $shape: $crate::shape::Shape = $crate::shape::Shape {
            name: $shape_name,
            kind: $crate::shape::Kind::Enum { values: &[$first_text, $($text,)*] },
            sensitive: false,
        };

        impl $type {
            /// The value's text on the wire.
            pub fn as_str(&self) -> &'static str {
                match self {
                    Self::$first => $first_text,
                    $(Self::$variant => $text,)*
                }
            }
        }

        impl $crate::shape::Enumeration for $type {
            fn as_str(&self) -> &'static str {
                $type::as_str(self)
            }

            fn from_text(text: &str) -> Option<Self> {
                match text {
                    $first_text => Some(Self::$first),
                    $($text => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }

        impl $crate::shape::Value for $type {
            fn read(
                source: &dyn $crate::shape::Source,
                shape: &'static $crate::shape::Shape,
                reading: &mut $crate::shape::Reading,
            ) -> Self {
                $crate::shape::define::enumeration(source, shape, reading, Self::default())
            }

            fn write(&self, _shape: &'static $crate::shape::Shape, sink: &mut dyn $crate::shape::Sink) {
                sink.string(self.as_str());
            }

            fn placeholder() -> Self {
                Self::default()
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl ::serde::Serialize for $type {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $type {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <String as ::serde::Deserialize>::deserialize(deserializer)?;
                <Self as $crate::shape::Enumeration>::from_text(&text)
                    .ok_or_else(|| ::serde::de::Error::unknown_variant(&text, &[]))
            }
        }
    };
}

use super::{Enumeration, Kind, Member, Reading, Shape, Sink, Source, Value, value};

/// The members of a structure shape, in order.
#[doc(hidden)]
pub fn members(shape: &'static Shape) -> std::slice::Iter<'static, Member> {
    match &shape.kind {
        Kind::Structure(members) => members.iter(),
        _ => [].iter(),
    }
}

/// Whether the source can be a structure; notes it if not.
#[doc(hidden)]
pub fn is_structure(source: &dyn Source, reading: &mut Reading) -> bool {
    let structure = source.structure().map(|()| true);
    reading.accept(structure, || false)
}

/// Reads a required member.
#[doc(hidden)]
pub fn required<T: Value>(source: &dyn Source, member: &'static Member, reading: &mut Reading) -> T {
    value::read_required(source, member, reading)
}

/// Reads an optional member.
#[doc(hidden)]
pub fn optional<T: Value>(source: &dyn Source, member: &'static Member, reading: &mut Reading) -> Option<T> {
    value::read_optional(source, member, reading)
}

/// Writes a member.
#[doc(hidden)]
pub fn write<T: Value>(sink: &mut dyn Sink, member: &'static Member, value: &T) {
    sink.member(member);
    value.write(member.shape, sink);
}

/// Reads an enumeration.
#[doc(hidden)]
pub fn enumeration<E: Enumeration>(
    source: &dyn Source,
    shape: &'static Shape,
    reading: &mut Reading,
    placeholder: E,
) -> E {
    value::read_enumeration(source, shape, reading, placeholder)
}
