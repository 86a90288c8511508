//! A JSON text, parsed within limits.

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;

use awsim_plugin::error::ServiceError;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use crate::protocol::ProtocolLimits;

/// A JSON value. Texts borrow from the request where nothing in them is escaped.
#[derive(Clone, Debug, PartialEq)]
pub enum Json<'r> {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean(bool),
    /// A whole number that fits into 64 bits.
    Integer(i64),
    /// Any other number.
    Double(f64),
    /// A text.
    String(Cow<'r, str>),
    /// An array.
    Array(Vec<Json<'r>>),
    /// An object, as it stands in the text. Of members with one name the last counts.
    Object(Vec<(Cow<'r, str>, Json<'r>)>),
}

impl<'r> Json<'r> {
    /// `{}`
    pub const fn empty() -> Self {
        Json::Object(Vec::new())
    }

    /// Parses a text that holds one value.
    ///
    /// # Errors
    /// `SerializationException` (400) if it is not JSON, not UTF-8, holds too many values or is nested too deeply.
    pub fn parse(text: &'r [u8], limits: &ProtocolLimits) -> Result<Self, ServiceError> {
        let left = Cell::new(limits.form_fields);
        let mut deserializer = serde_json::Deserializer::from_slice(text);
        AnyValue { left: &left, levels: limits.nesting }
            .deserialize(&mut deserializer)
            .and_then(|value| deserializer.end().map(|()| value))
            .map_err(|error| ServiceError::sender("SerializationException", 400, error.to_string()))
    }

    /// The member of an object with this name; a member that is `null` is absent.
    pub(super) fn get(&self, name: &str) -> Option<&Json<'r>> {
        let Json::Object(members) = self else { return None };
        let (_, value) = members.iter().rev().find(|(found, _)| found == name)?;
        (*value != Json::Null).then_some(value)
    }
}

/// Reads any value, counting.
#[derive(Clone, Copy)]
struct AnyValue<'c> {
    /// How many more values there may be.
    left: &'c Cell<usize>,
    /// How many more levels there may be.
    levels: usize,
}

impl<'c> AnyValue<'c> {
    /// For what stands in an array or object.
    fn below<E: Error>(self) -> Result<AnyValue<'c>, E> {
        let levels = self.levels.checked_sub(1).ok_or_else(|| E::custom("the value is nested too deeply"))?;
        Ok(AnyValue { levels, ..self })
    }

    fn count<E: Error>(self) -> Result<(), E> {
        let left = self.left.get().checked_sub(1).ok_or_else(|| E::custom("there are too many values"))?;
        self.left.set(left);
        Ok(())
    }
}

impl<'r> DeserializeSeed<'r> for AnyValue<'_> {
    type Value = Json<'r>;

    fn deserialize<D: Deserializer<'r>>(self, deserializer: D) -> Result<Json<'r>, D::Error> {
        self.count()?;
        deserializer.deserialize_any(self)
    }
}

impl<'r> Visitor<'r> for AnyValue<'_> {
    type Value = Json<'r>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Json<'r>, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Json<'r>, E> {
        Ok(Json::Boolean(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Json<'r>, E> {
        Ok(Json::Integer(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Json<'r>, E> {
        Ok(i64::try_from(value).map_or(Json::Double(value as f64), Json::Integer))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Json<'r>, E> {
        Ok(Json::Double(value))
    }

    fn visit_borrowed_str<E: Error>(self, value: &'r str) -> Result<Json<'r>, E> {
        Ok(Json::String(Cow::Borrowed(value)))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Json<'r>, E> {
        Ok(Json::String(Cow::Owned(value.to_owned())))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Json<'r>, E> {
        Ok(Json::String(Cow::Owned(value)))
    }

    fn visit_seq<A: SeqAccess<'r>>(self, mut elements: A) -> Result<Json<'r>, A::Error> {
        let below = self.below()?;
        let mut array = Vec::new();
        while let Some(element) = elements.next_element_seed(below)? {
            array.push(element);
        }
        Ok(Json::Array(array))
    }

    fn visit_map<A: MapAccess<'r>>(self, mut members: A) -> Result<Json<'r>, A::Error> {
        let below = self.below()?;
        let mut object = Vec::new();
        while let Some(name) = members.next_key_seed(Name)? {
            object.push((name, members.next_value_seed(below)?));
        }
        Ok(Json::Object(object))
    }
}

/// Reads the name of a member.
struct Name;

impl<'r> DeserializeSeed<'r> for Name {
    type Value = Cow<'r, str>;

    fn deserialize<D: Deserializer<'r>>(self, deserializer: D) -> Result<Cow<'r, str>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'r> Visitor<'r> for Name {
    type Value = Cow<'r, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_borrowed_str<E: Error>(self, name: &'r str) -> Result<Cow<'r, str>, E> {
        Ok(Cow::Borrowed(name))
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Cow<'r, str>, E> {
        Ok(Cow::Owned(name.to_owned()))
    }
}
