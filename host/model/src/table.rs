//! The entries of an object by their names, no more than there may be: of 472 models the largest has 5,000 shapes.

use std::fmt;
use std::marker::PhantomData;

use indexmap::IndexMap;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

/// The most entries of one object.
const MOST: usize = 20_000;

/// Reads an object.
///
/// # Errors
/// An error if it has too many entries, or two of one name.
pub(crate) fn read<'de, D, T>(deserializer: D) -> Result<IndexMap<String, T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    deserializer.deserialize_map(Table(PhantomData))
}

struct Table<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Table<T> {
    type Value = IndexMap<String, T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut table = IndexMap::new();
        while let Some((name, value)) = entries.next_entry::<String, T>()? {
            if table.len() == MOST {
                return Err(A::Error::custom(format!("an object has more than {MOST} entries")));
            }
            if table.contains_key(&name) {
                return Err(A::Error::custom(format!("{name} is there twice")));
            }
            table.insert(name, value);
        }
        Ok(table)
    }
}
