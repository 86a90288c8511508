//! CBOR read by name, as far as somebody asks: bodies are not turned into values.

use std::borrow::Cow;
use std::collections::HashSet;

use awsim_plugin::error::ServiceError;
use awsim_plugin::upstream::Input;
use data_encoding::BASE64;
use minicbor::Decoder;
use minicbor::data::{Tag, Type};
use minicbor::decode::Error;

/// The most values of a whole body.
const MOST_VALUES: usize = 500_000;

/// The tags that the protocol has: an instant, two kinds of large whole numbers, and decimal fractions.
const TAGS: [u64; 4] = [1, 2, 3, 4];

/// A value in CBOR, which borrows from its bytes. Nothing below it has been read yet.
#[derive(Clone, Copy, Debug)]
pub struct CborInput<'r> {
    bytes: &'r [u8],
}

impl<'r> CborInput<'r> {
    /// The value that bytes hold.
    ///
    /// # Errors
    /// `SerializationException` (400) if they are not one value in CBOR, are nested too deeply, hold too many values, or
    /// something that the protocol does not have; or if a member is there twice: two readers need not agree which of them
    /// counts, and what is decided must be what is done.
    pub fn parse(bytes: &'r [u8], nesting: usize) -> Result<Self, ServiceError> {
        let refuse = |reason: Error| ServiceError::sender("SerializationException", 400, reason.to_string());
        let mut decoder = Decoder::new(bytes);
        let mut left = MOST_VALUES;
        sound(&mut decoder, nesting, &mut left).map_err(refuse)?;
        match decoder.position() == bytes.len() {
            true => Ok(Self { bytes }),
            false => Err(refuse(Error::message("there is something after the value"))),
        }
    }

    /// What a request without a body says.
    pub fn empty() -> Self {
        // A map of nothing.
        Self { bytes: &[0xa0] }
    }

    fn decoder(&self) -> Decoder<'r> {
        Decoder::new(self.bytes)
    }

    /// The values of a list or, with their keys, of a map, without those that count as absent. Whatever stands there was found
    /// to be sound, so nothing is lost if reading ends early.
    fn parts(&self) -> Vec<(Cow<'r, str>, Self)> {
        let mut decoder = self.decoder();
        let is_map = matches!(decoder.datatype(), Ok(Type::Map | Type::MapIndef));
        let length = match decoder.datatype() {
            Ok(Type::Map | Type::MapIndef) => decoder.map(),
            Ok(Type::Array | Type::ArrayIndef) => decoder.array(),
            _ => return Vec::new(),
        };
        let Ok(length) = length else { return Vec::new() };
        let mut parts = Vec::new();
        let (mut left, mut values) = (length, usize::MAX);
        while let Ok(true) = another(&mut decoder, &mut left) {
            let key = if is_map { text(&mut decoder) } else { Ok(Cow::Borrowed("")) };
            let (Ok(key), start) = (key, decoder.position()) else { break };
            // What was found to be sound is passed over in the same way.
            if sound(&mut decoder, usize::MAX, &mut values).is_err() {
                break;
            }
            let value = Self { bytes: self.bytes.get(start..decoder.position()).unwrap_or_default() };
            if !is_map || !value.is_absent() {
                parts.push((key, value));
            }
        }
        parts
    }

    fn is_absent(&self) -> bool {
        matches!(self.decoder().datatype(), Ok(Type::Null | Type::Undefined) | Err(_))
    }

    fn is_map(&self) -> bool {
        matches!(self.decoder().datatype(), Ok(Type::Map | Type::MapIndef))
    }

    fn find(&self, name: &str) -> Option<Self> {
        if !self.is_map() {
            return None;
        }
        self.parts().into_iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    fn list(&self) -> Vec<Box<dyn Input + 'r>> {
        match self.is_map() {
            true => Vec::new(),
            false => {
                self.parts().into_iter().map(|(_, value)| Box::new(value) as Box<dyn Input + 'r>).collect()
            }
        }
    }

    fn value(&self) -> Option<Cow<'r, str>> {
        let mut decoder = self.decoder();
        Some(
            match decoder.datatype().ok()? {
                Type::String | Type::StringIndef => return text(&mut decoder).ok(),
                // As JSON has them.
                Type::Bytes | Type::BytesIndef => BASE64.encode(&bytes(&mut decoder).ok()?),
                Type::Bool => decoder.bool().ok()?.to_string(),
                Type::F32 => decoder.f32().ok()?.to_string(),
                Type::F64 => decoder.f64().ok()?.to_string(),
                Type::Tag if decoder.tag().ok()? == Tag::new(1) => {
                    return Self { bytes: self.bytes.get(decoder.position()..)? }.value();
                }
                kind if is_whole(kind) => decoder.int().ok()?.to_string(),
                _ => return None,
            }
            .into(),
        )
    }
}

impl Input for CborInput<'_> {
    fn member(&self, name: &str) -> Option<Box<dyn Input + '_>> {
        self.find(name).map(|value| Box::new(value) as Box<dyn Input + '_>)
    }

    fn elements(&self) -> Vec<Box<dyn Input + '_>> {
        self.list()
    }

    fn all(&self, name: &str) -> Vec<Box<dyn Input + '_>> {
        self.find(name).map(|value| value.list()).unwrap_or_default()
    }

    fn entries(&self) -> Vec<(String, Box<dyn Input + '_>)> {
        if !self.is_map() {
            return Vec::new();
        }
        let parts = self.parts().into_iter();
        parts.map(|(key, value)| (key.into_owned(), Box::new(value) as Box<dyn Input + '_>)).collect()
    }

    fn text(&self) -> Option<Cow<'_, str>> {
        self.value()
    }
}

fn is_whole(kind: Type) -> bool {
    matches!(
        kind,
        Type::U8
            | Type::U16
            | Type::U32
            | Type::U64
            | Type::I8
            | Type::I16
            | Type::I32
            | Type::I64
            | Type::Int
    )
}

/// Whether there is another part of a list or map, of which so many are left if it says.
fn another(decoder: &mut Decoder<'_>, left: &mut Option<u64>) -> Result<bool, Error> {
    match left {
        Some(0) => Ok(false),
        Some(left) => {
            *left -= 1;
            Ok(true)
        }
        None if decoder.datatype()? == Type::Break => {
            decoder.set_position(decoder.position() + 1);
            Ok(false)
        }
        None => Ok(true),
    }
}

fn text<'r>(decoder: &mut Decoder<'r>) -> Result<Cow<'r, str>, Error> {
    match decoder.datatype()? {
        Type::StringIndef => decoder.str_iter()?.collect::<Result<String, Error>>().map(Cow::Owned),
        _ => decoder.str().map(Cow::Borrowed),
    }
}

fn bytes<'r>(decoder: &mut Decoder<'r>) -> Result<Cow<'r, [u8]>, Error> {
    match decoder.datatype()? {
        Type::BytesIndef => {
            let parts: Vec<&[u8]> = decoder.bytes_iter()?.collect::<Result<_, Error>>()?;
            Ok(Cow::Owned(parts.concat()))
        }
        _ => decoder.bytes().map(Cow::Borrowed),
    }
}

/// Passes over a value with all below it, and finds what makes it ambiguous or too much. Of a length that a list or map says
/// that it has nothing is believed: its parts are counted as they come.
fn sound(decoder: &mut Decoder<'_>, levels: usize, left: &mut usize) -> Result<(), Error> {
    *left = left.checked_sub(1).ok_or_else(|| Error::message("it holds too many values"))?;
    let below = || levels.checked_sub(1).ok_or_else(|| Error::message("it is nested too deeply"));
    match decoder.datatype()? {
        Type::Array | Type::ArrayIndef => {
            let (levels, mut length) = (below()?, decoder.array()?);
            while another(decoder, &mut length)? {
                sound(decoder, levels, left)?;
            }
            Ok(())
        }
        Type::Map | Type::MapIndef => {
            let (levels, mut length) = (below()?, decoder.map()?);
            let mut keys = HashSet::new();
            while another(decoder, &mut length)? {
                if !keys.insert(text(decoder)?) {
                    return Err(Error::message("a member is there twice"));
                }
                sound(decoder, levels, left)?;
            }
            Ok(())
        }
        Type::Tag => {
            let (levels, tag) = (below()?, decoder.tag()?);
            match TAGS.contains(&tag.as_u64()) {
                true => sound(decoder, levels, left),
                false => Err(Error::message("there is a tag that the protocol does not have")),
            }
        }
        Type::String | Type::StringIndef => text(decoder).map(drop),
        Type::Bytes | Type::BytesIndef => bytes(decoder).map(drop),
        Type::Break | Type::Unknown(_) | Type::Simple => Err(Error::message("it is not in the protocol")),
        _ => decoder.skip(),
    }
}
