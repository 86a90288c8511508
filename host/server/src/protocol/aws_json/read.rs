//! Reading values out of JSON.

use std::borrow::Cow;

use awsim_plugin::shape::{ListShape, Malformed, MapShape, Member, Source, Timestamp};

use super::Json;
use crate::protocol::base64;

impl Json<'_> {
    /// That this is not what the model wants, in the words that AWS's services have for it.
    fn instead_of(&self, wanted: &str) -> Malformed {
        let found = match self {
            Json::Null => "NULL_VALUE",
            Json::Boolean(true) => "TRUE_VALUE",
            Json::Boolean(false) => "FALSE_VALUE",
            Json::Integer(_) | Json::Double(_) => "NUMBER_VALUE",
            Json::String(_) => "STRING_VALUE",
            Json::Array(_) => return Malformed::new("Start of list found where not expected"),
            Json::Object(_) => return Malformed::new("Start of structure or map found where not expected."),
        };
        Malformed::new(format!("{found} can not be converted to {wanted}"))
    }
}

impl Source for Json<'_> {
    fn member(&self, member: &'static Member, read: &mut dyn FnMut(&dyn Source)) {
        if let Some(value) = self.get(member.wire_name) {
            read(value);
        }
    }

    fn elements(
        &self,
        _list: &'static ListShape,
        read: &mut dyn FnMut(&dyn Source),
    ) -> Result<(), Malformed> {
        let Json::Array(elements) = self else { return Err(Malformed::new("Expected list or null")) };
        for element in elements {
            if *element == Json::Null {
                return Err(Malformed::new("A list must not hold null"));
            }
            read(element);
        }
        Ok(())
    }

    fn entries(
        &self,
        _map: &'static MapShape,
        read: &mut dyn FnMut(&str, &dyn Source),
    ) -> Result<(), Malformed> {
        let Json::Object(members) = self else { return Err(Malformed::new("Expected map or null")) };
        for (key, value) in members {
            if *value == Json::Null {
                return Err(Malformed::new("A map must not hold null"));
            }
            read(key, value);
        }
        Ok(())
    }

    fn structure(&self) -> Result<(), Malformed> {
        match self {
            Json::Object(_) => Ok(()),
            _ => Err(Malformed::new("Expected structure or null")),
        }
    }

    fn string(&self) -> Result<Cow<'_, str>, Malformed> {
        match self {
            Json::String(text) => Ok(Cow::Borrowed(text)),
            other => Err(other.instead_of("a String")),
        }
    }

    fn boolean(&self) -> Result<bool, Malformed> {
        match self {
            Json::Boolean(value) => Ok(*value),
            other => Err(other.instead_of("a Boolean")),
        }
    }

    fn integer(&self) -> Result<i64, Malformed> {
        match self {
            Json::Integer(value) => Ok(*value),
            // 2^63 is the first power of two that does not fit, and exact as a double.
            Json::Double(value) if value.fract() == 0.0 && value.abs() < 9_223_372_036_854_775_808.0 => {
                Ok(*value as i64)
            }
            other => Err(other.instead_of("an Integer")),
        }
    }

    fn double(&self) -> Result<f64, Malformed> {
        match self {
            Json::Integer(value) => Ok(*value as f64),
            Json::Double(value) => Ok(*value),
            Json::String(text) => match &**text {
                "NaN" => Ok(f64::NAN),
                "Infinity" => Ok(f64::INFINITY),
                "-Infinity" => Ok(f64::NEG_INFINITY),
                _ => Err(self.instead_of("a Double")),
            },
            other => Err(other.instead_of("a Double")),
        }
    }

    fn timestamp(&self) -> Result<Timestamp, Malformed> {
        match self {
            Json::Integer(seconds) => Ok(Timestamp::from_seconds(*seconds)),
            Json::Double(seconds) => Ok(Timestamp::from_epoch(*seconds)),
            Json::String(text) => Timestamp::parse(text).map_err(|_| self.instead_of("a Timestamp")),
            other => Err(other.instead_of("a Timestamp")),
        }
    }

    fn blob(&self) -> Result<Vec<u8>, Malformed> {
        match self {
            Json::String(text) => base64::decode(text).ok_or_else(|| self.instead_of("a Blob")),
            other => Err(other.instead_of("a Blob")),
        }
    }
}
