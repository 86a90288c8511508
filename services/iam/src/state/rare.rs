//! Parts of a record that most records do not have.

use std::ops::{Deref, DerefMut};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A value that is mostly empty: it takes one pointer until it is not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rare<T>(Option<Box<T>>);

/// A type with an empty value.
pub trait Vacant: Default + PartialEq + 'static {
    /// The empty value.
    fn vacant() -> &'static Self;
}

impl<T: Vacant> Rare<T> {
    /// Whether it is empty; for `skip_serializing_if`.
    pub fn is_vacant(&self) -> bool {
        **self == *T::vacant()
    }
}

impl<T: Vacant> Deref for Rare<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.as_deref().unwrap_or_else(|| T::vacant())
    }
}

impl<T: Vacant> DerefMut for Rare<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.0.get_or_insert_default()
    }
}

impl<T: Vacant> From<T> for Rare<T> {
    fn from(value: T) -> Self {
        if value == *T::vacant() { Self(None) } else { Self(Some(Box::new(value))) }
    }
}

impl<T: Vacant + Serialize> Serialize for Rare<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}

impl<'de, T: Vacant + Deserialize<'de>> Deserialize<'de> for Rare<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Self::from)
    }
}
