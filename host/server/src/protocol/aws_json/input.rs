//! JSON read by name, as far as somebody asks: for services that run elsewhere, whose bodies are not turned into values.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

use awsim_plugin::error::ServiceError;
use awsim_plugin::upstream::Input;
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

/// The most members of one object, or elements of one array.
const MOST_PARTS: usize = 100_000;

/// A value in a JSON text, which borrows from it. Nothing below it has been read yet.
#[derive(Debug)]
pub(crate) struct JsonInput<'r> {
    text: &'r RawValue,
}

impl<'r> JsonInput<'r> {
    /// The value that a text holds.
    ///
    /// # Errors
    /// `SerializationException` (400) if it is not JSON, is nested too deeply, or names a member twice: two readers need
    /// not agree which of them counts, and what is decided must be what is done.
    pub(crate) fn parse(text: &'r [u8], nesting: usize) -> Result<Self, ServiceError> {
        let refuse = |reason: String| ServiceError::sender("SerializationException", 400, reason);
        let text = std::str::from_utf8(text).map_err(|error| refuse(error.to_string()))?;
        let mut deserializer = serde_json::Deserializer::from_str(text);
        Sound { levels: nesting }
            .deserialize(&mut deserializer)
            .map_err(|error| refuse(error.to_string()))?;
        serde_json::from_str(text).map(|text| Self { text }).map_err(|error| refuse(error.to_string()))
    }

    /// What a request without a body says.
    pub(crate) fn empty() -> Self {
        JsonInput { text: RawValue::NULL }
    }

    fn members(&self) -> Vec<(String, &'r RawValue)> {
        serde_json::from_str::<Members<'r>>(self.text.get()).map(|members| members.0).unwrap_or_default()
    }

    fn boxed(text: &'r RawValue) -> Box<dyn Input + 'r> {
        Box::new(JsonInput { text })
    }

    fn get(&self, name: &str) -> Option<Box<dyn Input + 'r>> {
        self.find(name).map(Self::boxed)
    }

    fn find(&self, name: &str) -> Option<&'r RawValue> {
        let (_, text) = self.members().into_iter().find(|(found, _)| found == name)?;
        (text.get() != "null").then_some(text)
    }

    fn list_at(&self, name: &str) -> Vec<Box<dyn Input + 'r>> {
        self.find(name).map(|text| JsonInput { text }.list()).unwrap_or_default()
    }

    fn list(&self) -> Vec<Box<dyn Input + 'r>> {
        let elements: Vec<&'r RawValue> = serde_json::from_str(self.text.get()).unwrap_or_default();
        elements.into_iter().map(Self::boxed).collect()
    }

    fn map(&self) -> Vec<(String, Box<dyn Input + 'r>)> {
        let members = self.members().into_iter().filter(|(_, text)| text.get() != "null");
        members.map(|(name, text)| (name, Self::boxed(text))).collect()
    }

    fn value(&self) -> Option<Cow<'r, str>> {
        let text = self.text.get();
        match text.as_bytes().first()? {
            b'"' => serde_json::from_str(text).ok().map(Cow::Owned),
            b'{' | b'[' | b'n' => None,
            _ => Some(Cow::Borrowed(text)),
        }
    }
}

impl Input for JsonInput<'_> {
    fn member(&self, name: &str) -> Option<Box<dyn Input + '_>> {
        self.get(name)
    }

    fn elements(&self) -> Vec<Box<dyn Input + '_>> {
        self.list()
    }

    fn all(&self, name: &str) -> Vec<Box<dyn Input + '_>> {
        self.list_at(name)
    }

    fn entries(&self) -> Vec<(String, Box<dyn Input + '_>)> {
        self.map()
    }

    fn text(&self) -> Option<Cow<'_, str>> {
        self.value()
    }
}

/// An answer in JSON, with its text.
#[derive(Debug)]
pub(crate) struct JsonAnswer(Box<RawValue>);

impl JsonAnswer {
    /// The answer that a text is; none if it is not JSON.
    pub(crate) fn parse(text: &[u8]) -> Option<Self> {
        serde_json::from_slice(text).ok().map(Self)
    }

    fn input(&self) -> JsonInput<'_> {
        JsonInput { text: &self.0 }
    }
}

impl Input for JsonAnswer {
    fn member(&self, name: &str) -> Option<Box<dyn Input + '_>> {
        self.input().get(name)
    }

    fn elements(&self) -> Vec<Box<dyn Input + '_>> {
        self.input().list()
    }

    fn all(&self, name: &str) -> Vec<Box<dyn Input + '_>> {
        self.input().list_at(name)
    }

    fn entries(&self) -> Vec<(String, Box<dyn Input + '_>)> {
        self.input().map()
    }

    fn text(&self) -> Option<Cow<'_, str>> {
        self.input().value()
    }
}

/// The members of an object, unread.
struct Members<'r>(Vec<(String, &'r RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;

        impl<'de> Visitor<'de> for Object {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members<'de>, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(Object)
    }
}

/// Goes through a text and finds what makes it ambiguous or too much.
#[derive(Clone, Copy)]
struct Sound {
    /// How many more levels there may be.
    levels: usize,
}

impl Sound {
    fn below<E: Error>(self) -> Result<Self, E> {
        let levels = self.levels.checked_sub(1).ok_or_else(|| E::custom("it is nested too deeply"))?;
        Ok(Self { levels })
    }
}

impl<'de> DeserializeSeed<'de> for Sound {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Sound {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<(), A::Error> {
        let below = self.below()?;
        let mut count = 0;
        while elements.next_element_seed(below)?.is_some() {
            count += 1;
            if count > MOST_PARTS {
                return Err(A::Error::custom("an array has too many elements"));
            }
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        let below = self.below()?;
        let mut names = HashSet::new();
        while let Some(name) = members.next_key::<String>()? {
            if names.len() == MOST_PARTS {
                return Err(A::Error::custom("an object has too many members"));
            }
            if names.contains(&name) {
                return Err(A::Error::custom(format!("the member {name:?} is there twice")));
            }
            names.insert(name);
            members.next_value_seed(below)?;
        }
        // Nothing is left to be read.
        members.next_key::<IgnoredAny>().map(|_| ())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<JsonInput<'_>, ServiceError> {
        JsonInput::parse(text.as_bytes(), 4)
    }

    #[test]
    fn members_are_read_by_name() {
        let text =
            r#"{"Name":"\u0061b","Count":7,"On":true,"Gone":null,"List":["x","y"],"Map":{"k":{"S":"v"}}}"#;
        let input = parse(text).unwrap();
        let input: &dyn Input = &input;
        assert_eq!(input.string("Name").as_deref(), Some("ab"));
        assert_eq!(input.string("Count").as_deref(), Some("7"));
        assert!(input.is_true("On") && input.member("Gone").is_none() && input.member("None").is_none());
        assert_eq!(input.strings("List"), ["x", "y"]);
        assert_eq!(input.keys("Map"), ["k"]);
        assert!(input.string("Map").is_none() && input.strings("Name").is_empty());
    }

    #[test]
    fn what_two_readers_may_read_differently_is_refused() {
        for wrong in [
            "",
            "{",
            r#"{"A":1,"A":2}"#,
            r#"{"A":1,"\u0041":2}"#,
            r#"{"M":{"a":1,"a":2}}"#,
            r#"{"S":"\ud800"}"#,
            "[[[[[]]]]]",
            "{} {}",
        ] {
            assert_eq!(parse(wrong).unwrap_err().code, "SerializationException", "{wrong}");
        }
        assert!(JsonInput::parse(b"{\"a\":\"\xff\"}", 4).is_err());
        assert!(parse("[[[[]]]]").is_ok());
    }
}
